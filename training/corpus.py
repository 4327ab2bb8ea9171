"""The quotation corpus (Petersen-Frey and Biemann 2024) as examples on our own tokens."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wortlaut.language.tokens import tokenize
from wortlaut.reading.tags import TaggedQuote
from wortlaut.types import Document, Medium, StatementType, TokenRange

__all__ = ["LAYERS", "Example", "GoldQuote", "example", "load", "runs"]

LAYERS = 2

_TYPES = {
    "Direct": StatementType.DIRECT,
    "Indirect": StatementType.INDIRECT,
    "Reported": StatementType.REPORTED,
    "FreeIndirect": StatementType.FREE_INDIRECT,
    "IndirectFreeIndirect": StatementType.INDIRECT_FREE_INDIRECT,
}
_MEDIA = {
    "Speech": Medium.SPEECH,
    "Thought": Medium.THOUGHT,
    "Writing": Medium.WRITING,
    "ST": Medium.SPEECH_THOUGHT,
    "SW": Medium.SPEECH_WRITING,
    "TW": Medium.THOUGHT_WRITING,
}


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One annotated statement; the parts are token indices in order, `layer` 0 is outermost."""

    layer: int
    type: StatementType
    medium: Medium | None
    quote: tuple[int, ...]
    cue: tuple[int, ...]
    frame: tuple[int, ...]
    speaker: tuple[int, ...]
    addressee: tuple[int, ...]

    def tagged(self) -> TaggedQuote:
        """The quote as token ranges."""
        return TaggedQuote(self.type, runs(self.quote))


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated article."""

    name: str
    document: Document
    quotes: tuple[GoldQuote, ...]

    def layer(self, number: int) -> list[TaggedQuote]:
        """The quotes of that layer; they do not overlap."""
        return [quote.tagged() for quote in self.quotes if quote.layer == number]


def load(path: Path) -> list[Example]:
    """The articles of one corpus file (JSON Lines, gzip), in file order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [example(json.loads(line)) for line in lines]


def example(record: dict[str, Any]) -> Example:
    """The example of one line of a corpus file; which key is missing or odd is not told."""
    text = record["originalText"]
    document = Document(text, tokenize(text), ())
    owner = [-1] * len(text)
    for index, token in enumerate(document.tokens):
        owner[token.start : token.end] = [index] * (token.end - token.start)
    found = [_gold(annotation, owner) for annotation in record["annotations"]]
    return Example(record["documentName"], document, tuple(_in_layers([quote for quote in found if quote.quote])))


def runs(tokens: tuple[int, ...]) -> tuple[TokenRange, ...]:
    """The stretches of consecutive indices."""
    ranges: list[TokenRange] = []
    for token in tokens:
        if ranges and ranges[-1].end == token:
            ranges[-1] = TokenRange(ranges[-1].start, token + 1)
        else:
            ranges.append(TokenRange(token, token + 1))
    return tuple(ranges)


def _gold(annotation: dict[str, Any], owner: list[int]) -> GoldQuote:
    def tokens(part: str) -> tuple[int, ...]:
        characters = (
            owner[position]
            for span in annotation[part]["spans"]
            for position in range(span["charBegin"], span["charEnd"])
        )
        return tuple(sorted({token for token in characters if token >= 0}))

    return GoldQuote(
        layer=-1,
        type=_TYPES[annotation["type"]],
        medium=_MEDIA.get(annotation["medium"]),
        quote=tokens("quote"),
        cue=tokens("cue"),
        frame=tokens("frame"),
        speaker=tokens("speaker"),
        addressee=tokens("addressee"),
    )


def _in_layers(quotes: list[GoldQuote]) -> Iterator[GoldQuote]:
    """The quotes with their layer, the longer ones outermost; what stands deeper than the layers is left out."""
    taken: list[set[int]] = [set() for _ in range(LAYERS)]
    for quote in sorted(quotes, key=lambda quote: (-len(quote.quote), quote.quote)):
        for layer in range(LAYERS):
            if taken[layer].isdisjoint(quote.quote):
                taken[layer].update(quote.quote)
                yield GoldQuote(
                    layer, quote.type, quote.medium, quote.quote, quote.cue, quote.frame, quote.speaker, quote.addressee
                )
                break
