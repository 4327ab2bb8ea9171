"""The command that measures announced events against the marks of `events.jsonl` (`events.md` says how they are made).

A finding is right where one of its words is a word of a marked event that no other finding has; what is found of
events marked as optional counts neither way. Of the right ones each slot is compared: who, where and agenda are right
where every place that must be given is met and nothing else is given; when, where the days are those of the mark.
"""

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from evaluation.corpus import MalformedFile, read_texts
from evaluation.given import lines_of, number_of, published_of
from wortlaut.language import analyse
from wortlaut.meaning.events import announced
from wortlaut.meaning.events.finding import spoken
from wortlaut.meaning.events.lexicon import naming
from wortlaut.meaning.when import times
from wortlaut.types import AnnouncedEvent, Document, EventKind, EventStatus, Span

__all__ = [
    "Half",
    "Marked",
    "MarkedArticle",
    "Tally",
    "baseline",
    "events",
    "interval",
    "pairs",
    "read_marks",
    "share",
    "tally",
]

_MARKS = Path(__file__).with_name("events.jsonl")
_SLOTS = ("kind", "status", "who", "where", "when", "agenda")
_Z = 1.96  # for 95 of 100


class Half(StrEnum):
    """Which of the marked articles."""

    BUILD = "build"
    MEASURE = "measure"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked event; `given` has per slot the places that must be given, `free` those that may be."""

    kinds: frozenset[EventKind]
    status: EventStatus
    what: tuple[Span, ...]  # the word itself first
    given: Mapping[str, tuple[Span, ...]]
    free: Mapping[str, tuple[Span, ...]]
    days: tuple[tuple[date | None, date | None], ...]
    is_optional: bool


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article of the corpus with its marks."""

    name: str
    drawn: str
    document: Document
    published: date | None
    events: tuple[Marked, ...]


@dataclass(slots=True)
class Tally:
    """How many events are marked, how many were found, how many of these are marked; slots of the right ones.

    `asked` counts those for which the slot is marked or was given, `right` of these; `all_right` of all right findings
    those whose slot is as marked, also where it is rightly left empty.
    """

    marked: int = 0
    found: int = 0
    right: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    slot_right: Counter[str] = field(default_factory=Counter)
    all_right: Counter[str] = field(default_factory=Counter)


def events(
    corpus: Annotated[Path, typer.Option("--corpus", help="The quotation corpus that is marked, plain or gzip.")],
    *,
    marks: Annotated[Path, typer.Option("--marks", help="The marks, JSON Lines.")] = _MARKS,
    half: Annotated[Half, typer.Option("--half", help="Which of the marked articles.")] = Half.MEASURE,
    told: Annotated[
        bool, typer.Option("--told", help="Who and where of events that are over; --marks told.jsonl.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Measure announced events, and beside them the baseline, against marked articles."""
    articles = read_marks(marks, corpus, half)
    if told:
        made = tally(articles, _spoken_of)
        print(json.dumps(_figures(made)) if as_json else _slots(made, ("who", "where")))
        return
    measured = {"found": tally(articles, _found), "baseline": tally(articles, baseline)}
    for drawn in sorted({each.drawn for each in articles}):
        measured[f"found, drawn: {drawn}"] = tally([each for each in articles if each.drawn == drawn], _found)
    if as_json:
        print(json.dumps({name: _figures(each) for name, each in measured.items()}))
        return
    print(f"{len(articles)} articles")
    for name, each in measured.items():
        print(f"{name}: {_line(each)}")
    print(_slots(measured["found"]))


def _found(article: MarkedArticle) -> tuple[AnnouncedEvent, ...]:
    return announced(article.document, article.published)


def _spoken_of(article: MarkedArticle) -> tuple[AnnouncedEvent, ...]:
    found = spoken(article.document, article.published)
    return (*found.announced, *found.mentioned)


def baseline(article: MarkedArticle) -> tuple[AnnouncedEvent, ...]:
    """What is found by taking every time to come with the nearest event noun of its sentence."""
    return tuple(_nearest(article))


def _nearest(article: MarkedArticle) -> Iterator[AnnouncedEvent]:
    document, words = article.document, article.document.words()
    for ref in times(document, article.published):
        if article.published is None or ref.until is None or ref.until < article.published:
            continue
        sentence = next(each for each in document.sentences if document.tokens[each.end - 1].end > ref.span.start)
        nouns = [
            (abs(document.tokens[place].start - ref.span.start), place)
            for place in range(sentence.start, sentence.end)
            if words[place][:1].isupper() and naming(words[place])
        ]
        named = naming(words[min(nouns)[1]]) if nouns else None
        if named is not None:
            place = min(nouns)[1]
            yield AnnouncedEvent(
                named.kind, EventStatus.ANNOUNCED, words[place], (document.tokens[place],), (), (), (ref.span,),
                ref.since, ref.until, (), None, 0.0,
            )  # fmt: skip


def tally(articles: Iterable[MarkedArticle], find: Callable[[MarkedArticle], Sequence[AnnouncedEvent]]) -> Tally:
    """The figures of what `find` finds in the articles."""
    made = Tally()
    for article in articles:
        made.marked += sum(not each.is_optional for each in article.events)
        for event, mark in pairs(article, find(article)):
            if mark is not None and mark.is_optional:
                continue
            made.found += 1
            if mark is not None:
                made.right += 1
                _compare(made, event, mark)
    return made


def pairs(article: MarkedArticle, found: Sequence[AnnouncedEvent]) -> list[tuple[AnnouncedEvent, Marked | None]]:
    """Every finding with the mark that it meets, each mark with one finding only, but optional ones with any number."""
    open_marks = list(article.events)
    made: dict[int, Marked | None] = {}
    for meets in (_meets_word, _meets):
        for number, event in enumerate(found):
            if made.get(number) is None:
                mark = next((each for each in open_marks if meets(event, each)), None)
                made[number] = mark
                if mark is not None and not mark.is_optional:
                    open_marks.remove(mark)
    return [(event, made[number]) for number, event in enumerate(found)]


def _meets_word(event: AnnouncedEvent, mark: Marked) -> bool:
    return _touch(event.what[0], mark.what[0])


def _meets(event: AnnouncedEvent, mark: Marked) -> bool:
    return any(_touch(one, other) for one in event.what for other in mark.what)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _compare(made: Tally, event: AnnouncedEvent, mark: Marked) -> None:
    given = {
        "who": tuple(part.span for part in event.who),
        "where": tuple(part.span for part in event.where),
        "agenda": event.agenda,
    }
    for slot in _SLOTS:
        if slot == "kind":
            right, asked = event.kind in mark.kinds, True
        elif slot == "status":
            right, asked = event.status is mark.status, True
        elif slot == "when":
            right, asked = _is_when(event, mark), True
        else:
            right = _is_slot(given[slot], mark.given.get(slot, ()), mark.free.get(slot, ()))
            asked = bool(given[slot] or mark.given.get(slot))
        made.asked[slot] += asked
        made.slot_right[slot] += asked and right
        made.all_right[slot] += right


def _is_slot(found: Sequence[Span], given: Sequence[Span], free: Sequence[Span]) -> bool:
    is_met = all(any(_touch(each, span) for span in found) for each in given)
    return is_met and all(any(_touch(span, each) for each in (*given, *free)) for span in found)


def _is_when(event: AnnouncedEvent, mark: Marked) -> bool:
    if not mark.days:
        places = (*mark.given.get("when", ()), *mark.free.get("when", ()))
        return any(_touch(span, each) for span in event.when for each in places)
    if mark.kinds == {EventKind.DEADLINE}:
        return any(event.until == until for _, until in mark.days)
    return (event.since, event.until) in mark.days


def interval(right: int, of: int) -> tuple[float, float]:
    """The interval (Wilson) in which a share lies in 95 of 100 cases, 0 to 1 where nothing was counted."""
    if not of:
        return 0.0, 1.0
    share = right / of
    middle = share + _Z**2 / (2 * of)
    width = _Z * math.sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2))
    whole = 1 + _Z**2 / of
    return (middle - width) / whole, (middle + width) / whole


def share(right: int, of: int) -> str:
    """The share in percent with its interval, and of how many it is."""
    low, high = interval(right, of)
    return f"{100 * right / of if of else 0:.1f} [{100 * low:.0f}-{100 * high:.0f}] ({right} of {of})"


def _line(made: Tally) -> str:
    return f"precision {share(made.right, made.found)}, recall {share(made.right, made.marked)}"


def _slots(made: Tally, slots: Sequence[str] = _SLOTS) -> str:
    return "\n".join(
        f"  {slot}: {share(made.slot_right[slot], made.asked[slot])} where there is one, "
        f"{share(made.all_right[slot], made.right)} of all found"
        for slot in slots
    )


def _figures(made: Tally) -> dict[str, object]:
    return {
        "marked": made.marked,
        "found": made.found,
        "right": made.right,
        "asked": dict(made.asked),
        "slot_right": dict(made.slot_right),
        "all_right": dict(made.all_right),
    }


def read_marks(marks: Path, corpus: Path, half: Half) -> list[MarkedArticle]:
    """The marked articles of the half, in the order of the corpus; raises `MalformedFile`."""
    marked = _read(marks, half)
    made = []
    for text in read_texts(corpus):
        number = number_of(text.name)
        if number in marked:
            drawn, found = marked.pop(number)
            made.append(MarkedArticle(text.name, drawn, analyse(text.text), published_of(text.name), found))
    if marked:
        raise MalformedFile(f"{marks}: {len(marked)} documents are not in {corpus}, {min(marked)} among them")
    return made


def _read(path: Path, half: Half) -> dict[str, tuple[str, tuple[Marked, ...]]]:
    made = {}
    for line, place in lines_of(path):
        try:
            value = json.loads(line)
            if half is Half.ALL or Half(value["half"]) is half:
                made[str(value["doc"])] = (str(value["drawn"]), tuple(_mark(each) for each in value["events"]))
        except (KeyError, TypeError, ValueError) as error:
            raise MalformedFile(f"{place}: no marks ({type(error).__name__}: {error})") from error
    return made


def _mark(value: dict[str, object]) -> Marked:
    slots = {slot: value.get(slot, []) for slot in ("who", "where", "when", "agenda")}
    return Marked(
        frozenset(EventKind(str(each)) for each in _list(value["kind"])),
        EventStatus(str(value.get("status", "announced"))),
        (_span(_list(value["what"])), *(_span(_list(each)) for each in _list(value.get("also", [])))),
        {
            slot: tuple(_span(_list(each)) for each in _list(places) if len(_list(each)) == 2)
            for slot, places in slots.items()
        },
        {
            slot: tuple(_span(_list(each)) for each in _list(places) if len(_list(each)) > 2)
            for slot, places in slots.items()
        },
        tuple((_day(_list(each)[0]), _day(_list(each)[1])) for each in _list(value.get("days", []))),
        bool(value.get("optional", False)),
    )


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(f"a list is needed, not {type(value).__name__}")
    return value


def _span(value: Sequence[object]) -> Span:
    return Span(int(str(value[0])), int(str(value[1])))


def _day(value: object) -> date | None:
    return None if value is None else date.fromisoformat(str(value))
