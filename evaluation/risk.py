"""The command that asks how far the reader's confidence can be trusted: precision over coverage.

A found statement is *right* if the assignment of the scores pairs it with a gold statement and token F1 of the two
quotes is at least 0.5: there is this statement. It is *strictly* right if the words of the quotes are the same,
punctuation aside. A found speaker is right if its statement is paired and token F1 with the gold speaker is at least
0.5, strictly if the words are the same. Statements are ordered by `confidence.quote`, speakers by their own confidence.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from evaluation.bootstrap import Draws
from evaluation.corpus import Annotation, CorpusDocument, read_gold, read_texts, read_tokens
from evaluation.coverage import Claim, Curve, Kept, curve, from_threshold, smallest_threshold
from evaluation.matching import partners, token_f1
from evaluation.predicting import Predicted, on_tokens, predict
from evaluation.risk_picture import Line, picture
from evaluation.scoring import punctuation_of
from evaluation.tables import cell, interval_cell, interval_json, percent, table_of, wide
from wortlaut.reading import Reader, load
from wortlaut.reading.choices import read_choices
from wortlaut.reading.manifest import WEIGHTS
from wortlaut.settings import Settings

__all__ = ["Certain", "Risk", "certain_of", "measure_risk", "risk", "risks"]

_PRECISE = 0.95
_SHARED = 0.5  # token F1 from which on two mean the same
_STATEMENTS, _SPEAKERS = "statements", "speakers"
_NOTHING = Annotation("", "", frozenset())


@dataclass(frozen=True, slots=True)
class Certain:
    """From which confidence on a quote, a speaker counts as certain; `None` where nothing is set."""

    quote: float | None = None
    speaker: float | None = None


@dataclass(frozen=True, slots=True)
class Risk:
    """How right one kind of claim is, reckoned loosely or strictly.

    `whole` keeps every claim, `precise` those from the smallest threshold on that keeps 95 % right ones (`None` where
    there is none), `certain` those from the reader's own threshold on (`None` where it has none).
    """

    name: str
    strict: bool
    curve: Curve
    whole: Kept
    precise: Kept | None
    certain: Kept | None


def risk(
    gold: Annotated[Path, typer.Option("--gold", help="The quotation corpus, JSON Lines, plain or gzip.")],
    *,
    drawn: Annotated[
        Path | None, typer.Option("--picture", help="Draw the curves of what is loosely right there, as SVG.")
    ] = None,
    reader: Annotated[str, typer.Option("--reader", help="Name of the reader.")] = "shipped",
    certain_quote: Annotated[
        float | None, typer.Option("--certain-quote", help="Instead of the reader's own threshold for statements.")
    ] = None,
    certain_speaker: Annotated[
        float | None, typer.Option("--certain-speaker", help="Instead of the reader's own threshold for speakers.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, the curves with it; shares in percent.")] = False,
) -> None:
    """Predict from the raw texts of the corpus, print how right what is found is at every confidence."""
    certain = certain_of(reader, quote=certain_quote, speaker=certain_speaker)
    found = measure_risk(gold, load(reader), certain)
    if drawn is not None:
        drawn.write_text(picture([_line(one) for one in found if not one.strict]), encoding="utf-8", newline="\n")
    if as_json:
        print(json.dumps(_json(found), ensure_ascii=False))
    else:
        console = wide()
        console.print(_figures(found))
        console.print(_thresholds(found))


def certain_of(reader: str, *, quote: float | None, speaker: float | None) -> Certain:
    """The thresholds given, where one is not given that of the shipped weights, if these are read with."""
    own = read_choices(WEIGHTS / "choices.json").certain if reader == "shipped" else None
    return Certain(
        quote=own.quote if own and quote is None else quote,
        speaker=own.speaker if own and speaker is None else speaker,
    )


def measure_risk(gold: Path, reader: Reader, certain: Certain) -> tuple[Risk, ...]:
    """How right what `reader` finds in the raw texts of `gold` is: statements and speakers, loosely and strictly."""
    found = predict(tuple(read_texts(gold)), reader, batch=Settings().batch)
    predicted = [on_tokens(document, each) for document, each in zip(read_tokens(gold), found, strict=True)]
    return risks(read_gold(gold), predicted, certain)


def risks(
    documents: Sequence[CorpusDocument], predicted: Sequence[Sequence[Predicted]], certain: Certain
) -> tuple[Risk, ...]:
    """How right `predicted` is, one sequence of statements for each of `documents`."""
    verdicts = [
        verdict
        for number, (document, found) in enumerate(zip(documents, predicted, strict=True))
        for verdict in _verdicts(number, document, found)
    ]
    draws = Draws.of(len(documents))
    return tuple(
        _risk(name, strict, [verdict.claim(strict=strict) for verdict in verdicts if verdict.name == name], at, draws)
        for name, at in ((_STATEMENTS, certain.quote), (_SPEAKERS, certain.speaker))
        for strict in (False, True)
    )


@dataclass(frozen=True, slots=True)
class _Verdict:
    """A claim before it is known how strictly it is to be judged."""

    name: str
    confidence: float
    loosely: bool
    strictly: bool
    document: int

    def claim(self, *, strict: bool) -> Claim:
        return Claim(self.confidence, self.strictly if strict else self.loosely, self.document)


def _verdicts(number: int, document: CorpusDocument, predicted: Sequence[Predicted]) -> list[_Verdict]:
    """One verdict for each statement of a document, and one for each that has a speaker."""
    paired = partners(document.annotations, [each.annotation for each in predicted])
    gold = {place: document.annotations[of] for of, place in paired.items()}
    punctuation = punctuation_of(document)

    def verdict(name: str, sure: float, wanted: frozenset[int], found: frozenset[int]) -> _Verdict:
        same = bool(wanted) and wanted - punctuation == found - punctuation
        return _Verdict(name, sure, token_f1(wanted, found) >= _SHARED, same, number)

    verdicts = []
    for place, each in enumerate(predicted):
        mine = gold.get(place, _NOTHING)
        verdicts.append(verdict(_STATEMENTS, each.sure.quote, mine.quote, each.annotation.quote))
        if each.sure.speaker is not None:
            verdicts.append(verdict(_SPEAKERS, each.sure.speaker, mine.speaker, each.annotation.speaker))
    return verdicts


def _risk(name: str, strict: bool, claims: Sequence[Claim], certain: float | None, draws: Draws) -> Risk:
    made = curve(claims)
    precise = smallest_threshold(made.points, precision=_PRECISE)
    return Risk(
        name=name,
        strict=strict,
        curve=made,
        whole=from_threshold(claims, 0.0, draws),
        precise=None if precise is None else from_threshold(claims, precise, draws),
        certain=None if certain is None else from_threshold(claims, certain, draws),
    )


def _line(one: Risk) -> Line:
    return Line(one.name, one.curve.points, one.certain)


def _label(one: Risk) -> str:
    return f"{one.name}, strictly" if one.strict else one.name


def _figures(found: Sequence[Risk]) -> Table:
    table = table_of("Found (%)", "number", "right", "95 %", "area of risk", "calibration error")
    for one in found:
        figures = [cell(value) for value in (one.whole.precision, one.curve.area, one.curve.calibration_error)]
        table.add_row(_label(one), str(one.whole.claims), figures[0], interval_cell(one.whole.interval), *figures[1:])
    return table


def _thresholds(found: Sequence[Risk]) -> Table:
    table = table_of("From a threshold on (%)", "threshold", "number", "coverage", "right", "95 %", "at least")
    for one in found:
        for name, kept in (("95 % right", one.precise), ("certain", one.certain)):
            cells = ("–",) * 6 if kept is None else _cells(kept)
            table.add_row(f"{_label(one)}: {name}", *cells)
    return table


def _cells(kept: Kept) -> tuple[str, ...]:
    return (
        f"{kept.threshold:.3f}",
        str(kept.kept),
        cell(kept.coverage),
        cell(kept.precision),
        interval_cell(kept.interval),
        cell(kept.at_least),
    )


def _json(found: Sequence[Risk]) -> Mapping[str, Mapping[str, object]]:
    """By name, then `loosely` and `strictly`; a point of the curve is threshold, coverage, precision."""
    return {
        name: {"strictly" if one.strict else "loosely": _risk_json(one) for one in found if one.name == name}
        for name in (_STATEMENTS, _SPEAKERS)
    }


def _risk_json(one: Risk) -> Mapping[str, object]:
    return {
        "area": percent(one.curve.area),
        "calibration_error": percent(one.curve.calibration_error),
        "whole": _kept_json(one.whole),
        "precise": _kept_json(one.precise),
        "certain": _kept_json(one.certain),
        "curve": [[point.threshold, percent(point.coverage), percent(point.precision)] for point in one.curve.points],
    }


def _kept_json(kept: Kept | None) -> Mapping[str, object] | None:
    if kept is None:
        return None
    return {
        "threshold": kept.threshold,
        "number": kept.kept,
        "coverage": percent(kept.coverage),
        "precision": percent(kept.precision),
        "interval": interval_json(kept.interval),
        "at_least": percent(kept.at_least),
    }
