"""The corpus beside the gold: its documents, its own statements, and which found statement is meant by a marked one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from evaluation.corpus import CorpusDocument, MalformedFile, RawText, read_gold
from evaluation.matching import partners
from evaluation.predicting import article_of, on_tokens, predict
from wortlaut.reading import load
from wortlaut.settings import Settings
from wortlaut.types import Confidence, Medium, Part, Party, Provenance, Span, Statement, StatementType, statement_id

__all__ = [
    "documents_of",
    "given_statements",
    "lines_of",
    "number_of",
    "paired",
    "published_of",
    "spans_of",
    "statements_of",
]

_DATE = re.compile(r"\((\d{4}-\d\d-\d\d)\)\s*$")
_TYPES = {
    "Direct": StatementType.DIRECT,
    "Indirect": StatementType.INDIRECT,
    "Reported": StatementType.REPORTED,
    "FreeIndirect": StatementType.FREE_INDIRECT,
}
_GIVEN = Provenance("corpus", "", "")
_SURE = 1.0


def lines_of(path: Path) -> list[tuple[str, str]]:
    """Every line that is not empty, each with the place to name in an error; raises `MalformedFile`."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise MalformedFile(f"{path}: cannot be read as UTF-8 lines ({error})") from error
    return [(line, f"{path}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def documents_of(gold: Path, names: Iterable[str], corpus: Path) -> list[CorpusDocument]:
    """The documents with these names or numbers, which the gold marks.

    Raises `MalformedFile` where the corpus lacks one.
    """
    wanted = set(names)
    documents = [each for each in read_gold(corpus) if not wanted.isdisjoint({each.name, number_of(each.name)})]
    if missing := sorted(wanted - {known for each in documents for known in (each.name, number_of(each.name))}):
        raise MalformedFile(f"{gold}: {len(missing)} documents are not in {corpus}, the first is {missing[0][:60]!r}")
    return documents


def statements_of(documents: Sequence[CorpusDocument], reader: str, *, given: bool) -> list[Sequence[Statement]]:
    """The statements of each document: those that the corpus gives, else those that the reader finds in raw text."""
    if given:
        return [given_statements(document) for document in documents]
    texts = [RawText(document.name, document.text) for document in documents]
    return list(predict(texts, load(reader), batch=Settings().batch))


def paired(document: CorpusDocument, statements: Iterable[Statement]) -> tuple[Sequence[Statement], Mapping[int, int]]:
    """The statements in the order of the text, and the place among them of each annotation that was found."""
    ordered = sorted(statements, key=lambda statement: (statement.quote[0].start, -statement.quote[-1].end))
    predicted = [each.annotation for each in on_tokens(document, ordered)]  # type: ignore[arg-type]  # same fields
    return ordered, partners(document.annotations, predicted)


def given_statements(document: CorpusDocument) -> tuple[Statement, ...]:
    """The corpus' own statements of a document, as a reader would give them, in the order of the annotations."""
    article = article_of(RawText(document.name, document.text))
    made = []
    for number, annotation in enumerate(document.annotations):
        quote = spans_of(document, annotation.quote)
        parties = [_party(spans_of(document, tokens)) for tokens in (annotation.speaker, annotation.addressee)]
        made.append(
            Statement(
                id=statement_id(article, quote, number),
                article_id=article.id,
                type=_TYPES.get(annotation.type, StatementType.INDIRECT_FREE_INDIRECT),
                medium=Medium.SPEECH,
                quote=quote,
                cue=Part(spans_of(document, annotation.cue), _SURE),
                frame=Part(spans_of(document, annotation.frame), _SURE),
                speakers=parties[0],
                addressees=parties[1],
                parent=None,
                confidence=Confidence(_SURE, _SURE, _SURE),
                made_by=_GIVEN,
            )
        )
    return tuple(made)


def number_of(name: str) -> str:
    """The number that a corpus document's name begins with; it alone tells the document."""
    return name.partition(" ")[0]


def published_of(name: str) -> date | None:
    """The day in brackets at the end of a corpus document's name."""
    match = _DATE.search(name)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def spans_of(document: CorpusDocument, tokens: Iterable[int]) -> tuple[Span, ...]:
    """Tokens of a document as runs of its text."""
    runs = [
        [token for _, token in run] for _, run in groupby(enumerate(sorted(tokens)), key=lambda pair: pair[1] - pair[0])
    ]
    return tuple(Span(document.tokens[run[0]].start, document.tokens[run[-1]].end) for run in runs)


def _party(mention: tuple[Span, ...]) -> tuple[Party, ...]:
    return (Party(mention, _SURE),) if mention else ()
