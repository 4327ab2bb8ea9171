"""A statement as others cite it: plain text, BibTeX, RIS, W3C Web Annotation.

Sources: BibTeX's own manual for what must be escaped; RIS of 2011 (one tag a line, CRLF); the Web Annotation Data Model
(W3C Recommendation, 23 February 2017), whose positions count code points, as ours do.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from wortlaut.export.statement import statement_json
from wortlaut.export.visible import escape_hidden, one_line
from wortlaut.texts import Texts, day
from wortlaut.types import Found, Span

__all__ = ["Citation", "annotation", "bibtex", "citation", "cited", "ris"]

_BETWEEN_PARTS = " […] "
_CONTEXT = 32  # characters before and behind a quote by which it is found again; as Hypothesis takes
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}$&#%_"},
}
_tex = re.compile(r"[\\~^{}$&#%_]")


@dataclass(frozen=True, slots=True)
class Citation:
    """A statement with all that a citation names."""

    id: str
    words: str
    speaker: str  # empty where nobody is named
    title: str
    source: str
    author: str
    published: date | None
    url: str  # where the article was; empty where that is not known
    address: str  # of the statement in this record
    seen: date


def citation(found: Found, *, address: str, seen: date) -> Citation:
    """What is to be cited of a statement; `address` leads to it, and was looked at on the day `seen`."""
    article = found.article
    return Citation(
        id=found.statement.id,
        words=_BETWEEN_PARTS.join(one_line(span.of(article.text)) for span in found.statement.quote),
        speaker="; ".join(one_line(each.name) for each in found.speakers if each.name),
        title=one_line(article.title or ""),
        source=one_line(article.source or ""),
        author=one_line(article.author or ""),
        published=article.published,
        url=one_line(article.url or ""),
        address=address,
        seen=seen,
    )


def cited(made: Citation, texts: Texts) -> str:
    """The citation as one sentence for a footnote."""
    speaker = f"{made.speaker}: " if made.speaker else ""
    published = day(made.published, texts.language) if made.published else ""
    title = f"„{made.title}“" if made.title else ""
    where = ", ".join(filter(None, (made.author, title, made.source, published, made.url))) or texts("page.untitled")
    seen = texts("cite.seen", day=day(made.seen, texts.language))
    return f"{speaker}{_quoted(made.words)} – {where} · wortlaut {made.id}, {made.address} ({seen})"


def _quoted(words: str) -> str:
    """Within quotation marks, where it does not bring its own."""
    return words if words.startswith(("„", "»", "“", '"')) else f"„{words}“"


def bibtex(made: Citation) -> str:
    """The citation as an entry of BibTeX."""
    fields = {
        "author": f"{{{_escaped(made.author or made.source)}}}" if made.author or made.source else "",
        "title": _escaped(made.title or made.words),
        "journal": _escaped(made.source),
        "date": made.published.isoformat() if made.published else "",
        "year": str(made.published.year) if made.published else "",
        "url": _escaped(made.url),
        "urldate": made.seen.isoformat(),
        "note": _escaped(f"{made.speaker}: {made.words}" if made.speaker else made.words),
        "howpublished": _escaped(made.address),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{made.id},", *lines, "}"]) + "\n"


def _escaped(text: str) -> str:
    return _tex.sub(lambda match: _TEX[match[0]], text)


def ris(made: Citation) -> str:
    r"""The citation as a record of RIS, its lines ended by `\r\n`."""
    fields = [
        ("TY", "NEWS"),
        ("ID", made.id),
        *(("AU", each.strip()) for each in made.author.split(";") if each.strip()),
        ("TI", made.title),
        ("T2", made.source),
        ("DA", made.published.strftime("%Y/%m/%d") if made.published else ""),
        ("PY", f"{made.published.year:04}" if made.published else ""),
        ("AB", made.words),
        ("N1", made.speaker),
        ("UR", made.url),
        ("L2", made.address),
        ("Y2", made.seen.strftime("%Y/%m/%d")),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value) + "ER  - \r\n"


def annotation(found: Found, *, address: str) -> str:
    """The statement as a Web Annotation: its JSON as body, its words in the article as target."""
    text, article = found.article.text, found.article
    source = article.url or f"urn:wortlaut:article:{article.id}"
    made: dict[str, Any] = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": address,
        "type": "Annotation",
        "motivation": "describing",
        "body": {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "application/json",
            "value": json.dumps(statement_json(found), ensure_ascii=False),
        },
        "target": [
            {"source": source, "selector": [_quote_selector(span, text), _position_selector(span)]}
            for span in found.statement.quote
        ],
    }
    return escape_hidden(json.dumps(made, ensure_ascii=False, indent=2)) + "\n"


def _quote_selector(span: Span, text: str) -> dict[str, str]:
    return {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _CONTEXT) : span.start],
        "suffix": text[span.end : span.end + _CONTEXT],
    }


def _position_selector(span: Span) -> dict[str, str | int]:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}
