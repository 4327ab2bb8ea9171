"""Making everything anew that follows from articles, readings and the history: after a step to a new schema.

What came in and what people decided is never touched here.
"""

from sqlalchemy import Connection, bindparam, delete, select, update

from wortlaut.matching.likeness import sketch
from wortlaut.record.contents import Language
from wortlaut.record.keeping.batching import Batch
from wortlaut.record.keeping.projecting import load_state, project
from wortlaut.record.keeping.readings import Reading
from wortlaut.record.keeping.reprints import Copies, band_values, point_to
from wortlaut.record.tables.rows import reading_seal
from wortlaut.record.tables.schema import (
    actor,
    article,
    article_content,
    listed,
    mention,
    occasion,
    party,
    reading,
    reprint_band,
    statement,
    telling,
    telling_part,
    telling_sign,
    waiting,
    who,
    words,
)

__all__ = ["rebuild"]

_ARTICLES = select(article.c.key).order_by(article.c.key)
_SEAL = (
    update(reading)
    .where(reading.c.key == bindparam("reading_key"))
    .values(seal=bindparam("new_seal"), turn=bindparam("new_turn"))
)
_SKETCH = (
    update(article_content)
    .where(article_content.c.version_key == bindparam("of_version"))
    .values(sketch=bindparam("new_sketch"))
)


def rebuild(connection: Connection, *, language: Language | None) -> None:
    """Nothing; statements, search and reprints are what articles, readings and history make of them.

    Readings that have no seal yet get one.
    """
    made = (words, party, who, listed, statement, mention, actor, waiting, reprint_band)
    for table in (*made, telling_sign, telling_part, telling, occasion):
        connection.execute(delete(table))
    batch, copies = Batch(connection), Copies(connection)
    for key in connection.execute(_ARTICLES).scalars().all():
        _rebuild_article(batch, copies, key, language)


def _rebuild_article(batch: Batch, copies: Copies, key: int, language: Language | None) -> None:
    connection = batch.connection
    for turn, each in enumerate(load_state(connection, key).readings, 1):
        _seal(connection, each, turn)
    state = load_state(connection, key)
    for version in state.versions:
        sketched = sketch(version.text)
        connection.execute(_SKETCH, {"of_version": version.key, "new_sketch": sketched.packed})
        if version.is_current:
            point_to(connection, key, copies.original_of(key, sketched))
            batch.add(reprint_band, band_values(version.key, sketched))
        project(batch, state, version, lemma_index=language)
        batch.flush()
        copies.written()
        copies.written()  # else what was looked up before would not have this one


def _seal(connection: Connection, each: Reading, turn: int) -> None:
    """Nothing; the reading has a seal."""
    found = connection.execute(select(reading.c.found, reading.c.seal).where(reading.c.key == each.key)).one()
    if not found.seal:
        seal = reading_seal(each.made_by, turn, found.found)
        connection.execute(_SEAL, {"reading_key": each.key, "new_seal": seal, "new_turn": turn})
