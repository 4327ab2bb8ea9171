"""The command that measures where statements are said to have been made, and by which chain they came.

The gold is JSON Lines, one object for each statement of the documents it marks: `doc`, the number of the document, and
`ann` name a statement of the quotation corpus, `half` is "build" or "kept" (by document), `venue` and each of `via`
have `spans`, positions in the document's text, and `carried`, which says that the words stand with something earlier;
`via` has a `kind`, too. Quotes, cues, frames and speakers are the corpus' own. What is found is right where it shares a
noun or a name with the gold's words, and a link where its kind is right, too; "exactly" asks for the same words but for
article and preposition.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.table import Table

from evaluation.bootstrap import Draws, Interval
from evaluation.corpus import CorpusDocument, MalformedFile
from evaluation.given import documents_of, given_statements, lines_of, number_of, published_of
from evaluation.tables import wide
from wortlaut.language import analyse
from wortlaut.meaning.where import places_and_channels
from wortlaut.meaning.who import attribute
from wortlaut.types import ChannelKind, Document, Span, Statement

__all__ = ["Item", "MarkedArticle", "Share", "baseline", "figures", "read_articles", "staged", "where"]

Half = Literal["build", "kept", "all"]
_VENUE = "venue"
_PREPOSITIONS = frozenset("in im auf bei beim".split())
_CITING = frozenset("laut nach gemäß".split())
_AHEAD = 5  # words behind a preposition in which the baseline looks for a noun


@dataclass(frozen=True, slots=True)
class Item:
    """A venue, or a link of that kind, of the statement at place `number`; with its words."""

    number: int
    kind: str
    spans: tuple[Span, ...]
    carried: bool = False


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article with its statements, and what the gold marks of them."""

    name: str
    document: Document
    statements: tuple[Statement, ...]
    gold: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its interval over documents."""

    name: str
    part: int
    whole: int
    drawn: Interval | None

    @property
    def percent(self) -> float:
        """The share, in percent."""
        return 100 * self.part / self.whole if self.whole else 0.0


Finding = Callable[[MarkedArticle], Sequence[Item]]


def where(
    gold: Annotated[Path, typer.Option("--gold", help="The marked statements, JSON Lines.")],
    corpus: Annotated[Path, typer.Option("--corpus", help="The quotation corpus that they are of, plain or gzip.")],
    *,
    half: Annotated[Half, typer.Option("--half", help="build, kept or all.")] = "kept",
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON, in percent.")] = False,
) -> None:
    """Measure venue and chain of statements against marked ones, beside a baseline."""
    articles = read_articles(gold, corpus, half)
    stage, plain = figures(articles, staged), figures(articles, baseline)
    if as_json:
        print(json.dumps({"stage": _as_json(stage), "baseline": _as_json(plain)}, ensure_ascii=False))
        return
    table = Table(f"where, {half}", "share", "part", "of", "95 % by documents", "baseline")
    for row, other in zip(stage, plain, strict=True):
        drawn = f"{100 * row.drawn.low:.0f}–{100 * row.drawn.high:.0f}" if row.drawn else ""
        table.add_row(row.name, f"{row.percent:.1f}", str(row.part), str(row.whole), drawn, f"{other.percent:.1f}")
    wide().print(table)


def staged(article: MarkedArticle) -> list[Item]:
    """What the stage finds."""
    told = attribute(article.document, article.statements, published=published_of(article.name))
    found = []
    for number, channel in enumerate(places_and_channels(article.document, article.statements, told)):
        if channel.venue is not None:
            found.append(Item(number, _VENUE, channel.venue.spans, channel.venue.carried))
        found.extend(Item(number, link.kind.value, link.spans, link.carried) for link in channel.via)
    return found


def baseline(article: MarkedArticle) -> list[Item]:
    """Every "in", "auf", "bei" with a noun in the frame as venue; every "laut", "nach" with one as an outlet."""
    text, found = article.document.text, []
    for number, statement in enumerate(article.statements):
        for kind, prepositions in ((_VENUE, _PREPOSITIONS), (ChannelKind.OUTLET.value, _CITING)):
            span = _first(text, article.document, statement.frame.spans, prepositions, whole=kind != _VENUE)
            if span is not None:
                found.append(Item(number, kind, (span,)))
    return found


def figures(articles: Sequence[MarkedArticle], finding: Finding) -> tuple[Share, ...]:
    """Precision and recall of venues, of links, of each kind, and how many statements are right in all."""
    found = [tuple(finding(article)) for article in articles]
    pairs = list(zip(articles, found, strict=True))
    draws = Draws.of(len(articles))
    kinds = [kind.value for kind in ChannelKind]
    groups = [("venue", [_VENUE]), ("link", kinds)]
    rows: list[Share] = []
    for name, names in groups:
        rows += _of(f"{name}: ", pairs, draws, lambda item, names=names: item.kind in names)  # type: ignore[misc]  # bound now
        for carried, which in ((False, "in its own report"), (True, "carried")):
            rows += _of(
                f"  {which}: ",
                pairs,
                draws,
                lambda item, names=names, carried=carried: item.kind in names and item.carried is carried,  # type: ignore[misc]  # bound now
            )
    for kind in kinds:
        rows += _of(f"{kind}: ", pairs, draws, lambda item, kind=kind: item.kind == kind)  # type: ignore[misc]  # bound now
    exact = [[_is_right(item, article.gold, article, exactly=True) for item in items] for article, items in pairs]
    right = [[_is_right(item, article.gold, article) for item in items] for article, items in pairs]
    rows.append(_share("exactly, of those right", map(sum, exact), map(sum, right), draws))
    whole = [_statements(article, items) for article, items in pairs]
    rows.append(_share("statements without a fault", map(sum, whole), map(len, whole), draws))
    return tuple(rows)


def _of(
    name: str, pairs: Sequence[tuple[MarkedArticle, Sequence[Item]]], draws: Draws, test: Callable[[Item], bool]
) -> list[Share]:
    """Precision and recall of the items for which the test holds."""
    precise, recalled = [], []
    for article, items in pairs:
        precise.append([_is_right(item, article.gold, article) for item in items if test(item)])
        recalled.append([_is_right(item, items, article) for item in article.gold if test(item)])
    return [
        _share(f"{name}precision", map(sum, precise), map(len, precise), draws),
        _share(f"{name}recall", map(sum, recalled), map(len, recalled), draws),
    ]


def _share(name: str, parts: Iterable[int], wholes: Iterable[int], draws: Draws) -> Share:
    part_D, whole_D = list(parts), list(wholes)
    return Share(name, sum(part_D), sum(whole_D), draws.share(part_D, whole_D))


def _is_right(item: Item, others: Iterable[Item], article: MarkedArticle, *, exactly: bool = False) -> bool:
    """Whether one of the others is of the same statement and kind and shares a noun, or all its words."""
    own = _words(article, item)
    same = [_words(article, one) for one in others if one.number == item.number and one.kind == item.kind]
    return any(own == words if exactly else bool(own & words) for words in same)


def _words(article: MarkedArticle, item: Item) -> frozenset[int]:
    """The tokens of an item with a capital letter or digit; all where it has none ("dort")."""
    text = article.document.text
    tokens = [
        token
        for span in item.spans
        for token in article.document.tokens
        if span.start < token.end and token.start < span.end
    ]
    opening = {span.start for span in item.spans}
    capital = [
        token
        for token in tokens
        if (text[token.start].isupper() or text[token.start].isdigit())
        and not (token.start in opening and len(tokens) > 1 and text[token.start : token.end].lower() in _SMALL)
    ]
    return frozenset(token.start for token in capital or tokens)


_SMALL = frozenset(
    "der die das dem den des ein eine einer eines einem einen in im am auf bei vor an zu zur zum".split()
)


def _statements(article: MarkedArticle, items: Sequence[Item]) -> list[bool]:
    """Of each statement whether all that is found is right and all of the gold is found."""
    wrong = {item.number for item in items if not _is_right(item, article.gold, article)}
    missed = {item.number for item in article.gold if not _is_right(item, items, article)}
    return [number not in wrong | missed for number in range(len(article.statements))]


def _first(
    text: str, document: Document, spans: Iterable[Span], prepositions: frozenset[str], *, whole: bool
) -> Span | None:
    """The first of the prepositions in the spans, up to the noun behind it, or with the whole of its span."""
    for span in spans:
        tokens = [token for token in document.tokens if span.start <= token.start < span.end]
        for place, token in enumerate(tokens):
            if token.of(text).lower() not in prepositions:
                continue
            if whole:
                return Span(token.start, span.end)
            for noun in tokens[place + 1 : place + 1 + _AHEAD]:
                if text[noun.start].isupper():
                    return Span(token.start, noun.end)
    return None


def read_articles(gold: Path, corpus: Path, half: Half = "all") -> list[MarkedArticle]:
    """The articles of that half with what is marked; raises `MalformedFile`."""
    marked = _read(gold, half)
    return [_article(document, marked[number_of(document.name)]) for document in documents_of(gold, marked, corpus)]


def _article(document: CorpusDocument, items: Sequence[Item]) -> MarkedArticle:
    statements = given_statements(document)
    if any(item.number >= len(statements) for item in items):
        raise MalformedFile(f"{document.name[:60]!r}: the gold marks a statement that the corpus does not have")
    return MarkedArticle(document.name, analyse(document.text), statements, tuple(items))


def _read(path: Path, half: Half) -> Mapping[str, list[Item]]:
    marked: defaultdict[str, list[Item]] = defaultdict(list)
    for line, place in lines_of(path):
        try:
            value = json.loads(line)
            if half in {"all", value["half"]}:
                marked[value["doc"]] += _items(value)
        except (KeyError, TypeError, ValueError) as error:
            raise MalformedFile(f"{place}: no marked statement ({type(error).__name__}: {error})") from error
    return marked


def _items(value: Mapping[str, object]) -> list[Item]:
    """The venue and the links of one line."""
    number, venue, via = value["ann"], value["venue"], value["via"]
    if not isinstance(number, int) or not isinstance(via, list):
        raise TypeError("ann must be a number and via a list")
    made = [_item(number, _VENUE, venue)] if isinstance(venue, dict) else []
    return made + [_item(number, ChannelKind(link["kind"]).value, link) for link in via]


def _item(number: int, kind: str, value: Mapping[str, object]) -> Item:
    spans = value["spans"]
    if not isinstance(spans, list):
        raise TypeError("spans must be a list")
    return Item(number, kind, tuple(Span(start, end) for start, end in spans), bool(value["carried"]))


def _as_json(rows: Iterable[Share]) -> Mapping[str, object]:
    return {
        f"{number} {row.name.strip()}": {
            "part": row.part,
            "whole": row.whole,
            "percent": round(row.percent, 2),
            "documents": [round(100 * row.drawn.low, 1), round(100 * row.drawn.high, 1)] if row.drawn else None,
        }
        for number, row in enumerate(rows, 1)
    }
