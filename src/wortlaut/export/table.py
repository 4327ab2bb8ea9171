"""CSV: one statement a row, for spreadsheets.

A cell that a spreadsheet could take for a formula gets an apostrophe in front (OWASP, "CSV Injection"), and hidden
characters are written as `⟨U+202E⟩`. Whoever needs the text untouched takes JSON Lines.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from wortlaut.export.visible import visible
from wortlaut.types import Attribution, Found, Sense, Span, event_codes

__all__ = ["COLUMNS", "cell", "csv_lines"]

COLUMNS = (
    "id",
    "article",
    "published",
    "source",
    "title",
    "url",
    "type",
    "medium",
    "speaker",
    "speaker_kind",
    "speaker_name",
    "speaker_office",
    "speaker_actor",
    "speaker_wikidata",
    "speaker_confidence",
    "addressee",
    "addressee_name",
    "target_kind",
    "target_name",
    "act",
    "act_confidence",
    "cameo",
    "plover",
    "stance",
    "repeated",
    "condition",
    "said_since",
    "said_until",
    "cue",
    "frame",
    "quote",
    "start",
    "end",
    "parent",
    "confidence",
    "reader",
    "weights",
    "version",
    "standing",
    "decided",
    "decided_by",
    "labels",
    "labels_decided_by",
)
# Also full width, which some spreadsheets fold to the plain sign.
_FORMULA_SIGNS = tuple("=+-@＝＋－＠\t")
_BETWEEN_PARTS = " […] "
_BETWEEN_PARTIES = "; "


def csv_lines(statements: Iterable[Found]) -> Iterator[str]:
    r"""The heading and one row a statement, as RFC 4180 has it (`\r\n`, quotation marks doubled)."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    yield _taken(buffer)
    for found in statements:
        writer.writerow(_row(found))
        yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    line = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return line


def _row(found: Found) -> list[str | int]:
    statement, article = found.statement, found.article
    text = article.text
    return [
        cell(statement.id),
        cell(article.id),
        article.published.isoformat() if article.published else "",
        cell(article.source),
        cell(article.title),
        cell(article.url),
        statement.type.value,
        statement.medium.value,
        cell(_BETWEEN_PARTIES.join(_words(party.mention, text) for party in statement.speakers)),
        *_meant(found.attribution),
        cell(_BETWEEN_PARTIES.join(_words(party.mention, text) for party in statement.addressees)),
        cell(_BETWEEN_PARTIES.join(party.name or "" for party in found.addressees)),
        cell(_BETWEEN_PARTIES.join(party.kind.value for party in found.targets)),
        cell(_BETWEEN_PARTIES.join(party.name or "" for party in found.targets)),
        *_kind(found.sense, text),
        cell(_words(statement.cue.spans, text)),
        cell(_words(statement.frame.spans, text)),
        cell(_words(statement.quote, text)),
        statement.quote[0].start,
        statement.quote[-1].end,
        cell(statement.parent),
        f"{statement.confidence.quote:.4f}",
        cell(statement.made_by.reader),
        cell(statement.made_by.weights),
        cell(statement.made_by.version),
        found.standing.value,
        _BETWEEN_PARTIES.join(verdict.part or "all" for verdict in found.verdicts),
        cell(_BETWEEN_PARTIES.join(dict.fromkeys(verdict.by for verdict in found.verdicts))),
        cell(_BETWEEN_PARTIES.join(map(str, found.labels))),
        cell(_BETWEEN_PARTIES.join(each.decided_by or "" for each in found.labels) if found.labels else ""),
    ]


def _meant(attribution: Attribution | None) -> list[str]:
    """Kinds, names, offices, actors and confidences of the speakers who are meant, in one order."""
    parties = () if attribution is None else attribution.speakers
    columns = [
        [party.kind.value for party in parties],
        [party.name or "" for party in parties],
        [party.office or "" for party in parties],
        [party.actor or "" for party in parties],
        [party.wikidata or "" for party in parties],
        [f"{party.confidence:.4f}" for party in parties],
    ]
    return [cell(_BETWEEN_PARTIES.join(column)) for column in columns]


def _kind(sense: Sense | None, text: str) -> list[str]:
    """Act, its confidence and codes, stance, whether it is said again, condition, first and last day of its saying."""
    if sense is None:
        return [""] * 9
    condition, said, codes = sense.condition, sense.said_on, event_codes(sense.act)
    return [
        sense.act.value,
        f"{sense.confidence:.4f}",
        "" if codes is None else codes.cameo,
        "" if codes is None else codes.plover or "",
        sense.stance.value,
        "yes" if sense.is_repeated else "no",
        cell("" if condition is None else _words(condition.spans, text)),
        "" if said is None else said.since.isoformat(),
        "" if said is None else said.until.isoformat(),
    ]


def _words(spans: tuple[Span, ...], text: str) -> str:
    return _BETWEEN_PARTS.join(span.of(text) for span in spans)


def cell(value: str | None) -> str:
    """The value as a cell that no spreadsheet takes for a formula, with hidden characters written out."""
    shown = visible(value or "")
    return f"'{shown}" if shown.lstrip(" \n").startswith(_FORMULA_SIGNS) else shown
