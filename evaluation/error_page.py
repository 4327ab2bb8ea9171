"""Errors to look at: one page that loads nothing, needs no script, and shows gold and prediction side by side."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from markupsafe import Markup

from evaluation.corpus import CorpusDocument
from evaluation.excerpts import excerpt, stretches, windows
from evaluation.faults import FAULTS, ROLES, Case, Fault, counted
from evaluation.rendering import rendered, stored
from wortlaut.export.visible import one_line

__all__ = ["error_page"]

_SPLIT = " […] "


@dataclass(frozen=True, slots=True)
class _Choice:
    """A fault that can be chosen, and how often it is there."""

    name: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class _Row:
    """One part: its words on both sides, whether they differ, and how sure the reader is."""

    part: str
    gold: str
    predicted: str
    differs: bool
    is_german: bool
    sure: str


@dataclass(frozen=True, slots=True)
class _Card:
    number: int
    faults: tuple[_Choice, ...]
    gold: Markup | None
    predicted: Markup | None
    sure: str  # of the quote
    rows: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class _Section:
    name: str
    statements: int
    cards: tuple[_Card, ...]


def error_page(found: Sequence[Case], *, title: str) -> str:
    """The page as HTML text: all of `found` that have a fault, by document."""
    counts = counted(found)
    style = Markup(stored("errors.css") + "".join(map(_rule, FAULTS)))  # noqa: S704  our own file and names
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return rendered(
        "errors.html.j2",
        title=title,
        style=style,
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        groups=_groups(counts),
        sections=list(_sections(found)),
        gold=sum(case.gold is not None for case in found),
        predicted=sum(case.predicted is not None for case in found),
        pairs=sum(case.gold is not None and case.predicted is not None for case in found),
        faulty=sum(bool(case.faults) for case in found),
        right=sum(not case.faults for case in found),
    )


def _rule(fault: Fault) -> str:
    """The style that leaves only cases with that fault where it is chosen."""
    chosen = f"body:has(#only-{fault.name}:checked)"
    return f"{chosen} .case:not(.{fault.name}), {chosen} .document:not(:has(.{fault.name})) {{ display: none; }}\n"


def _groups(counts: Mapping[Fault, int]) -> list[tuple[str, list[_Choice]]]:
    grouped = groupby(FAULTS, key=lambda fault: fault.part)
    return [(part, [_choice(fault, counts[fault]) for fault in faults]) for part, faults in grouped]


def _choice(fault: Fault, count: int = 0) -> _Choice:
    return _Choice(fault.name, fault.way.value, count)


def _sections(found: Sequence[Case]) -> Iterator[_Section]:
    number = 0
    for _, group in groupby(found, key=lambda case: id(case.document)):
        of_document = list(group)
        faulty = [case for case in of_document if case.faults]
        cards = tuple(_card(number + place, case) for place, case in enumerate(faulty, start=1))
        number += len(cards)
        if cards:
            yield _Section(one_line(of_document[0].document.name), len(of_document), cards)


def _card(number: int, case: Case) -> _Card:
    sides = [each for each in (case.gold, case.predicted) if each is not None]
    shown = windows(case.document, sides)
    return _Card(
        number=number,
        faults=tuple(_Choice(fault.name, _told(fault), 0) for fault in case.faults),
        gold=None if case.gold is None else excerpt(case.document, shown, case.gold, case.predicted),
        predicted=None if case.predicted is None else excerpt(case.document, shown, case.predicted, case.gold),
        sure="" if case.sure is None else _percent(case.sure.quote),
        rows=tuple(_rows(case)),
    )


def _told(fault: Fault) -> str:
    return fault.way.value if fault.part == "statement" else f"{fault.part} {fault.way}"


def _rows(case: Case) -> Iterator[_Row]:
    """Labels and roles; no row for a role that is on neither side."""
    faulty = {fault.part for fault in case.faults}
    for part in ("type", "medium"):
        gold, predicted = (getattr(side, part) if side else "" for side in (case.gold, case.predicted))
        yield _Row(part, gold, predicted, part in faulty, False, _sure(case, part))
    for role in ROLES:
        words = [_words(case.document, side.part(role)) if side else "" for side in (case.gold, case.predicted)]
        if any(words):
            yield _Row(role, words[0], words[1], role in faulty, True, _sure(case, role))


def _words(document: CorpusDocument, tokens: frozenset[int]) -> str:
    return _SPLIT.join(one_line(span.of(document.text)) for span in stretches(document, tokens))


def _sure(case: Case, part: str) -> str:
    value = None if case.sure is None else getattr(case.sure, part)
    return "" if value is None else _percent(value)


def _percent(value: float) -> str:
    return f"{100 * value:.0f} %"
