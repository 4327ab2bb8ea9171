"""Which articles are one piece of copy: found as they come in, by their sketches.

An article whose text repeats that of another gets the other's original; one that repeats none is its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from wortlaut.matching.likeness import Sketch, bands, is_reprint, likeness
from wortlaut.record.rows import Values
from wortlaut.record.schema import article, article_content, article_version, reprint_band

__all__ = ["Copies", "band_values"]

# Candidates that are compared, those with the most bands in common first: a band that very many articles share
# (an imprint, a notice) says little.
_MOST = 50
_BY_BAND = (
    select(reprint_band.c.band, reprint_band.c.version_key)
    .where(reprint_band.c.band.in_(bindparam("bands", expanding=True)))
    .order_by(reprint_band.c.band, reprint_band.c.version_key)
)
# Bands that are looked up at a time.
_BANDS = 500
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
        shared: dict[int, int] = defaultdict(int)
        self.look_up([sketch])
        for band in bands(sketch):
            for key in (*self._written[band], *self._waiting_of.get(band, ())):
                shared[key] += 1
        if not shared:
            return article_key
        nearest = sorted(shared, key=lambda key: (-shared[key], key))[:_MOST]
        found = [
            (likeness(sketch, each.sketch), -each.original_key)
            for each in self._candidates(nearest)
            if each.article_key != article_key and is_reprint(sketch, each.sketch)
        ]
        return -max(found)[1] if found else article_key

    def look_up(self, sketches: Iterable[Sketch]) -> None:
        """Nothing; what these need from the tables is at hand. Many at once cost little more than one."""
        wanted = sorted({band for each in sketches for band in bands(each)} - self._written.keys())
        for start in range(0, len(wanted), _BANDS):
            some = wanted[start : start + _BANDS]
            self._written.update((band, []) for band in some)
            for row in self._connection.execute(_BY_BAND, {"bands": some}):
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

    def _candidates(self, keys: list[int]) -> Iterator[_Candidate]:
        yield from (self._waiting[key] for key in keys if key in self._waiting)
        stored = [key for key in keys if key not in self._waiting]
        if stored:
            for row in self._connection.execute(_CANDIDATES, {"keys": stored}):
                yield _Candidate(row.article_key, row.original_key, Sketch.unpack(row.sketch))


def band_values(version_key: int, sketch: Sketch) -> list[Values]:
    """The rows by which a version is found."""
    return [{"band": band, "version_key": version_key} for band in bands(sketch)]
