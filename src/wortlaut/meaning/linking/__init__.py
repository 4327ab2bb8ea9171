"""Persons and organisations across articles: which actor of the record a party is, and which actors may be one.

`link` maps what one article says of a party to an actor, by the evidence and the list alone, so that the order in
which articles are read makes no difference. `similar` and `divided` find what a person should decide: two actors that
may be one, and one that may be two. `docs/linking.md` has the rules and how far they are right.
"""

from wortlaut.meaning.linking.doubtful import DIVISIONS, Divided, Division, KnownActor, Pair, divided, similar
from wortlaut.meaning.linking.entries import DOUBTS, Doubt, Evidence, Linked
from wortlaut.meaning.linking.likeness import WHYS, Why
from wortlaut.meaning.linking.linker import Linker, link

__all__ = [
    "DIVISIONS",
    "DOUBTS",
    "WHYS",
    "Divided",
    "Division",
    "Doubt",
    "Evidence",
    "KnownActor",
    "Linked",
    "Linker",
    "Pair",
    "Why",
    "divided",
    "link",
    "similar",
]
