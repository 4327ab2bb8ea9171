"""A reader by rules: what stands in quotation marks beside a verb of saying, and who says it.

It is here to be read and copied: a complete reader for wortlaut, installed with `pip install examples/reader` and
chosen with `wortlaut read … --reader marked-quotes`. It finds far less than the shipped one.
"""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from wortlaut.types import (
    Article,
    Confidence,
    Document,
    Medium,
    Part,
    Party,
    Provenance,
    Span,
    Statement,
    StatementType,
    statement_id,
)

__all__ = ["MarkedQuotes", "load"]

_CUE = r"(?P<cue>sagte|sagt|erklärte|betonte|fragte|meinte|rief|schrieb|warnte)"
_SPEAKER = r"(?P<speaker>(?:der |die )?[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+){0,2})"
_QUOTE = re.compile(r"„[^„“]+“|»[^»«]+«")
_INNER = re.compile(r"‚[^‚‘]+‘|›[^›‹]+‹")
_BEHIND = re.compile(rf",? {_CUE} {_SPEAKER}")  # „…“, sagte Ada Löhn
_BEFORE = re.compile(rf"{_SPEAKER} {_CUE}: \Z")  # Ada Löhn sagte: „…“
_GOES_ON = re.compile(r", (?=[„»])")  # „…“, sagte Ada Löhn, „…“
_REACH = 80  # characters before a quote in which its speaker is looked for

# Set by hand. A reader that learns gives its probabilities, rounded, so that a batch cannot change the last digits.
_SURE, _LIKELY = 0.9, 0.6


class MarkedQuotes:
    """Reads by regular expressions; holds nothing that changes, so any number of threads may share it."""

    # The rules are all that it knows, as weights are all that a model knows: the digest tells which found something.
    made_by = Provenance(
        reader="marked-quotes", weights=f"sha256:{sha256(Path(__file__).read_bytes()).hexdigest()}", version="1.0.0"
    )

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        """The statements of each article, ordered by place, a parent before what stands inside it.

        `documents` has the tokens and sentences of each article, which these rules do without.
        """
        return [tuple(self._statements(article)) for article in articles]

    def _statements(self, article: Article) -> Iterator[Statement]:
        text, position = article.text, 0
        while found := _QUOTE.search(text, position):
            pieces, position = [Span(*found.span())], found.end()
            said = _BEHIND.match(text, position) or _BEFORE.search(text, max(0, found.start() - _REACH), found.start())
            if said is None:
                continue
            position = max(position, said.end())
            goes_on = _GOES_ON.match(text, said.end()) if said.start() >= found.end() else None
            if goes_on and (rest := _QUOTE.match(text, goes_on.end())):
                pieces.append(Span(*rest.span()))
                position = rest.end()
            outer = self._statement(article, tuple(pieces), said)
            yield outer
            for piece in pieces:
                for inner in _INNER.finditer(text, piece.start, piece.end):
                    yield self._statement(article, (Span(*inner.span()),), None, parent=outer.id)

    def _statement(
        self, article: Article, quote: tuple[Span, ...], said: re.Match[str] | None, *, parent: str | None = None
    ) -> Statement:
        return Statement(
            id=statement_id(article, quote, 0),  # 0, as these rules find no quote twice
            article_id=article.id,
            type=StatementType.DIRECT,
            medium=Medium.SPEECH,
            quote=quote,
            cue=Part((Span(*said.span("cue")),), _SURE) if said else Part(),
            frame=Part(),  # these rules do not look for it
            speakers=(Party((Span(*said.span("speaker")),), _LIKELY),) if said else (),
            addressees=(),
            parent=parent,
            confidence=Confidence(quote=_SURE, type=_SURE, medium=_LIKELY),
            made_by=self.made_by,
        )


def load(*, threads: int = 1) -> MarkedQuotes:
    """The reader, as wortlaut asks for it; these rules make no use of more than one thread."""
    return MarkedQuotes()
