"""Texts for property tests: German news copy with everything that real copy contains, in any order."""

from hypothesis import strategies

__all__ = ["texts"]

_PIECES = [
    *("Die Wache", "sagte", "Müller", "am 3. Mai", "z. B.", "Dr.", "„", "“", "»", "«", "‚", "‘", '"', "'", "''", "``"),
    *(".", "!", "?", "...", "…", ":", ",", ";", "–", "-", "(", ")", "[", "]", " ", "  ", "\t", "\n", "\n\n", "\r\n"),
    *("🙂", "👩‍👧", "e\u0301", "\u0308", "\u200b", "\u00ad", "\u2028", "\u2029", "\u00a0", "\ufeff", "\x00", "\ud800"),
    *("1.000", "25.", "II.", "J.", "US-Dollar", "Schüler:innen", "habe", "Ä", "ß", "中", "Ω", "\f", "\x85"),
]

texts = strategies.lists(strategies.sampled_from(_PIECES) | strategies.text(max_size=3), max_size=30).map("".join)
