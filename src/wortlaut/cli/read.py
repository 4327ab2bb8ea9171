"""`wortlaut read`: items in, statements kept and printed."""

from __future__ import annotations

import signal
import threading
import time
from typing import TYPE_CHECKING, Annotated, Any, Self

import typer

from wortlaut.cli.options import Json, StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of
from wortlaut.errors import FieldMapError

if TYPE_CHECKING:
    from wortlaut.cli.progress import Progress
    from wortlaut.service import Outcome
    from wortlaut.settings import Settings

__all__ = ["read"]


@grouped
def read(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="help.paths")],
    *,
    field_map: Annotated[list[str] | None, typer.Option("--map", metavar="KEY=FIELD", help="help.map")] = None,
    encoding: Annotated[str | None, typer.Option("--encoding", metavar="NAME", help="help.encoding")] = None,
    reader: Annotated[str | None, typer.Option("--reader", metavar="NAME", help="help.reader")] = None,
    json: Json = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="help.quiet")] = False,
    store: StoreOptions,
) -> int:
    """The exit status after reading `paths`; prints what was found, and on standard error what happened."""
    from wortlaut import service
    from wortlaut.cli.progress import Progress

    terminal = terminal_of(context)
    settings = settings_of(terminal, store, reader=reader)
    fields = _fields(terminal, field_map or [])
    report = _Report(terminal, settings, Progress(terminal, paths), json=json, quiet=quiet)
    try:
        with report:
            service.read(
                paths,
                settings=settings,
                field_map=fields,
                encoding=encoding,
                reader=terminal.reader,
                stdin=terminal.stdin if "-" in paths else None,
                fetcher=terminal.fetcher,
                progress=report.add,
            )
    except KeyboardInterrupt:
        report.close()
        terminal.say("read.interrupted", stored=report.summary.stored, db=settings.db)
        return Status.INTERRUPTED
    report.close()
    return Status.FOUND if report.summary.rejected else Status.FINE


def _fields(terminal: Terminal, written: list[str]) -> dict[str, str]:
    """`--map text=inhalt` as a mapping; raises `FieldMapError`."""
    fields = {}
    for each in written:
        key, equals, field = each.partition("=")
        if not (key and equals and field):
            raise FieldMapError(terminal.texts("usage.map", value=each))
        fields[key] = field
    return fields


class _Report:
    """Prints what became of each item as soon as it is known, and the sum at the end."""

    def __init__(self, terminal: Terminal, settings: Settings, progress: Progress, *, json: bool, quiet: bool) -> None:
        from wortlaut.service import Summary

        self.summary = Summary()
        self._terminal = terminal
        self._settings = settings
        self._progress = progress
        self._json = json
        self._quiet = quiet
        self._begun = time.monotonic()
        self._handler: Any = None
        self._interrupted = False

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            self._handler = signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(self, *_error: object) -> None:
        if self._handler is not None:
            signal.signal(signal.SIGINT, self._handler)
        self._progress.clear()

    def _interrupt(self, *_signal: object) -> None:
        # Python drops what is raised in a callback of C code: `add` raises it once more.
        self._interrupted = True
        raise KeyboardInterrupt

    def add(self, outcome: Outcome) -> None:
        from wortlaut.cli.outcomes import tell_outcome

        self.summary = self.summary.plus(outcome)
        self._progress.clear()
        tell_outcome(self._terminal, outcome, json=self._json, quiet=self._quiet)
        self._progress.show(outcome, self.summary)
        if self._interrupted:
            raise KeyboardInterrupt

    def close(self) -> None:
        """Says on standard error how many items there were and what became of them."""
        from wortlaut.cli.numbers import count, decimal

        language = self._terminal.texts.language
        summary, seconds = self.summary, time.monotonic() - self._begun
        self._terminal.out.flush()
        self._terminal.say(
            "read.summary",
            read=count(summary.read, language),
            stored=count(summary.stored, language),
            unchanged=count(summary.unchanged, language),
            rejected=count(summary.rejected, language),
            withdrawn=self._withdrawn(),
            statements=count(summary.statements, language),
            seconds=decimal(seconds, language),
            rate=decimal(summary.read / max(seconds, 1e-6), language),
            tokens=count(round(summary.tokens / max(seconds, 1e-6)), language),
            db=self._settings.db,
        )

    def _withdrawn(self) -> str:
        """How many items were taken back, as a part of the sum; nothing where none was, as nearly always."""
        from wortlaut.cli.numbers import count

        number, texts = self.summary.withdrawn, self._terminal.texts
        return texts("read.and_withdrawn", withdrawn=count(number, texts.language)) if number else ""
