"""What speaks for a day on which a statement may have been said: features, named in words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from wortlaut.types import (
    Document,
    SaidOn,
    Span,
    Statement,
    StatementType,
    TimeRef,
    TimeRelation,
    TimeType,
)

__all__ = ["Candidate", "Nearby", "Surroundings", "Told"]

_Interval = tuple[date, date]
_PRONOUNS = frozenset("er sie es dieser diese".split())
_ARTICLES = frozenset("der die das des dem den".split())
# Words by which a statement goes on from the one before.
_GOES_ON = frozenset(
    "außerdem zudem weiter weiterhin ferner auch ebenso ebenfalls dabei dazu daher deshalb demnach dann hierzu"
    " gleichzeitig zugleich darüber".split()
)
# Words by which it goes back to an utterance just told: "Demnach soll …".
_GOES_BACK = frozenset("demnach danach so wonach".split())
# Parts of words that tell of an utterance.
_UTTERANCES = (
    "sagt", "erklärt", "mitteil", "teilt", "äußer", "berichte", "kündig", "betont", "bezeichn", "forder", "verlang",
    "warn", "bekannt", "stellung", "kritisier", "bestätig", "erläuter", "wies", "nannte", "schrieb", "interview",
    "pressekonferenz", "rede", "sprach", "gesprochen", "vorgestellt", "veröffentlich", "gefragt", "meldete",
    "beschloss", "entschied", "zustimm", "zugestimmt", "antwort", "versicher", "behaupt", "bekräftig", "lobt", "lehnt",
    "abgelehnt", "protest", "vorgeworf", "vorwarf",
)  # fmt: skip
_FREE = frozenset({StatementType.FREE_INDIRECT, StatementType.INDIRECT_FREE_INDIRECT})
_COUNTED = frozenset({TimeRelation.AGO, TimeRelation.SINCE, TimeRelation.AFTER, TimeRelation.BEFORE})
_EDGES = frozenset({TimeRelation.UNTIL, TimeRelation.BEFORE, TimeRelation.AFTER, TimeRelation.FROM})
# Behind these an expression tells when something else was: "Pressemeldungen von Donnerstag".
_OF_SOMETHING = frozenset("vom von des der aus".split())
_BREAKS = ",;:„“"
_EARLY = 60  # characters; so near its beginning a report tells when it was: "Gestern forderte …"
_MONTH, _OLD = 32, 30  # days
_SENTENCES = 2  # before the statement's own
_REACH = 2000  # characters to either side, so that endless sentences take no endless time
_NEAR = 60  # characters that are looked at to know the word in front


@dataclass(frozen=True, slots=True)
class Candidate:
    """Days on which a statement may have been said, the words that tell them, and what speaks for them."""

    since: date
    until: date
    spans: tuple[Span, ...]
    features: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """A statement that was gone through, and its answer."""

    statement: Statement
    answer: SaidOn | None


@dataclass(frozen=True, slots=True)
class _Days:
    """An expression with the days that it tells, up to that of publication."""

    span: Span
    since: date
    until: date
    ref: TimeRef


class Surroundings:
    """An article as it is looked at: its sentences, expressions of time, and where statements stand."""

    def __init__(
        self,
        document: Document,
        statements: Sequence[Statement],
        refs: Sequence[TimeRef],
        published: date | None,
    ) -> None:
        self.text = document.text
        self.published = published
        self._starts = [document.tokens[sentence.start].start for sentence in document.sentences]
        self._days = [days for days in (_days(ref, published) for ref in refs) if days is not None]
        self._begins = [days.span.start for days in self._days]
        self._quoted = _merged(span for each in statements for span in each.quote)
        self._told = sorted(span.start for each in statements for span in (each.quote[0], *each.frame.spans))

    def sentence(self, position: int) -> int:
        """The number of the sentence in which the character stands."""
        return max(bisect_right(self._starts, position) - 1, 0)

    def bounds(self, sentence: int) -> Span:
        """Where the sentence begins and the next one does."""
        end = self._starts[sentence + 1] if sentence + 1 < len(self._starts) else len(self.text)
        return Span(self._starts[sentence], end)

    def days_between(self, start: int, end: int) -> list[_Days]:
        """The expressions that begin there and tell days."""
        return self._days[bisect_left(self._begins, start) : bisect_left(self._begins, end)]

    def is_quoted(self, span: Span) -> bool:
        """Whether it stands within the words of a statement."""
        number = bisect_right(self._quoted, span.start, key=lambda each: each.start) - 1
        return number >= 0 and span.end <= self._quoted[number].end

    def tells(self, bounds: Span) -> bool:
        """Whether a statement or its frame begins there."""
        return bisect_left(self._told, bounds.end) > bisect_left(self._told, bounds.start)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A statement, looked at once for all its candidates."""

    statement: Statement
    anchor: int  # where its cue begins, else the frame, else the words
    sentence: int  # of the anchor
    sentences: frozenset[int]  # of cue and frame
    bare: bool  # it has neither
    speaker: str
    pronoun: bool
    goes_on: bool
    goes_back: bool

    @property
    def free(self) -> bool:
        """Whether it is reported without being introduced."""
        return self.bare and self.statement.type in _FREE

    @property
    def begin(self) -> int:
        """Where its words or its frame begin, whichever comes first."""
        return min(span.start for span in (*self.statement.quote, *self.statement.frame.spans))


class Nearby:
    """A statement with the expressions of time around it, looked at once however often its candidates are asked for."""

    def __init__(self, around: Surroundings, statement: Statement) -> None:
        self._around = around
        self._asked = _asked(around, statement)
        self._near = list(_near(around, self._asked))

    def candidates(self, before: Sequence[Told]) -> list[Candidate]:
        """All days that may be meant, each once, with everything that speaks for it, where that was answered before."""
        features: dict[_Interval, set[str]] = {}
        spans: dict[_Interval, tuple[Span, ...]] = {}
        near = [(days.since, days.until, (days.span,), found) for days, found in self._near]
        kept = _kept(self._around, self._asked, before)
        carried = [(answer.since, answer.until, answer.spans, found) for answer, found in kept]
        for since, until, words, found in (*near, *carried):
            features.setdefault((since, until), set()).update(found)
            spans.setdefault((since, until), words)
        return [Candidate(*key, spans[key], frozenset(found)) for key, found in features.items()]


def _asked(around: Surroundings, statement: Statement) -> _Asked:
    cue, frame, quote = statement.cue.spans, statement.frame.spans, statement.quote
    anchor = (cue or frame or quote)[0].start
    sentence = around.sentence(anchor)
    text = around.text
    speaker = " ".join(span.of(text) for party in statement.speakers for span in party.mention).lower()
    words = " ".join(span.of(text) for span in frame or quote[:1]).lower().split()[: None if frame else 4]
    plain = [word.strip(",.:;") for word in words]
    return _Asked(
        statement,
        anchor,
        sentence,
        frozenset({around.sentence(span.start) for span in (*cue, *frame)} or {sentence}),
        not cue and not frame,
        speaker,
        speaker in _PRONOUNS,
        not _GOES_ON.isdisjoint(plain),
        not _GOES_BACK.isdisjoint(plain[:3]) or plain[:2] in (["nach", "deren"], ["laut", "ihm"]),
    )


def _near(around: Surroundings, asked: _Asked) -> Iterator[tuple[_Days, set[str]]]:
    """The expressions in the frame, in the statement's sentences and in the two before."""
    first = around.bounds(max(min(asked.sentence, *asked.sentences) - _SENTENCES, 0)).start
    end = max(around.bounds(max(asked.sentences)).end, asked.statement.quote[0].end)
    first, end = max(first, asked.anchor - _REACH), min(end, asked.anchor + _REACH)
    found = [(days, _place(around, asked, days)) for days in around.days_between(first, end)]
    framed = [abs(days.span.start - asked.anchor) for days, place in found if place == "frame"]
    for days, place in found:
        if place:
            features = {place, *_of_days(around, days, place.split()[0]), *_of_words(around, days)}
            if place == "frame":
                features |= {"frame nearest"} if abs(days.span.start - asked.anchor) == min(framed) else set()
                features |= {"frame with cue"} if asked.statement.cue.spans else set()
            if place in {"frame", "beside"}:
                apart = _is_apart(around.text, days.span.start, asked.anchor)
                features.add(f"{place}, other clause" if apart else f"{place}, same clause")
            elif place == "report":
                features |= {f"report {asked.statement.type}"}
                features |= {"report early"} if days.span.start - asked.statement.quote[0].start < _EARLY else set()
            elif place.startswith("before"):
                features |= _of_earlier(around, asked, days, place)
            yield days, features


def _place(around: Surroundings, asked: _Asked, days: _Days) -> str:
    """Where the expression stands, as seen from the statement; empty where it is not looked at."""
    sentence = around.sentence(days.span.start)
    quote, frame, cue = asked.statement.quote, asked.statement.frame.spans, asked.statement.cue.spans
    if _covers(quote, days.span):
        if sentence not in {around.sentence(quote[0].start), asked.sentence}:
            return ""
        return "report" if asked.bare or (cue and _covers(quote, cue[0])) else "quote"
    if _covers(frame, days.span):
        return "frame"
    if sentence in asked.sentences:
        return "beside"
    return {1: "before one", 2: "before two"}.get(asked.sentence - sentence, "")


def _of_days(around: Surroundings, days: _Days, place: str) -> set[str]:
    """How exact and how old the days are."""
    length = (days.until - days.since).days
    size = "day" if length == 0 else "days" if length < 8 else "month" if length < _MONTH else "long"
    found = {f"{place} {size}"}
    if days.ref.type is TimeType.DURATION:
        found.add(f"{place} counted")
    if days.ref.relation is TimeRelation.SINCE:
        found.add("since")
    elif days.ref.relation in _EDGES:
        found.add("edge")
    if around.published is not None:
        if length == 0 and (around.published - days.until).days <= 1:
            found.add(f"{place} recent")
        if (around.published - days.since).days > _OLD:
            found.add(f"{place} old")
    return found


def _of_words(around: Surroundings, days: _Days) -> set[str]:
    """What stands around the expression."""
    before = around.text[max(days.span.start - _NEAR, 0) : days.span.start].split()
    found = {"of something"} if before and before[-1] in _OF_SOMETHING else set()
    return found | ({"quoted"} if around.is_quoted(days.span) else set())


def _of_earlier(around: Surroundings, asked: _Asked, days: _Days, place: str) -> set[str]:
    """What binds a sentence before to the statement."""
    whole = around.bounds(around.sentence(days.span.start))
    bounds = Span(max(whole.start, days.span.start - _REACH), min(whole.end, days.span.start + _REACH))
    words = bounds.of(around.text).lower()
    spoken, untold = any(part in words for part in _UTTERANCES), not around.tells(bounds)
    names = {word for word in asked.speaker.split() if len(word) > 3 and word not in _ARTICLES}
    marks = {
        f"{place} spoken": spoken,
        f"{place} untold": untold,
        f"{place} untold, spoken": untold and spoken,
        f"{place} untold, pronoun": untold and asked.pronoun,
        f"{place} goes back": asked.goes_back,
        f"{place} bare": asked.bare,
        f"{place} pronoun": asked.pronoun,
        "before paragraph": "\n" in around.text[days.span.end : asked.anchor],
        "before bare": asked.bare,
        "before free": asked.free,
        "before pronoun": asked.pronoun,
        "before goes on": asked.goes_on,
        "before same person": any(name in words for name in names),
    }
    return {name for name, holds in marks.items() if holds}


def _kept(around: Surroundings, asked: _Asked, before: Sequence[Told]) -> Iterator[tuple[SaidOn, set[str]]]:
    """The answers of the last two statements."""
    for name, told in zip(("last", "last but one"), reversed(before), strict=False):
        if told.answer is not None:
            yield told.answer, {name, *(f"{name} {mark}" for mark in _links(around, asked, told.statement))}


def _links(around: Surroundings, asked: _Asked, other: Statement) -> Iterator[str]:
    """What binds the statement to an earlier one."""
    end = max(span.end for span in (*other.quote, *other.frame.spans))
    gap = around.sentence(asked.begin) - around.sentence(max(end - 1, 0))
    yield f"gap {max(0, min(gap, 3))}"
    speaker = " ".join(span.of(around.text) for party in other.speakers for span in party.mention).lower()
    shared = set(asked.speaker.split()) & set(speaker.split()) - _ARTICLES
    if shared:
        yield "same speaker"
    elif not asked.speaker:
        yield "no speaker"
    elif not asked.pronoun:
        yield "other speaker"
    marks = {
        "paragraph": "\n" in around.text[end : asked.begin],
        "bare": asked.bare,
        "free": asked.free,
        "pronoun": asked.pronoun,
        "goes on": asked.goes_on,
        "goes back": asked.goes_back,
        "same type": asked.statement.type is other.type,
    }
    yield from (name for name, holds in marks.items() if holds)


def _days(ref: TimeRef, published: date | None) -> _Days | None:
    """The days that an expression tells; None for open, vague, coming and repeated times."""
    if ref.since is None or ref.until is None or ref.value.endswith("_REF") or ref.type is TimeType.SET:
        return None
    if ref.type is TimeType.DURATION and ref.relation not in _COUNTED:
        return None
    if published is not None and ref.since > published:
        return None
    return _Days(ref.span, ref.since, ref.until if published is None else min(ref.until, published), ref)


def _covers(spans: Sequence[Span], span: Span) -> bool:
    return any(each.start <= span.start and span.end <= each.end for each in spans)


def _is_apart(text: str, first: int, second: int) -> bool:
    """Whether a mark between the places parts clauses."""
    between = text[min(first, second) : max(first, second)]
    return any(mark in between for mark in _BREAKS)


def _merged(spans: Iterator[Span]) -> list[Span]:
    """The same stretches without overlap, in order."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged
