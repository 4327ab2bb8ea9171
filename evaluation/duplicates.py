"""The check that reprints are recognised and other articles are not, through the whole way that the record goes.

    articles ─▶ sketches ─▶ index of bands         as the record holds them
    variants, made here from each article ─▶ sketch ─▶ candidates with a band in common ─▶ is_reprint

Variants are what papers make of agency copy: words changed, the end cut, lines of their own around it. What must not
be taken for a reprint: every other article of the corpus, an article that quotes a long passage of another one, and a
report that goes over the background of an earlier one in the same words.
"""

import lzma
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import cycle, islice
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from evaluation.corpus import MalformedFile, RawText, read_texts
from evaluation.figures import Share
from wortlaut.matching.likeness import HOLDERS, Sketch, bands, candidates, is_reprint, likeness, sketch

__all__ = [
    "BAR",
    "Index",
    "Pair",
    "Result",
    "Trap",
    "Variant",
    "duplicates",
    "measure",
    "pieces",
    "read_lines",
    "trap",
    "vary",
]

BAR = 0.98  # recall and precision, each
_EDITED = (0.03, 0.15)  # share of the words
_TOKEN = re.compile(r"\s*\S+")
_QUOTATION = re.compile(r"„[^„“”]{150,}[“”]")  # some 25 words
_COPIED = (0.3, 0.5)  # of a sequel is the earlier report's
_PIECE = (100, 400)  # words of an article-like piece


class Variant(StrEnum):
    """What becomes of an article in another paper."""

    EDITED = "edited"
    CUT = "cut"
    FRAMED = "framed"
    EDITED_CUT = "edited, cut"
    EDITED_FRAMED = "edited, framed"
    CUT_FRAMED = "cut, framed"
    ALL = "edited, cut, framed"


class Trap(StrEnum):
    """What shares words with an article without being a reprint of it."""

    QUOTATION = "quotes a passage of it"
    SEQUEL = "goes over its background"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two different articles that look alike, by their places in the corpus."""

    first: int
    second: int
    likeness: float
    taken: bool  # for a reprint


@dataclass(frozen=True, slots=True)
class Result:
    """What was recognised."""

    found: Mapping[Variant, Share]  # variants recognised as reprints of what they were made from
    best: Mapping[Variant, Share]  # and of which no other article is more like
    astray: int  # other articles that a variant was taken for a reprint of
    trapped: Mapping[Trap, Share]  # traps taken for reprints
    pairs: tuple[Pair, ...]  # different articles with a band in common, most alike first

    @property
    def recall(self) -> float:
        """The share of the variants that were recognised."""
        return _sum(self.found.values()).value or 0.0

    @property
    def precision(self) -> float:
        """The share of true pairs in all that was taken for a reprint: variants, traps, the corpus' own pairs."""
        true = _sum(self.found.values()).part
        false = self.astray + _sum(self.trapped.values()).part + sum(pair.taken for pair in self.pairs)
        return true / (true + false) if true else 0.0


@dataclass(slots=True)
class Index:
    """Sketches by their bands, in memory, with the same candidates as the record's table."""

    sketches: list[Sketch] = field(default_factory=list)
    _holders: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, new: Sketch) -> None:
        """Take in a sketch; its place is the number of those before it."""
        for band in bands(new):
            self._holders[band].append(len(self.sketches))
        self.sketches.append(new)

    def candidates(self, new: Sketch) -> tuple[int, ...]:
        """The places of the sketches that are worth a comparison with `new`."""
        return candidates(self._holders[band][: -HOLDERS - 1 : -1] for band in bands(new) if band in self._holders)

    def reprints(self, new: Sketch) -> tuple[int, ...]:
        """The places of the candidates that `new` is a reprint of, most alike first."""
        found = [place for place in self.candidates(new) if is_reprint(new, self.sketches[place])]
        return tuple(sorted(found, key=lambda place: -likeness(new, self.sketches[place])))


def duplicates(
    corpus: Annotated[Path, typer.Option("--corpus", help="The quotation corpus; its texts alone are used.")],
    *,
    seed: Annotated[int, typer.Option("--seed", help="Of the variants that are made.")] = 1,
    unrelated: Annotated[
        Path | None, typer.Option("--unrelated", help="Running text, a sentence or speech a line; .xz is unpacked.")
    ] = None,
    closest: Annotated[int, typer.Option("--closest", help="So many pairs of different articles are listed.")] = 10,
) -> None:
    """Measure how reprints are recognised; exit 1 where recall or precision is below the bar."""
    console = Console()
    texts = tuple(read_texts(corpus))
    result = measure([text.text for text in texts], seed=seed)
    _print(result, texts, console, closest)
    if unrelated is not None:
        _print_candidates([text.text for text in texts], unrelated, console, seed)
    if min(result.recall, result.precision) < BAR:
        raise typer.Exit(1)


def measure(texts: Sequence[str], *, seed: int) -> Result:
    """What is recognised of the variants of `texts`, and what is taken for a reprint and is none."""
    rng = random.Random(seed)
    index = Index()
    pairs = []
    for number, text in enumerate(texts):
        new = sketch(text)
        for place in index.candidates(new):
            other = index.sketches[place]
            pairs.append(Pair(place, number, likeness(new, other), is_reprint(new, other)))
        index.add(new)
    found: dict[Variant, Share] = {}
    best: dict[Variant, Share] = {}
    astray = 0
    words = [token for text in texts for token in _TOKEN.findall(text)]
    for variant in Variant:
        taken = [index.reprints(sketch(vary(text, variant, rng, words))) for text in texts]
        found[variant] = _share(number in places for number, places in enumerate(taken))
        best[variant] = _share(places[:1] == (number,) for number, places in enumerate(taken))
        astray += sum(len(set(places) - {number}) for number, places in enumerate(taken))
    trapped = {kind: _trapped(texts, kind, index, rng) for kind in Trap}
    return Result(found, best, astray, trapped, tuple(sorted(pairs, key=lambda pair: -pair.likeness)))


def _trapped(texts: Sequence[str], kind: Trap, index: Index, rng: random.Random) -> Share:
    """How many texts of that kind are taken for a reprint of the article that they share words with."""
    traps = [trap(texts, number, kind, rng) for number in range(len(texts))]
    return _share(number in index.reprints(sketch(text)) for number, text in enumerate(traps) if text is not None)


def vary(text: str, variant: Variant, rng: random.Random, words: Sequence[str]) -> str:
    """`text` as another paper prints it; `words` are what it may put in."""
    steps: Mapping[str, Callable[[str], str]] = {
        "edited": lambda text: _edited(text, rng, words),
        "cut": lambda text: _cut(text, rng),
        "framed": lambda text: _framed(text, rng),
    }
    for step in variant.value.split(", "):
        text = steps[step](text)
    return text


def trap(texts: Sequence[str], number: int, kind: Trap, rng: random.Random) -> str | None:
    """A text of that kind that shares words with article `number`; `None` where the article has none to share."""
    other = texts[(number + rng.randrange(1, len(texts))) % len(texts)]
    tokens = _TOKEN.findall(texts[number])
    if kind is Trap.QUOTATION:
        quotation = _QUOTATION.search(texts[number])
        if quotation is None or 2 * len(quotation[0]) > len(texts[number]):
            return None  # what is half quotation is told apart by nothing
        lines = other.splitlines()
        lines.insert(rng.randrange(len(lines) + 1), quotation[0])
        return "\n".join(lines)
    copied = round(rng.uniform(*_COPIED) * len(tokens))
    start = rng.randrange(len(tokens) - copied + 1)
    own = list(islice(_others(texts, number, rng), len(tokens) - copied))
    return "".join(own) + "\n\n" + "".join(tokens[start : start + copied])


def _others(texts: Sequence[str], number: int, rng: random.Random) -> Iterator[str]:
    """Running words of other articles, one article after the other."""
    first = rng.randrange(len(texts))
    for place in cycle(range(len(texts))):
        if (first + place) % len(texts) != number:
            yield from _TOKEN.findall(texts[(first + place) % len(texts)])


def _edited(text: str, rng: random.Random, words: Sequence[str]) -> str:
    tokens = _TOKEN.findall(text)
    count = max(1, round(rng.uniform(*_EDITED) * len(tokens)))
    for place in sorted(rng.sample(range(len(tokens)), count), reverse=True):
        match rng.randrange(4):
            case 0:
                tokens[place] = rng.choice(words)
            case 1:
                del tokens[place]
            case 2:
                tokens.insert(place, rng.choice(words))
            case _:
                tokens[place : place + 2] = reversed(tokens[place : place + 2])
    return "".join(token if token[0].isspace() else f" {token}" for token in tokens)


def _cut(text: str, rng: random.Random) -> str:
    tokens = _TOKEN.findall(text)
    return "".join(tokens[: len(tokens) - max(1, round(rng.uniform(*_EDITED) * len(tokens)))])


def _framed(text: str, rng: random.Random) -> str:
    return rng.choice(_FRONTS) + text.strip() + rng.choice(_BEHINDS)


# Lines as agencies and papers put them around a text, invented here; the sketch knows some of them and not others.
_FRONTS = (
    "Krumbach (dpa) - ",
    "KRUMBACH/SANDOW, 3. Mai (AFP/dpa) – ",
    "Aktualisiert um 14.35 Uhr\n\n",
    "Sandow. Von unserem Korrespondenten Ole Wimmer. ",
    "Liveticker – Was heute wichtig wird, lesen Sie hier in unserem kostenlosen Überblick am Morgen.\n\n",
    "+++ Eilmeldung +++ Zuletzt geändert: 3.5., 14.35 Uhr. Lesezeit: 2 Minuten\n",
)
_BEHINDS = (
    " (dpa)",
    "\n\n© dpa-infocom, dpa:990503-99-123456/3",
    "\n\nMit Material der Nachrichtenagenturen dpa und AFP",
    "\n\nDieser Beitrag wurde von der Redaktion des Sandower Boten aus dem Angebot der Agenturen übernommen und nicht "
    "bearbeitet. Alle Rechte vorbehalten.",
    "\n\nLesen Sie auch: Warum die Brücke in Krumbach noch immer gesperrt ist. Mehr Nachrichten aus der Gegend finden "
    "Sie jeden Tag in Ihrem Postfach – jetzt kostenlos anmelden!",
    "\nStand: 03.05., 14.35 Uhr",
)


def pieces(lines: Iterable[str], *, seed: int) -> Iterator[str]:
    """Running text cut into pieces of 100 to 400 words; of a line with tabs the last field is taken."""
    rng = random.Random(seed)
    words = (word for line in lines for word in line.rpartition("\t")[2].split())
    while piece := list(islice(words, rng.randint(*_PIECE))):
        yield " ".join(piece)


def read_lines(path: Path) -> Iterator[str]:
    """The lines of `path`, unpacked where its name ends in `.xz`; raises `MalformedFile`."""
    try:
        with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as file:
            yield from file
    except (OSError, EOFError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise MalformedFile(f"{path}: cannot be read as UTF-8 lines ({error})") from error


def _print_candidates(articles: Sequence[str], path: Path, console: Console, seed: int) -> None:
    """Print how many of 10,000 unrelated pieces are compared with each, and whether variants are found among them.

    Once as they are, once with one paper's line under every one of them, the articles and their variants.
    """
    table = _table("among 10,000 pieces", "compared, mean", "median", "99 %", "taken", "variants found %")
    texts = list(islice(pieces(read_lines(path), seed=seed), 10_000))
    words = [token for text in articles for token in _TOKEN.findall(text)]
    for name, behind in (("as they are", ""), ("all with one line", _BEHINDS[4])):
        index = Index()
        for text in (*articles, *texts):  # the articles first: the pieces crowd them out where anything does
            index.add(sketch(text + behind))
        strangers = index.sketches[len(articles) :]
        counts = sorted(len(index.candidates(new)) - 1 for new in strangers)
        taken = sum(len(index.reprints(new)) - 1 for new in strangers) // 2
        rng = random.Random(seed)
        variants = [vary(text, Variant.ALL, rng, words) + behind for text in articles]
        found = _share(number in index.reprints(sketch(variant)) for number, variant in enumerate(variants))
        middle, high = counts[len(counts) // 2], counts[len(counts) * 99 // 100]
        table.add_row(name, f"{sum(counts) / len(counts):.2f}", str(middle), str(high), f"{taken:,}", _percent(found))
    console.print(table)


def _print(result: Result, texts: Sequence[RawText], console: Console, closest: int) -> None:
    table = _table("recognised", "of", "found %", "best %")
    for variant in Variant:
        found, best = result.found[variant], result.best[variant]
        table.add_row(variant.value, f"{found.whole:,}", _percent(found), _percent(best))
    console.print(table)
    table = _table("wrongly taken for a reprint", "of", "taken")
    table.add_row("a variant, of another article", f"{len(texts) * len(Variant):,}", str(result.astray))
    for kind, share in result.trapped.items():
        table.add_row(kind.value, f"{share.whole:,}", str(share.part))
    pairs = len(texts) * (len(texts) - 1) // 2
    table.add_row("two articles of the corpus", f"{pairs:,}", str(sum(pair.taken for pair in result.pairs)))
    console.print(table)
    table = _table("closest different articles", "likeness", "taken")
    for pair in result.pairs[:closest]:
        names = f"{texts[pair.first].name[:50]} | {texts[pair.second].name[:50]}"
        table.add_row(names, f"{pair.likeness:.3f}", "yes" if pair.taken else "no")
    console.print(table)
    console.print(f"recall {result.recall:.4f}, precision {result.precision:.4f}")


def _table(first: str, *names: str) -> Table:
    table = Table(show_edge=False)
    table.add_column(first)
    for name in names:
        table.add_column(name, justify="right")
    return table


def _percent(share: Share) -> str:
    return "–" if share.value is None else f"{100 * share.value:.2f}"


def _share(outcomes: Iterable[bool]) -> Share:
    counted = Counter(outcomes)
    return Share(counted[True], counted.total())


def _sum(shares: Iterable[Share]) -> Share:
    listed = list(shares)
    return Share(sum(share.part for share in listed), sum(share.whole for share in listed))
