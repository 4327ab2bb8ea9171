"""A PDF's pages to a text with its bytes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from wortlaut.intake.documents.portable.bounds import Bounds
from wortlaut.intake.documents.portable.content import Drawing
from wortlaut.intake.documents.portable.information import facts_of
from wortlaut.intake.documents.portable.lines import Line, lines_of, without_margins
from wortlaut.intake.documents.portable.objects import Objects, Page, opened_objects
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
    reader = _Reader(objects, bounds)
    try:
        for page in objects.pages():
            reader.read(page)
        facts = facts_of(objects)
    except RecursionError as error:
        raise Refused("pdf_damaged") from error
    lines = without_margins(reader.pages, reader.heights)
    if facts.title is None:
        facts = replace(facts, title=heading_of(lines))
    return Pages(
        text=set_text(lines),
        raw=bytes(reader.drawing.raw),
        facts=facts,
        pages=len(reader.pages) + reader.lost,
        broken=reader.broken + reader.lost,
        is_rebuilt=objects.is_rebuilt,
        empty=sum(not lines for lines in reader.pages),
        turned=reader.drawing.turned,
    )


class _Reader:
    """The lines of one page after another."""

    def __init__(self, objects: Objects, bounds: Bounds) -> None:
        self.drawing = Drawing(objects)
        self.pages: list[list[Line]] = []
        self.heights: list[tuple[float, float]] = []
        self.broken = 0  # pages of which something may be missing
        self.lost = 0  # pages that could not be read at all
        self._bounds = bounds

    def read(self, page: Page) -> None:
        """Nothing; the lines of the page are added."""
        damaged = self._bounds.damaged
        try:
            lines = lines_of(self.drawing.page(page), len(self.pages) + self.lost)
        except Refused:
            raise
        except Exception:  # pdfminer raises anything for broken objects
            self.lost += 1
            return
        self.broken += self._bounds.damaged > damaged
        left, low, right, high = page.box
        turned = {90: (-right, -left), 180: (-high, -low), 270: (left, right)}
        self.pages.append(lines)
        self.heights.append(turned.get(page.rotation, (low, high)))
