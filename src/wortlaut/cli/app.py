"""The program: its commands, and how a run ends whatever happens."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal, TextIO

import typer
from typer.exceptions import TyperException

from wortlaut.cli.actors import group as actors
from wortlaut.cli.add import add
from wortlaut.cli.agreement import agreement
from wortlaut.cli.backup import backup
from wortlaut.cli.codebook import group as codebook
from wortlaut.cli.complete import complete
from wortlaut.cli.confirm import confirm
from wortlaut.cli.correct import correct
from wortlaut.cli.demands import demands
from wortlaut.cli.erase import erase
from wortlaut.cli.events import group as events
from wortlaut.cli.export import export
from wortlaut.cli.helping import Verb, Verbs, metavar
from wortlaut.cli.history import history
from wortlaut.cli.language import chosen_language
from wortlaut.cli.overview import overview
from wortlaut.cli.read import read
from wortlaut.cli.readers import readers
from wortlaut.cli.reject import reject
from wortlaut.cli.reprints import reprints
from wortlaut.cli.resolve import resolve
from wortlaut.cli.restore import restore
from wortlaut.cli.review import review
from wortlaut.cli.saved import saved
from wortlaut.cli.search import search
from wortlaut.cli.serve import serve
from wortlaut.cli.show import show
from wortlaut.cli.similar import similar
from wortlaut.cli.statements import statements
from wortlaut.cli.status import Status, status_of
from wortlaut.cli.terminal import Terminal, terminal_of
from wortlaut.cli.times import times
from wortlaut.cli.undo import undo
from wortlaut.cli.verify import verify
from wortlaut.cli.versions import versions
from wortlaut.cli.waiting import waiting
from wortlaut.cli.watch import watch
from wortlaut.errors import WortlautError

if TYPE_CHECKING:
    from wortlaut.intake.web.fetching import Fetcher
    from wortlaut.reading import Reader

__all__ = ["app", "run"]

app = typer.Typer(
    name="wortlaut",
    cls=Verbs,
    help="help.wortlaut",
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"]},
)
for _verb in (
    *(read, watch, show, statements, search, similar, saved, export, versions, reprints),
    *(review, confirm, correct, reject, add, complete, undo, history, waiting, agreement),
    *(serve, overview, demands, times, resolve, verify, backup, restore, erase, readers),
):
    app.command(_verb.__name__, cls=Verb, help=f"help.{_verb.__name__}")(_verb)
app.add_typer(actors, name="actors", help="help.actors")
app.add_typer(events, name="events", help="help.events")
app.add_typer(codebook, name="codebook", help="help.codebook")


@app.callback(invoke_without_command=True)
def _program(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="help.version")] = False,
    lang: Annotated[str | None, typer.Option("--lang", metavar="de|en", help="help.lang")] = None,
) -> None:
    terminal = terminal_of(context)
    if version:
        from wortlaut import __version__

        terminal.out.write(f"wortlaut {__version__}\n")
        raise typer.Exit(Status.FINE)
    if context.invoked_subcommand is None:
        terminal.err.write(context.get_help() + "\n")
        raise typer.Exit(Status.USAGE)


def run(argv: Sequence[str] | None = None, *, reader: Reader | None = None, fetcher: Fetcher | None = None) -> int:
    """The exit status after doing what `argv` asks; every error becomes one clear line on standard error."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    terminal = Terminal(
        language=chosen_language(arguments, os.environ),
        stdin=sys.stdin or _nowhere("r"),
        out=sys.stdout or _nowhere("w"),
        err=sys.stderr or _nowhere("w"),
        environ=os.environ,
        reader=reader,
        fetcher=fetcher,
    )
    try:
        status = _invoke(arguments, terminal)
        terminal.out.flush()
    except BrokenPipeError:
        _silence(terminal.out)
        return Status.PIPE_CLOSED
    except OSError as error:
        terminal.say("error.output", problem=error.strerror or error, file=error.filename or "-")
        _silence(terminal.out)
        return Status.OUTPUT
    return status


def _invoke(arguments: list[str], terminal: Terminal) -> int:
    command = typer.main.get_command(app)
    try:
        with command.make_context("wortlaut", arguments, obj=terminal) as context:
            return int(command.invoke(context) or Status.FINE)
    except typer.Exit as done:
        return done.exit_code
    except TyperException as error:
        terminal.say("error", message=_usage_problem(error, terminal))
        terminal.say("usage.help")
        return Status.USAGE
    except WortlautError as error:
        for line in error.lines(terminal.texts.language):
            terminal.say("error", message=line)
        return status_of(error)
    except (KeyboardInterrupt, typer.Abort):
        terminal.say("interrupted")
        return Status.INTERRUPTED
    except OSError:
        raise
    except Exception:  # a fault of ours: the one case where the traceback is what helps
        import traceback

        from wortlaut.export.visible import visible

        terminal.err.write(visible(traceback.format_exc()))
        terminal.say("error.internal")
        return Status.INTERNAL


def _usage_problem(error: TyperException, terminal: Terminal) -> str:
    """What was wrong with the arguments, in the user's language; the attributes are those of Click's errors."""
    kind = type(error).__name__
    param = getattr(error, "param", None)
    if kind == "NoSuchOption":
        possible = getattr(error, "possibilities", None)
        key = "usage.no_option_but" if possible else "usage.no_option"
        return terminal.texts(key, name=getattr(error, "option_name", ""), possible=", ".join(possible or ()))
    if kind == "MissingParameter" and param is not None:
        return terminal.texts("usage.missing", name=metavar(param, terminal.texts))
    if kind == "BadOptionUsage":
        return terminal.texts("usage.no_value", name=getattr(error, "option_name", ""))
    return error.format_message()


def _nowhere(mode: Literal["r", "w"]) -> TextIO:
    """What stands for a stream that the caller closed (`>&-`): such a one is None in Python."""
    return open(os.devnull, mode, encoding="utf-8")


def _silence(stream: TextIO) -> None:
    """Lets nothing more be written, so that Python does not stumble over the same stream when it ends."""
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):  # a stream of a test
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
