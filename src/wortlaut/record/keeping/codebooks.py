"""The codebooks of an open record: adding, taking away, and asking them anew in all that is there."""

from collections.abc import Iterator

from sqlalchemy import Connection, delete, func, insert, select, true, update

from wortlaut.errors import NameTaken, NotInRecord
from wortlaut.record.contents import Kept, KeptCodebook
from wortlaut.record.keeping.batching import Batch
from wortlaut.record.keeping.coding import Books, Uncoded, codebook_values, kept_of, recode
from wortlaut.record.keeping.projecting import ArticleState, Version, load_state, meant, project, resolved
from wortlaut.record.tables.connected import Connected
from wortlaut.record.tables.rows import AnyRow
from wortlaut.record.tables.schema import article, article_version, codebook, coding, label, statement

__all__ = ["Codebooks"]

_ARTICLES = select(article.c.key).order_by(article.c.key)


class Codebooks(Connected):
    """Codebooks of people's own, by which statements get labels."""

    def codebooks(self) -> list[KeptCodebook]:
        """All codebooks by their names."""
        with self._reading() as connection:
            return sorted(Books.load(connection).by_key.values(), key=lambda each: each.name)

    def codebook(self, name: str) -> KeptCodebook:
        """The codebook of that name; raises `NotInRecord`."""
        with self._reading() as connection:
            return kept_of(self._codebook(connection, name))

    def count_labels(self, name: str) -> dict[str, int]:
        """How many statements that are shown have each category of the codebook."""
        query = (
            select(label.c.category, func.count())
            .join(statement, statement.c.key == label.c.statement_key)
            .join(article_version, article_version.c.key == statement.c.version_key)
            .where(label.c.codebook == name, statement.c.is_shown == true(), article_version.c.is_current == true())
            .group_by(label.c.category)
        )
        with self._reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def put_codebook(self, kept: KeptCodebook) -> Kept:
        """What became of the codebook, which takes the place of another version; `code_anew` then gives its labels.

        Raises `NameTaken` where the record has the same version with something else in it.
        """
        with self._writing() as connection, self._damage():
            row = connection.execute(select(codebook).where(codebook.c.name == kept.name)).one_or_none()
            if row is None:
                connection.execute(insert(codebook).values(codebook_values(kept)))
                return Kept.STORED
            there = kept_of(row)
            if there == kept and not row.is_going:
                return Kept.UNCHANGED
            if there != kept and there.version == kept.version and not row.is_going:
                raise NameTaken("codebook_same_version", path=self._path, name=kept.name, version=kept.version)
            connection.execute(update(codebook).where(codebook.c.key == row.key).values(codebook_values(kept)))
            return Kept.STORED

    def remove_codebook(self, name: str) -> Iterator[bool]:
        """Whether an article had something of the codebook, one after the other; then it is gone with its labels.

        What people said of its labels stays in the history, and holds again when the codebook is added again. Each
        article is a transaction of its own: an interrupted run is gone on with by running it again. Raises
        `NotInRecord`.
        """
        with self._writing() as connection, self._damage():
            row = self._codebook(connection, name, going=True)
            values = codebook_values(kept_of(row), is_going=True)
            connection.execute(update(codebook).where(codebook.c.key == row.key).values(values))
        yield from self._each(anew=False)
        with self._writing() as connection:
            left = select(coding.c.version_key).where(coding.c.codebook_key == row.key)
            if connection.execute(left).first() is None:  # else somebody added it again meanwhile
                connection.execute(delete(codebook).where(codebook.c.key == row.key, codebook.c.is_going == true()))

    def code_anew(self) -> Iterator[bool]:
        """Whether a codebook was asked anew in an article, one after the other: where it had not said yet what it says.

        Each article is a transaction of its own, so that an interrupted run is gone on with by running it again. What
        people decided stays.
        """
        yield from self._each(anew=True)

    def _each(self, *, anew: bool) -> Iterator[bool]:
        with self._reading() as connection:
            keys = connection.execute(_ARTICLES).scalars().all()
        for key in keys:
            with self._writing() as connection, self._damage():
                is_changed = self._recoded(connection, key, anew=anew)
            yield is_changed

    def _recoded(self, connection: Connection, key: int, *, anew: bool) -> bool:
        state = load_state(connection, key)
        changed = [each for each in state.versions if self._is_changed(connection, state, each, anew=anew)]
        batch = Batch(connection)
        for version in changed:
            project(batch, state, version, lemma_index=self._language)
            batch.flush()
        return bool(changed)

    def _is_changed(self, connection: Connection, state: ArticleState, version: Version, *, anew: bool) -> bool:
        """Whether the labels of a version are others now, or may be."""
        before = _codings(connection, version.key)
        outcome = resolved(connection, state, version)
        states = meant(connection, version, outcome)
        recode(connection, Uncoded(version, states, outcome.labels), self._language, anew=anew)
        return _codings(connection, version.key) != before

    def _codebook(self, connection: Connection, name: str, *, going: bool = False) -> AnyRow:
        row = connection.execute(select(codebook).where(codebook.c.name == name)).one_or_none()
        if row is None or (row.is_going and not going):
            raise NotInRecord("codebook_not_in_record", path=self._path, name=name)
        return row


def _codings(connection: Connection, version_key: int) -> dict[int, bytes]:
    query = select(coding.c.codebook_key, coding.c.seal).where(coding.c.version_key == version_key)
    return {row[0]: row[1] for row in connection.execute(query)}
