"""Where the command line speaks: the streams, the language, and what the terminal can show."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, BinaryIO, TextIO, cast

from wortlaut.texts import Texts

if TYPE_CHECKING:
    import typer
    from rich.console import Console

    from wortlaut.intake.web.fetching import Fetcher
    from wortlaut.reading import Reader

__all__ = ["Terminal", "terminal_of"]


class Terminal:
    """Results go to `out`, everything about the run to `err`; texts are in one language."""

    def __init__(
        self,
        *,
        language: str,
        stdin: TextIO,
        out: TextIO,
        err: TextIO,
        environ: Mapping[str, str],
        reader: Reader | None = None,
        fetcher: Fetcher | None = None,
    ) -> None:
        self.texts = Texts(language)
        self.out = out
        self.err = err
        self.reader = reader
        self.fetcher = fetcher
        self._stdin = stdin
        self._environ = dict(environ)
        for stream in (out, err):  # a character that the terminal's encoding lacks must not end the run
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")

    @property
    def stdin(self) -> BinaryIO:
        """The bytes of standard input."""
        return self._stdin.buffer

    def console(self) -> Console:
        """A console on `out` that takes nothing in a text for markup."""
        from wortlaut.cli.console import ResultConsole

        return ResultConsole(file=self.out, markup=False, emoji=False, highlight=False, _environ=self._environ)

    def styled(self, stream: TextIO) -> bool:
        """Whether styles may be sent to `stream`: it is a terminal (`FORCE_COLOR`: taken for one), no `NO_COLOR`."""
        terminal = bool(self._environ.get("FORCE_COLOR")) or stream.isatty()
        return terminal and not self._environ.get("NO_COLOR") and self._environ.get("TERM") != "dumb"

    def moves(self, stream: TextIO) -> bool:
        """Whether a line on `stream` can be written over."""
        return stream.isatty() and self._environ.get("TERM") not in ("dumb", "unknown")

    def can_show(self, characters: str) -> bool:
        """Whether the encoding of `out` has all of `characters`."""
        try:
            characters.encode(self.out.encoding or "utf-8")
        except UnicodeEncodeError:
            return False
        return True

    def write_data(self, text: str) -> None:
        """Writes what programs read: always UTF-8, line ends as they are."""
        if isinstance(self.out, io.TextIOWrapper) and self.out.encoding != "utf-8":
            self.out.reconfigure(encoding="utf-8")
        self.out.write(text)

    def say(self, key: str, **values: object) -> None:
        """Writes one line to `err`: the text of that key."""
        self.tell(self.texts(key, **values))

    def tell(self, line: str) -> None:
        """Writes one line to `err`, harmless whatever is in it."""
        from wortlaut.export.visible import one_line

        self.err.write(one_line(line) + "\n")
        self.err.flush()


def terminal_of(context: typer.Context) -> Terminal:
    """The terminal that `run` gave to the command."""
    return cast(Terminal, context.obj)
