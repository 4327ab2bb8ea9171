"""The record as the program sees it."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from wortlaut.errors import ReaderError
from wortlaut.record.contents import Kept, Language, ToKeep
from wortlaut.record.keeping.codebooks import Codebooks
from wortlaut.record.keeping.feeds import Following
from wortlaut.record.keeping.understanding import Understanding
from wortlaut.record.keeping.writing import Keeper, is_current
from wortlaut.record.people.editing import Editing
from wortlaut.record.people.forgetting import Forgetting
from wortlaut.record.people.queueing import Queueing
from wortlaut.record.people.withdrawing import withdraw
from wortlaut.record.problems import Problem
from wortlaut.record.safety.backing import Backing
from wortlaut.record.safety.verifying import verify
from wortlaut.record.search.asking import Asking
from wortlaut.record.search.comparing import Comparing
from wortlaut.record.search.indexing import LemmaIndex
from wortlaut.record.search.occurring import Occurring
from wortlaut.record.search.saved import Saving
from wortlaut.record.tables.opening import open_engine
from wortlaut.types import Article, Document, Provenance, Statement, Withdrawn

__all__ = ["Record"]


class Record(
    Saving, Asking, Occurring, Queueing, Editing, Forgetting, Comparing, Following, Understanding, Codebooks, Backing
):
    """The record in one SQLite file: articles as they came, the statements in them, and what read them."""

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        create: bool = False,
        read_only: bool = False,
        language: Language | None = None,
        wait_seconds: float = 5.0,
    ) -> Self:
        """The record in the file, made there where `create` says so; an older schema is brought up to the present one.

        `language` analyses words that are searched and texts whose statements people change, as it was done for what
        `keep` was given; an older schema needs it, too. Another program that holds the file is waited for so long.
        Raises `RecordMissing`, `RecordForeign`, `RecordNewer`, `RecordDamaged`, `RecordReadOnly`, `RecordBusy`.
        """
        path = Path(path)
        engine = open_engine(path, create=create, read_only=read_only, wait_seconds=wait_seconds, language=language)
        record = cls(engine, path, language)
        if not read_only:
            record._purge()
        return record

    def close(self) -> None:
        """Nothing; the file is let go."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def keep(
        self,
        article: Article,
        document: Document,
        lemmas: Sequence[str],
        statements: Sequence[Statement],
        made_by: Provenance,
    ) -> Kept:
        """What became of the article, in one transaction that is on the disk when this returns.

        `lemmas` has one a token of `document`. Content that was read by this reader before stays as it is; what
        another reader read is read anew, and statements that are found again keep their ids and what people decided;
        another content of the same article becomes its current version, and the version before is kept. Raises
        `ReaderError` where a statement cannot be.
        """
        (kept,) = self.keep_all([ToKeep(article, document, lemmas, statements, made_by)])
        if isinstance(kept, ReaderError):
            raise kept
        return kept

    def keep_all(self, items: Iterable[ToKeep]) -> list[Kept | ReaderError]:
        """What became of each article, all in one transaction that is on the disk when this returns.

        An article with a statement that cannot be is left out, with the error in its place; the others are kept.
        """
        outcomes: list[Kept | ReaderError] = []
        with self._writing() as connection, _uncollected():
            keeper = Keeper(connection)
            listed = list(items)
            keeper.expect([item.article for item in listed])
            for item in listed:
                index = LemmaIndex(item.document, item.lemmas, self._language)
                try:
                    outcomes.append(keeper.keep(item.article, index, item.statements, item.made_by, item.meant))
                except ReaderError as error:
                    outcomes.append(error)
            keeper.flush()
        return outcomes

    def withdraw(self, taken_back: Withdrawn) -> Kept:
        """What became of it, in one transaction that is on the disk when this returns.

        What it is about is withdrawn from view by an entry of the history, which people can undo, whether it comes in
        before or after this; with a number, a version of a higher one is not. `Kept.UNCHANGED` where the very same was
        said before, `Kept.ERASED` where a person erased the item.
        """
        with self._writing() as connection, self._damage():
            return withdraw(connection, taken_back, language=self._language)

    def is_current(self, article: Article, made_by: Provenance) -> bool:
        """Whether this very content is there with what this very reader found in it."""
        with self._reading() as connection:
            return is_current(connection, article, made_by)

    def verify(self, *, head: str | None = None) -> Iterator[Problem]:
        """Every fault that checking all hashes, spans, references, the search index and the history finds.

        `head` is what `history_head` gave at some time and was kept elsewhere: it shows when somebody wrote the history
        anew, with all digests, from before that entry on.
        """
        return verify(self._engine, self._path, head=head)


@contextmanager
def _uncollected() -> Iterator[None]:
    """A context in which Python does not look for cycles of objects.

    Keeping makes none, but so many rows that looking took a sixth of the time in a program that holds much besides.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
