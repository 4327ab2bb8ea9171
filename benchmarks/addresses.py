"""Addresses of all pages that the server has, drawn from what a record holds, and how soon each is to be there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from random import Random
from urllib.parse import urlencode

from benchmarks.population import Vocabulary
from wortlaut.record import Filters, Record, Sort
from wortlaut.record.search.certainty import BANDS
from wortlaut.service import LEDGER_ACTS
from wortlaut.types import Act, Found, StatementType

__all__ = ["Kind", "addresses"]

# Seconds, in the median over a million statements.
_ARTICLE, _SEARCH, _ACTOR, _TYPED = 0.150, 0.300, 0.400, 0.100
_NEWEST = 5000  # articles and statements are drawn from these
_EARLY = date(2012, 1, 1)
_RANKED = 520  # behind what is put in the order of ranks
_EVENTS = 200

_Addressing = Callable[[Found], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page, some addresses of it, and how many seconds it may take."""

    name: str
    addresses: Sequence[str]
    target: float


def addresses(record: Record, vocabulary: Vocabulary, *, asked: int, seed: int = 1) -> list[Kind]:
    """So many addresses of each kind of page."""
    draw = _Draw(record, vocabulary, asked=asked, seed=seed)
    groups = (
        (_ARTICLE, _articles()),
        (_SEARCH, _searches(draw)),
        (_SEARCH, _narrowed(draw)),
        (_SEARCH, _deep(draw)),
        (_TYPED, _typed(draw)),
        (_ACTOR, _actors(draw)),
        (_ACTOR, _happenings(draw)),
        (_SEARCH, _of_api(draw)),
    )
    return [
        Kind(name, [address(each) for each in draw.found], target)
        for target, group in groups
        for name, address in group.items()
    ]


class _Draw:
    """Draws what is asked for from the record and the vocabulary; no two questions of a kind are the same."""

    def __init__(self, record: Record, vocabulary: Vocabulary, *, asked: int, seed: int) -> None:
        self.record = record
        self.random = Random(seed)
        self._words = vocabulary.words
        found = list(record.statements(limit=_NEWEST))
        self.found = self.random.sample(found, min(asked, len(found)))
        self.foremost = [each.id for each in record.actors(limit=asked)]
        self.events = [each.id for each in islice(record.events(latest_first=True), _EVENTS)]

    def word(self, first: float, last: float) -> str:
        """A word that so many thousands are commoner than at least, and so many at most."""
        low, high = int(1000 * first), min(int(1000 * last), len(self._words))
        return self._words[self.random.randrange(min(low, high - 1), high)]

    def type(self) -> StatementType:
        """A type, be it usual or not."""
        return self.random.choice(tuple(StatementType))

    def acts(self) -> list[Act]:
        """Two acts, be they usual or not."""
        return self.random.sample(tuple(Act), 2)

    def month(self, found: Found) -> dict[str, str]:
        """Some thirty days."""
        day = (found.article.published or _EARLY) - timedelta(days=self.random.randrange(2000))
        return {"since": str(day), "until": str(day + timedelta(days=30))}

    def speaker(self, found: Found) -> str:
        """Somebody who speaks, best in the statement."""
        return next((each.actor for each in found.speakers if each.actor is not None), self.foremost[0])

    def after(self, words: str | None, *, pages: int, until: date | None = None, sort: Sort = Sort.NEWEST) -> str:
        """A place so far into what is found, or behind that of a day."""
        page = self.record.paged(words, Filters(until=until), sort=sort, limit=pages)
        return "" if page.next is None else str(page.next)


def _at(path: str, **given: object) -> str:
    return f"{path}?{urlencode(given, doseq=True)}"


def _articles() -> Mapping[str, _Addressing]:
    return {
        "article": lambda found: f"/articles/{found.article.id}",
        "article, its source": lambda found: f"/articles/{found.article.id}/source",
        "statement": lambda found: f"/statements/{found.statement.id}",
    }


def _searches(draw: _Draw) -> Mapping[str, _Addressing]:
    return {
        "search: everything": lambda _: "/",
        "search: a rare word": lambda _: _at("/", q=draw.word(20, 200)),
        "search: a middling word": lambda _: _at("/", q=draw.word(0.8, 8)),
        "search: a very common word": lambda _: _at("/", q=draw.word(0, 0.04)),
        "search: two words": lambda _: _at("/", q=f"{draw.word(0.8, 8)} {draw.word(0.06, 0.4)}"),
        "search: the least certain": lambda _: _at("/", sort="certainty", q=draw.word(0.06, 0.4)),
    }


def _narrowed(draw: _Draw) -> Mapping[str, _Addressing]:
    return {
        "search: a type": lambda _: _at("/", types=draw.type()),
        "search: two acts": lambda _: _at("/", acts=draw.acts()),
        "search: a type, two acts": lambda _: _at("/", types=draw.type(), acts=draw.acts()),
        "search: a type, two acts, uncertain": lambda _: _at(
            "/", types=draw.type(), acts=draw.acts(), max_confidence=BANDS[2]
        ),
        "search: a type, an act, a month": lambda each: _at(
            "/", types=draw.type(), acts=draw.acts()[0], **draw.month(each)
        ),
        "search: an outlet": lambda each: _at("/", sources=each.article.source),
        "search: an outlet, two acts": lambda each: _at("/", sources=each.article.source, acts=draw.acts()),
        "search: a month": lambda each: _at("/", **draw.month(each)),
        "search: an actor": lambda each: _at("/", actor=draw.speaker(each)),
        "search: an actor of many, two acts": lambda _: _at(
            "/", actor=draw.random.choice(draw.foremost), acts=draw.acts()
        ),
        "search: a part of a name": lambda each: _at("/", speaker=draw.speaker(each).split()[-1][:5]),
        "search: a common word, a type, two acts": lambda _: _at(
            "/", q=draw.word(0, 0.4), types=draw.type(), acts=draw.acts()
        ),
        "search: a common word, an actor": lambda each: _at("/", q=draw.word(0, 0.4), actor=draw.speaker(each)),
        "search: a common word, an outlet, a month": lambda each: _at(
            "/", q=draw.word(0, 0.4), sources=each.article.source, **draw.month(each)
        ),
        "search: decided": lambda _: _at("/", decided="true", acts=draw.acts()),
        "search: nothing is found": lambda _: _at("/", types=draw.type(), acts=draw.acts(), max_confidence=0.001),
    }


def _deep(draw: _Draw) -> Mapping[str, _Addressing]:
    def late(_: Found) -> str:
        day = _EARLY + timedelta(days=draw.random.randrange(600))
        return _at("/", after=draw.after(None, pages=20, until=day))

    def late_of_word(_: Found) -> str:
        word = draw.word(0, 0.04)
        return _at("/", q=word, after=draw.after(word, pages=_RANKED, sort=Sort.RANK))

    def late_of_acts(_: Found) -> str:
        day = _EARLY + timedelta(days=draw.random.randrange(600))
        return _at("/", types=draw.type(), acts=draw.acts(), after=draw.after(None, pages=20, until=day))

    return {
        "search: a late page": late,
        "search: a late page of a very common word": late_of_word,
        "search: a late page of a type, two acts": late_of_acts,
    }


def _typed(draw: _Draw) -> Mapping[str, _Addressing]:
    def typed(letters: int) -> _Addressing:
        return lambda _: _at("/suggestions", beginning=draw.word(0.05, 60)[:letters])

    return {
        "suggestions: one letter": typed(1),
        "suggestions: two letters": typed(2),
        "suggestions: three letters": typed(3),
        "suggestions: of a name": lambda each: _at("/suggestions", beginning=draw.speaker(each).split()[-1][:4]),
    }


def _actors(draw: _Draw) -> Mapping[str, _Addressing]:
    return {
        "actor of the most statements": lambda _: f"/actors/{draw.foremost[0]}",
        "actors of many": lambda _: f"/actors/{draw.random.choice(draw.foremost)}",
        "actor": lambda each: f"/actors/{draw.speaker(each)}",
        "actors": lambda _: "/actors",
        "actors: a part of a name": lambda each: _at("/actors", name=draw.speaker(each).split()[-1][:4]),
        "actors: organisations": lambda _: _at("/actors", kind="organisation"),
    }


def _happenings(draw: _Draw) -> Mapping[str, _Addressing]:
    return {
        "ledger": lambda _: "/ledger",
        "ledger: an act": lambda _: _at("/ledger", act=draw.random.choice(LEDGER_ACTS)),
        "ledger: an actor": lambda each: _at("/ledger", actor=draw.speaker(each)),
        "ledger: an actor of many": lambda _: _at("/ledger", actor=draw.foremost[0]),
        "ledger: against a name": lambda each: _at("/ledger", target=draw.speaker(each).split()[-1]),
        "events": lambda _: "/events",
        "events: a month": lambda each: _at("/events", month=draw.month(each)["since"][:7]),
        "events: words": lambda _: _at("/events", words=draw.word(0.06, 8)),
        "events: an actor": lambda each: _at("/events", actor=draw.speaker(each)),
        "event": lambda _: f"/events/{draw.random.choice(draw.events)}" if draw.events else "/events",
    }


def _of_api(draw: _Draw) -> Mapping[str, _Addressing]:
    return {
        "API: list": lambda _: "/api/v1/statements",
        "API: search": lambda _: _at("/api/v1/search", q=draw.word(0.8, 8)),
    }
