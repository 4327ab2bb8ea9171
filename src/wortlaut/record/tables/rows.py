"""Between the frozen records and the rows: what goes in comes out equal.

Seals are SHA-256 digests that `verifying` reckons again from what it loads.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from wortlaut.record.search.folding import fold_name
from wortlaut.record.tables.labels import label_values, labels_of
from wortlaut.record.tables.meant import ADDRESSEE, SPEAKER, attribution_of, sense_of, sense_values, who_values
from wortlaut.record.tables.packing import (
    map_bytes,
    pack_raw,
    pack_source_map,
    pack_spans,
    unpack_spans,
)
from wortlaut.types import (
    Article,
    ArticleHead,
    ArticleKind,
    Attribution,
    Confidence,
    Label,
    Medium,
    Origin,
    Part,
    Party,
    Provenance,
    Sense,
    SourceMap,
    Span,
    Standing,
    Statement,
    StatementPart,
    StatementType,
)

__all__ = [
    "ADDRESSEE",
    "PERSON",
    "SHOWN",
    "SPEAKER",
    "AnyRow",
    "State",
    "StatementRows",
    "Values",
    "actor_seal",
    "article_of",
    "article_seal",
    "content_values",
    "folded_mention",
    "head_of",
    "listed_values",
    "moment_of",
    "reading_seal",
    "seal_of",
    "shown_among",
    "state_of",
    "statement_rows",
    "statements_seal",
    "version_values",
]

# The provenance of a statement that a person added.
PERSON = Provenance("person", "", "")
# The standings of statements that are shown unasked.
SHOWN = frozenset({Standing.FOUND, Standing.UPHELD, Standing.ADDED})

_NOTES = json.JSONEncoder(ensure_ascii=False)

Values = dict[str, Any]
AnyRow = Any  # an SQLAlchemy row, whose columns are known to the statement that made it


def version_values(article: Article) -> Values:
    """The columns of an article's version, but for its keys, number and whether it is current."""
    origin = article.origin
    return {
        "digest": article.digest,
        "seal": article_seal(article),
        "published": article.published,
        "source_folded": None if article.source is None else fold_name(article.source),
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "author": article.author,
        "declared_id": article.declared_id,
        "form": article.form,
        "encoding": article.encoding,
        "notes": _NOTES.encode(article.notes),
        "origin_path": origin.path.encode("utf-8", "surrogatepass"),
        "origin_record": origin.record,
        "origin_line": origin.line,
        "origin_byte": origin.byte,
        "subtitle": article.subtitle,
        "kicker": article.kicker,
        "published_at": _written(article.published_at),
        "updated_at": _written(article.updated_at),
        "kind": None if article.kind is ArticleKind.REPORT else article.kind.value,
        "revision": article.revision,
    }


def content_values(article: Article) -> Values:
    """The columns of a version's content, but for its key."""
    return {
        "text": article.text,
        "raw_digest": sha256(article.raw).digest(),
        "raw": pack_raw(article.raw),
        "source_map": pack_source_map(article.source_map),
    }


def article_of(row: AnyRow, *, raw: bytes, source_map: SourceMap) -> Article:
    """The article of a version's row with its article's `id`; raises `ValueError` where the row is damaged."""
    with _damage_as_value_error():
        path = row.origin_path.decode("utf-8", "surrogatepass")
        return Article(
            id=row.id,
            text=row.text,
            raw=raw,
            source_map=source_map,
            origin=Origin(path, row.origin_record, row.origin_line, row.origin_byte),
            form=row.form,
            encoding=row.encoding,
            title=row.title,
            published=row.published,
            source=row.source,
            url=row.url,
            author=row.author,
            declared_id=row.declared_id,
            notes=tuple(json.loads(row.notes)),
            subtitle=row.subtitle,
            kicker=row.kicker,
            published_at=moment_of(row.published_at),
            updated_at=moment_of(row.updated_at),
            kind=_kind_of(row.kind),
            revision=row.revision,
        )


def head_of(row: AnyRow) -> ArticleHead:
    """The head of the article of a version's row with its article's `id`; raises `ValueError` where it is damaged."""
    with _damage_as_value_error():
        return ArticleHead(
            id=row.id,
            text=row.text,
            title=row.title,
            published=row.published,
            source=row.source,
            url=row.url,
            author=row.author,
            subtitle=row.subtitle,
            kicker=row.kicker,
            published_at=moment_of(row.published_at),
            updated_at=moment_of(row.updated_at),
            kind=_kind_of(row.kind),
            revision=row.revision,
            withdrawn_by=row.withdrawn_by,
        )


def moment_of(written: str | None) -> datetime | None:
    """The moment that was written so; raises `ValueError` where this program would write it otherwise."""
    if written is None:
        return None
    moment = datetime.fromisoformat(written)
    if moment.isoformat() != written:
        raise ValueError(f"{written!r} is no moment as it is written here")
    return moment


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _kind_of(written: str | None) -> ArticleKind:
    """The kind that was written so; raises `ValueError` where this program would write it otherwise."""
    kind = ArticleKind.REPORT if written is None else ArticleKind(written)
    if written == ArticleKind.REPORT:
        raise ValueError("a report is not written down as such")
    return kind


def article_seal(article: Article) -> bytes:
    """The digest of all that `Article.digest` leaves out, but for the raw bytes, which have one of their own."""
    origin = article.origin
    place = (origin.path, origin.record, origin.line, origin.byte)
    return seal_of(article.id, place, article.form, article.encoding, article.notes, map_bytes(article.source_map))


@dataclass(frozen=True, slots=True)
class State:
    """A statement as it holds: with what people decided about it applied."""

    statement: Statement
    standing: Standing = Standing.FOUND
    # The parts that people decided, with the entry that did; first, without a part, who rejected all of it.
    decided: tuple[tuple[StatementPart | None, int], ...] = ()
    reading_key: int | None = None  # the last reading that found it
    attribution: Attribution | None = None  # who is meant; its actors are those that the names lead to
    sense: Sense | None = None  # what kind of statement it is
    labels: tuple[Label, ...] = ()  # by codebooks

    @property
    def certainty(self) -> float:
        """How sure its least certain part is, of quote, type and speakers."""
        confidence = self.statement.confidence
        speakers = (each.confidence for each in self.statement.speakers)
        return float(min((confidence.quote, confidence.type, *speakers)))


@dataclass(frozen=True, slots=True)
class StatementRows:
    """The columns of a statement, but for its keys and position, of its parties and of who is meant, but for theirs.

    A party's `folded` stands for the key of its mention, or of the name of the one who is meant.
    """

    statement: Values
    parties: list[Values]
    who: list[Values]
    sense: Values | None
    labels: list[Values]


def statement_rows(state: State, text: str) -> StatementRows:
    """The rows of a statement; its seal covers every column, its article, its provenance and its words in `text`."""
    statement = state.statement
    values = _statement_values(state)
    parties = [
        _party_values(role, position, party, text)
        for role, given in ((SPEAKER, statement.speakers), (ADDRESSEE, statement.addressees))
        for position, party in enumerate(given)
    ]
    who = list(who_values(state.attribution))
    sense = None if state.sense is None else sense_values(state.sense)
    labels = list(label_values(state.labels))
    made_by = statement.made_by
    words = [text[span.start : span.end] for span in statement.spans()]
    values["seal"] = seal_of(
        statement.article_id,
        (made_by.reader, made_by.weights, made_by.version),
        tuple(values.values()),
        [tuple(party.values()) for party in parties],
        words,
        *([[tuple(each.values()) for each in who]] if who else []),  # nothing where nobody looked for it
        *([] if sense is None else [tuple(sense.values())]),
        *([("labels", [tuple(each.values()) for each in labels])] if labels else []),
    )
    return StatementRows(values, parties, who, sense, labels)


def _statement_values(state: State) -> Values:
    statement, confidence = state.statement, state.statement.confidence
    return {
        "id": statement.id,
        "standing": state.standing.value,
        "is_shown": state.standing in SHOWN,
        "decided": " ".join(f"{part or ''}:{number}" for part, number in state.decided) or None,
        "certainty": state.certainty,
        "parent_id": statement.parent,
        "type": statement.type.value,
        "medium": statement.medium.value,
        "quote": pack_spans(statement.quote),
        "cue": pack_spans(statement.cue.spans),
        "frame": pack_spans(statement.frame.spans),
        "quote_confidence": float(confidence.quote),
        "type_confidence": float(confidence.type),
        "medium_confidence": float(confidence.medium),
        "cue_confidence": float(statement.cue.confidence),
        "frame_confidence": float(statement.frame.confidence),
    }


def shown_among(states: Iterable[State]) -> int:
    """How many of the statements are shown unasked, where their version is the current one."""
    return sum(each.standing in SHOWN for each in states)


def listed_values(rows: StatementRows) -> Values:
    """The columns of what filters and facets look at, but for the key; only of a statement that is shown."""
    sense = rows.sense or {}
    return {
        "type": rows.statement["type"],
        "certainty": rows.statement["certainty"],
        "is_decided": rows.statement["decided"] is not None,
        "act": sense.get("act"),
        "stance": sense.get("stance"),
    }


def _party_values(role: str, position: int, party: Party, text: str) -> Values:
    return {
        "role": role,
        "position": position,
        "mention": pack_spans(party.mention),
        "folded": folded_mention(party.mention, text),
        "confidence": float(party.confidence),
    }


def folded_mention(mention: Iterable[Span], text: str) -> str:
    """The words of a mention as the filters compare them."""
    return fold_name(" ".join([text[span.start : span.end] for span in mention]))


def state_of(
    row: AnyRow,
    parties: Iterable[AnyRow],
    who: Iterable[AnyRow],
    sense: AnyRow | None,
    labels: Iterable[AnyRow],
    *,
    article_id: str,
) -> State:
    """The statement of a row with its reading, its parties' rows, those of who is meant, what kind it is, its labels.

    Raises `ValueError` where they are damaged.
    """
    with _damage_as_value_error():
        by_role: Mapping[str, list[Party]] = {SPEAKER: [], ADDRESSEE: []}
        for party in parties:
            by_role[party.role].append(Party(unpack_spans(party.mention), party.confidence))
        statement = Statement(
            id=row.id,
            article_id=article_id,
            type=StatementType(row.type),
            medium=Medium(row.medium),
            quote=unpack_spans(row.quote),
            cue=Part(unpack_spans(row.cue), row.cue_confidence),
            frame=Part(unpack_spans(row.frame), row.frame_confidence),
            speakers=tuple(by_role[SPEAKER]),
            addressees=tuple(by_role[ADDRESSEE]),
            parent=row.parent_id,
            confidence=Confidence(row.quote_confidence, row.type_confidence, row.medium_confidence),
            made_by=PERSON if row.reading_key is None else Provenance(row.reader, row.weights, row.version),
        )
        attribution = attribution_of(row.id, who)
        kind = None if sense is None else sense_of(row.id, sense)
        decided = tuple(_decided(row.decided))
        labelled = tuple(labels_of(labels))
        return State(statement, Standing(row.standing), decided, row.reading_key, attribution, kind, labelled)


def _decided(packed: str | None) -> Iterator[tuple[StatementPart | None, int]]:
    for each in packed.split(" ") if packed is not None else ():
        part, _, number = each.partition(":")
        yield StatementPart(part) if part else None, int(number)


@contextmanager
def _damage_as_value_error() -> Iterator[None]:
    """A context in which values that no row can rightly hold, of a wrong type even, raise `ValueError`."""
    try:
        yield
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"a row has a value that cannot be: {error}") from error


def reading_seal(made_by: Provenance, turn: int, found: bytes) -> bytes:
    """The digest of a reading: who read, when among the article's readings, and what it found, packed."""
    return seal_of(made_by.reader, made_by.weights, made_by.version, turn, found)


def actor_seal(actor_id: str, kind: str, name: str, wikidata: str | None) -> bytes:
    """The digest of an actor: what it is and is called, which a list may have said that is not at hand later."""
    return seal_of(actor_id, kind, name, wikidata)


def statements_seal(seals: Iterable[bytes]) -> bytes:
    """The digest of a version's statements in order, so that none can be lost or put in unseen."""
    return sha256(b"".join(seals)).digest()


def seal_of(*parts: object) -> bytes:
    """The digest of these values in this order."""
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).digest()
