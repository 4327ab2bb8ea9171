"""`wortlaut complete`: a person says that all statements of an article are there, and no others."""

from __future__ import annotations

import typer

from wortlaut.cli.deciding import SignOptions, signed_of, tell
from wortlaut.cli.options import ArticleId, JsonDecided, StoreOptions, grouped
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["complete"]


@grouped
def complete(
    context: typer.Context,
    article: ArticleId,
    *,
    sign: SignOptions,
    json: JsonDecided = False,
    store: StoreOptions,
) -> int:
    """The exit status after the decision."""
    from wortlaut import service

    terminal = terminal_of(context)
    tell(terminal, service.complete(article, **signed_of(terminal, sign, store)), json=json)
    return Status.FINE
