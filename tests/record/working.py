"""A program that works on a record until it is killed: reads, corrects, takes back, backs up, tells what was done.

Run by `killing`, which forks it from a process that has everything imported. What it does follows from a seed and from
what stands in the record.
"""

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from sqlalchemy import Connection

from tests.record.builder import Words, article, document, lemma
from tests.record.watching import Event, watched
from wortlaut.decisions import Add, Complete, Confirm, Correct, Decision, Reject, Undo, Values
from wortlaut.errors import DecisionImpossible
from wortlaut.record import Kept, Record
from wortlaut.record.contents import ToKeep
from wortlaut.record.tables.connected import Connected
from wortlaut.record.tables.packing import pack_spans
from wortlaut.types import (
    Article,
    Confidence,
    Found,
    Medium,
    Origin,
    Part,
    Party,
    Provenance,
    Span,
    Statement,
    StatementPart,
    StatementType,
    Withdrawn,
    statement_id,
)

__all__ = ["Order", "backups_of", "serve"]

_ARTICLES, _VERSIONS, _READERS = 8, 3, 3
_NAMES = ("Mara Lind", "Ole Brandis", "Tanja Weddel", "die Reederei", "der Rat")
_WORDS = "Brücke Fähre Hafen Deich Kanal Rat Haushalt Schule Ufer Markt Turm Lotse Werft Schleuse".split()
_GENERATIONS = 2


@dataclass(frozen=True, slots=True)
class Order:
    """What one run of the program is to do: for how long it lives, and what is wrong with it.

    It is killed after `seconds`, or by itself just before the `step`-th thing that it does to a file; `signal` is how.
    """

    path: str
    seed: int
    seconds: float | None = None
    step: int | None = None
    signal: int = signal.SIGKILL
    fault: str = ""  # autocommit, early


def backups_of(path: Path) -> Path:
    """The folder for the backups of the record: one of a fixed name, and some generations in a folder of their own."""
    return path.parent / "sicher"


def serve() -> None:
    """Nothing; for each order on the standard input a process was forked, and `gone` is told when it is dead."""
    for line in sys.stdin:
        order = Order(**json.loads(line))
        child = os.fork()
        if child == 0:
            _live(order)
        if order.seconds is not None:
            _kill_later(child, order)
        _, status = os.waitpid(child, 0)
        _tell({"gone": os.waitstatus_to_exitcode(status)})


def _kill_later(child: int, order: Order) -> None:
    import time

    time.sleep(order.seconds or 0)
    os.kill(child, order.signal)


def _live(order: Order) -> None:
    try:
        with ExitStack() as stack:
            if order.step is not None:
                stack.enter_context(_counted(_Dying(order.step)))
            if order.fault == "autocommit":
                Connected._writing = _autocommit  # type: ignore[method-assign]  # the planted fault
            _work(order)
    except KeyboardInterrupt:
        pass
    except BaseException:
        _tell({"failed": traceback.format_exc()})
    os._exit(0)


class _Dying:
    """Kills the process just before the `step`-th thing that is done to a file."""

    def __init__(self, step: int) -> None:
        self._left = step

    def __call__(self, _event: Event, _name: str) -> None:
        self._left -= 1
        if self._left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def _counted(dying: _Dying) -> Iterator[None]:
    """A context in which SQLite and the operating system are asked for nothing that is not counted."""
    for name in ("fsync", "replace", "unlink"):
        setattr(os, name, _before(getattr(os, name), dying))
    with watched(dying):
        yield


def _before(function: Callable[..., object], dying: _Dying) -> Callable[..., object]:
    def called(*given: object, **named: object) -> object:
        dying(Event.SYNC, "")
        return function(*given, **named)

    return called


@contextmanager
def _autocommit(self: Connected) -> Iterator[Connection]:
    with self._engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        yield connection


def _tell(what: dict[str, object]) -> None:
    os.write(1, json.dumps(what).encode() + b"\n")


def _work(order: Order) -> None:
    random = Random(order.seed)
    path = Path(order.path)
    with Record.open(path, create=True, language=Words()) as record:
        worker = _Worker(record, path, random, is_early=order.fault == "early")
        _tell({"open": True})
        for _ in range(20):
            worker.step()


class _Worker:
    """What is done, with a line before (`try`) and, where it was acknowledged, after it (`done`)."""

    def __init__(self, record: Record, path: Path, random: Random, *, is_early: bool) -> None:
        self._record = record
        self._backups = backups_of(path)
        self._random = random
        self._is_early = is_early

    def step(self) -> None:
        """Nothing; one thing was done."""
        chance = self._random.random()
        if chance < 0.45:
            self._keep(1)
        elif chance < 0.55:
            self._keep(self._random.randrange(2, 5))
        elif chance < 0.6:
            self._take_back()
        elif chance < 0.9:
            self._decide()
        else:
            self._back_up(is_dated=chance > 0.95)

    def _keep(self, count: int) -> None:
        items = [self._item() for _ in range(count)]
        told = {
            "read": [
                [each.article.digest, each.made_by.weights, [pack_spans(found.quote) for found in each.statements]]
                for each in items
            ]
        }
        _tell({"try": told})
        if self._is_early:
            _tell({"done": told})
        self._record.keep_all(items)
        _tell({"done": told})

    def _item(self) -> ToKeep:
        item = _article(self._random.randrange(_ARTICLES), self._random.randrange(_VERSIONS))
        made_by = Provenance("gewürfelt", f"sha256:{self._random.randrange(_READERS)}", "0")
        made = document(item.text)
        lemmas = [lemma(token.of(item.text)) for token in made.tokens]
        return ToKeep(item, made, lemmas, list(_statements(item, made_by)), made_by)

    def _decide(self) -> None:
        found = list(self._record.statements())
        if not found:
            return
        _tell({"try": {"decided": None}})
        try:
            entry = self._record.decide(self._decision(self._random.choice(found)), by="Ada", why="nachgelesen")
        except DecisionImpossible:
            return
        _tell({"done": {"decided": [entry.number, entry.digest]}})

    def _take_back(self) -> None:
        item = _article(self._random.randrange(_ARTICLES), 0)
        revision = self._random.choice((None, *range(1, _VERSIONS + 1)))
        _tell({"try": {"decided": None}})
        taken_back = Withdrawn(item.id, Origin("agentur.xml"), source="dpx", revision=revision)
        if self._record.withdraw(taken_back) is Kept.STORED:
            number, digest = (self._record.history_head() or "").split()
            _tell({"done": {"decided": [int(number), digest]}})

    def _decision(self, found: Found) -> Decision:
        name, text = found.statement.id, found.article.text
        start = self._random.randrange(len(text) - 20)
        place = (Span(start, start + self._random.randrange(4, 20)),)
        match self._random.randrange(9):
            case 0:
                return Confirm(name)
            case 1:
                return Confirm(name, (StatementPart.SPEAKERS,))
            case 2:
                return Correct(name, Values(type=self._random.choice(tuple(StatementType))))
            case 3:
                return Correct(name, Values(quote=place, speakers=(place,)))
            case 4:
                return Reject(name)
            case 5:
                return Reject(name, (StatementPart.CUE, StatementPart.SPEAKERS))
            case 6:
                return Add(found.article.id, Values(quote=place, type=StatementType.REPORTED))
            case 7:
                return Complete(found.article.id)
            case _:
                head = self._record.history_head()
                return Undo(self._random.randint(1, int(head.split()[0]))) if head else Confirm(name)

    def _back_up(self, *, is_dated: bool) -> None:
        target, keep = (self._backups / "stufen", _GENERATIONS) if is_dated else (self._backups / "sicher.db", None)
        head = self._record.history_head()
        _tell({"try": {"saved": None}})
        made = self._record.backup(target, keep=keep)
        _tell({"done": {"saved": [made.name, head]}})


def _article(number: int, version: int) -> Article:
    """The version of the article: one of its sentences is another in each."""
    random = Random(number)
    sentences = [_sentence(random) for _ in range(random.randrange(3, 7))]
    if version:
        sentences[version % len(sentences)] = _sentence(Random(f"{number}/{version}"))
    made = article(" ".join(sentences), url=f"https://example.org/{number}", title=f"Meldung {number}")
    return replace(made, revision=version + 1)


def _sentence(random: Random) -> str:
    words = " ".join(random.choices(_WORDS, k=random.randrange(3, 8)))
    return f"„{words}“, sagte {random.choice(_NAMES)}."


def _statements(item: Article, made_by: Provenance) -> Iterator[Statement]:
    """What that reader finds in it; always the same."""
    random = Random(f"{item.digest}/{made_by.weights}")
    at = 0
    while (start := item.text.find("„", at)) >= 0:
        at = item.text.index("“", start) + 1
        end = item.text.find(".", at)
        if random.random() < 0.2:
            continue
        quote = (Span(start, at),)
        yield Statement(
            id=statement_id(item, quote, 0),
            article_id=item.id,
            type=random.choice(tuple(StatementType)),
            medium=Medium.SPEECH,
            quote=quote,
            cue=Part((Span(at + 2, at + 7),), random.random()),
            frame=Part(),
            speakers=(Party((Span(at + 8, end),), random.random()),),
            addressees=(),
            parent=None,
            confidence=Confidence(random.random(), random.random(), random.random()),
            made_by=made_by,
        )


if __name__ == "__main__":
    serve()
