"""What is found where statements with all words are too few: those with most of them.

A word counts by how rare it is, so that „der“ is not missed. It also counts, less, where only what a compound is a kind
of stands there (`Verhandlungen` for `Friedensverhandlungen`), and, if it is one of several, where another statement of
the same article has it. Quoted words must be there all the same.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from math import log

from sqlalchemy import Connection, select

from wortlaut.record.search.query import Term, match_expression
from wortlaut.record.search.ranking import Indexed, fit, indexed_words
from wortlaut.record.search.searching import Wanted, about_how_many, index_keys, passing
from wortlaut.record.tables.keys import version_of
from wortlaut.record.tables.schema import statement

__all__ = ["loosely_found", "loosened"]

# Words that more statements have do not lead to any by themselves.
_COMMON = 3000
# The best of those that any rarer word leads to, by the weights of the words alone, are looked at closely.
_CANDIDATES = 400
# So many articles are looked at whole.
_ARTICLES = 10
# What counts of a word where the whole is not there.
_HEAD, _MODIFIER, _NEARBY = 0.5, 0.2, 0.3
# The share of all that could be there, by weight, below which nothing is found.
_LEAST = 0.25


@dataclass(frozen=True, slots=True)
class _Sought:
    """A term with its weight and the keys of the statements that have it or a part of it, where it is not common."""

    term: Term
    weight: float
    keys: Sequence[int]
    versions: frozenset[int]


def loosened(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms, satisfied by the parts of their compounds, too."""
    return tuple(replace(term, forms=(*term.forms, *((part,) for part in term.parts))) for term in terms)


def loosely_found(
    connection: Connection, asked: Wanted, known: Collection[int], *, needed: Collection[Term], limit: int
) -> dict[int, float]:
    """How much of the words each statement has, from 0 to 1, by their keys, the most first; without those known.

    Those `needed` and those that were quoted must be there whole.
    """
    terms = asked.terms or ()
    if limit <= 0 or asked.nothing or (len(terms) == 1 and not terms[0].parts):
        return {}
    statements = about_how_many(connection)
    sought = [_sought(connection, asked, term, statements) for term in terms]
    total = sum(each.weight for each in sought)
    sums: dict[int, float] = {}
    for each in sought:
        for key in each.keys:
            sums[key] = sums.get(key, 0.0) + each.weight
    best = sorted((key for key in sums if key not in known), key=lambda key: (-sums[key], -key))[:_CANDIDATES]
    near = [key for key in _nearby(connection, sought) if key not in known] if len(terms) > 1 else []
    keys = passing(connection, asked, [*best, *near], whatever_words=True) if best or near else []
    shares: dict[int, float] = {}
    for indexed in indexed_words(connection, keys):
        if all(fit(indexed, term) for term in terms if term.exact or term in needed):
            shares[indexed.key] = sum(_fit(indexed, each) * each.weight for each in sought) / total
    found = ((key, share) for key, share in shares.items() if share >= _LEAST)
    return dict(sorted(found, key=lambda pair: (-pair[1], -pair[0]))[:limit])


def _nearby(connection: Connection, sought: Sequence[_Sought]) -> list[int]:
    """The keys of all statements in the articles whose statements together have the most of the words."""
    sums: dict[int, float] = {}
    for each in sought:
        for version in each.versions:
            sums[version] = sums.get(version, 0.0) + each.weight
    best = sorted(sums, key=lambda version: (-sums[version], -version))[:_ARTICLES]
    return list(connection.execute(select(statement.c.key).where(statement.c.version_key.in_(best))).scalars())


def _fit(indexed: Indexed, each: _Sought) -> float:
    term = each.term
    found = min(1.0, fit(indexed, term))
    if not found and term.parts:
        *modifiers, head = (fit(indexed, Term(((part,),))) for part in term.parts)
        found = _HEAD * min(1.0, head) + _MODIFIER * min(1.0, sum(modifiers))
    if found < _NEARBY and version_of(indexed.key) in each.versions:
        found = _NEARBY
    return found


def _sought(connection: Connection, asked: Wanted, term: Term, statements: float) -> _Sought:
    expression = match_expression(loosened([term]), hidden=asked.hidden)
    keys = index_keys(connection, expression, asked.keys, _COMMON + 1)
    weight = log(1 + (statements + 1) / (len(keys) + 0.5))
    is_common = len(keys) > _COMMON
    nearby = frozenset(map(version_of, keys)) if len(asked.terms or ()) > 1 else frozenset()
    return _Sought(term, weight, () if is_common else keys, nearby)
