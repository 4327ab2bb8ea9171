"""Where a line break ends a sentence: always at a blank line, else only where the line was not just wrapped."""

import re
from collections.abc import Iterator

__all__ = ["line_ends"]

_PARAGRAPH = re.compile(r"\n(?:[^\S\n]*\n)+|[\f\u2029]")
# Nobody wraps running text more narrowly; shorter lines are headlines, lists, tables.
_NARROWEST = 40
# A line this full may have been wrapped by hand; the wrapping point need not be exact.
_FULL = 0.75


def line_ends(text: str) -> Iterator[int]:
    """The positions of the line breaks at which a sentence ends, in order."""
    start = 0
    for match in _PARAGRAPH.finditer(text):
        yield from _inside(text, start, match.start())
        yield match.start()
        start = match.end()
    yield from _inside(text, start, len(text))


def _inside(text: str, start: int, end: int) -> Iterator[int]:
    """The ends of those lines of one paragraph that were not wrapped."""
    if text.find("\n", start, end) < 0:
        return
    lines = text[start:end].split("\n")
    width = max(len(line.strip()) for line in lines)
    position = start
    for number, line in enumerate(lines[:-1]):
        position += len(line) + 1
        if _parted(line.strip(), lines[number + 1].strip(), width, len(lines)):
            yield position - 1


def _parted(line: str, following: str, width: int, lines: int) -> bool:
    """Whether a sentence ends between the two lines of a paragraph whose longest line has `width` characters."""
    if not line or not following:
        return False
    if line[-1] in ",;-–—&/(" or (line[-1] == ":" and following[0] in '„"»«“') or following[0].islower():
        return False
    if line.isupper() or following.isupper() or width < _NARROWEST:
        return True
    first_word = following.split(maxsplit=1)[0]
    would_have_fitted = len(line) + 1 + len(first_word) <= width
    by_hand = lines > 2 and len(line) >= _FULL * width
    return would_have_fitted and not by_hand
