"""A PDF's pages to a text with its bytes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from wortlaut.intake.documents.portable.bounds import Bounds
from wortlaut.intake.documents.portable.content import Drawing
from wortlaut.intake.documents.portable.information import facts_of
from wortlaut.intake.documents.portable.lines import Line, lines_of, without_margins
from wortlaut.intake.documents.portable.objects import opened_objects
from wortlaut.intake.documents.portable.paragraphs import heading_of, set_text
from wortlaut.intake.facts import Facts
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.reasons import Refused

__all__ = ["Pages", "read_pages"]


@dataclass(frozen=True, slots=True)
class Pages:
    """What is on the pages of a PDF: the text, the bytes that it is written in, what the file says, and counts."""

    text: Mapped
    raw: bytes = field(repr=False)
    facts: Facts
    pages: int
    broken: int  # pages that could not be read to their end
    is_rebuilt: bool  # the table of objects is damaged
    empty: int  # pages without text
    turned: int  # characters of turned text


def read_pages(octets: bytes) -> Pages:
    """What is on the pages of a PDF; raises `Refused`."""
    bounds = Bounds(len(octets))
    objects = opened_objects(octets, bounds)
    bounds.extend()
    drawing = Drawing(objects)
    pages: list[list[Line]] = []
    heights: list[tuple[float, float]] = []
    broken = lost = empty = 0
    try:
        for number, page in enumerate(objects.pages()):
            damaged = bounds.damaged
            try:
                lines = lines_of(drawing.page(page), number)
            except Refused:
                raise
            except Exception:  # pdfminer raises anything for broken objects
                lost += 1
                continue
            broken += bounds.damaged > damaged
            empty += not lines
            pages.append(lines)
            left, low, right, high = page.box
            turned = {90: (-right, -left), 180: (-high, -low), 270: (left, right)}
            heights.append(turned.get(page.rotation, (low, high)))
        facts = facts_of(objects)
    except RecursionError as error:
        raise Refused("pdf_damaged") from error
    lines = without_margins(pages, heights)
    if facts.title is None:
        facts = replace(facts, title=heading_of(lines))
    return Pages(
        set_text(lines),
        bytes(drawing.raw),
        facts,
        len(pages) + lost,
        broken + lost,
        objects.is_rebuilt,
        empty,
        drawing.turned,
    )
