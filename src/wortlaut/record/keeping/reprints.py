"""Which articles are one piece of copy: found as they come in, by their sketches.

An article whose text repeats that of another gets the other's original; one that repeats none is its own.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import Connection, bindparam, func, select, update

from wortlaut.matching.likeness import HOLDERS, Sketch, bands, candidates, is_reprint, likeness
from wortlaut.record.tables.rows import Values, seal_of
from wortlaut.record.tables.schema import article, article_content, article_version, reprint_band

__all__ = ["Copies", "band_values", "leave", "original_values", "point_to"]

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
_wanted = func.json_each(bindparam("keys")).table_valued("value", name="wanted")
_CANDIDATES = (
    select(article_version.c.key, article_version.c.article_key, article.c.original_key, article_content.c.sketch)
    .select_from(_wanted.join(article_version, article_version.c.key == _wanted.c.value))
    .join(article, article.c.key == article_version.c.article_key)
    .join(article_content, article_content.c.version_key == article_version.c.key)
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
        self._loaded: dict[int, _Candidate] = {}
        self._waiting: dict[int, _Candidate] = {}
        self._waiting_of: dict[int, list[int]] = defaultdict(list)

    def original_of(self, article_key: int, sketch: Sketch) -> int:
        """The key of the article that one of this sketch repeats, its own where it repeats none."""
        own = bands(sketch)
        if any(band not in self._written for band in own):
            self.look_up([sketch])
        waiting, written = self._waiting_of, self._written
        holders = [
            [*reversed(waiting.get(band, ())), *written[band]][:HOLDERS]
            for band in own
            if band in waiting or written[band]
        ]
        nearest = candidates(holders) if holders else ()
        found = [
            (likeness(sketch, each.sketch), -each.original_key)
            for each in self._candidates(nearest)
            if each.article_key != article_key and is_reprint(sketch, each.sketch)
        ]
        return -max(found)[1] if found else article_key

    def look_up(self, sketches: Iterable[Sketch]) -> None:
        """Nothing; what these need from the tables is at hand. Many at once cost little more than one."""
        all_bands = [bands(each) for each in sketches]
        wanted = sorted(set(chain(*all_bands)) - self._written.keys())
        if wanted:
            self._written.update((band, []) for band in wanted)
            for band, version_key in self._connection.execute(_BY_BAND, {"bands": json.dumps(wanted)}):
                self._written[band].append(version_key)
        holders = [[keys for band in own if (keys := self._written[band])] for own in all_bands]
        self._load(set(chain(*(candidates(each) for each in holders if each))))

    def add(self, version_key: int, article_key: int, original_key: int, sketch: Sketch) -> None:
        """Nothing; the version will be found although it is not written yet."""
        self._waiting[version_key] = _Candidate(article_key, original_key, sketch)
        for band in bands(sketch):
            self._waiting_of[band].append(version_key)

    def written(self) -> None:
        """Nothing; what waited is in the tables now."""
        self._written.clear()
        self._loaded.clear()
        self._waiting.clear()
        self._waiting_of.clear()

    def _candidates(self, keys: Sequence[int]) -> Iterator[_Candidate]:
        # Those that wait take the places of others, so that some may come up that were not looked up.
        self._load(keys)
        for key in keys:
            yield self._waiting.get(key) or self._loaded[key]

    def _load(self, keys: Iterable[int]) -> None:
        """Nothing; those of these versions that are written are at hand."""
        missing = [key for key in keys if key not in self._loaded and key not in self._waiting]
        if missing:
            for key, article_key, original_key, packed in self._connection.execute(
                _CANDIDATES, {"keys": json.dumps(missing)}
            ):
                self._loaded[key] = _Candidate(article_key, original_key, Sketch.unpack(packed))


def point_to(connection: Connection, article_key: int, original_key: int) -> None:
    """Nothing; the article has this one as its original, and so have all that repeat it if it is none any more."""
    those = article.c.key == article_key
    if article_key != original_key:
        those |= article.c.original_key == article_key
    for row in connection.execute(select(article.c.key, article.c.id).where(those)).all():
        values = original_values(row.id, original_key)
        connection.execute(update(article).where(article.c.key == row.key).values(values))


def leave(connection: Connection, article_key: int) -> None:
    """Nothing; the article repeats none, and those that repeat it have the first among themselves as their original."""
    others = (article.c.original_key == article_key, article.c.key != article_key)
    first = connection.execute(select(func.min(article.c.key)).where(*others)).scalar_one()
    if first is not None:
        point_to(connection, article_key, first)
    point_to(connection, article_key, article_key)


def original_values(article_id: str, original_key: int) -> Values:
    """The columns that say which article this one repeats."""
    return {"original_key": original_key, "seal": seal_of(article_id, original_key)}


def band_values(version_key: int, sketch: Sketch) -> list[Values]:
    """The rows by which a version is found."""
    return [{"band": band, "version_key": version_key} for band in bands(sketch)]
