"""How far several readers, people or models, agree about the same articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut.errors import InputError
from wortlaut.service.completed import completed_articles
from wortlaut.service.opening import asking, settings_or_default
from wortlaut.types import Found, Label, Provenance, Statement

if TYPE_CHECKING:
    from wortlaut.agreement import Agreement, CodedArticle, Coding
    from wortlaut.record import Record
    from wortlaut.settings import Settings

__all__ = ["compare"]

_SQLITE = b"SQLite format 3\0"
_PEOPLE = "people"
_DIGITS = 7  # of the weights' digest: enough to tell the models of one record apart


def compare(
    others: Sequence[Path | str] = (), *, completed: bool = False, settings: Settings | None = None
) -> Agreement:
    """How far the record and others agree: other records, or exports of statements as JSON Lines.

    Of a record it is what holds: what was read with what people decided; with `completed` only of the articles that
    people went through whole. Of an export it is the articles that it has statements of, with the texts that the record
    has. Without others the readers whose readings the record has are compared with each other, and with people where
    they went through whole articles. Raises `InputError`, `NotComparable`, `RecordError`.
    """
    from wortlaut.agreement import compare as compared

    settings = settings_or_default(settings)
    with asking(settings) as record:
        if not others:
            return compared(list(_within(record)))
        names = _names([settings.db, *map(Path, others)])
        codings = [_present(record, names[0], completed=completed)]
        here = codings[0].articles
        texts = {name: each.text for name, each in here.items()}
    for name, other in zip(names[1:], map(Path, others), strict=True):
        codings.append(_coded(other, name, texts, completed=completed, settings=settings))
    return compared(codings)


def _within(record: Record) -> Iterator[Coding]:
    """What each reader found, and what people left, by article."""
    from wortlaut.agreement import CodedArticle, Coding

    found: dict[str, dict[str, CodedArticle]] = defaultdict(dict)
    for each in record.read_articles():
        for reading in each.readings:
            coded = CodedArticle(each.article.text, reading.statements)
            found[_reader_name(reading.made_by)][each.article.id] = coded
    people = {
        each.article.id: CodedArticle(each.article.text, tuple(one.statement for one in each.statements))
        for each in completed_articles(record)
    }
    if people:
        found[_PEOPLE] = people
    return (Coding(name, articles) for name, articles in found.items())


def _reader_name(made_by: Provenance) -> str:
    digits = made_by.weights.removeprefix("sha256:")[:_DIGITS]
    return " ".join(part for part in (made_by.reader, made_by.version, digits) if part)


def _present(record: Record, name: str, *, completed: bool) -> Coding:
    """What holds in the record."""
    from wortlaut.agreement import Coding

    used = frozenset(each.name for each in record.codebooks())
    if completed:
        whole = {
            each.article.id: _coded_article(each.article.text, each.statements) for each in completed_articles(record)
        }
        return Coding(name, whole, used)
    statements: dict[str, list[Found]] = defaultdict(list)
    for found in record.statements():
        statements[found.article.id].append(found)
    articles = {head.id: _coded_article(head.text, statements[head.id]) for head in record.articles()}
    return Coding(name, articles, used)


def _coded_article(text: str, found: Sequence[Found]) -> CodedArticle:
    from wortlaut.agreement import CodedArticle

    labels = {each.statement.id: each.labels for each in found if each.labels}
    return CodedArticle(text, tuple(each.statement for each in found), labels)


def _coded(path: Path, name: str, texts: Mapping[str, str], *, completed: bool, settings: Settings) -> Coding:
    """What a record or an export holds."""
    try:
        with path.open("rb") as file:
            is_record = file.read(len(_SQLITE)) == _SQLITE
    except OSError as error:
        raise InputError("coding_unreadable", path=path, what=error.strerror or error) from error
    if not is_record:
        return _exported(path, name, texts)
    with asking(settings.model_copy(update={"db": path})) as record:
        return _present(record, name, completed=completed)


def _exported(path: Path, name: str, texts: Mapping[str, str]) -> Coding:
    """The statements of an export, of those articles whose texts are known; its codebooks are those with a label."""
    from pydantic import ValidationError

    from wortlaut.agreement import CodedArticle, Coding
    from wortlaut.export.statement import StatementJson, labels_of, statement_of

    statements: dict[str, list[Statement]] = defaultdict(list)
    labels: dict[str, tuple[Label, ...]] = {}
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                made = StatementJson.model_validate_json(line)
            except ValidationError as error:
                raise InputError("export_line_unknown", path=path, line=number) from error
            text = texts.get(made.article.id)
            if text is None:
                continue
            if any(text[span.start : span.end] != span.text for span in made.quote):
                raise InputError("export_words_differ", path=path, line=number, article=made.article.id)
            statements[made.article.id].append(statement_of(made))
            labels[made.id] = labels_of(made)
    articles = {article: CodedArticle(texts[article], tuple(each), labels) for article, each in statements.items()}
    return Coding(name, articles, frozenset(each.codebook for given in labels.values() for each in given))


def _names(paths: Sequence[Path]) -> list[str]:
    """A short name for each file: without its folder and ending where that tells it from the others."""
    stems = [path.stem for path in paths]
    return [stem if stems.count(stem) == 1 else str(path) for stem, path in zip(stems, paths, strict=True)]
