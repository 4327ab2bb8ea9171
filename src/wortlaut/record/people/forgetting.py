"""What people erase from an open record, and what keeps it out."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from wortlaut.decisions import Entry
from wortlaut.errors import DecisionImpossible, RecordDamaged, RecordError
from wortlaut.record.people.erasing import TO_PURGE, erase_article, erase_statements
from wortlaut.record.people.erasures import Erasures
from wortlaut.record.tables.connected import Connected
from wortlaut.record.tables.schema import about, statement
from wortlaut.record.tables.sqlite import get_pragma, mapped_errors
from wortlaut.types import Article

__all__ = ["Erased", "Forgetting"]


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased, and whether the file was written anew; else that is done when it is next opened to write."""

    entries: tuple[Entry, ...]
    is_purged: bool


class Forgetting(Connected):
    """Erasing for good."""

    def erase_article(self, article_id: str, *, by: str, why: str | None = None, at: datetime | None = None) -> Erased:
        """The entry that tells that the article was erased: all its versions, statements and entries of the history.

        It stays out when it comes in again. There is no way back; earlier backups still have it.
        """
        _check(by)
        with self._writing() as connection, self._damage():
            name = self._article_id(connection, article_id)
            entry = erase_article(connection, name, by=by.strip(), why=why, at=at, language=self._language)
        return Erased((entry,), self._purge())

    def erase_statements(
        self, statement_ids: Sequence[str], *, by: str, why: str | None = None, at: datetime | None = None
    ) -> Erased:
        """The entries, one an article, that tell that these statements were erased with their words.

        Blocks stand in the articles where the words stood; the words stay out when the articles come in again. There
        is no way back; earlier backups still have them.
        """
        _check(by)
        with self._writing() as connection, self._damage():
            names = [
                self._resolve(connection, statement.c.id, each, "statement_not_in_record") for each in statement_ids
            ]
            entries = erase_statements(connection, names, by=by.strip(), why=why, at=at, language=self._language)
        return Erased(tuple(entries), self._purge())

    def screened(self, article: Article) -> Article | None:
        """The article as it may be read: without words that were erased; None where it was erased itself."""
        with self._reading() as connection:
            return Erasures.load(connection).screened(article)

    def _purge(self) -> bool:
        """Whether nothing is left in the file of what was deleted; others may hold it, or the disk be too full."""
        with self._reading() as connection:
            if connection.execute(select(about.c.value).where(about.c.name == TO_PURGE)).first() is None:
                return True
        try:
            with mapped_errors(self._path), closing(self._engine.raw_connection()) as raw:
                cursor = raw.cursor()
                before = cursor.execute("PRAGMA data_version").fetchone()[0]
                cursor.execute("INSERT INTO statement_words (statement_words) VALUES ('optimize')")
                cursor.execute("VACUUM")
            with self._writing() as connection:
                if get_pragma(connection, "data_version") != before:
                    return False  # another program wrote meanwhile; it may have erased, too
                connection.execute(delete(about).where(about.c.name == TO_PURGE))
        except RecordDamaged:
            raise
        except RecordError:
            return False  # others hold the file, or the disk has no room for a second one
        return True


def _check(by: str) -> None:
    if not by.strip():
        raise DecisionImpossible("decision_without_person")
