"""The quotation corpus (Petersen-Frey and Biemann 2024), parsed once at the border into frozen records.

One JSON object a line, gzip where the name ends in `.gz`. Token ids are indices into the corpus' own tokens.
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal, TypeVar, get_args

from wortlaut.errors import InputError
from wortlaut.language.tokens import tokenize
from wortlaut.types import Span, TokenRange

__all__ = [
    "PARTS",
    "Annotation",
    "CorpusDocument",
    "MalformedFile",
    "PartName",
    "Prediction",
    "RawText",
    "TokenText",
    "has_gold",
    "read_gold",
    "read_predictions",
    "read_texts",
    "read_tokens",
]

_T = TypeVar("_T")
PartName = Literal["quote", "addressee", "cue", "frame", "speaker"]
PARTS: tuple[PartName, ...] = get_args(PartName)
_ANNOTATION_KEYS = frozenset((*PARTS, "hasNested", "id", "isNested", "medium", "type"))


class MalformedFile(InputError):
    """A file is not in the corpus' form; the message names the file, the line and what is wrong there."""


@dataclass(frozen=True, slots=True)
class RawText:
    """All that a prediction may see of a corpus document."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class TokenText:
    """A corpus document without its statements: what it takes to write predictions down."""

    name: str
    text: str
    tokens: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """One statement as the corpus writes it: the token ids of each part, empty where there is none."""

    type: str
    medium: str
    quote: frozenset[int]
    addressee: frozenset[int] = frozenset()
    cue: frozenset[int] = frozenset()
    frame: frozenset[int] = frozenset()
    speaker: frozenset[int] = frozenset()

    def part(self, name: PartName) -> frozenset[int]:
        """The token ids of the part of that name."""
        tokens: frozenset[int] = getattr(self, name)
        return tokens


@dataclass(frozen=True, slots=True)
class CorpusDocument:
    """One document of the corpus with its statements."""

    name: str
    text: str
    tokens: tuple[Span, ...]
    sentences: tuple[TokenRange, ...]
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class Prediction:
    """The statements predicted for the document of that name, and the line of its file they stand on."""

    name: str
    annotations: tuple[Annotation, ...]
    line: int


@dataclass(frozen=True, slots=True)
class _Object:
    """A JSON object with the place it came from, for messages."""

    values: Mapping[str, object]
    place: str

    def get(self, key: str, kind: type[_T]) -> _T:
        if key not in self.values:
            raise MalformedFile(f"{self.place}: no {key!r}, which every such object needs")
        value = self.values[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise MalformedFile(f"{self.place}: {key!r} must be {_KINDS[kind]}, not {type(value).__name__}")
        return value

    def objects(self, key: str) -> Iterator["_Object"]:
        for number, value in enumerate(self.get(key, list)):
            place = f"{self.place}, {key} {number}"
            if not isinstance(value, dict):
                raise MalformedFile(f"{place}: must be an object, not {type(value).__name__}")
            yield _Object(value, place)

    def object(self, key: str) -> "_Object":
        return _Object(self.get(key, dict), f"{self.place}, {key}")


_KINDS: Mapping[type, str] = {str: "a string", int: "a whole number", list: "a list", dict: "an object"}


def read_texts(path: Path) -> Iterator[RawText]:
    """Name and text of every document of `path`, and nothing else of it; raises `MalformedFile`."""
    for _, entry in _objects(path):
        yield RawText(entry.get("documentName", str), entry.get("originalText", str))


def read_tokens(path: Path) -> Iterator[TokenText]:
    """Name, text and tokens of every document of `path`; our own tokens where it gives none."""
    for _, entry in _objects(path):
        text = entry.get("originalText", str)
        tokens = _tokens(entry, text) if "tokens" in entry.values else tokenize(text)
        yield TokenText(entry.get("documentName", str), text, tokens)


def has_gold(path: Path) -> bool:
    """Whether the documents of `path` come with statements (the first one decides)."""
    return any("annotations" in entry.values for _, entry in islice(_objects(path), 1))


def read_gold(path: Path) -> tuple[CorpusDocument, ...]:
    """All documents of `path` with tokens, sentences and statements; raises `MalformedFile`."""
    documents = tuple(_document(entry) for _, entry in _objects(path))
    _require_unique([document.name for document in documents], path)
    return documents


def read_predictions(path: Path) -> tuple[Prediction, ...]:
    """What was predicted for each document of `path`; keys that the corpus does not have raise `MalformedFile`."""
    predictions = tuple(
        Prediction(entry.get("documentName", str), _annotations(entry, strict=True), line)
        for line, entry in _objects(path)
    )
    _require_unique([prediction.name for prediction in predictions], path)
    return predictions


def _objects(path: Path) -> Iterator[tuple[int, _Object]]:
    for line, content in _lines(path):
        place = f"{path}, line {line}"
        try:
            value = json.loads(content)
        except json.JSONDecodeError as error:
            raise MalformedFile(f"{place}: no JSON ({error.msg} at column {error.colno})") from error
        if not isinstance(value, dict):
            raise MalformedFile(f"{place}: must be a JSON object, not {type(value).__name__}")
        yield line, _Object(value, place)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Line number and content of every line that is not blank."""
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            for number, raw in enumerate(file, start=1):
                if raw.strip():
                    yield number, raw.decode("utf-8")
    except FileNotFoundError as error:
        raise MalformedFile(f"{path}: there is no such file; give the corpus' path") from error
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise MalformedFile(f"{path}: cannot be read as UTF-8 lines ({error})") from error


def _document(entry: _Object) -> CorpusDocument:
    text = entry.get("originalText", str)
    tokens = _tokens(entry, text)
    sentences = tuple(
        TokenRange(sentence.get("begin", int), sentence.get("end", int)) for sentence in entry.objects("sentences")
    )
    annotations = _annotations(entry, strict=False)
    for number, annotation in enumerate(annotations):
        for name in PARTS:
            if any(not 0 <= token < len(tokens) for token in annotation.part(name)):
                raise MalformedFile(
                    f"{entry.place}, annotations {number}, {name}: a token id lies outside 0-{len(tokens) - 1}"
                )
    return CorpusDocument(entry.get("documentName", str), text, tokens, sentences, annotations)


def _tokens(entry: _Object, text: str) -> tuple[Span, ...]:
    return tuple(_span(token, text) for token in entry.objects("tokens"))


def _span(token: _Object, text: str) -> Span:
    start, end = token.get("charBegin", int), token.get("charEnd", int)
    if not 0 <= start < end <= len(text):
        raise MalformedFile(f"{token.place}: characters {start}-{end} are no place in a text of {len(text)}")
    return Span(start, end)


def _annotations(entry: _Object, *, strict: bool) -> tuple[Annotation, ...]:
    return tuple(_annotation(value, strict=strict) for value in entry.objects("annotations"))


def _annotation(value: _Object, *, strict: bool) -> Annotation:
    unknown = sorted(value.values.keys() - _ANNOTATION_KEYS)
    if strict and unknown:
        raise MalformedFile(
            f"{value.place}: unknown key {unknown[0]!r}; known are {', '.join(sorted(_ANNOTATION_KEYS))}"
        )
    parts = {name: _token_ids(value.object(name)) for name in PARTS}
    return Annotation(type=value.get("type", str), medium=value.get("medium", str), **parts)


def _token_ids(part: _Object) -> frozenset[int]:
    ids = part.get("tokenIds", list)
    if any(type(token) is not int for token in ids):
        raise MalformedFile(f"{part.place}: 'tokenIds' must be whole numbers")
    return frozenset(ids)


def _require_unique(names: list[str], path: Path) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise MalformedFile(f"{path}: document {name[:60]!r} stands there twice; scores need each once")
        seen.add(name)
