"""One statement as people read it in a terminal: all that is known about it, and whether a person said so.

Behind what a reader found stands how sure it was, behind what a person decided a tick.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wortlaut.cli.listing import TYPE_STYLES, words
from wortlaut.cli.numbers import moment, percent
from wortlaut.cli.terminal import Terminal
from wortlaut.export.labels import label_told
from wortlaut.export.sense import sense_facts, sense_told
from wortlaut.export.told import decides_speaker, party_told, target_label, target_told
from wortlaut.export.visible import one_line
from wortlaut.types import Found, Standing, StatementPart, is_whole

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["print_cards", "tick"]


def print_cards(terminal: Terminal, console: Console, found: Sequence[Found], *, numbered: bool = True) -> None:
    """Prints each statement with its words, who said it to whom, how sure the reader is, and what people decided."""
    numbers = {each.statement.id: number for number, each in enumerate(found, 1)} if numbered else {}
    for each in found:
        number = numbers.get(each.statement.id)
        line = Text("" if number is None else f"{number:>3}  ", style="bold")
        console.print(line.append_text(_headline(terminal, each)))
        details = Table.grid(padding=(0, 2))
        details.add_column(style="dim", no_wrap=True)
        details.add_column()
        for label, value in _details(terminal, each, numbers):
            details.add_row(label, Text(value))
        console.print(Padding(details, (0, 0, 1, 5 if numbered else 2)))


def tick(terminal: Terminal) -> str:
    """What stands behind the parts that a person decided."""
    return "✓" if terminal.can_show("✓") else "ok"


def _headline(terminal: Terminal, found: Found) -> Text:
    """Type and medium, how sure the reader is of the words, id and revision."""
    statement, texts = found.statement, terminal.texts
    decided = {verdict.part for verdict in found.verdicts}

    def ticked(part: StatementPart, written: str) -> str:
        return f"{written} {tick(terminal)}" if part in decided else written

    line = Text()
    kind = ticked(StatementPart.TYPE, texts(f"type.{statement.type.value}"))
    line.append(kind, style=f"bold {TYPE_STYLES[statement.type]}")
    line.append(f" · {ticked(StatementPart.MEDIUM, texts(f'medium.{statement.medium.value}'))}")
    if StatementPart.QUOTE not in decided:
        line.append(f" · {percent(statement.confidence.quote, texts.language)}")
    line.append(f"  {statement.id}", style="dim")
    if found.revision:
        line.append(f" · {texts('card.revision', revision=found.revision)}", style="dim")
    return line


def _details(terminal: Terminal, found: Found, numbers: dict[str, int]) -> Iterator[tuple[str, str]]:
    statement, article, texts = found.statement, found.article, terminal.texts
    decided = {verdict.part for verdict in found.verdicts}
    ticked = f" ({tick(terminal)})"
    yield texts("role.quote"), words(statement.quote, article) + (ticked if StatementPart.QUOTE in decided else "")
    for party in found.speakers:
        sure = _sure(terminal, found, decides_speaker(party, article.text), party.confidence)
        yield texts("role.speaker"), f"{party_told(party, article.text, texts)} ({sure})"
    if not found.speakers:
        yield texts("role.speaker"), texts("page.no_speaker") + (ticked if StatementPart.SPEAKERS in decided else "")
    for party in found.addressees:
        sure = _sure(terminal, found, StatementPart.ADDRESSEES, party.confidence)
        yield texts("role.addressee"), f"{party_told(party, article.text, texts)} ({sure})"
    if found.sense is not None:
        sure = _sure(terminal, found, StatementPart.ACT, found.sense.confidence)
        yield texts("role.act"), f"{sense_told(found.sense, texts)} ({sure})"
        for party in found.targets:
            told = target_told(party, article.text)
            yield target_label(found.sense, texts), f"{told} ({percent(party.confidence, texts.language)})"
        yield from ((texts(key), value) for key, value in sense_facts(found.sense, article.text, texts))
    for label in found.labels:
        sure = tick(terminal) if label.entry is not None else percent(label.confidence, texts.language)
        yield texts("role.label"), f"{label_told(label, texts)} ({sure})"
    for key, name, part in (
        ("role.cue", StatementPart.CUE, statement.cue),
        ("role.frame", StatementPart.FRAME, statement.frame),
    ):
        if part.spans:
            yield texts(key), f"{words(part.spans, article)} ({_sure(terminal, found, name, part.confidence)})"
    if statement.parent is not None:
        number = numbers.get(statement.parent)
        yield texts("page.inside"), statement.parent if number is None else texts("page.statement", number=number)
    if found.standing is not Standing.FOUND:
        yield texts("card.standing"), texts(f"standing.{found.standing}")
    for who, parts in _deciders(terminal, found):
        yield texts("card.decided"), f"{tick(terminal)} {who}: {parts}"


def _sure(terminal: Terminal, found: Found, part: StatementPart, confidence: float) -> str:
    """How sure the reader is of a part, a tick where a person decided it."""
    if any(verdict.part is part for verdict in found.verdicts):
        return tick(terminal)
    return percent(confidence, terminal.texts.language)


def _deciders(terminal: Terminal, found: Found) -> Iterator[tuple[str, str]]:
    """Who decided when, and which parts, one a decision, in their order."""
    texts = terminal.texts
    by_entry = groupby(sorted(found.verdicts, key=lambda each: each.entry), key=lambda each: each.entry)
    for entry, group in by_entry:
        verdicts = list(group)
        who = texts(
            "card.decider", name=one_line(verdicts[0].by), at=moment(verdicts[0].at, texts.language), number=entry
        )
        parts = ["all"] if is_whole(each.part for each in verdicts) else [each.part or "rejected" for each in verdicts]
        yield who, ", ".join(texts(f"part.{part}") for part in parts)
