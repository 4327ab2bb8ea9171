"""The command that measures pronoun links on a corpus of coreference, beside the nearest noun that agrees.

The corpus is JSON Lines: `words`, and `mentions` with `spans` (half-open word positions), `set` and `type`. A link is
right where the mention that is chosen shares a word with a mention of the pronoun's set.
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from evaluation.corpus import MalformedFile
from wortlaut.language import analyse
from wortlaut.meaning.who import link
from wortlaut.types import Span

__all__ = ["LinkScore", "measure_links", "pronouns"]

_THIRD_PERSON = frozenset("er sie ihm ihn ihr ihnen sein seine seinem seinen seiner ihre ihrem ihren ihrer".split())


@dataclass(frozen=True, slots=True)
class LinkScore:
    """How many of the pronouns the stage linked to somebody, how many of these rightly; the nearest noun beside it.

    `nearest_of_linked` is how often the nearest noun that agrees is right on those that the stage linked.
    """

    pronouns: int
    linked: int
    right: int
    nearest: int
    nearest_of_linked: int


@dataclass(frozen=True, slots=True)
class _Verdict:
    is_linked: bool
    right: bool
    nearest: bool


def pronouns(gold: Annotated[Path, typer.Option("--gold", help="A corpus of coreference, plain or gzip.")]) -> None:
    """Measure to whom the pronouns of the third person are linked."""
    score = measure_links(gold)
    for name, part, whole in (
        ("linked to somebody", score.linked, score.pronouns),
        ("  of these rightly", score.right, score.linked),
        ("  nearest agreeing noun", score.nearest_of_linked, score.linked),
        ("nearest agreeing noun", score.nearest, score.pronouns),
    ):
        print(f"{name:24} {100 * part / max(whole, 1):5.1f} % of {whole}")


def measure_links(path: Path) -> LinkScore:
    """The links of all texts of `path`, judged; raises `MalformedFile`."""
    verdicts: list[_Verdict] = []
    for number, line in _lines(path):
        try:
            entry = json.loads(line)
            verdicts += _judged(entry["words"], entry["mentions"])
        except (KeyError, TypeError, ValueError) as error:
            raise MalformedFile(f"{path}, line {number}: no text of the corpus ({error})") from error
    linked = [each for each in verdicts if each.is_linked]
    return LinkScore(
        pronouns=len(verdicts),
        linked=len(linked),
        right=sum(each.right for each in linked),
        nearest=sum(each.nearest for each in verdicts),
        nearest_of_linked=sum(each.nearest for each in linked),
    )


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
            yield from enumerate(file, start=1)
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise MalformedFile(f"{path}: cannot be read as UTF-8 lines ({error})") from error


def _judged(words: Sequence[str], mentions: Sequence[Mapping[str, Any]]) -> Iterator[_Verdict]:
    """Of each pronoun that means something named before it, whether the stage and the nearest noun are right."""
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    sets: defaultdict[str, list[Span]] = defaultdict(list)
    asked: dict[Span, str] = {}
    for mention in mentions:
        for start, end in mention["spans"]:
            span = Span(starts[start], starts[end] - 1)
            if mention["type"] == "pronoun" and end == start + 1 and words[start].lower() in _THIRD_PERSON:
                asked[span] = mention["set"]
            elif mention["type"] == "np":
                sets[mention["set"]].append(span)
    meant = {span: [each for each in sets[name] if each.start < span.start] for span, name in asked.items()}
    for found in link(analyse(" ".join(words)), [span for span, before in meant.items() if before]):
        before = meant[found.pronoun]
        yield _Verdict(found.chosen is not None, _hits(found.chosen, before), _hits(found.nearest, before))


def _hits(span: Span | None, among: Sequence[Span]) -> bool:
    return span is not None and any(span.start < each.end and each.start < span.end for each in among)
