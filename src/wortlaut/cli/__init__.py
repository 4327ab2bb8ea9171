"""The command line, thin over `wortlaut.service`; one command a file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wortlaut.intake.web.fetching import Fetcher
    from wortlaut.reading import Reader

__all__ = ["main"]


def main(argv: Sequence[str] | None = None, *, reader: "Reader | None" = None, fetcher: "Fetcher | None" = None) -> int:
    """The exit status after doing what `argv` (else the process' own arguments) asks.

    `reader` reads in place of the installed one that `--reader` names, `fetcher` asks addresses in place of one that
    keeps to the public internet.
    """
    from wortlaut.cli.app import run

    return run(argv, reader=reader, fetcher=fetcher)
