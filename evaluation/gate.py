"""The floors: what was reached, on which corpus exactly, and the check that nothing falls below it.

`floors.json` holds one object a floor. `--raise` lifts floors to what is reached now; only `--lower` lets one fall or
pins a corpus that has changed.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from rich.console import Console
from rich.table import Table

from evaluation.corpus import MalformedFile, read_texts
from evaluation.duplicates import measure as measure_duplicates
from evaluation.gold_pages import digest_of
from evaluation.language import Agreement, run_konjunktiv, run_lemmas, run_sentences, run_tokens
from evaluation.meanings import time_reached, who_reached
from evaluation.paging import reached
from evaluation.quotes import measure
from evaluation.search import recall
from wortlaut.errors import InputError
from wortlaut.reading import load

__all__ = ["Evaluation", "Floor", "Outcome", "gate", "measure_all", "read_floors", "renewed", "write_floors"]

# What an evaluation reaches on a corpus: measures by name, in percent.
Evaluation = Callable[[Path], Mapping[str, float]]

_FILE = Path(__file__).with_name("floors.json")
# Other processors round differently, so single statements may fall the other way: on the 653 of the development part
# one missed statement costs messages 0.08 points. The margin allows for four.
_MARGIN = 0.3


class Floor(BaseModel):
    """The least that `measure` of an evaluation must reach, in percent, on the corpus with that digest."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    evaluation: str
    corpus: str  # path below this folder, or below that of shared material
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    measure: str
    floor: float = Field(ge=0, le=100)
    measured: float | None = Field(default=None, ge=0, le=100)  # what was reached when the floor was set


class Outcome(BaseModel):
    """A floor beside what is reached now."""

    model_config = ConfigDict(frozen=True)

    floor: Floor
    sha256: str  # of the corpus as it is now
    reached: float

    @property
    def same_corpus(self) -> bool:
        """Whether the corpus is the one that the floor was set on."""
        return self.sha256 == self.floor.sha256

    @property
    def holds(self) -> bool:
        """Whether the floor is reached, on the very corpus."""
        return self.same_corpus and self.reached >= self.floor.floor


def gate(
    shared: Annotated[Path, typer.Option("--shared", help="The folder with the shared material.")] = Path("../shared"),
    *,
    reader: Annotated[str, typer.Option("--reader", help="Name of the reader.")] = "shipped",
    floors: Annotated[Path, typer.Option("--floors", help="The file of floors.")] = _FILE,
    raise_: Annotated[bool, typer.Option("--raise", help="Lift floors to what is reached now.")] = False,
    lower: Annotated[bool, typer.Option("--lower", help="Set floors to what is reached now, even downwards.")] = False,
) -> None:
    """Measure what the floors name; exit 1 where one is not reached."""
    outcomes = measure_all(read_floors(floors), shared, _evaluations(reader))
    Console().print(_table(outcomes))
    if raise_ or lower:
        outcomes = tuple(renewed(outcome, lower=lower) for outcome in outcomes)
        write_floors(tuple(outcome.floor for outcome in outcomes), floors)
        print(f"floors written to {floors}")
    failed = [outcome for outcome in outcomes if not outcome.holds]
    for outcome in failed:
        Console(stderr=True).print(_complaint(outcome))
    if failed:
        raise typer.Exit(1)


def measure_all(floors: Sequence[Floor], shared: Path, evaluations: Mapping[str, Evaluation]) -> tuple[Outcome, ...]:
    """Each floor beside what is reached; every evaluation runs once a corpus."""
    found: dict[str, Mapping[str, float]] = {}
    digests: dict[str, str] = {}
    for floor in floors:
        run = f"{floor.evaluation} {floor.corpus}"
        if run not in found:
            if floor.evaluation not in evaluations:
                raise MalformedFile(f"a floor names the evaluation {floor.evaluation!r}; there are {[*evaluations]}")
            corpus = _place(floor, shared)
            digests[run] = _digest(corpus)
            found[run] = evaluations[floor.evaluation](corpus)
    return tuple(
        Outcome(
            floor=floor,
            sha256=digests[f"{floor.evaluation} {floor.corpus}"],
            reached=found[f"{floor.evaluation} {floor.corpus}"][floor.measure],
        )
        for floor in floors
    )


def renewed(outcome: Outcome, *, lower: bool) -> Outcome:
    """`outcome` with its floor a margin under what is reached, lifted only, unless `lower` also lets it fall."""
    new = max(0.0, round(outcome.reached - _MARGIN, 1))
    if not lower and (new <= outcome.floor.floor or not outcome.same_corpus):
        return outcome
    update = {"floor": new, "measured": round(outcome.reached, 2), "sha256": outcome.sha256}
    return outcome.model_copy(update={"floor": outcome.floor.model_copy(update=update)})


def read_floors(path: Path) -> tuple[Floor, ...]:
    """The floors of the file at `path`; raises `MalformedFile`."""
    try:
        return TypeAdapter(tuple[Floor, ...]).validate_json(path.read_bytes())
    except OSError as error:
        raise MalformedFile(f"{path}: cannot be read ({error})") from error
    except ValidationError as error:
        raise MalformedFile(f"{path}: {error}") from error


def write_floors(floors: Sequence[Floor], path: Path) -> None:
    """Write `floors` to `path`."""
    path.write_text(json.dumps([floor.model_dump() for floor in floors], indent=2) + "\n", encoding="utf-8")


def _evaluations(reader: str) -> Mapping[str, Evaluation]:
    """Every evaluation that a floor can name."""

    def quotes(corpus: Path) -> Mapping[str, float]:
        with TemporaryDirectory() as folder:
            scores = measure(corpus, Path(folder) / "predictions.jsonl", load(reader))
        return {entry.name: 100 * (entry.tally.f1 or 0.0) for entry in scores.measures}

    def agreeing(run: Callable[[Path], Agreement]) -> Evaluation:
        return lambda corpus: {"f1": 100 * run(corpus).f1}

    def duplicates(corpus: Path) -> Mapping[str, float]:
        found = measure_duplicates([each.text for each in read_texts(corpus)], seed=1)
        return {"recall": 100 * found.recall, "precision": 100 * found.precision}

    return {
        "quotes": quotes,
        "who": lambda corpus: who_reached(corpus, load(reader)),
        "time": time_reached,
        "search": recall,
        "duplicates": duplicates,
        "tokens": agreeing(run_tokens),
        "sentences": agreeing(run_sentences),
        "lemmas": agreeing(run_lemmas),
        "konjunktiv": agreeing(run_konjunktiv),
        "pages": reached,
    }


def _place(floor: Floor, shared: Path) -> Path:
    """Where the corpus lies: here where this folder holds it, else in the folder of shared material."""
    own = Path(__file__).parent / floor.corpus
    return own if own.exists() else shared / floor.corpus


def _digest(corpus: Path) -> str:
    try:
        if corpus.is_dir():
            return digest_of(corpus)
        return sha256(corpus.read_bytes()).hexdigest()
    except OSError as error:
        raise InputError(f"{corpus}: the corpus cannot be read ({error}); give its folder with --shared") from error


def _complaint(outcome: Outcome) -> str:
    floor = outcome.floor
    if not outcome.same_corpus:
        return f"{floor.corpus} has changed since its floors were set: measure anew and pin it with --lower"
    return f"{floor.measure} is {outcome.reached:.2f}, its floor {floor.floor:.2f}: mend it, or lower it with --lower"


def _table(outcomes: Sequence[Outcome]) -> Table:
    table = Table(show_edge=False)
    for name in ("evaluation", "corpus", "measure"):
        table.add_column(name)
    for name in ("floor", "reached", ""):
        table.add_column(name, justify="right")
    for outcome in outcomes:
        floor = outcome.floor
        verdict = "holds" if outcome.holds else "FALLS" if outcome.same_corpus else "other corpus"
        table.add_row(
            floor.evaluation, floor.corpus, floor.measure, f"{floor.floor:.1f}", f"{outcome.reached:.2f}", verdict
        )
    return table
