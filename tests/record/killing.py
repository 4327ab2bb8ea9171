"""Killing a program that works on a record, again and again, and looking what is left each time."""

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

from tests.record.working import Order, backups_of
from wortlaut.record import Record
from wortlaut.record.tables.packing import pack_spans, unpack_statements
from wortlaut.types import Provenance

__all__ = ["Tally", "kill_often", "kill_times"]

_ROOT = Path(__file__).parents[2]
# The record is begun anew so often, as checking all of it takes the longer the more there is.
_LIVES = 25
# What interrupted backups may leave lying: the next one to the same place clears it away.
_MOST_LEFTOVERS = 3

Reading = tuple[str, str]  # digest of the content, weights of the reader


@dataclass
class Tally:
    """How often the program was killed, what it had acknowledged by then, and what was wrong afterwards."""

    kills: int = 0
    read: int = 0
    decided: int = 0
    saved: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills; acknowledged: {self.read} readings, {self.decided} decisions, {self.saved} backups; "
            f"{len(self.faults)} faults"
        )


@dataclass
class _Expected:
    """What was acknowledged, and what was tried since."""

    readings: dict[Reading, list[str]] = field(default_factory=dict)
    tried: dict[Reading, list[str]] = field(default_factory=dict)
    entries: dict[int, str] = field(default_factory=dict)
    may_have_decided: bool = False
    saved: dict[str, str | None] = field(default_factory=dict)  # by name, the head that it must have at least
    seen: dict[str, int] = field(default_factory=dict)  # backups that were checked, by name, and when they were written

    def take(self, told: dict[str, dict[str, list[object]]], tally: Tally) -> None:
        """Nothing; what the program told is noted."""
        for kind, what in told.items():
            for name, value in what.items():
                if name == "read":
                    readings = {(str(each[0]), str(each[1])): each[2] for each in value}  # type: ignore[index]
                    (self.tried if kind == "try" else self.readings).update(readings)
                    tally.read += len(readings) if kind == "done" else 0
                elif name == "decided":
                    self.may_have_decided = kind == "try"
                    if kind == "done":
                        self.entries[int(str(value[0]))] = str(value[1])
                        tally.decided += 1
                elif name == "saved" and kind == "done":
                    self.saved[str(value[0])] = None if value[1] is None else str(value[1])
                    tally.saved += 1


@contextmanager
def _server() -> Iterator["subprocess.Popen[str]"]:
    """A process that runs orders."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.record.working"],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            yield server
        finally:
            assert server.stdin is not None
            server.stdin.close()
            server.wait(20)


def kill_times(count: int, *, seed: int, by_steps: bool) -> Iterator[tuple[float | None, int | None]]:
    """When to kill: after so many seconds, or, in every second run where that can be, at so many steps."""
    random = Random(seed)
    for at in range(count):
        if by_steps and at % 2:
            yield None, random.randrange(1, random.choice((60, 400, 1000)))
        else:
            yield random.uniform(0.0, random.choice((0.1, 0.3, 0.6))), None


def kill_often(
    folder: Path,
    times: Iterator[tuple[float | None, int | None]],
    *,
    seed: int = 0,
    fault: str = "",
    how: int = signal.SIGKILL,
    is_enough: bool = False,
) -> Tally:
    """How a program that works on records in the folder takes being killed; with `is_enough` up to the first fault."""
    tally = Tally()
    path, expected = folder / "sammlung.db", _Expected()
    with _server() as server:
        for at, (seconds, step) in enumerate(times):
            if at % _LIVES == 0:
                path, expected = folder / str(at) / "sammlung.db", _Expected()
                backups_of(path).mkdir(parents=True)
            order = Order(str(path), seed=seed + at, seconds=seconds, step=step, signal=how, fault=fault)
            for told in _obeyed(server, order):
                if "failed" in told:
                    tally.faults.append(f"run {at}: {told['failed']}")
                else:
                    expected.take(told, tally)  # type: ignore[arg-type]  # our own lines
            tally.kills += 1
            tally.faults += (f"run {at}: {each}" for each in _faults(path, expected))
            if is_enough and tally.faults:
                break
    return tally


def _obeyed(server: "subprocess.Popen[str]", order: Order) -> Iterator[dict[str, object]]:
    """What the program told before it was dead."""
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(json.dumps(asdict(order)) + "\n")
    server.stdin.flush()
    for line in server.stdout:
        told = json.loads(line)
        if "gone" in told:
            return
        if told.keys() & {"try", "done", "failed"}:
            yield told
    raise AssertionError("the server is gone")


def _faults(path: Path, expected: _Expected) -> Iterator[str]:
    """What is not as it was acknowledged; what is there now is expected from now on."""
    if not path.exists():
        if expected.readings:
            yield "the record is gone"
        return
    with Record.open(path, create=True) as record:
        yield from (f"{each.where}: {each.what}" for each in record.verify())
    yield from _lost_readings(path, expected)
    yield from _lost_entries(path, expected)
    yield from _lost_backups(backups_of(path), expected)


def _lost_readings(path: Path, expected: _Expected) -> Iterator[str]:
    there = _readings(path)
    for key, quotes in expected.readings.items():
        if there.get(key) != quotes:
            yield f"reading {key} was acknowledged with {len(quotes)} statements and is {there.get(key)}"
    for key, quotes in there.items():
        if quotes not in (expected.readings.get(key), expected.tried.get(key)):
            yield f"reading {key} was never made so"
    expected.readings, expected.tried = there, {}


def _readings(path: Path) -> dict[Reading, list[str]]:
    query = "SELECT digest, weights, found FROM reading JOIN article_version v ON v.key = version_key"
    with closing(sqlite3.connect(path)) as connection:
        return {
            (digest, weights): [
                pack_spans(each.quote)
                for each in unpack_statements(found, article_id="", made_by=Provenance("", weights, ""))
            ]
            for digest, weights, found in connection.execute(query)
        }


def _lost_entries(path: Path, expected: _Expected) -> Iterator[str]:
    there = _entries(path)
    for number, digest in expected.entries.items():
        if there.get(number) != digest:
            yield f"entry {number} was acknowledged and is {there.get(number)}"
    if len(there) > len(expected.entries) + expected.may_have_decided:
        yield f"{len(there)} entries, {len(expected.entries)} were acknowledged"
    expected.entries, expected.may_have_decided = there, False


def _entries(path: Path) -> dict[int, str]:
    with closing(sqlite3.connect(path)) as connection:
        return {number: digest.hex() for number, digest in connection.execute("SELECT number, digest FROM history")}


def _lost_backups(folder: Path, expected: _Expected) -> Iterator[str]:
    made = sorted(each for each in folder.glob("**/*.db") if not each.name.startswith("."))
    for each in made:
        if expected.seen.get(each.name) == each.stat().st_mtime_ns:
            continue
        expected.seen[each.name] = each.stat().st_mtime_ns
        with Record.open(each, read_only=True) as backup:
            yield from (f"{each.name}, {problem.where}: {problem.what}" for problem in backup.verify())
            head = backup.history_head()
        if (least := expected.saved.get(each.name)) and _number(head) < _number(least):
            yield f"{each.name} goes to entry {head}, acknowledged was {least}"
        if head is not None and expected.entries.get(_number(head)) != head.split()[1]:
            yield f"{each.name} has another history"
    dated = [each.name for each in made if each.parent != folder]
    newest = max((name for name in expected.saved if name != "sicher.db"), default=None)
    if newest is not None and (not dated or dated[-1] < newest):
        yield f"{newest} was acknowledged and is gone"
    if "sicher.db" in expected.saved and not (folder / "sicher.db").exists():
        yield "sicher.db was acknowledged and is gone"
    leftovers = [each.name for each in folder.glob("**/.*") if not each.name.endswith("-journal")]
    if len(leftovers) > _MOST_LEFTOVERS * 2:
        yield f"left lying: {leftovers}"


def _number(head: str | None) -> int:
    return int(head.split()[0]) if head else 0
