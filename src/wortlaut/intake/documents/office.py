"""What the documents of word processors share: XML in an archive, marks for paragraphs and lines, facts about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from wortlaut.intake.archives.zipped import Zipped
from wortlaut.intake.articles import Raw
from wortlaut.intake.decoding import Decoded, charset_of, decode
from wortlaut.intake.documents.holding import Held, articles_in
from wortlaut.intake.facts import Facts
from wortlaut.intake.form import Item, Source
from wortlaut.intake.mapped import Edit, Mapped
from wortlaut.intake.markup.content import BREAK, PARAGRAPH, Piece, kept
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.markup.xml import Xml, parse_xml
from wortlaut.intake.moments import parse_when
from wortlaut.intake.reasons import Refused, note
from wortlaut.intake.streams import HEAD
from wortlaut.intake.texts.wire import clean_line, paragraphs, replace_no_characters

__all__ = ["LARGEST", "Found", "Part", "facts_of", "items_of", "part_of", "settled_text"]

# A thousand pages of text have some ten megabytes of XML; the tree takes ten times as much.
LARGEST = 16 * 2**20
_MOST_TAGS = 500_000  # a page has about a thousand, each takes 700 bytes
_LARGEST_FACTS = 2**20
_MARKS = {"\n": " ", "\r": " ", PARAGRAPH: "\n\n", BREAK: "\n"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document that is XML: its name in the archive, its bytes, its text, its elements."""

    name: str
    octets: bytes = field(repr=False)
    decoded: Decoded = field(repr=False)
    xml: Xml = field(repr=False)


@dataclass(slots=True)
class Found:
    """What was found while going through a document: what stays of its XML, headings, and what was left out."""

    pieces: list[Piece] = field(default_factory=list)
    title: str = ""
    heading: str = ""
    footnotes: int = 0
    comments: int = 0
    deleted: int = 0
    hidden: int = 0

    def notes(self) -> Iterator[str]:
        """What is to be said about that."""
        for code, count in (
            ("footnotes_left", self.footnotes),
            ("comments_left", self.comments),
            ("changes_taken", self.deleted),
            ("hidden_left", self.hidden),
        ):
            if count:
                yield note(code, count=count)


def part_of(archive: Zipped, name: str, limit: int = LARGEST) -> Part:
    """The part of that name, read as XML; raises `Refused`."""
    octets = archive.read(name, limit)
    charset = charset_of(octets[:HEAD], None)
    decoded = decode(octets, charset, skip=charset.mark)
    if decoded.mapped.text.count("<") > _MOST_TAGS:
        raise Refused("document_too_intricate", limit=_MOST_TAGS)
    return Part(name, octets, decoded, parse_xml(decoded.mapped.text))


def settled_text(mapped: Mapped, pieces: Sequence[Piece]) -> tuple[Mapped, tuple[str, ...]]:
    """What stays of the text of a part, in paragraphs, and notes."""
    text = kept(mapped, pieces)
    edits = [Edit(at, at + 1, _MARKS[sign]) for at, sign in enumerate(text.text) if sign in _MARKS]
    text, notes = replace_no_characters(text.edited(edits))
    return paragraphs(text), notes


def facts_of(archive: Zipped, name: str) -> Facts:
    """Title, author and times from the part that holds them; nothing where it is missing or broken."""
    if name not in archive:
        return Facts()
    try:
        root = part_of(archive, name, _LARGEST_FACTS).xml.root
    except Refused:
        return Facts()
    created = parse_when(_said(root, "created", "creation-date"))
    updated = parse_when(_said(root, "modified", "date"))
    facts = Facts(
        title=_said(root, "title") or None,
        author=_said(root, "creator", "initial-creator") or None,
        published=created.day,
        published_at=created.at,
    )
    return replace(facts, updated_at=updated.at if updated.at != created.at else None)


def _said(root: Element, *names: str) -> str:
    for name in names:
        for element in root.descend(name):
            said = clean_line(element.words()[:1000])
            if said:
                return said
    return ""


def items_of(
    source: Source, archive: Zipped, name: str, walk: Callable[[Element, Found], None], *, form: str, facts: str
) -> Iterator[Item]:
    """The articles in the part `name`, through which `walk` goes; the part `facts` says what is said of them."""
    part = part_of(archive, name)
    found = Found()
    walk(part.xml.root, found)
    text, notes = settled_text(part.decoded.mapped, found.pieces)
    said = facts_of(archive, facts)
    said = replace(said, title=found.title or said.title or found.heading or None)
    notes = (*part.decoded.notes, *notes, *found.notes())
    if part.xml.faults:
        notes += (note("document_mended", count=len(part.xml.faults), name=name),)
    raw = Raw(part.octets, replace(source.origin, path=f"{source.origin.path}!/{name}"))
    yield from articles_in(Held(raw, text, form, part.decoded.encoding, said, notes), source.wishes)
