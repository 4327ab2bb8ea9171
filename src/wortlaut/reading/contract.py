"""What every reader keeps to, checked on what it gave.

- A tuple of statements for each article, ordered by where their quotes begin.
- Every span lies in the article's text; a part's pieces stand in order and do not overlap; no quote is blank.
- A parent comes before what stands inside it, and holds its words.
- An id is `statement_id(article, quote, ordinal)`, where `ordinal` counts earlier statements of that very quote.
- Confidences are numbers from 0 to 1; a statement names its article, and what made it as the reader does.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from wortlaut.errors import ContractBroken
from wortlaut.types import (
    Article,
    Confidence,
    Medium,
    Part,
    Party,
    Provenance,
    Span,
    Statement,
    StatementType,
    statement_id,
)

__all__ = ["checked", "described"]

_KINDS: dict[str, type] = {
    "id": str,
    "type": StatementType,
    "medium": Medium,
    "quote": tuple,
    "cue": Part,
    "frame": Part,
    "speakers": tuple,
    "addressees": tuple,
    "confidence": Confidence,
}
_LONGEST = 80  # characters of a foreign value that a message quotes


def checked(article: Article, found: object, made_by: Provenance) -> tuple[Statement, ...]:
    """What a reader found in `article`; raises `ContractBroken` where no reader may give that."""
    return _Contract(article, made_by).checked(found)


def described(value: object) -> str:
    """A value that should have been another, in a few words."""
    if isinstance(value, str | int | float) or value is None:
        shown = repr(value)
        return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
    return f"a {type(value).__name__}"


class _Contract:
    """The contract for one article."""

    def __init__(self, article: Article, made_by: Provenance) -> None:
        self._article = article
        self._made_by = made_by

    def checked(self, found: object) -> tuple[Statement, ...]:
        if not isinstance(found, Sequence) or isinstance(found, str | bytes):
            raise self._broken("broken_list", given=described(found))
        before: dict[str, Statement] = {}
        same: Counter[tuple[Span, ...]] = Counter()
        begin = 0
        for number, each in enumerate(found, 1):
            if not isinstance(each, Statement):
                raise self._broken("broken_statement", number=number, given=described(each))
            self._check_kinds(each)
            self._check_places(each)
            self._check_confidences(each)
            self._check_name(each, same[each.quote])
            self._check_parent(each, before)
            if each.quote[0].start < begin:
                raise self._broken("broken_order", each, start=each.quote[0].start, before=begin)
            begin = each.quote[0].start
            same[each.quote] += 1
            before[each.id] = each
        return tuple(found)

    def _broken(self, code: str, statement: Statement | None = None, **values: object) -> ContractBroken:
        about = {} if statement is None else {"statement": str(statement.id)[:_LONGEST]}
        return ContractBroken(code, reader=self._made_by.reader, article=self._article.id, **about, **values)

    def _check_kinds(self, each: Statement) -> None:
        """Nothing; every field is what its type says, as far as the other checks and the record lean on it."""
        for field, kind in _KINDS.items():
            self._check_kind(each, field, getattr(each, field), kind)
        for field, parties in (("speakers", each.speakers), ("addressees", each.addressees)):
            for party in parties:
                self._check_kind(each, field, party, Party)
                if not party.mention:
                    raise self._broken("broken_empty", each, field=field)
        for field, spans in _places(each):
            self._check_kind(each, field, spans, tuple)
            for span in spans:
                self._check_kind(each, field, span, Span)
                self._check_kind(each, field, span.start, int)
                self._check_kind(each, field, span.end, int)

    def _check_kind(self, each: Statement, field: str, value: object, kind: type) -> None:
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self._broken("broken_field", each, field=field, given=described(value), expected=kind.__name__)

    def _check_places(self, each: Statement) -> None:
        text = self._article.text
        if not each.quote:
            raise self._broken("broken_empty", each, field="quote")
        for field, spans in _places(each):
            for span in spans:
                if span.end > len(text):
                    raise self._broken("broken_reach", each, field=field, end=span.end, length=len(text))
            for earlier, later in pairwise(spans):
                if later.start < earlier.end:
                    raise self._broken("broken_pieces", each, field=field, earlier=_told(earlier), later=_told(later))
        if not any(span.of(text).strip() for span in each.quote):
            raise self._broken("broken_blank", each)

    def _check_confidences(self, each: Statement) -> None:
        for field, value in _confidences(each):
            is_number = isinstance(value, int | float) and not isinstance(value, bool)
            if not is_number or not 0 <= value <= 1:
                raise self._broken("broken_confidence", each, field=field, given=described(value))

    def _check_name(self, each: Statement, ordinal: int) -> None:
        """Nothing; id, article and maker are those that are due."""
        for field, due in (("article_id", self._article.id), ("made_by", self._made_by)):
            given = getattr(each, field)
            if given != due:
                raise self._broken("broken_field", each, field=field, given=str(given)[:_LONGEST], expected=due)
        expected = statement_id(self._article, each.quote, ordinal)
        if each.id != expected:
            raise self._broken("broken_id", each, expected=expected, ordinal=ordinal)

    def _check_parent(self, each: Statement, before: dict[str, Statement]) -> None:
        if each.parent is None:
            return
        parent = before.get(each.parent) if isinstance(each.parent, str) else None
        if parent is None:
            raise self._broken("broken_parent", each, parent=each.parent)
        if each.quote[0].start < parent.quote[0].start or parent.quote[-1].end < each.quote[-1].end:
            raise self._broken("broken_outside", each, parent=each.parent)


def _places(each: Statement) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The spans of every part, with the field that they stand in."""
    yield "quote", each.quote
    yield "cue", each.cue.spans
    yield "frame", each.frame.spans
    for party in each.speakers:
        yield "speakers", party.mention
    for party in each.addressees:
        yield "addressees", party.mention


def _confidences(each: Statement) -> Iterator[tuple[str, float]]:
    yield from (("quote", each.confidence.quote), ("type", each.confidence.type), ("medium", each.confidence.medium))
    yield from (("cue", each.cue.confidence), ("frame", each.frame.confidence))
    yield from (("speakers", party.confidence) for party in each.speakers)
    yield from (("addressees", party.confidence) for party in each.addressees)


def _told(span: Span) -> str:
    return f"{span.start}-{span.end}"
