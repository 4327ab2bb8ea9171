"""Keeping an article with its statements: everything of one item within the caller's one transaction."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import isfinite

from sqlalchemy import Connection, bindparam, delete, func, select, true, update

from wortlaut.errors import ReaderError
from wortlaut.matching.likeness import Sketch, sketch
from wortlaut.record.contents import Kept, Meant
from wortlaut.record.keeping.announcing import announcement_values, put_tellings
from wortlaut.record.keeping.batching import Batch
from wortlaut.record.keeping.coding import Books, Uncoded, coder_of, coding_values, given_labels, labelled
from wortlaut.record.keeping.identity import Known, identified
from wortlaut.record.keeping.meaning import attributed, basis_of, given_values, meant_by
from wortlaut.record.keeping.projecting import (
    ArticleState,
    Version,
    load_state,
    project,
    put_states,
    remove_from_index,
)
from wortlaut.record.keeping.readings import put_reading, reading_values, was_read
from wortlaut.record.keeping.reprints import Copies, band_values, leave, original_values, point_to
from wortlaut.record.keeping.resolving import withdrawn
from wortlaut.record.keeping.weaving import drop_tellings
from wortlaut.record.keeping.withdrawing import Expected, load_withdrawals, taken_back_by
from wortlaut.record.people.erasures import Erasures
from wortlaut.record.people.masking import BLOCK
from wortlaut.record.search.indexing import LemmaIndex
from wortlaut.record.tables.loading import load_version_states
from wortlaut.record.tables.rows import AnyRow, State, content_values, shown_among, version_values
from wortlaut.record.tables.schema import (
    announcement,
    article_content,
    article_version,
    coding,
    listed,
    meaning,
    reading,
    reprint_band,
    statement,
    who,
)
from wortlaut.record.tables.schema import article as article_table
from wortlaut.types import Article, Provenance, Statement

__all__ = ["Keeper", "follows", "is_current"]

_FIND_VERSION = (
    select(article_version.c.key, article_version.c.is_current, article_version.c.article_key)
    .join(article_table)
    .where(article_table.c.id == bindparam("id"), article_version.c.digest == bindparam("digest"))
    .order_by(article_version.c.number.desc())  # erasing can make two alike
    .limit(1)
)
_FIND_ARTICLE = select(article_table.c.key, article_table.c.original_key).where(article_table.c.id == bindparam("id"))
_ARTICLE_OF = select(article_version.c.article_key).where(article_version.c.key == bindparam("key"))
_KNOWN = select(article_table.c.id).where(article_table.c.id.in_(bindparam("ids", expanding=True)))
# Ids that are looked up at a time.
_IDS = 500
_REVISION = select(article_version.c.revision).where(
    article_version.c.article_key == bindparam("article_key"), article_version.c.is_current == true()
)
_NEWEST_NUMBER = select(func.max(article_version.c.number)).where(
    article_version.c.article_key == bindparam("article_key")
)


def is_current(connection: Connection, article: Article, made_by: Provenance) -> bool:
    """Whether this very content is there with what this very reader found in it."""
    version = _version(connection, article)
    return version is not None and was_read(connection, version.key, made_by)


class Keeper:
    """Takes articles in, within one transaction of the caller's; `flush` must be called before that ends."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._batch = Batch(connection)
        self._copies = Copies(connection)
        self._erasures = Erasures.load(connection)
        self._waiting: set[str] = set()
        self._unknown: set[str] = set()
        self._expected = Expected(connection)
        self._books = Books.load(connection)
        self._sketches: dict[str, Sketch] = {}  # by the text: two versions of one article can come in together

    def expect(self, articles: Sequence[Article]) -> None:
        """Nothing; what the tables know of these articles is asked for at once, where each would ask by itself."""
        ids = sorted({each.id for each in articles})
        known: set[str] = set()
        for start in range(0, len(ids), _IDS):
            known.update(self._connection.execute(_KNOWN, {"ids": ids[start : start + _IDS]}).scalars())
        new = [each for each in articles if each.id not in known]
        self._unknown = {each.id for each in new}
        self._expected = Expected(self._connection, new)
        self._sketches = {each.text: sketch(each.text) for each in new}
        self._copies.look_up(self._sketches.values())

    def flush(self) -> None:
        """Nothing; all that was kept is in the tables."""
        self._batch.flush()
        self._copies.written()
        self._unknown -= self._waiting
        self._waiting.clear()

    def keep(
        self,
        article: Article,
        lemma_index: LemmaIndex,
        statements: Sequence[Statement],
        made_by: Provenance,
        meant: Meant | None = None,
    ) -> Kept:
        """What became of the article; raises `ReaderError` where a statement cannot be, and then has done nothing.

        Without `meant` it is asked who is meant where the language of `lemma_index` knows.
        """
        statements = _without_blocks(article, statements)
        screened = self._erasures.screened(article)
        if screened is None:
            return Kept.ERASED
        if screened != article:
            raise ReaderError("article_not_screened", article=article.id)
        if article.id in self._waiting:
            self.flush()
        if article.id in self._unknown:
            _check(article, statements, made_by)
            self._keep_first(article, lemma_index, statements, made_by, meant)
            return Kept.STORED
        version = _version(self._connection, article)
        if version is not None and was_read(self._connection, version.key, made_by):
            return Kept.UNCHANGED
        _check(article, statements, made_by)
        there = self._connection.execute(_FIND_ARTICLE, {"id": article.id}).one_or_none()
        if there is None:
            self._keep_first(article, lemma_index, statements, made_by, meant)
        else:
            self.flush()
            version_key = self._put_version(article, there) if version is None else version.key
            self._keep_again(version_key, article, lemma_index, statements, made_by)
        return Kept.STORED

    def _keep_first(
        self,
        article: Article,
        lemma_index: LemmaIndex,
        statements: Sequence[Statement],
        made_by: Provenance,
        meant: Meant | None,
    ) -> None:
        """Nothing; an article that was not there is, with its first version and reading."""
        batch = self._batch
        article_key, version_key, reading_key = batch.key(article_table), batch.key(article_version), batch.key(reading)
        version = Version(version_key, 1, True, article.published, article.title, article.text, source=article.source)
        withdrawn_by = self._expected.taken_back_by(article)
        states = [State(each, reading_key=reading_key) for each in statements]
        if withdrawn_by is not None:
            states = withdrawn(states)
        meant = _fitting(meant, statements) or meant_by(lemma_index, article.id, statements, article.published)
        if meant is not None:
            states = attributed(states, meant)
            basis = basis_of(article.text, article.published, statements)
            batch.add(meaning, [given_values(version_key, basis, meant)])
            batch.add(announcement, [announcement_values(version_key, meant.made_by, basis, meant.tellings)])
            if withdrawn_by is None:
                put_tellings(batch, article.id, version, meant.tellings, is_new=True)
        states = self._coded(version, states, lemma_index)
        seal = put_states(batch, version, states, lemma_index=lemma_index, is_new=True)
        sketched = self._sketches.pop(article.text, None) or sketch(article.text)
        original_key = self._copies.original_of(article_key, sketched)
        self._copies.add(version_key, article_key, original_key, sketched)
        batch.add(article_table, [{"key": article_key, "id": article.id} | original_values(article.id, original_key)])
        keys = {"key": version_key, "article_key": article_key, "number": 1, "is_current": True}
        made = {"statements_seal": seal, "withdrawn_by": withdrawn_by, "shown": shown_among(states)}
        batch.add(article_version, [version_values(article) | keys | made])
        content = content_values(article) | {"version_key": version_key, "sketch": sketched.packed}
        batch.add(article_content, [content])
        batch.add(reprint_band, band_values(version_key, sketched))
        batch.add(reading, [reading_values(version_key, made_by, 1, statements) | {"key": reading_key}])
        self._waiting.add(article.id)

    def _coded(self, version: Version, states: list[State], lemma_index: LemmaIndex) -> list[State]:
        """The statements of a new version with their labels."""
        coder = coder_of(lemma_index)
        if coder is None or not self._books.by_key:
            return states
        document = lemma_index.document
        rows = list(coding_values(Uncoded(version, states, {}), coder, self._books, document))
        self._batch.add(coding, rows)
        return labelled(states, given_labels(rows, self._books), {})

    def _put_version(self, article: Article, there: AnyRow) -> int:
        """The key of the new version, which is current in place of the one before.

        But one that its agency numbers lower than the current one is a former version that comes in late.
        """
        connection, batch = self._connection, self._batch
        number = 1 + connection.execute(_NEWEST_NUMBER, {"article_key": there.key}).scalar_one()
        version_key, sketched = batch.key(article_version), sketch(article.text)
        is_current = follows(article.revision, connection.execute(_REVISION, {"article_key": there.key}).scalar_one())
        if is_current:
            drop_tellings(connection, _supersede(connection, there.key), batch.loosened)
            leave(connection, there.key)
            point_to(connection, there.key, self._copies.original_of(there.key, sketched))
            batch.add(reprint_band, band_values(version_key, sketched))
        keys = {"key": version_key, "article_key": there.key, "number": number, "is_current": is_current}
        unmade = {"statements_seal": b"", "withdrawn_by": None, "shown": 0}
        batch.add(article_version, [version_values(article) | keys | unmade])
        content = content_values(article) | {"version_key": version_key, "sketch": sketched.packed}
        batch.add(article_content, [content])
        batch.flush()
        self._copies.written()
        return version_key

    def _keep_again(
        self,
        version_key: int,
        article: Article,
        lemma_index: LemmaIndex,
        statements: Sequence[Statement],
        made_by: Provenance,
    ) -> None:
        """Nothing; what was read goes beside what other readings found, and those found again keep their ids."""
        article_key = self._connection.execute(_ARTICLE_OF, {"key": version_key}).scalar_one()
        state = load_state(self._connection, article_key)
        version = next(each for each in state.versions if each.key == version_key)
        known, taken = _known(self._connection, state, version), _taken(self._connection, state)
        found = identified(article, statements, known, taken)
        put_reading(self._connection, article_key, version_key, made_by, found, key=self._batch.key(reading))
        read = load_state(self._connection, article_key)
        project(self._batch, read, version, lemma_index=lemma_index, anew=True)
        self._batch.flush()
        taken_back = load_withdrawals(self._connection, read.id, read.names)
        for other in read.versions:
            is_else = other.withdrawn_by != taken_back_by(taken_back, other.revision)  # by a name that is new
            if other.number > version.number or (is_else and other.number < version.number):
                project(self._batch, read, other, lemma_index=lemma_index.language)
                self._batch.flush()


def follows(revision: int | None, current: int | None) -> bool:
    """Whether a version of that number, as its agency counts, takes the place of the current one when it comes in.

    The last that comes in does, unless its number is lower.
    """
    return revision is None or current is None or revision >= current


def _fitting(meant: Meant | None, statements: Sequence[Statement]) -> Meant | None:
    """What is meant, where it is about just these statements; without words that people erased there are fewer."""
    if meant is None or [each.statement for each in meant.attributions] != [each.id for each in statements]:
        return None
    return meant


def _known(connection: Connection, article: ArticleState, version: Version) -> Iterator[Known]:
    """The statements that have ids already: of this version as they hold and as they were read, then of the others.

    The newest other version goes first.
    """
    others = sorted(article.versions, key=lambda each: (each.key != version.key, -each.number))
    for each in others:
        way = article.texts.way(each.number, version.number)
        states = load_version_states(connection, each.key)
        yield Known(tuple(state.statement for state in states), way)
        for made in article.readings:
            if made.version_key == each.key:
                yield Known(made.statements, way)


def _taken(connection: Connection, article: ArticleState) -> frozenset[str]:
    """All ids that statements of the article ever had."""
    ids = {found.id for made in article.readings for found in made.statements}
    for version in article.versions:
        ids.update(state.statement.id for state in load_version_states(connection, version.key))
    return frozenset(ids)


def _check(article: Article, statements: Sequence[Statement], made_by: Provenance) -> None:
    """Nothing; raises `ReaderError` for what no reader may give."""

    def refuse(what: str) -> ReaderError:
        return ReaderError("statement_impossible", reader=made_by.reader, article=article.id, what=what)

    parents = {each.id: each.parent for each in statements}
    ids = parents.keys()
    if len(ids) < len(statements):
        raise refuse("two statements have the same id")
    for each in statements:
        if each.article_id != article.id:
            raise refuse(f"{each.id} is a statement of article {each.article_id}")
        if each.made_by != made_by:
            raise refuse(f"{each.id} was made by {each.made_by}, not by {made_by}")
        if not each.quote:
            raise refuse(f"{each.id} has no quote")
        if each.parent is not None and (each.parent not in ids or each.parent == each.id):
            raise refuse(f"{each.id} stands inside {each.parent}, which is none of the article's other statements")
        if not all(map(isfinite, _confidences(each))):
            raise refuse(f"{each.id} has a confidence that is no number")
        if _is_endless(each, parents):
            raise refuse(f"{each.id} stands inside itself")
        for span in each.spans():
            if span.end > len(article.text):
                raise refuse(f"{each.id} reaches to {span.end} in a text of {len(article.text)} characters")


def _confidences(each: Statement) -> Iterator[float]:
    yield from (each.confidence.quote, each.confidence.type, each.confidence.medium)
    yield from (each.cue.confidence, each.frame.confidence)
    yield from (party.confidence for party in (*each.speakers, *each.addressees))


def _is_endless(each: Statement, parents: Mapping[str, str | None]) -> bool:
    """Whether going up from one statement to the next comes to no end."""
    above, seen = each.parent, {each.id}
    while above is not None and above not in seen:
        seen.add(above)
        above = parents.get(above)
    return above is not None


def _without_blocks(article: Article, statements: Sequence[Statement]) -> Sequence[Statement]:
    """The statements of which anything is left to read where words were erased."""
    if BLOCK not in article.text:
        return statements
    left = [each for each in statements if any(char.isalnum() for span in each.quote for char in span.of(article.text))]
    ids = {each.id for each in left}
    return [each if each.parent is None or each.parent in ids else replace(each, parent=None) for each in left]


def _version(connection: Connection, article: Article) -> AnyRow | None:
    return connection.execute(_FIND_VERSION, {"id": article.id, "digest": article.digest}).first()


def _supersede(connection: Connection, article_key: int) -> int:
    """The key of the version that was current; the article has none any more, and the search does not find that one."""
    current = (article_version.c.article_key == article_key, article_version.c.is_current == true())
    version_key: int = connection.execute(select(article_version.c.key).where(*current)).scalar_one()
    remove_from_index(connection, version_key)
    keys = select(statement.c.key).where(statement.c.version_key == version_key)
    connection.execute(update(who).where(who.c.statement_key.in_(keys)).values(in_view=False))
    connection.execute(delete(listed).where(listed.c.key.in_(keys)))
    connection.execute(delete(reprint_band).where(reprint_band.c.version_key == version_key))
    connection.execute(update(article_version).where(*current).values(is_current=False))
    return version_key
