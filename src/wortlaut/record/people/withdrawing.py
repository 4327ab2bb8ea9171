"""Items that whoever published them takes back: written into the history, and applied to what is there of them."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import Connection

from wortlaut.decisions import Action, Entry, Withdrawal
from wortlaut.record.contents import Kept, Language
from wortlaut.record.keeping.projecting import load_article_state
from wortlaut.record.keeping.withdrawing import Name, concerned_articles, filed_withdrawals
from wortlaut.record.people.deciding import refresh
from wortlaut.record.people.erasures import Erasures
from wortlaut.record.people.history import append
from wortlaut.record.people.masking import masked
from wortlaut.types import Withdrawn

__all__ = ["withdraw"]


def withdraw(connection: Connection, taken_back: Withdrawn, *, language: Language | None) -> Kept:
    """What became of it: one that came in before, undone since or not, is not written down once more.

    What it says holds whether the item is there by now or not; it need not come in in any order.
    """
    erasures = Erasures.load(connection)
    if erasures.has_article(taken_back.article):
        return Kept.ERASED
    withdrawal = Withdrawal(
        declared_id=taken_back.declared_id,
        source=taken_back.source,
        revision=taken_back.revision,
        at=None if taken_back.at is None else taken_back.at.astimezone(UTC),
    )
    ids = concerned_articles(connection, taken_back.article, withdrawal)
    why = _screened(taken_back.why, erasures, ids[0] if ids else taken_back.article)
    names: set[Name] = set() if taken_back.declared_id is None else {(taken_back.declared_id, taken_back.source)}
    for filed in filed_withdrawals(connection, {taken_back.article, *ids}, names):
        if filed.withdraws == withdrawal and _screened(filed.why, erasures, filed.article or "") == why:
            return Kept.UNCHANGED
    entry = Entry(
        number=0,
        digest="",
        action=Action.WITHDRAW,
        at=_now(),
        by=taken_back.source or taken_back.origin.path.encode("utf-8", "backslashreplace").decode(),
        why=why,
        article=taken_back.article,
        withdraws=withdrawal,
    )
    if ids:
        entry = replace(entry, article=ids[0], version=load_article_state(connection, ids[0]).current.number)
    append(connection, entry)
    for each in ids:
        refresh(connection, each, language=language)
    return Kept.STORED


def _screened(why: str | None, erasures: Erasures, article_id: str) -> str | None:
    """The reason without words that people erased."""
    if why is None:
        return None
    find = partial(erasures.places, article_id)
    return masked(why, find(why))


def _now() -> datetime:
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)
