"""Whether a reader keeps to its contract, for those who make one to call in their tests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from wortlaut.errors import ContractBroken
from wortlaut.service.opening import GERMAN
from wortlaut.service.understanding import given_lists
from wortlaut.types import Article, Document, Origin, Provenance, SourceMap, Statement, article_id

if TYPE_CHECKING:
    from wortlaut.reading import Reader

__all__ = ["HARD_TEXTS", "check_reader"]

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
# What readers stumble over: no words, all kinds of quotation marks, nesting, the same words twice, characters of
# several code points or of none to see, half a surrogate pair, marks without an end, length.
HARD_TEXTS = (
    "",
    " \n\n\t ",
    "Ja.",
    "„Wir bleiben“, sagte Ada Löhn dem Küstenfunk, „und zwar hier.“ Das sei ihr letztes Wort.",
    "Bo Tamm erklärte, Löhn habe ihm ‚nie und nimmer‘ zugesagt, dass sie komme. »Nein«, rief er, »›nie‹ sagte sie.«",
    "Löhn nannte es „frei erfunden“. Auch Tamm nannte es „frei erfunden“: „Frei erfunden“, sagte Tamm.",
    "🙂 „Ça va? 👩‍👩‍👧“, fragte Zoe\u0301 Öl\u00adfeld. \u202e»Nein«\u200b, sagte sie.\u2028\u2029„Doch!“",
    "\ud83d „x“, sagte Tamm \ufffd \x00",
    "„" * 300 + "“" * 299 + '"' * 51,
    "„Ja“, sagte Tamm, „nein“, sagte Löhn. " * 200,
    "Löhn sagte: „Der Deich hält.\n\n„Und der Damm hält auch“, fuhr sie fort.\r\n\r\nTamm schwieg, so Löhn.",
    "a" * 20_000,
)


def check_reader(reader: Reader, items: Iterable[Article | str] = HARD_TEXTS) -> None:
    """Nothing; raises `ContractBroken`, with a message that says where, for a reader that breaks its contract.

    `items` are articles or texts; without any it is given hard ones. Each is read beside the others, beside them in
    turned order, alone, and once more: every time the same must be found, within the bounds of
    `wortlaut.reading.contract`. What the reader finds, and whether that is right, is not looked at.
    """
    articles = [_article(each) if isinstance(each, str) else each for each in items]
    documents = [GERMAN.analyse(each.text) for each in articles]
    made_by = reader.made_by
    _check_provenance(made_by)
    nothing: object = reader.read([], [])
    if nothing != []:
        raise ContractBroken("broken_nothing", reader=made_by.reader, given=repr(nothing)[:80])
    whole = _read(reader, articles, documents)
    _compare(made_by, articles, whole, _read(reader, articles, documents), "broken_again")
    turned = _read(reader, articles[::-1], documents[::-1])[::-1]
    _compare(made_by, articles, whole, turned, "broken_batch")
    alone = [_read(reader, [one], [its])[0] for one, its in zip(articles, documents, strict=True)]
    _compare(made_by, articles, whole, alone, "broken_batch")
    if reader.made_by != made_by:
        values = {"field": "whole", "value": reader.made_by, "expected": made_by}
        raise ContractBroken("broken_provenance", reader=made_by.reader, **values)


def _article(text: str) -> Article:
    """An article that is no more than its text."""
    return Article(
        id=article_id(text=text, url=None, source=None, declared_id=None),
        text=text,
        raw=text.encode("utf-8", "surrogatepass"),
        source_map=SourceMap(0, ()),
        origin=Origin("-"),
        form="text",
        encoding="utf-8",
    )


def _check_provenance(made_by: Provenance) -> None:
    digest = "sha256: and 64 hexadecimal digits"
    for field, value, is_right, expected in (
        ("reader", made_by.reader, bool(made_by.reader), "a name"),
        ("weights", made_by.weights, _DIGEST.fullmatch(made_by.weights) is not None, digest),
        ("version", made_by.version, bool(made_by.version), "a version"),
    ):
        if not is_right:
            values = {"field": field, "value": repr(value), "expected": expected}
            raise ContractBroken("broken_provenance", reader=made_by.reader, **values)


def _read(reader: Reader, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
    """What the reader finds in each article, as the contract allows it."""
    from wortlaut.reading.contract import checked

    if not articles:
        return []
    try:
        given = given_lists(reader, list(articles), list(documents))
    except ContractBroken:
        raise
    except Exception as error:
        about = {"reader": reader.made_by.reader, "article": _told(articles)}
        raise ContractBroken("broken_raised", **about, problem=f"{type(error).__name__}: {error}"[:300]) from error
    return [checked(each, found, reader.made_by) for each, found in zip(articles, given, strict=True)]


def _told(articles: Sequence[Article]) -> str:
    """Which article it was, or which it was among, with the beginning of the text where it is one."""
    if len(articles) > 1:
        return f"{articles[0].id} or {len(articles) - 1} beside it"
    return f"{articles[0].id} ({articles[0].text[:40]!r})"


def _compare(
    made_by: Provenance,
    articles: Sequence[Article],
    first: Sequence[tuple[Statement, ...]],
    second: Sequence[tuple[Statement, ...]],
    code: str,
) -> None:
    for article, one, other in zip(articles, first, second, strict=True):
        if one != other:
            difference = _difference(one, other)
            raise ContractBroken(code, reader=made_by.reader, article=_told([article]), difference=difference)


def _difference(one: tuple[Statement, ...], other: tuple[Statement, ...]) -> str:
    """The first thing in which two readings of an article differ."""
    for first, second in zip(one, other, strict=False):
        fields = (name for name in Statement.__slots__ if getattr(first, name) != getattr(second, name))
        for name in fields:
            return f"{first.id}: {name} {getattr(first, name)} – {getattr(second, name)}"[:300]
    return f"statements: {len(one)} – {len(other)}"
