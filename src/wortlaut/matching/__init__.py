"""What is the same in two texts or two readings: places, statements, articles.

A layer below the stages, which may all use it; it knows types and errors only.
"""

from wortlaut.matching.alignment import Alignment, align
from wortlaut.matching.overlap import Change, ChangeKind, Pair, changes, pair

__all__ = ["Alignment", "Change", "ChangeKind", "Pair", "align", "changes", "pair"]
