"""Going through the review queue: one statement after the other, a letter for each answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal
from wortlaut.errors import DecisionError

if TYPE_CHECKING:
    from wortlaut.record.people.queueing import Queued
    from wortlaut.service import Signed

__all__ = ["ask"]


def ask(terminal: Terminal, queue: Iterable[Queued], signed: Signed) -> int:
    """The exit status after asking about each statement until the queue or the answers end.

    An answer is a line on standard input: `y` confirms all of the statement, `n` rejects it, `q` ends; an empty one
    leaves it as it is. Where somebody else decided meanwhile that is said, and nothing changed.
    """
    from wortlaut.cli.review import print_queued

    decided = 0
    for each in queue:
        print_queued(terminal, each)
        answer = _answer(terminal)
        if answer is None or answer == "q":
            break
        if answer:
            decided += _decide(terminal, each, answer, signed)
    terminal.out.flush()
    terminal.say("review.done", count=decided)
    return Status.FINE


def _answer(terminal: Terminal) -> str | None:
    """`y`, `n`, `q`, or nothing for skipping; None where the input ended."""
    texts = terminal.texts
    letters = {
        "y": "y",
        "n": "n",
        "q": "q",
        texts("review.yes"): "y",
        texts("review.no"): "n",
        texts("review.end"): "q",
    }
    while True:
        terminal.out.write(texts("review.question") + " ")
        terminal.out.flush()
        line = terminal.stdin.readline()
        if not line:
            terminal.out.write("\n")
            return None
        written = line.decode("utf-8", "replace").strip().lower()
        if not written:
            return ""
        if written in letters:
            return letters[written]


def _decide(terminal: Terminal, queued: Queued, answer: str, signed: Signed) -> bool:
    """Whether the answer was taken in; where it could not be, that is said."""
    from wortlaut import service

    verb = service.confirm if answer == "y" else service.reject
    signed = {**signed, "seen": queued.found.revision}
    try:
        decided = verb(queued.found.statement.id, **signed)
    except DecisionError as error:
        terminal.say("error", message=error.text(terminal.texts.language))
        return False
    entry = decided.entry
    terminal.say("decided.entry", number=entry.number, action=terminal.texts(f"action.{entry.action}"), by=entry.by)
    return True
