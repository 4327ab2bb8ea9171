"""Questions put to a record: words from rare to very common, phrases, beginnings, filters, and all of them together."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain
from random import Random
from statistics import median, quantiles

from benchmarks.population import Vocabulary
from wortlaut.record import Filters, Record, Sort
from wortlaut.types import Act, Found, StatementType

__all__ = ["OVERALL", "PAGES_MS", "Latency", "latencies"]

# What stands for all searches and lists together.
OVERALL = "all questions"
# What pages ask besides, by how the name of the kind begins, and within how many milliseconds it is to be answered in a
# million statements, in the median.
PAGES_MS = {"facets of": 300, "a page": 300, "the page": 300, "what begins": 50, "the overview": 400, "all about": 400}
_PAGE = 20
_TYPES = tuple(StatementType)
_Question = Callable[[], int]


@dataclass(frozen=True, slots=True)
class Latency:
    """How long a kind of question takes until the first page is there, in milliseconds, and how many it found."""

    name: str
    asked: int
    median_ms: float
    p99_ms: float
    found: int


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What the questions of one round are about."""

    id: str
    speaker: str
    source: str
    kind: StatementType
    beginning: str
    month: Filters
    years: Filters
    actor: str


class _Asker:
    """Makes questions out of the words of a vocabulary and of statements that are there."""

    def __init__(self, record: Record, vocabulary: Vocabulary, seed: int) -> None:
        self._record = record
        self._vocabulary = vocabulary
        self._random = Random(seed)
        self._sample = list(self._sampled())
        self._named = [each for each in self._sample if any(party.actor for party in each.speakers)]

    def _sampled(self) -> Iterator[Found]:
        """Statements from all over the years."""
        last = date(2010, 1, 1)
        for found in self._record.statements(limit=2000):
            last = max(last, found.article.published or last)
        for _ in range(30):
            day = date(2010, 1, 1) + timedelta(days=self._random.randrange(1 + (last - date(2010, 1, 1)).days))
            yield from self._record.statements(Filters(until=day), limit=3)

    def word(self, first: float, last: float) -> str:
        """A word that so many thousands are commoner than at least, and so many at most."""
        words = self._vocabulary.words
        low, high = int(1000 * first), min(int(1000 * last), len(words))
        return words[self._random.randrange(min(low, high - 1), high)]

    def search(self, words: str, filters: Filters = Filters(), sort: Sort = Sort.RANK) -> _Question:  # noqa: B008  frozen
        """How many a search finds on the first page."""
        return lambda: len(list(self._record.search(words, filters, sort=sort, limit=_PAGE)))

    def listed(self, filters: Filters = Filters(), sort: Sort = Sort.NEWEST) -> _Question:  # noqa: B008  frozen
        """How many a listing has on the first page."""
        return lambda: len(list(self._record.statements(filters, sort=sort, limit=_PAGE)))

    def questions(self) -> Mapping[str, _Question]:
        """One question of each kind."""
        found = self._random.choice(self._sample)
        day = found.article.published or date(2012, 1, 1)
        chosen = _Chosen(
            id=found.statement.id,
            speaker=found.statement.speakers[0].mention[0].of(found.article.text),
            source=found.article.source or "",
            kind=self._random.choice(_TYPES),
            beginning=" ".join(found.statement.quote[0].of(found.article.text).split()[:2]),
            month=Filters(since=day, until=day + timedelta(days=30)),
            years=Filters(since=day.replace(month=1, day=1)),
            actor=next(each.actor for each in self._random.sample(self._named, 1)[0].speakers if each.actor),
        )
        return {**self._searches(chosen), **self._lists(chosen), **self._pages(chosen)}

    def _searches(self, chosen: _Chosen) -> Mapping[str, _Question]:
        speaker, family, source, kind = chosen.speaker, chosen.speaker.split()[-1], chosen.source, chosen.kind
        month, years = chosen.month, chosen.years
        rare, middling = self.word(20, 200), self.word(0.8, 8)
        common, very_common = self.word(0.06, 0.4), self.word(0, 0.04)
        return {
            "a rare word": self.search(rare),
            "a middling word": self.search(middling),
            "a common word": self.search(common),
            "a very common word": self.search(very_common),
            "two words": self.search(f"{middling} {common}"),
            "three words, a rare one among them": self.search(f"{rare} {very_common} {middling}"),
            "a phrase": self.search(f'"{chosen.beginning}"'),
            "a phrase of common words": self.search(f'"{very_common} {self.word(0, 0.02)}"'),
            "a beginning of five letters": self.search(f"{middling[:5]}*"),
            "a beginning of two letters": self.search(f"{middling[:2]}*"),
            "a common word in a month": self.search(common, month),
            "a middling word since a year": self.search(middling, years),
            "a common word of a speaker": self.search(common, Filters(speaker=speaker)),
            "a very common word of a speaker": self.search(very_common, Filters(speaker=family)),
            "a common word of a source": self.search(common, Filters(source=source)),
            "a common word of a type": self.search(common, Filters(type=kind)),
            "a common word, uncertain": self.search(common, Filters(max_confidence=0.3)),
            "a word, source, type": self.search(middling, Filters(source=source[:5], type=kind)),
            "a word, speaker, source, years": self.search(middling, replace(years, speaker=family, source=source)),
            "a common word, the newest first": self.search(common, sort=Sort.NEWEST),
            "a common word, the oldest first": self.search(common, sort=Sort.OLDEST),
            "a common word, least certain first": self.search(common, sort=Sort.CERTAINTY),
        }

    def _lists(self, chosen: _Chosen) -> Mapping[str, _Question]:
        speaker, family, source, kind = chosen.speaker, chosen.speaker.split()[-1], chosen.source, chosen.kind
        month, years = chosen.month, chosen.years
        return {
            "the newest": self.listed(),
            "the oldest": self.listed(sort=Sort.OLDEST),
            "a speaker": self.listed(Filters(speaker=speaker)),
            "a month": self.listed(month),
            "a source": self.listed(Filters(source=source)),
            "a speaker in a source": self.listed(Filters(speaker=family, source=source)),
            "a type": self.listed(Filters(type=kind)),
            "speaker, type, years": self.listed(replace(years, speaker=speaker, type=kind)),
            "the least certain, undecided": self.listed(Filters(decided=False), Sort.CERTAINTY),
            "the least certain of a speaker": self.listed(Filters(speaker=speaker), Sort.CERTAINTY),
            "an actor's": self.listed(Filters(actor=chosen.actor)),
            "an actor's in a source": self.listed(Filters(actor=chosen.actor, source=source)),
            "one actor": lambda: self._record.actor(chosen.actor).statements,
            "what one actor is called": lambda: len(self._record.names_of(chosen.actor)),
            "offices of one actor": lambda: len(self._record.offices_of(chosen.actor)),
            "actors of a name": lambda: len(self._record.actors(family, limit=_PAGE)),
            "the actors of the most statements": lambda: len(self._record.actors(limit=_PAGE)),
            "similar ones": lambda: len(list(self._record.similar(chosen.id, limit=_PAGE))),
        }

    def _pages(self, chosen: _Chosen) -> Mapping[str, _Question]:
        """What the pages of the program ask: how much there is, what goes on as was typed, all about an actor."""
        middling, very_common = self.word(0.8, 8), self.word(0, 0.04)
        first = self._record.paged(very_common, limit=_PAGE)
        narrowed = Filters(types=(chosen.kind,), acts=(Act.DENY, Act.DEMAND))
        return {
            "facets of everything": self._spread(),
            "facets of a middling word": self._spread(middling),
            "facets of a very common word": self._spread(very_common),
            "facets of a month": self._spread(filters=chosen.month),
            "facets of a type and two acts": self._spread(filters=narrowed),
            "facets of a source": self._spread(filters=Filters(sources=(chosen.source,))),
            "facets of an actor": self._spread(filters=Filters(actor=chosen.actor)),
            "facets of a word of an actor": self._spread(very_common, Filters(actor=chosen.actor)),
            "a page, with the total": lambda: len(self._record.paged(very_common, limit=_PAGE).found),
            "the page behind it": lambda: len(self._record.paged(very_common, limit=_PAGE, after=first.next).found),
            "what begins with one letter": self._begun(middling[:1]),
            "what begins with two letters": self._begun(chosen.speaker[:2]),
            "what begins with four letters": self._begun(chosen.speaker.split()[-1][:4]),
            "what begins as a word does": self._begun(middling[:5]),
            "the overview": lambda: self._record.overview(anew=True).statements,
            "the overview, nothing written since": lambda: self._record.overview().statements,
            "all about an actor": lambda: self._record.profile(chosen.actor).entry.statements,
        }

    def _spread(self, words: str | None = None, filters: Filters = Filters()) -> _Question:  # noqa: B008  frozen
        """How many there are of what facets are counted of."""
        return lambda: self._record.facets(filters, words).total.number

    def _begun(self, beginning: str) -> _Question:
        """How many suggestions there are."""
        return lambda: len(self._record.suggestions(beginning))


def latencies(record: Record, vocabulary: Vocabulary, *, questions: int, seed: int = 1) -> Iterator[Latency]:
    """Each kind of question, asked so many times, no two alike; last all together but for what pages ask."""
    list(record.search("Haus"))  # the dictionaries of lemmas and compounds are loaded once
    asker = _Asker(record, vocabulary, seed)
    times: dict[str, list[float]] = {}
    found: dict[str, list[int]] = {}
    for _ in range(questions):
        for name, question in asker.questions().items():
            before = time.perf_counter()
            found.setdefault(name, []).append(question())
            times.setdefault(name, []).append(1000 * (time.perf_counter() - before))
    for name, taken in times.items():
        yield _latency(name, taken, found[name])
    asked = [name for name in times if not name.startswith(tuple(PAGES_MS))]
    yield _latency(
        OVERALL, list(chain(*(times[name] for name in asked))), list(chain(*(found[name] for name in asked)))
    )


def _latency(name: str, taken: Sequence[float], found: Sequence[int]) -> Latency:
    last = quantiles(taken, n=100, method="inclusive")[-1] if len(taken) > 1 else taken[0]
    return Latency(name, len(taken), median(taken), last, int(median(found)))
