"""How well persons and organisations are linked across articles, on pairs of evidence that were marked by hand.

`linking.tsv` holds pairs of what two articles say of somebody, and what a careful reader answers: `same`, `different`,
or `doubtful`, a case for a person to decide. Those of the part `build` were written together with the rules, those of
`measure` after them; neither says how often news has such cases. A link that should not be is the worst fault: it is
counted apart.

The key that brings romanisations together is measured on two things: the names and aliases of the shipped list, and the
names that stand in a corpus, where the groups of different names with one key are listed to be looked at.
"""

from __future__ import annotations

import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from evaluation.corpus import MalformedFile
from wortlaut.meaning.actors import Actors, shipped
from wortlaut.meaning.actors.folding import fold, skeleton
from wortlaut.meaning.linking import Evidence, KnownActor, Linked, Linker, divided, similar
from wortlaut.meaning.linking.listed import are_near
from wortlaut.meaning.linking.names import PersonName, clean, person_name
from wortlaut.meaning.linking.wordlists import first_name_genders
from wortlaut.types import PartyKind

__all__ = ["ANSWERS", "CASES", "Aliases", "Answers", "Case", "aliases", "answer", "linking", "measure", "read_cases"]

CASES = Path(__file__).with_name("linking.tsv")
ANSWERS = ("same", "different", "doubtful")
_COLUMNS = 11
_PARTS = ("build", "measure")
_PART = r"(?:[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)*|[A-Z]\.)"
_NAME = re.compile(
    rf"(?<![\w-]){_PART}(?: (?:(?:von|van|de|der|zu|di|da|al|el|bin|ibn) ){{0,2}}{_PART}){{1,3}}(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class Case:
    """Two pieces of evidence with the right answer; `listed` is an id of the list where it stands for the second."""

    line: int
    part: str
    right: str
    one: Evidence
    other: Evidence | None
    listed: str

    def __str__(self) -> str:
        """The case on a line."""
        other = self.listed or f"{self.other.name} ({self.other.office or '-'})" if self.other else self.listed
        return f"{self.right}: {self.one.name} ({self.one.office or '-'}) / {other}"


@dataclass(slots=True)
class Answers:
    """How often each right answer was answered how, and the cases that were not answered right."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def of(self, right: str, given: str) -> int:
        """How many with that right answer were given this one."""
        return self.counts[right, given]

    @property
    def right(self) -> int:
        """How many were answered right."""
        return sum(self.counts[each, each] for each in ANSWERS)


@dataclass(frozen=True, slots=True)
class Aliases:
    """Of the pairs of a full name and a full alias in the list, how many each key brings together."""

    pairs: int
    folded: int
    romanised: int
    doubtful: int  # by no key, but told as a near spelling
    skeleton: int


def read_cases(path: Path = CASES) -> Iterator[Case]:
    """The cases of a list; raises `MalformedFile`."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise MalformedFile(f"{path}: cannot be read ({error})") from error
    rows = [(number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
    for number, line in rows[1:]:
        cells = line.split("\t")
        if len(cells) != _COLUMNS or cells[0] not in _PARTS or cells[1] not in ANSWERS:
            raise MalformedFile(f"{path}, line {number}: {_COLUMNS} cells are needed, the second one of {ANSWERS}")
        try:
            one = _evidence(cells[2:6])
            other = None if cells[6] == "actor" else _evidence(cells[6:10])
        except ValueError as error:
            raise MalformedFile(f"{path}, line {number}: {error}") from error
        yield Case(number, cells[0], cells[1], one, other, cells[7] if other is None else "")


def _evidence(cells: Sequence[str]) -> Evidence:
    kind, name, office, day = cells
    return Evidence(PartyKind(kind), name, office or None, date.fromisoformat(day) if day else None)


def answer(case: Case, linker: Linker, actors: Actors) -> str:
    """What linking answers: the same actor without a doubt, two, or a case to decide."""
    one = linker.link(case.one)
    listed = actors.persons.get(case.listed)
    other = linker.link(case.other) if case.other else Linked(case.listed, listed.name if listed else case.listed)
    if one.actor is None or other.actor is None or one.doubt or other.doubt:
        return "doubtful"
    found = [_known(one, case.one), _known(other, case.other or Evidence(PartyKind.PERSON, other.name))]
    if one.actor == other.actor:
        return "doubtful" if _is_divided(found) else "same"
    return "doubtful" if similar(found) else "different"


def _known(linked: Linked, evidence: Evidence) -> KnownActor:
    offices = (evidence.office,) if evidence.office else ()
    return KnownActor(linked.actor or "", evidence.kind, linked.name, (evidence.name,), offices, 1)


def _is_divided(found: Sequence[KnownActor]) -> bool:
    offices = tuple(office for each in found for office in each.offices)
    return bool(divided([KnownActor(found[0].id, found[0].kind, found[0].name, (), offices, 2)]))


def measure(cases: Iterable[Case], actors: Actors) -> Answers:
    """The answers to all cases."""
    linker, answers = Linker(actors), Answers()
    for case in cases:
        given = answer(case, linker, actors)
        answers.counts[case.right, given] += 1
        if given != case.right:
            answers.wrong.append(f"line {case.line}, {case}: {given}")
    return answers


def aliases(actors: Actors) -> Aliases:
    """How many of the list's pairs of a name and an alias, both full, each key brings together."""
    found: Counter[str] = Counter()
    for person in actors.persons.values():
        name = person_name(person.name)
        for text in person.aliases:
            alias = person_name(text)
            if alias.is_full:
                found.update(["pairs", *_brought_together(name, alias)])
    return Aliases(*(found[key] for key in ("pairs", "folded", "romanised", "doubtful", "skeleton")))


def _brought_together(one: PersonName, other: PersonName) -> Iterator[str]:
    if one.words == other.words:
        yield "folded"
    if one.key == other.key:
        yield "romanised"
    elif are_near(one, other):
        yield "doubtful"
    if skeleton(" ".join(one.words)) == skeleton(" ".join(other.words)):
        yield "skeleton"


def _names_in(path: Path) -> Iterator[str]:
    """Runs of words in capitals that begin with a first name, in the lines of a text, plain or xz."""
    genders = first_name_genders()
    with lzma.open(path) if path.suffix == ".xz" else path.open("rb") as file:
        for line in file:
            for found in _NAME.finditer(line.decode("utf-8")):
                if re.split("[- ]", fold(found.group()))[0] in genders:
                    yield found.group()


def _groups(names: Iterable[str], key: Callable[[PersonName], object]) -> list[list[str]]:
    """The names that are written differently and share a key."""
    found: defaultdict[object, set[str]] = defaultdict(set)
    for text in names:
        name = person_name(text)
        found[key(name)].add(" ".join(name.words))
    return sorted(sorted(group) for group in found.values() if len(group) > 1)


def _print_corpus(paths: Sequence[Path]) -> None:
    names = {name for path in paths for text in _names_in(path) if (name := clean(text))}
    print(f"{len(names)} different names")
    by_key = _groups(names, lambda name: name.key)
    by_sound = _groups(names, lambda name: skeleton(" ".join(name.words)))
    print(f"groups with one key: {len(by_key)} romanised, {len(by_sound)} by sound alone")
    for kind, groups in (("key", by_key), ("sound", by_sound)):
        for group in groups:
            print(f"  {kind}: {' / '.join(group)}")


def linking(
    cases: Annotated[Path, typer.Option("--cases", help="The list of marked cases.")] = CASES,
    *,
    part: Annotated[str, typer.Option("--part", help="Of the list: build or measure.")] = "measure",
    corpus: Annotated[
        list[Path] | None, typer.Option("--corpus", help="A text, plain or xz: list names that share a key.")
    ] = None,
    show_wrong: Annotated[bool, typer.Option("--wrong", help="List the cases that are not right.")] = False,
) -> None:
    """Measure how well persons and organisations are linked across articles, and what the keys of names bring."""
    actors = shipped()
    answers = measure((case for case in read_cases(cases) if case.part == part), actors)
    print(f"{'right answer':14}" + "".join(f"{given:>11}" for given in ANSWERS))
    for right in ANSWERS:
        print(f"{right:14}" + "".join(f"{answers.of(right, given):11}" for given in ANSWERS))
    total = sum(answers.counts.values())
    linked = sum(answers.of(right, "same") for right in ANSWERS)
    print(f"right {answers.right} of {total}; linked though not the same {linked - answers.of('same', 'same')}")
    found = aliases(actors)
    print(
        f"names and aliases of the list: {found.pairs} pairs, together by folding {found.folded}, by the key"
        f" {found.romanised}, told as doubtful {found.doubtful}; by sound alone {found.skeleton}"
    )
    for line in answers.wrong if show_wrong else ():
        print(f"  {line}")
    if corpus:
        _print_corpus(corpus)
