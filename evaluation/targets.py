"""The command that measures whom or what the acts of statements are said to be directed at, against the gold.

The acts are the gold's, so that only the target is judged; quotes and cues are the corpus' own, or with `--raw` the
reader's, where a statement that was not found counts as wrong. Names of persons and bodies are compared in full, as
speakers are; of everything else the noun, or strictly the whole phrase. Where the gold has no target, it is counted how
often one is given. Beside the stage stand two baselines: the addressee, else what the cue or the quote names first; and
whoever spoke last before, else the addressee. Intervals are drawn over documents.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from evaluation.bootstrap import Draws, Interval
from evaluation.corpus import CorpusDocument, MalformedFile
from evaluation.given import documents_of, lines_of, paired, published_of, statements_of
from evaluation.tables import wide
from evaluation.who import same_name
from wortlaut.language import analyse
from wortlaut.meaning.acts import answers, judge
from wortlaut.meaning.targets.choosing import Choice
from wortlaut.meaning.targets.finding import Directed, chosen_by, targets
from wortlaut.meaning.targets.things import base_of
from wortlaut.meaning.targets.view import View, options
from wortlaut.meaning.who import attribute
from wortlaut.types import Act, Document, Statement

__all__ = [
    "Figures",
    "GoldTarget",
    "Judged",
    "directed_of",
    "figures",
    "judged_by",
    "read_targets",
    "run",
    "same_target",
]

_WORD = re.compile(r"[\w-]+")
_SURE = (0.3, 0.5, 0.7)


@dataclass(frozen=True, slots=True)
class GoldTarget:
    """What the gold says of the statement at place `number` of a corpus document; a target only where it has one."""

    document: str
    number: int
    act: Act
    target: str | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold statement of an act that is directed, with the target that was given and how sure that is."""

    document: int
    gold: GoldTarget
    told: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Figures:
    """How many of the gold's targets are given, by noun and strictly; and how many are given where the gold has none.

    `sure` has, for each confidence, how many targets are given with at least that, and how many of these are right.
    """

    targets: int
    right: int
    interval: Interval | None
    strict: int
    silent: int
    without: int
    given: int
    by_act: Mapping[Act, tuple[int, int]]  # right, of
    sure: Mapping[float, tuple[int, int]]  # right, of


_Telling = Callable[[Directed], Sequence[tuple[str | None, float]]]


def run(
    gold: Annotated[Path, typer.Option("--gold", help="The statement gold, JSON Lines.")],
    corpus: Annotated[Path, typer.Option("--corpus", help="The quotation corpus that it marks, plain or gzip.")],
    *,
    raw: Annotated[bool, typer.Option("--raw", help="Take the statements that the reader finds in raw text.")] = False,
    reader: Annotated[str, typer.Option("--reader", help="Name of the reader.")] = "shipped",
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Measure whom or what acts are said to be directed at, against the gold and beside two baselines."""
    marked = read_targets(gold)
    documents = documents_of(gold, (each.document for each in marked), corpus)
    found = statements_of(documents, reader, given=not raw)
    results = {
        name: figures(judged_by(marked, documents, found, telling), len(documents)) for name, telling in _WAYS.items()
    }
    if as_json:
        print(json.dumps({name: _as_json(each) for name, each in results.items()}))
    else:
        _print(results)


def read_targets(path: Path) -> tuple[GoldTarget, ...]:
    """The targets of the gold, those of other acts left out; raises `MalformedFile`."""
    made = []
    for line, place in lines_of(path):
        try:
            value = json.loads(line)
            made.append(GoldTarget(value["doc"], value["ann"], Act(value["act"]), value["target"]))
        except (KeyError, TypeError, ValueError) as error:
            raise MalformedFile(f"{place}: no statement of the gold ({type(error).__name__}: {error})") from error
    return tuple(made)


def same_target(gold: str, told: str) -> bool:
    """Whether both name the same: names in full, of other phrases (which begin small) the noun."""
    return same_name(gold, told) or (not gold[:1].isupper() and _noun(gold) == _noun(told))


def directed_of(
    document: CorpusDocument, statements: Sequence[Statement], acts: Mapping[str, Act] | None = None
) -> Directed:
    """What the stage is asked about a document: who speaks as the program finds it, acts as given, else as it finds."""
    analysed: Document = analyse(document.text)
    published = published_of(document.name)
    known = acts or {}
    judged = tuple(replace(each, act=known.get(each.statement, each.act)) for each in judge(analysed, statements))
    answered = answers(analysed, statements, judged)
    return Directed(
        analysed,
        tuple(statements),
        tuple(attribute(analysed, statements, published=published)),
        {each.statement: each.act for each in judged},
        {each.id: answer for each, answer in zip(statements, answered, strict=True)},
        published,
    )


def judged_by(
    marked: Iterable[GoldTarget],
    documents: Sequence[CorpusDocument],
    found: Sequence[Sequence[Statement]],
    telling: _Telling,
) -> list[Judged]:
    """Every gold statement of a directed act with what `telling` says of the statement that was found for it."""
    by_document: defaultdict[str, list[GoldTarget]] = defaultdict(list)
    for each in marked:
        by_document[each.document].append(each)
    judged = []
    for place, (document, statements) in enumerate(zip(documents, found, strict=True)):
        ordered, pairs = paired(document, statements)
        own = by_document[document.name]
        acts = {ordered[pairs[each.number]].id: each.act for each in own if each.number in pairs}
        told = telling(directed_of(document, ordered, acts))
        judged += [
            Judged(place, each, *(told[pairs[each.number]] if each.number in pairs else (None, 0.0)))
            for each in own
            if each.act.is_directed
        ]
    return judged


def figures(judged: Sequence[Judged], documents: int) -> Figures:
    """The figures."""
    part_D, whole_D = [0] * documents, [0] * documents
    strict = silent = without = given = 0
    by_act: defaultdict[Act, list[int]] = defaultdict(lambda: [0, 0])
    sure: Counter[tuple[float, bool]] = Counter()
    for each in judged:
        target = each.gold.target
        is_right = target is not None and each.told is not None and same_target(target, each.told)
        if each.told is not None:
            sure.update((bound, is_right) for bound in _SURE if each.confidence >= bound)
        if target is None:
            without += 1
            given += each.told is not None
            continue
        whole_D[each.document] += 1
        part_D[each.document] += is_right
        strict += each.told is not None and same_name(target, each.told)
        silent += each.told is None
        by_act[each.gold.act][0] += is_right
        by_act[each.gold.act][1] += 1
    return Figures(
        sum(whole_D),
        sum(part_D),
        Draws.of(documents).share(part_D, whole_D),
        strict,
        silent,
        without,
        given,
        {act: (right, of) for act, (right, of) in sorted(by_act.items(), key=lambda pair: -pair[1][1])},
        {bound: (sure[bound, True], sure[bound, True] + sure[bound, False]) for bound in _SURE},
    )


def _noun(phrase: str) -> str:
    """The first noun of a phrase, folded; of one that has none all of it."""
    return next((base_of(word).lower() for word in _WORD.findall(phrase) if word[0].isupper()), phrase.lower())


def _by_stage(asked: Directed) -> list[tuple[str | None, float]]:
    return [(each[0].name, each[0].confidence) if each else (None, 0.0) for each in targets(asked)]


def _by(choosing: Callable[[View], Choice]) -> _Telling:
    def telling(asked: Directed) -> list[tuple[str | None, float]]:
        _, chosen = chosen_by(asked, choosing)
        made = [chosen[each.id] for each in asked.statements]
        return [(None if each.option is None else each.option.name, each.confidence) for each in made]

    return telling


def _first_named(view: View) -> Choice:
    """The addressee, else what stands first beside the cue or in the quote."""
    own = [option for option, _, stretch in view.found if stretch in {"report", "quote", "told"}]
    others = [option for option in own if option not in view.speakers]
    return Choice(next(iter((*view.addressees, *others)), None), 1.0)


def _last_speaker(view: View) -> Choice:
    """The one who spoke last before, if it was another, else the addressee."""
    spoken = [option for earlier in reversed(view.earlier) for option in earlier.speakers]
    others = [option for option in spoken if option not in view.speakers and option in options(view)]
    return Choice(next(iter((*others, *view.addressees)), None), 1.0)


_WAYS: Mapping[str, _Telling] = {
    "stage": _by_stage,
    "addressee or first named": _by(_first_named),
    "last speaker": _by(_last_speaker),
}


def _as_json(each: Figures) -> dict[str, object]:
    bounds = each.interval and [round(100 * each.interval.low, 1), round(100 * each.interval.high, 1)]
    return {
        "targets": each.targets,
        "right": _percent(each.right, each.targets),
        "right interval": bounds,
        "strictly right": _percent(each.strict, each.targets),
        "none given": _percent(each.silent, each.targets),
        "without a target": each.without,
        "given there": _percent(each.given, each.without),
        "by act": {act.value: [right, of] for act, (right, of) in each.by_act.items()},
        "with confidence": {str(bound): [right, of] for bound, (right, of) in each.sure.items()},
    }


def _percent(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def _print(results: Mapping[str, Figures]) -> None:
    table = Table("", *results)
    rows = [_as_json(each) for each in results.values()]
    for name in rows[0]:
        table.add_row(name, *(str(row[name]) for row in rows))
    wide().print(table)
