"""Direct quotes that are cut in two by their frame.

As in: „Wenn nicht gebaggert wird“, sagte Tamm, „fahren wir weiter.“ The quotation corpus has hardly any such pair, so
nothing can be learned of them, but their spelling tells enough: within one sentence the frame stands between commas,
and the words go on in lower case.
"""

from collections.abc import Sequence

from wortlaut.reading.tags import TaggedQuote
from wortlaut.types import Document, StatementType

__all__ = ["join_split_quotes"]

# Tokens between the two halves. By judgement, the corpus has too few to measure: longer than this is hardly a frame.
_LONGEST_FRAME = 16
_MARKS = frozenset("„“”\"»«‚‘'")


def join_split_quotes(document: Document, quotes: Sequence[TaggedQuote]) -> list[TaggedQuote]:
    """The quotes, in order, with the halves of split direct quotes made one."""
    joined: list[TaggedQuote] = []
    for quote in quotes:
        if joined and _goes_on(document, joined[-1], quote):
            joined[-1] = TaggedQuote(joined[-1].type, joined[-1].ranges + quote.ranges)
        else:
            joined.append(quote)
    return joined


def _goes_on(document: Document, first: TaggedQuote, second: TaggedQuote) -> bool:
    if not first.type is second.type is StatementType.DIRECT:
        return False
    start, end = first.ranges[-1].end, second.ranges[0].start
    between = [token.of(document.text) for token in document.tokens[start:end]]
    if not 3 <= len(between) <= _LONGEST_FRAME or between[0] != "," or between[-1] != ",":
        return False
    opening, word = (token.of(document.text) for token in document.tokens[end : end + 2])
    return opening in _MARKS and word[0].islower()
