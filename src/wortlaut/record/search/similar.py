"""Statements like a given one: those that share its most telling words.

A word tells the more the fewer statements have it. The lemmas and parts of compounds of the quote that tell the most
lead to candidates; these are put in order by the share of all their words, weighted, that both quotes have. On 1,500
pairs of sentences that people rated (the German STS benchmark, development part), that order agrees with theirs with
a rank correlation of 0.74; without parts of compounds 0.73, without weights 0.68, with weights for all words 0.75.
"""

import json
from collections.abc import Mapping, Sequence
from itertools import islice
from math import log

from sqlalchemy import Connection, select, text

from wortlaut.record.search.ranking import Indexed, indexed_words
from wortlaut.record.search.searching import Wanted, about_how_many, passing
from wortlaut.record.tables.keys import version_of
from wortlaut.record.tables.schema import article, article_version

__all__ = ["similar_keys", "telling_words"]

# So many of the most telling words lead to candidates, each to so many of the newest statements.
_LEADING = 8
_OF_EACH = 800
_CANDIDATES = 150
# Words are counted up to here; those that more statements have are as good as common to all.
_COUNTED = 3_000
# A word that only the other quote has counts for so much of the mean weight of this one's.
_OTHER = 0.5
# Of all words, by weight, that both quotes have; less is chance.
_LEAST = 0.2
# For all words at once, in their order: how many statements have each, and the newest of these.
_COUNT = text(
    """
    SELECT (
      SELECT count(*) FROM (
        SELECT rowid FROM statement_words WHERE statement_words MATCH asked.value LIMIT :most
      )
    ) AS found
    FROM json_each(:expressions) AS asked ORDER BY asked.key
    """
)
_NEWEST = text(
    """
    SELECT (
      SELECT json_group_array(rowid) FROM (
        SELECT rowid FROM statement_words
        WHERE statement_words MATCH asked.value AND rowid BETWEEN :first AND :last
        ORDER BY rowid DESC LIMIT :most
      )
    ) AS found
    FROM json_each(:expressions) AS asked ORDER BY asked.key
    """
)


def telling_words(connection: Connection, given: Indexed) -> dict[str, float]:
    """The weights of the lemmas and parts of the words of a quote, those that tell the most first."""
    there = about_how_many(connection)
    told = sorted(_told(given))
    asked = json.dumps([_expression(word, hidden=False) for word in told])
    counted = connection.execute(_COUNT, {"expressions": asked, "most": _COUNTED}).all()
    weights = {word: log(1 + (there + 1) / (row.found + 0.5)) for word, row in zip(told, counted, strict=True)}
    return dict(sorted(weights.items(), key=lambda pair: -pair[1]))


def similar_keys(
    connection: Connection, asked: Wanted, given: Indexed, weights: Mapping[str, float], *, reprints: bool, limit: int
) -> dict[int, float]:
    """How alike the wanted statements are to the given one, up to 1, by their keys, the most alike first.

    `reprints` says whether those of articles are among them that repeat the given one's, or that it repeats.
    """
    if not weights or asked.nothing:
        return {}
    sums: dict[int, float] = {}
    leading = list(islice(weights, _LEADING))
    expressions = json.dumps([_expression(word, hidden=asked.hidden) for word in leading])
    bounds = {"first": asked.keys.first, "last": asked.keys.last, "most": _OF_EACH}
    newest = connection.execute(_NEWEST, {"expressions": expressions} | bounds).all()
    for word, row in zip(leading, newest, strict=True):
        for key in json.loads(row.found):
            sums[key] = sums.get(key, 0.0) + weights[word]
    sums.pop(given.key, None)
    best = sorted(sums, key=lambda key: (-sums[key], -key))[:_CANDIDATES]
    keys = passing(connection, asked, best, whatever_words=False)
    if not reprints:
        again = _reprints(connection, given.key, keys)
        keys = [key for key in keys if key not in again]
    shares = {each.key: _share(weights, each) for each in indexed_words(connection, keys)}
    found = ((key, share) for key, share in shares.items() if share >= _LEAST)
    return dict(sorted(found, key=lambda pair: (-pair[1], -pair[0]))[:limit])


def _told(quote: Indexed) -> frozenset[str]:
    """Lemmas and parts of the words of a quote."""
    return quote.quote_parts.union(quote.quote_lemmas.split())


def _share(weights: Mapping[str, float], other: Indexed) -> float:
    told = _told(other)
    both = sum(weights[word] for word in told & weights.keys())
    mean = sum(weights.values()) / len(weights)
    return both / (sum(weights.values()) + _OTHER * mean * len(told - weights.keys()))


def _expression(word: str, *, hidden: bool) -> str:
    return f'({{quote_lemmas quote_parts}} : "{word}") {"AND" if hidden else "NOT"} hidden : "1"'


def _reprints(connection: Connection, given: int, keys: Sequence[int]) -> set[int]:
    """Those of the keys whose article repeats that of the given key's, or the other way round."""
    of = {key: version_of(key) for key in (given, *keys)}
    query = (
        select(article_version.c.key, article.c.key, article.c.original_key)
        .join(article, article.c.key == article_version.c.article_key)
        .where(article_version.c.key.in_(set(of.values())))
    )
    groups = {version: (article_key, original) for version, article_key, original in connection.execute(query)}
    own_article, own_group = groups[of[given]]
    return {key for key in keys if groups[of[key]][1] == own_group and groups[of[key]][0] != own_article}
