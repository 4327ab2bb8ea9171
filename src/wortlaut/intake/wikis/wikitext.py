"""Wikitext to clean text: headings, paragraphs and list items stay, and links by what they show.

Left out are templates, tables, references, files, categories, and the sections that list sources and other pages.
"""

from __future__ import annotations

import re

from wortlaut.intake.escapes import reference_edits
from wortlaut.intake.mapped import Edit, Mapped
from wortlaut.intake.texts.wire import paragraphs, replace_no_characters
from wortlaut.intake.wikis.structures import comment_edits, structure_edits

__all__ = ["NAMESPACES", "strip_wikitext"]

# Namespaces whose links show no words, in German and English; the dump names those of its own language.
NAMESPACES = frozenset("file image media datei bild kategorie category".split())
_HEADING = re.compile(r"^=[^\n]*=[ \t]*$", re.MULTILINE)
_DEEPEST_HEADING = 6
# Sections that hold no text of the article: sources, links, lists of other pages.
_LEFT_OUT = frozenset(
    "quelle|quellen|quellenangaben|quellen und einzelnachweise|einzelnachweise|nachweise|belege|fußnoten|anmerkungen"
    "|weblinks|weblink|literatur|siehe auch|themenverwandte artikel|verwandte artikel|weitere artikel|hintergrund-links"
    "|sources|source|references|notes|footnotes|external links|external link|see also|further reading|bibliography"
    "|related news|related articles|sister links".split("|")
)
_QUOTES = re.compile(r"'{2,}")
_ADDRESS = re.compile(
    r"\[(?:(?:https?:|ftp:)?//|mailto:)[^\s\[\]]*+(?P<space>[ \t]*+)(?P<words>[^\[\]\n]*+)\]", re.IGNORECASE
)
_BREAK = re.compile(r"<br\b[^<>]*+>", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|div|blockquote|center|poem|ul|ol|li|dl|dd|dt|h[1-6]|hr)\b[^<>]*+>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,20}(?:\s[^<>]*+|\s*/?)>")
_SWITCH = re.compile(r"__[A-ZÄÖÜ_]{3,40}__")
_LINE = re.compile(
    r"^(?:(?P<rule>-{4,}[ \t]*)|(?P<list>[*\#:;]+[ \t]*)|(?P<heading>={1,6}[ \t]*(?=[^\n=])))", re.MULTILINE
)


def strip_wikitext(mapped: Mapped, left_out: frozenset[str] = NAMESPACES) -> Mapped:
    """The running text of wikitext; `left_out` are the namespaces of files and categories in small letters."""
    mapped = mapped.edited(comment_edits(mapped.text))
    mapped = mapped.edited(structure_edits(mapped.text, left_out))
    mapped = mapped.edited(_section_edits(mapped.text))
    mapped = mapped.edited(_line_edits(mapped.text))
    mapped = mapped.edited(_inline_edits(mapped.text))
    mapped = mapped.edited(reference_edits(mapped.text))
    return paragraphs(replace_no_characters(mapped)[0])


def _section_edits(text: str) -> list[Edit]:
    """What takes out the sections that list sources: from their heading to the next one as high or higher."""
    edits: list[Edit] = []
    start, level = -1, 0
    for found in _HEADING.finditer(text):
        depth, words = _heading(found[0])
        if start >= 0 and depth <= level:
            edits.append(Edit(start, found.start(), ""))
            start = -1
        if start < 0 and _plain(words) in _LEFT_OUT:
            start, level = found.start(), depth
    if 0 <= start < len(text):
        edits.append(Edit(start, len(text), ""))
    return edits


def _heading(line: str) -> tuple[int, str]:
    """The level of a heading, and its words."""
    line = line.strip()
    words = line.strip("=")
    before = len(line) - len(line.lstrip("="))
    behind = len(line) - len(line.rstrip("="))
    return min(before, behind, _DEEPEST_HEADING), words


def _plain(words: str) -> str:
    return " ".join(_TAG.sub("", _QUOTES.sub("", words)).casefold().strip(" :").split())


def _line_edits(text: str) -> list[Edit]:
    """What makes paragraphs of headings and list items."""
    edits: list[Edit] = []
    for found in _LINE.finditer(text):
        start, end = found.span()
        edits.append(Edit(start, end, "\n\n"))
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        if found["heading"]:
            closing = len(text[end:line_end].rstrip(" \t").rstrip("=").rstrip(" \t")) + end
            if text[end:line_end].rstrip(" \t").endswith("=") and closing > end:
                edits.append(Edit(closing, line_end, "\n\n"))
            else:
                edits.pop()
        elif line_end < len(text):
            edits.append(Edit(line_end, line_end + 1, "\n\n"))
    return edits


def _inline_edits(text: str) -> list[Edit]:
    """What takes the marks within paragraphs away."""
    edits = [_quotes(found) for found in _QUOTES.finditer(text)]
    for found in _ADDRESS.finditer(text) if "[" in text else ():
        if found["words"]:
            edits += (Edit(found.start(), found.start("words"), ""), Edit(found.end() - 1, found.end(), ""))
        else:
            edits.append(Edit(*found.span(), ""))
    if "<" in text:
        edits += [Edit(*found.span(), _mark_of(found[0])) for found in _TAG.finditer(text)]
    edits += [Edit(*found.span(), "") for found in _SWITCH.finditer(text)]
    edits.sort()
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _mark_of(tag: str) -> str:
    if _BREAK.fullmatch(tag):
        return "\n"
    return "\n\n" if _BLOCK.fullmatch(tag) else ""


def _quotes(found: re.Match[str]) -> Edit:
    """Two apostrophes are italics, three bold, five both; those left over are letters."""
    start, end = found.span()
    size = end - start
    left = 1 if size == 4 else max(0, size - 5)
    return Edit(start + left, end, "")
