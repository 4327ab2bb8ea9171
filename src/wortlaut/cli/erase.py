"""`wortlaut erase`: articles and statements gone for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli.deciding import SignOptions, signed_of
from wortlaut.cli.options import StoreOptions, grouped
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of
from wortlaut.errors import InputError

if TYPE_CHECKING:
    from wortlaut.service import ToErase

__all__ = ["erase"]


@grouped
def erase(
    context: typer.Context,
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help="help.erase_ids")] = None,
    *,
    speaker: Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="help.erase_speaker")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="help.yes")] = False,
    sign: SignOptions,
    store: StoreOptions,
) -> int:
    """The exit status after showing what would be erased, and erasing it where that is said to be meant."""
    from wortlaut import service

    terminal = terminal_of(context)
    signed = signed_of(terminal, sign, store)
    if not ids and not (speaker or "").strip():
        raise InputError(terminal.texts("usage.missing", name=terminal.texts("metavar.ID")))
    chosen = service.to_erase(ids or (), speaker=speaker, settings=signed.get("settings"))
    _print(terminal, chosen)
    if not chosen.ids():
        terminal.say("erase.nothing")
        return Status.FINE
    if not yes and not _is_meant(terminal, chosen):
        terminal.say("erase.left")
        return Status.FINE
    done = service.erase(chosen.ids(), **signed)
    terminal.say(
        "erase.done",
        articles=len(chosen.articles),
        statements=len(chosen.found),
        entries=", ".join(str(each.number) for each in done.entries),
    )
    terminal.say("erase.backups")
    if not done.is_purged:
        terminal.say("erase.not_purged")
    return Status.FINE


def _print(terminal: Terminal, chosen: ToErase) -> None:
    from wortlaut.cli.listing import heading, print_table

    console = terminal.console()
    for each in chosen.articles:
        console.print(heading(terminal, each))
    if chosen.found:
        print_table(terminal, iter(chosen.found))
    terminal.out.flush()


def _is_meant(terminal: Terminal, chosen: ToErase) -> bool:
    """Whether the answer on standard input is the word for yes, written out."""
    texts = terminal.texts
    question = texts("erase.question", articles=len(chosen.articles), statements=len(chosen.found))
    terminal.out.write(f"{question} ")
    terminal.out.flush()
    answer = terminal.stdin.readline().decode("utf-8", "replace").strip().lower()
    if not answer:
        terminal.out.write("\n")
    return answer == texts("erase.yes")
