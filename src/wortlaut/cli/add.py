"""`wortlaut add`: a person says that there is a statement which no reader found."""

from __future__ import annotations

import typer

from wortlaut.cli.deciding import SignOptions, WordingOptions, signed_of, tell
from wortlaut.cli.options import ArticleId, JsonDecided, StoreOptions, grouped
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["add"]


@grouped
def add(
    context: typer.Context,
    article: ArticleId,
    *,
    wording: WordingOptions,
    sign: SignOptions,
    json: JsonDecided = False,
    store: StoreOptions,
) -> int:
    """The exit status after the decision."""
    from wortlaut import service

    terminal = terminal_of(context)
    signed = signed_of(terminal, sign, store)
    tell(terminal, service.add(article, wording.wording(terminal), **signed), json=json)
    return Status.FINE
