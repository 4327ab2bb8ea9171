"""Codebooks of one's own: categories by cues, words, acts and parties, given to statements as labels.

file ─ parse ─▶ Codebook ─ code, with statements and what is meant in them ─▶ Coded: labels with their evidence
"""

from wortlaut.meaning.coding.books import Category, Codebook, Criteria, Example, Titles
from wortlaut.meaning.coding.matching import code
from wortlaut.meaning.coding.parsing import load, parse
from wortlaut.meaning.coding.storing import packed, unpacked

__all__ = ["Category", "Codebook", "Criteria", "Example", "Titles", "code", "load", "packed", "parse", "unpacked"]
