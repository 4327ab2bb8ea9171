"""The command that measures what kind of statement each is said to be, against the gold: act and condition.

From raw text the statements are the reader's, paired with the corpus' as the scores pair them; with `--gold-quotes`
quotes and cues are the corpus' own. Beside the stage stand three baselines: everything `assert`, the lexicon of cues
alone, and the classifier without the lexicon. A condition is found where at least half of the words of each are those
of the other. Intervals are drawn over documents. Axes: R resamples, D documents, A acts.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from rich.table import Table

from evaluation.bootstrap import Draws, Interval, interval_of
from evaluation.corpus import CorpusDocument, MalformedFile, read_gold
from evaluation.given import documents_of, given_statements, lines_of, paired, statements_of
from evaluation.tables import wide
from wortlaut.language import analyse
from wortlaut.meaning.acts import judge
from wortlaut.meaning.acts.cues import Lexicon, best, shipped
from wortlaut.meaning.acts.words import Words
from wortlaut.types import Act, Document, Judgement, Statement

__all__ = [
    "Answer",
    "Coverage",
    "GoldAct",
    "Judged",
    "Summary",
    "acts",
    "coverage",
    "judged_by",
    "read_acts",
    "summary",
]

_ACTS = tuple(Act)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class GoldAct:
    """What the gold says of the statement at place `number` of a corpus document."""

    document: str
    number: int
    act: Act
    condition: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of a statement."""

    act: Act
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold statement with what was said of it, `None` where the statement was not found."""

    document: int
    gold: GoldAct
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Summary:
    """Shares between 0 and 1 with 95 % intervals; `macro` is the mean F1 of the acts that have enough cases."""

    statements: int
    found: int
    accuracy: float
    accuracy_interval: Interval | None
    macro: float
    macro_interval: Interval | None
    f1: Mapping[Act, float]  # of the acts that have enough cases
    cases: Mapping[Act, int]
    precision: float | None  # of conditions
    recall: float | None
    conditions: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a corpus' cues the lexicon knows: occurrences, and cues that differ in their lemmas."""

    occurrences: int
    known_occurrences: int
    cues: int
    known_cues: int


_Answering = Callable[[Document, Sequence[Statement]], Sequence[Answer]]


def acts(
    gold: Annotated[Path, typer.Option("--gold", help="The statement gold, JSON Lines.")],
    corpus: Annotated[Path, typer.Option("--corpus", help="The quotation corpus that it marks, plain or gzip.")],
    *,
    gold_quotes: Annotated[
        bool, typer.Option("--gold-quotes", help="Take quotes and cues as the corpus gives them.")
    ] = False,
    least: Annotated[int, typer.Option("--least", help="Cases that an act needs to count for macro F1.")] = 5,
    reader: Annotated[str, typer.Option("--reader", help="Name of the reader.")] = "shipped",
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON, in percent.")] = False,
) -> None:
    """Measure acts and conditions against the gold and beside three baselines, and what the lexicon knows."""
    marked = read_acts(gold)
    documents = documents_of(gold, (each.document for each in marked), corpus)
    found = statements_of(documents, reader, given=gold_quotes)
    results = {
        name: summary(judged_by(marked, documents, found, answering), len(documents), least=least)
        for name, answering in _WAYS.items()
    }
    known = coverage(read_gold(corpus))
    if as_json:
        print(
            json.dumps(
                {name: _as_json(result) for name, result in results.items()} | {"lexicon knows": _share_of(known)}
            )
        )
    else:
        _print(results, known)


def read_acts(path: Path) -> tuple[GoldAct, ...]:
    """The acts and conditions of the gold; raises `MalformedFile`."""
    made = []
    for line, place in lines_of(path):
        try:
            value = json.loads(line)
            made.append(GoldAct(value["doc"], value["ann"], Act(value["act"]), value["condition"]))
        except (KeyError, TypeError, ValueError) as error:
            raise MalformedFile(f"{place}: no statement of the gold ({type(error).__name__}: {error})") from error
    return tuple(made)


def judged_by(
    marked: Iterable[GoldAct],
    documents: Sequence[CorpusDocument],
    found: Sequence[Sequence[Statement]],
    answering: _Answering,
) -> list[Judged]:
    """Every gold statement with what `answering` says of the statement that was found for it."""
    by_document: defaultdict[str, list[GoldAct]] = defaultdict(list)
    for each in marked:
        by_document[each.document].append(each)
    judged = []
    for place, (document, statements) in enumerate(zip(documents, found, strict=True)):
        ordered, pairs = paired(document, statements)
        answers = answering(analyse(document.text), ordered)
        judged += [
            Judged(place, each, answers[pairs[each.number]] if each.number in pairs else None)
            for each in by_document[document.name]
        ]
    return judged


def summary(judged: Sequence[Judged], documents: int, *, least: int) -> Summary:
    """The figures; acts are judged only where the statement was found, conditions everywhere."""
    there = [each for each in judged if each.answer is not None]
    cases = Counter(each.gold.act for each in there)
    counted = [act for act in _ACTS if cases[act] >= least]
    draws = Draws.of(documents)
    right_DA, told_DA, gold_DA = (np.zeros((documents, len(_ACTS))) for _ in range(3))
    for each in there:
        assert each.answer is not None  # noqa: S101  for the type checker
        right, told = _ACTS.index(each.gold.act), _ACTS.index(each.answer.act)
        gold_DA[each.document, right] += 1
        told_DA[each.document, told] += 1
        right_DA[each.document, right] += right == told
    columns = [_ACTS.index(act) for act in counted]
    f1_A = _f1(right_DA.sum(axis=0), told_DA.sum(axis=0) + gold_DA.sum(axis=0))[columns]
    drawn_RA = _f1(draws.counts_RD @ right_DA, draws.counts_RD @ (told_DA + gold_DA))[:, columns]
    rightly = [_is_condition(each) for each in judged]
    told_conditions = sum(each.answer is not None and each.answer.condition is not None for each in judged)
    conditions = sum(each.gold.condition is not None for each in judged)
    return Summary(
        statements=len(judged),
        found=len(there),
        accuracy=float(right_DA.sum() / max(gold_DA.sum(), 1)),
        accuracy_interval=draws.share(right_DA.sum(axis=1), gold_DA.sum(axis=1)),
        macro=float(f1_A.mean()) if columns else 0.0,
        macro_interval=interval_of(drawn_RA.mean(axis=1)) if columns else None,
        f1=dict(zip(counted, map(float, f1_A), strict=True)),
        cases={act: cases[act] for act in counted},
        precision=sum(rightly) / told_conditions if told_conditions else None,
        recall=sum(rightly) / conditions if conditions else None,
        conditions=conditions,
    )


def coverage(documents: Iterable[CorpusDocument]) -> Coverage:
    """How many of the corpus' cues the lexicon knows."""
    lexicon = shipped()
    known: dict[str, bool] = {}
    often: Counter[str] = Counter()
    for document in documents:
        words = Words(analyse(document.text))
        for statement in given_statements(document):
            cue = words.covered(statement.cue.spans)
            if not cue:
                continue
            name = " ".join(words.keys[place] for place in cue)
            often[name] += 1
            known[name] = best(lexicon.in_cue(words, cue, ())) is not None
    return Coverage(
        sum(often.values()), sum(count for name, count in often.items() if known[name]), len(known), sum(known.values())
    )


def _f1(right: NDArray[np.float64], both: NDArray[np.float64]) -> NDArray[np.float64]:
    """F1 from the cases that are right, and those told and those in the gold together."""
    return np.divide(2 * right, both, out=np.zeros_like(both), where=both > 0)


def _is_condition(each: Judged) -> bool:
    if each.answer is None or each.answer.condition is None or each.gold.condition is None:
        return False
    told, gold = (set(_WORD.findall(text.lower())) for text in (each.answer.condition, each.gold.condition))
    return 2 * len(told & gold) >= max(len(told), len(gold))


def _answer(judgement: Judgement, text: str) -> Answer:
    condition = judgement.condition
    words = " ".join(span.of(text) for span in condition.spans) if condition else None
    return Answer(judgement.act, words)


def _by_stage(document: Document, statements: Sequence[Statement]) -> list[Answer]:
    return [_answer(each, document.text) for each in judge(document, statements)]


def _all_assert(document: Document, statements: Sequence[Statement]) -> list[Answer]:
    return [Answer(Act.ASSERT) for _ in statements]


def _by_lexicon(document: Document, statements: Sequence[Statement]) -> list[Answer]:
    """The act of the lexicon's entry in the cue, in a bare report in the report; `assert` where it tells none."""
    from wortlaut.meaning.acts.situation import situations

    told = [each.told.entry.act if each.told else None for each in situations(document, statements, shipped())]
    return [Answer(act or Act.ASSERT) for act in told]


def _by_classifier(document: Document, statements: Sequence[Statement]) -> list[Answer]:
    return [_answer(each, document.text) for each in judge(document, statements, lexicon=Lexicon(()))]


_WAYS: Mapping[str, _Answering] = {
    "stage": _by_stage,
    "all assert": _all_assert,
    "lexicon alone": _by_lexicon,
    "classifier alone": _by_classifier,
}


def _percent(value: float | None) -> float | None:
    return None if value is None else round(100 * value, 1)


def _bounds(interval: Interval | None) -> list[float] | None:
    return [round(100 * interval.low, 1), round(100 * interval.high, 1)] if interval else None


def _as_json(result: Summary) -> dict[str, object]:
    return {
        "statements": result.statements,
        "found": result.found,
        "accuracy": _percent(result.accuracy),
        "accuracy interval": _bounds(result.accuracy_interval),
        "macro F1": _percent(result.macro),
        "macro F1 interval": _bounds(result.macro_interval),
        "F1": {act: [_percent(f1), result.cases[act]] for act, f1 in result.f1.items()},
        "conditions": result.conditions,
        "condition precision": _percent(result.precision),
        "condition recall": _percent(result.recall),
    }


def _share_of(known: Coverage) -> dict[str, object]:
    return {
        "cue occurrences": known.occurrences,
        "known": _percent(known.known_occurrences / max(known.occurrences, 1)),
        "different cues": known.cues,
        "known of these": _percent(known.known_cues / max(known.cues, 1)),
        "entries": len(shipped().entries),
    }


def _print(results: Mapping[str, Summary], known: Coverage) -> None:
    stage = results["stage"]
    print(f"{stage.found} of {stage.statements} statements found")
    table = Table("", *results)
    rows = [_as_json(result) for result in results.values()]
    for name in (
        "accuracy",
        "accuracy interval",
        "macro F1",
        "macro F1 interval",
        "condition precision",
        "condition recall",
    ):
        table.add_row(name, *("" if row[name] is None else str(row[name]) for row in rows))
    for act in stage.f1:
        table.add_row(f"{act} ({stage.cases[act]})", *(f"{100 * result.f1[act]:.1f}" for result in results.values()))
    wide().print(table)
    print(", ".join(f"{name}: {value}" for name, value in _share_of(known).items()))
