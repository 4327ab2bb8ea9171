"""Two editors at two desks who decide about the same statement at the same moment."""

from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path
from queue import Queue

from tests.record.builder import Words
from wortlaut.decisions import Correct, Values
from wortlaut.errors import EditConflict, RecordError
from wortlaut.record import Record
from wortlaut.types import StatementType

__all__ = ["races"]

_CHOICES = {"Anna": StatementType.INDIRECT, "Ben": StatementType.REPORTED}
_WAIT_SECONDS = 60


def races(path: Path, statement_id: str, *, times: int) -> Iterator[dict[str, str]]:
    """For each time, what each editor was told: `decided`, or the name of the error."""
    processes = get_context("spawn")
    told = processes.Queue()
    barrier = processes.Barrier(len(_CHOICES))
    editors = [
        processes.Process(target=_edit, args=(_Desk(path, statement_id, name, times), barrier, told), daemon=True)
        for name in _CHOICES
    ]
    for editor in editors:
        editor.start()
    outcomes: dict[int, dict[str, str]] = {}
    for _ in range(times * len(editors)):
        at, name, outcome = told.get(timeout=_WAIT_SECONDS)
        outcomes.setdefault(at, {})[name] = outcome
        if len(outcomes[at]) == len(editors):
            yield outcomes.pop(at)
    for editor in editors:
        editor.join(timeout=_WAIT_SECONDS)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Who decides about what, how often."""

    path: Path
    statement_id: str
    name: str
    times: int


def _edit(desk: _Desk, barrier: Barrier, told: "Queue[tuple[int, str, str]]") -> None:
    name, statement_id = desk.name, desk.statement_id
    with Record.open(desk.path, language=Words()) as record:
        for at in range(desk.times):
            barrier.wait(_WAIT_SECONDS)
            seen = record.statement(statement_id).revision
            barrier.wait(_WAIT_SECONDS)  # both have seen the same
            # What is decided differs each time, as the same again would leave the revision as it was.
            kind = _CHOICES[name] if at % 2 else StatementType.DIRECT if name == "Anna" else StatementType.FREE_INDIRECT
            try:
                record.decide(Correct(statement_id, Values(type=kind)), by=name, why=str(at), seen=seen)
            except EditConflict:
                told.put((at, name, "conflict"))
            except RecordError as error:
                told.put((at, name, type(error).__name__))
            else:
                told.put((at, name, "decided"))
