"""Which articles are one piece of copy: found as they come in, by their sketches.

An article whose text repeats that of another gets the other's original; one that repeats none is its own.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select, update

from wortlaut.matching.likeness import HOLDERS, Sketch, bands, candidates, is_reprint, likeness
from wortlaut.record.tables.rows import Values, seal_of
from wortlaut.record.tables.schema import article, article_content, article_version, reprint_band

__all__ = ["Copies", "band_values", "original_values", "point_to"]

_asked = func.json_each(bindparam("bands")).table_valued("value", name="asked")
_newest = reprint_band.alias("newest")
# Of each band those that came in last: a band that very many articles share (an imprint, a notice) says little.
_BY_BAND = (
    select(reprint_band.c.band, reprint_band.c.version_key)
    .select_from(_asked.join(reprint_band, reprint_band.c.band == _asked.c.value))
    .where(
        reprint_band.c.version_key.in_(
            select(_newest.c.version_key)
            .where(_newest.c.band == _asked.c.value)
            .order_by(_newest.c.version_key.desc())
            .limit(HOLDERS)
            .correlate(_asked)
        )
    )
    .order_by(reprint_band.c.band, reprint_band.c.version_key.desc())
)
_CANDIDATES = (
    select(article_version.c.key, article_version.c.article_key, article.c.original_key, article_content.c.sketch)
    .join(article, article.c.key == article_version.c.article_key)
    .join(article_content, article_content.c.version_key == article_version.c.key)
    .where(article_version.c.key.in_(bindparam("keys", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    article_key: int
    original_key: int
    sketch: Sketch


class Copies:
    """The current versions of all articles by their bands, those included that are not written yet."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._written: dict[int, list[int]] = {}
        self._waiting: dict[int, _Candidate] = {}
        self._waiting_of: dict[int, list[int]] = defaultdict(list)

    def original_of(self, article_key: int, sketch: Sketch) -> int:
        """The key of the article that one of this sketch repeats, its own where it repeats none."""
        own = bands(sketch)
        if any(band not in self._written for band in own):
            self.look_up([sketch])
        holders = [[*reversed(self._waiting_of.get(band, ())), *self._written[band]][:HOLDERS] for band in own]
        nearest = candidates(holders)
        found = [
            (likeness(sketch, each.sketch), -each.original_key)
            for each in self._candidates(nearest)
            if each.article_key != article_key and is_reprint(sketch, each.sketch)
        ]
        return -max(found)[1] if found else article_key

    def look_up(self, sketches: Iterable[Sketch]) -> None:
        """Nothing; what these need from the tables is at hand. Many at once cost little more than one."""
        wanted = sorted({band for each in sketches for band in bands(each)} - self._written.keys())
        if wanted:
            self._written.update((band, []) for band in wanted)
            for row in self._connection.execute(_BY_BAND, {"bands": json.dumps(wanted)}):
                self._written[row.band].append(row.version_key)

    def add(self, version_key: int, article_key: int, original_key: int, sketch: Sketch) -> None:
        """Nothing; the version will be found although it is not written yet."""
        self._waiting[version_key] = _Candidate(article_key, original_key, sketch)
        for band in bands(sketch):
            self._waiting_of[band].append(version_key)

    def written(self) -> None:
        """Nothing; what waited is in the tables now."""
        self._written.clear()
        self._waiting.clear()
        self._waiting_of.clear()

    def _candidates(self, keys: Sequence[int]) -> Iterator[_Candidate]:
        yield from (self._waiting[key] for key in keys if key in self._waiting)
        stored = [key for key in keys if key not in self._waiting]
        if stored:
            for row in self._connection.execute(_CANDIDATES, {"keys": stored}):
                yield _Candidate(row.article_key, row.original_key, Sketch.unpack(row.sketch))


def point_to(connection: Connection, article_key: int, original_key: int) -> None:
    """Nothing; the article has this one as its original, and so have all that repeat it if it is none any more."""
    those = article.c.key == article_key
    if article_key != original_key:
        those |= article.c.original_key == article_key
    for row in connection.execute(select(article.c.key, article.c.id).where(those)).all():
        values = original_values(row.id, original_key)
        connection.execute(update(article).where(article.c.key == row.key).values(values))


def original_values(article_id: str, original_key: int) -> Values:
    """The columns that say which article this one repeats."""
    return {"original_key": original_key, "seal": seal_of(article_id, original_key)}


def band_values(version_key: int, sketch: Sketch) -> list[Values]:
    """The rows by which a version is found."""
    return [{"band": band, "version_key": version_key} for band in bands(sketch)]
