"""A record in which people and readers do whatever they like, and a plain account of what must hold.

The account knows nothing of how the record resolves decisions: it keeps every decision with the words that it was
about, and asks of each part of each statement who spoke of it last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from tests.record.builder import article, keep
from tests.record.coding import book
from wortlaut.decisions import Add, Confirm, Correct, Decision, Entry, Reject, SaidDays, Undo, Values, Who
from wortlaut.errors import DecisionImpossible
from wortlaut.record import Kept, Record
from wortlaut.record.tables.rows import SHOWN
from wortlaut.types import (
    Act,
    Article,
    Confidence,
    Found,
    Labelled,
    Medium,
    Origin,
    Part,
    Party,
    PartyKind,
    Provenance,
    Span,
    Standing,
    Statement,
    StatementPart,
    StatementType,
    Withdrawn,
    statement_id,
)

__all__ = ["World"]

_NAMES = ("Mara Lind", "Ole Brandis", "Tanja Weddel", "Jost Harms", "die Reederei", "sie", "er", "der Rat")
_VERBS = ("sagte", "rief", "betonte", "forderte", "bestritt", "versprach")
_WORDS = tuple(
    "Brücke Fähre Hafen Deich Kanal Rat Haushalt Schule Ufer Markt Turm Lotse Werft Schleuse Damm Bahn".split()
)
_READERS = tuple(Provenance("gewürfelt", f"sha256:{at}", "0") for at in range(3))
_PEOPLE = ("Anna", "Ben", "Cem")
_WHOLE = frozenset(StatementPart) - {StatementPart.LABELS}
_BOOKS = (book("orte", "Hafen", "Turm"), book("bauten", "Damm", "Werft", exclusive=True))


@dataclass(frozen=True, slots=True)
class _Said:
    """A decision with the words that it was about; `words` is None for a rejection of the whole statement.

    What takes an article back is about no statement.
    """

    number: int
    statement: str | None
    words: dict[StatementPart, object] | None
    undoes: int | None = None
    takes_back: Withdrawn | None = None


class World:
    """Articles that are written, read, decided about and rewritten at random, always the same for one seed."""

    def __init__(self, record: Record, *, seed: int, articles: int = 4, labels: bool = False) -> None:
        self._random = Random(seed)
        self._record = record
        self._articles = [self._new_article(at) for at in range(articles)]
        self._said: list[_Said] = []
        self._former: list[Article] = []
        self.refused = 0
        for kept in _BOOKS if labels else ():
            record.put_codebook(kept)
        # Without codebooks nobody can speak of labels.
        self._parts = tuple(part for part in StatementPart if labels or part is not StatementPart.LABELS)
        for each in self._articles:
            if self._random.random() < 0.25:
                self._take_back(each)
            self._read(each)

    def step(self) -> None:
        """Nothing; somebody did something."""
        at = self._random.randrange(len(self._articles))
        chance = self._random.random()
        if chance < 0.12:
            self._read(self._articles[at])
        elif chance < 0.18:
            self._former.append(self._articles[at])
            self._articles[at] = self._rewritten(self._articles[at])
            self._read(self._articles[at])
        elif chance < 0.2 and self._former:
            self._read(self._random.choice(self._former))
        elif chance < 0.25:
            self._take_back(self._articles[at])
        else:
            self._decide(self._articles[at])

    def faults(self) -> Iterator[str]:
        """What holds in the record against what people decided."""
        waiting = {(each.entry.number, each.part) for each in self._record.waiting()}
        active = self._active()
        found = {
            each.statement.id: each for item in self._articles for each in self._record.of_content(item, hidden=True)
        }
        for item in self._articles:
            yield from self._wrongly_in_view(item, [each.takes_back for each in active])
        for name in {each.statement for each in active if each.statement is not None}:
            yield from _against(name, [each for each in active if each.statement == name], found.get(name), waiting)
        for name, each in found.items():
            spoken = {part for said in active if said.statement == name for part in said.words or ()}
            if {verdict.part for verdict in each.verdicts} - spoken - {None}:
                yield f"{name} has verdicts that nobody gave"

    def _wrongly_in_view(self, item: Article, taken_back: Sequence[Withdrawn | None]) -> Iterator[str]:
        """How what is in view of the article is not what was not taken back."""
        is_out = any(each is not None and each.article == item.id and _reaches(each, item) for each in taken_back)
        if self._record.head(item.id).is_withdrawn != is_out:
            yield f"{item.id}: taken back {is_out}"
        for found in self._record.of_content(item, hidden=True):
            if found.standing in (SHOWN if is_out else {Standing.WITHDRAWN}):
                yield f"{found.statement.id}: its article was taken back {is_out}, it stands as {found.standing}"

    def _active(self) -> list[_Said]:
        """What was said and counts, in order: an undoing counts unless a later one that counts undoes it."""
        undone: set[int] = set()
        for each in reversed(self._said):
            if each.undoes is not None and each.number not in undone:
                undone.add(each.undoes)
        return [each for each in self._said if each.undoes is None and each.number not in undone]

    def _new_article(self, number: int) -> Article:
        text = " ".join(self._sentence() for _ in range(self._random.randrange(4, 9)))
        return replace(article(text, url=f"https://example.org/{number}"), revision=1)

    def _sentence(self) -> str:
        name, verb = self._random.choice(_NAMES), self._random.choice(_VERBS)
        words = " ".join(self._random.choices(_WORDS, k=self._random.randrange(3, 8)))
        return f"„{words}“, {verb} {name}."

    def _rewritten(self, item: Article) -> Article:
        """Another version, unlike all former ones: words changed, sentences put in or taken out."""
        texts = {item.text, *(each.text for each in self._former)}
        while (changed := self._changed(item)).text in texts:
            pass
        return changed

    def _changed(self, item: Article) -> Article:
        sentences = item.text.split(". ")
        at = self._random.randrange(len(sentences))
        match self._random.randrange(3):
            case 0:
                sentences.insert(at, self._sentence().rstrip("."))
            case 1 if len(sentences) > 3:
                del sentences[at]
            case _:
                words = sentences[at].split(" ")
                words[self._random.randrange(len(words))] = self._random.choice(_WORDS)
                sentences[at] = " ".join(words)
        return replace(article(". ".join(sentences), url=item.url), revision=(item.revision or 0) + 1)

    def _read(self, item: Article) -> None:
        made_by = self._random.choice(_READERS)
        keep(self._record, item, list(self._statements(item, made_by)), made_by=made_by)

    def _statements(self, item: Article, made_by: Provenance) -> Iterator[Statement]:
        """What a reader of no great care finds."""
        used: set[str] = set()
        start = 0
        for sentence in item.text.split(". "):
            end = start + len(sentence)
            close = item.text.find("“", start, end)
            if close > start + 8 and self._random.random() < 0.85:
                quote = (Span(start + self._random.choice((0, 0, 0, 1)), close + self._random.choice((0, 1))),)
                name = statement_id(item, quote, 0)
                if name not in used:
                    used.add(name)
                    yield self._statement(item, name, quote, Span(close + 3, end), made_by)
            start = end + 2

    def _statement(
        self, item: Article, name: str, quote: tuple[Span, ...], behind: Span, made_by: Provenance
    ) -> Statement:
        verb_end = item.text.find(" ", behind.start, behind.end)
        cue = Span(behind.start, verb_end if verb_end > 0 else behind.end)
        speaker = Span(min(cue.end + 1, behind.end - 1), behind.end)
        return Statement(
            id=name,
            article_id=item.id,
            type=self._random.choice(tuple(StatementType)),
            medium=Medium.SPEECH,
            quote=quote,
            cue=Part((cue,), 0.9),
            frame=Part((behind,), 0.8),
            speakers=(Party((speaker,), 0.7),),
            addressees=(),
            parent=None,
            confidence=Confidence(self._random.random(), 0.5, 0.5),
            made_by=made_by,
        )

    def _take_back(self, item: Article) -> None:
        revision = self._random.choice((None, item.revision, item.revision, (item.revision or 0) - 1))
        taken_back = Withdrawn(item.id, Origin("agentur.xml"), source="dpx", revision=revision)
        if self._record.withdraw(taken_back) is Kept.STORED:
            (number, _) = (self._record.history_head() or "").split()
            self._said.append(_Said(int(number), None, None, takes_back=taken_back))

    def _decide(self, item: Article) -> None:
        decision = self._decision(item)
        if decision is None:
            return
        try:
            entry = self._record.decide(decision, by=self._random.choice(_PEOPLE))
        except DecisionImpossible:
            self.refused += 1
            return
        self._said.append(_said(decision, entry, item.text))

    def _decision(self, item: Article) -> Decision | None:
        found = self._record.of_content(item, hidden=True)
        pick = self._random.choice(found).statement.id if found else None
        chance = self._random.random()
        if chance < 0.2 and self._said:
            return Undo(self._random.choice(self._said).number)
        if chance < 0.3 or pick is None:
            values = self._values(item, {StatementPart.QUOTE, StatementPart.TYPE, StatementPart.SPEAKERS})
            return Add(item.id, values)
        parts = set(self._random.sample(self._parts, k=self._random.randrange(1, 4)))
        if chance < 0.45:
            return Confirm(pick, tuple(part for part in StatementPart if part in parts))
        if chance < 0.6:
            return Reject(pick, () if self._random.random() < 0.6 else (StatementPart.SPEAKERS, StatementPart.CUE))
        return Correct(pick, self._values(item, parts - {StatementPart.PARENT}))

    def _values(self, item: Article, parts: set[StatementPart]) -> Values:
        values = Values()
        for part in StatementPart:
            if part in parts:
                values = replace(values, **{part: self._value(item, part)})  # type: ignore[arg-type]
        return values

    def _value(self, item: Article, part: StatementPart) -> object:
        if part is StatementPart.TYPE:
            return self._random.choice(tuple(StatementType))
        if part is StatementPart.MEDIUM:
            return self._random.choice(tuple(Medium))
        if part is StatementPart.ACT:
            return self._random.choice(tuple(Act))
        if part is StatementPart.SAID_ON:
            days = [date(2026, 1, 1 + self._random.randrange(28)) for _ in range(2)]
            return SaidDays(*sorted(days)) if self._random.random() < 0.8 else SaidDays()
        if part is StatementPart.VENUE:
            return self._random.choice(("", "Sitzung in Örling", "Rathaus"))
        if part is StatementPart.LABELS:
            kept = self._random.choice(_BOOKS)
            category = self._random.choice(kept.categories)
            return (Labelled(kept.name, category.id, self._random.random() < 0.6),)
        if part is StatementPart.WHO:
            name = self._random.choice(_NAMES)
            return (Who(PartyKind.PERSON, name, f"person:{name.lower()}"),)
        words = [at for at, char in enumerate(item.text[:-1]) if at == 0 or item.text[at - 1] == " " or char == " "]
        start = self._random.choice([at for at in words if item.text[at] != " "])
        end = min(len(item.text), start + self._random.randrange(4, 40))
        span = Span(start, end)
        if part in (StatementPart.SPEAKERS, StatementPart.ADDRESSEES):
            return ((span,),)
        return (span,)


def _said(decision: Decision, entry: Entry, text: str) -> _Said:
    if isinstance(decision, Undo):
        return _Said(entry.number, entry.statement, None, undoes=decision.entry)
    if entry.values is None:
        return _Said(entry.number, entry.statement, None)
    words = {part: _in_words(getattr(entry.values, part), text) for part in entry.values.parts()}
    return _Said(entry.number, entry.statement, words)


def _reaches(taken_back: Withdrawn, item: Article) -> bool:
    return taken_back.revision is None or item.revision is None or item.revision <= taken_back.revision


def _in_words(value: object, text: str) -> object:
    """A value with its words in place of the places."""
    if isinstance(value, Span):
        return " ".join(value.of(text).split())
    if isinstance(value, tuple):
        return tuple(_in_words(each, text) for each in value)
    return value


def _value_of(found: Found, part: StatementPart) -> object:
    statement = found.statement
    match part:
        case StatementPart.CUE | StatementPart.FRAME:
            return getattr(statement, part).spans
        case StatementPart.SPEAKERS | StatementPart.ADDRESSEES:
            return tuple(each.mention for each in getattr(statement, part))
        case StatementPart.PARENT:
            return statement.parent or ""
        case StatementPart.ACT:
            return None if found.sense is None else found.sense.act
        case StatementPart.SAID_ON:
            said = None if found.sense is None else found.sense.said_on
            return SaidDays() if said is None else SaidDays(said.since, said.until)
        case StatementPart.VENUE:
            return "" if found.sense is None or found.sense.venue is None else found.sense.venue.name
        case StatementPart.WHO:
            return tuple(Who(each.kind, each.name, each.actor) for each in found.speakers)
        case _:
            return getattr(statement, part)


def _others_speak(last: _Said, said: Sequence[_Said]) -> bool:
    """Whether somebody said later that others speak, and not who those are."""
    return any(
        StatementPart.SPEAKERS in (each.words or ()) and StatementPart.WHO not in (each.words or ())
        for each in said
        if each.number > last.number
    )


def _against(
    name: str, said: Sequence[_Said], found: Found | None, waiting: set[tuple[int, StatementPart | None]]
) -> Iterator[str]:
    """How one statement is not as people decided; what waits for a place is told, and so no fault."""
    if found is None:
        yield from (f"{name}: entry {each.number} is lost" for each in said if (each.number, None) not in waiting)
        return
    is_rejected = said[-1].words is None and (said[-1].number, None) not in waiting
    if (found.standing is Standing.REJECTED) != is_rejected:
        yield f"{name}: rejected {is_rejected}, stands as {found.standing}"
    yield from _labels_against(name, said, found)
    for part in _WHOLE - {StatementPart.PARENT}:
        last = next((each for each in reversed(said) if each.words is not None and part in each.words), None)
        if last is None or last.words is None or (last.number, part) in waiting:
            continue
        if part is StatementPart.WHO and _others_speak(last, said):
            continue
        if _in_words(_value_of(found, part), found.article.text) != last.words[part]:
            yield f"{name}: {part} is not as entry {last.number} says"


def _labels_against(name: str, said: Sequence[_Said], found: Found) -> Iterator[str]:
    """How the labels of a statement are not as people said of each of them last."""
    last: dict[tuple[str, str], tuple[int, bool]] = {}
    for each in said:
        labels = (each.words or {}).get(StatementPart.LABELS, ())
        assert isinstance(labels, tuple)
        last |= {(label.codebook, label.category): (each.number, label.applies) for label in labels}
    for (codebook, category), (number, applies) in last.items():
        there = [each.entry for each in found.labels if (each.codebook, each.category) == (codebook, category)]
        if there != ([number] if applies else []):
            yield f"{name}: {codebook}:{category} is not as entry {number} says"
