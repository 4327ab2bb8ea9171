"""Looking after the record itself, and back at what it had."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut.service.opening import GERMAN, asking, settings_or_default

if TYPE_CHECKING:
    from wortlaut.matching.overlap import Change
    from wortlaut.record import Problem
    from wortlaut.record.safety.restoring import Restored
    from wortlaut.record.search.comparing import ArticleVersion
    from wortlaut.settings import Settings

__all__ = ["VersionChanges", "backup", "history_head", "restore", "verify", "versions"]


@dataclass(frozen=True, slots=True)
class VersionChanges:
    """A version of an article, and what became of the statements of the version before; nothing in the first."""

    version: ArticleVersion
    before: ArticleVersion | None
    changes: tuple[Change, ...]


def verify(*, head: str | None = None, settings: Settings | None = None) -> Iterator[Problem]:
    """Everything that is not as it should be in the record; raises `RecordError` where it cannot be opened.

    `head` is what `history_head` gave at some time and was kept elsewhere: it shows where somebody wrote the history
    anew from before that entry on.
    """
    with asking(settings) as record:
        yield from record.verify(head=head)


def history_head(*, settings: Settings | None = None) -> str | None:
    """Number and digest of the history's last entry, to be kept elsewhere; None before the first.

    Raises `RecordError`.
    """
    with asking(settings) as record:
        return record.history_head()


def versions(article: str, *, settings: Settings | None = None) -> list[VersionChanges]:
    """The versions of the article of that id, the first first, each with what changed in it; raises `RecordError`.

    The id may be cut short where it stays the only one that begins so.
    """
    from wortlaut.matching.overlap import changes
    from wortlaut.record.tables.rows import SHOWN

    with asking(settings) as record:
        found = record.versions(article)
    shown = {each.number: [other.statement for other in each.found if other.standing in SHOWN] for each in found}
    return [VersionChanges(found[0], None, ())] + [
        VersionChanges(
            after,
            before,
            changes(shown[before.number], shown[after.number], before.article.text, after.article.text),
        )
        for before, after in pairwise(found)
    ]


def backup(
    target: Path | str,
    *,
    keep: int | None = None,
    settings: Settings | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Path:
    """The file that holds a backup of the record: `target`, or where that is a folder one in it, named by the time.

    With `keep`, only so many backups of this record stay in that folder. Others may go on writing meanwhile.
    `progress` is told how many pages are done, and of how many. Raises `RecordError`.
    """
    with asking(settings) as record:
        return record.backup(target, keep=keep, progress=progress)


def restore(
    backup: Path | str,
    *,
    aside: bool = True,
    settings: Settings | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Restored:
    """What was done to make the record what the backup holds; where that fails, nothing was changed.

    The record that is there is copied to a dated file beside it first, unless `aside` is False. What was erased from it
    is erased from what is brought back, too. Raises `RecordError`.
    """
    from wortlaut.record import Record

    into = settings_or_default(settings).db
    return Record.restore(backup, into, aside=aside, language=GERMAN, progress=progress)
