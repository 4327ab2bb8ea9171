"""Why a statement is somebody's, as people read it in a terminal; `wortlaut show --why` prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wortlaut.cli.cards import tick
from wortlaut.cli.listing import TYPE_STYLES, heading, words
from wortlaut.cli.numbers import moment, percent
from wortlaut.cli.terminal import Terminal
from wortlaut.export.told import party_told
from wortlaut.export.visible import one_line, shortened
from wortlaut.types import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wortlaut.meaning.linking import Linked
    from wortlaut.meaning.who.explaining import Choice, Choosing, Explanation, Gender, Support, TermUsed
    from wortlaut.service.evidence import Why
    from wortlaut.types import ResolvedParty, Span

__all__ = ["print_why"]

_WIDEST = 100  # columns: longer lines are hard to read
_BAR, _SHORT_BAR = 20, 8  # characters of a whole bar
_NAME = 28  # of a candidate
_NARROW = 80  # columns below which bars are short
_CANDIDATES = 4  # that are printed
_EXPLAINED = 2  # of them with what speaks for and against them
_FEATURES = 6  # of each
_LONGEST = 160  # characters of the statement


def print_why(terminal: Terminal, why: Why) -> None:
    """Prints the statement, what people decided about it, and how each party is come by."""
    console = terminal.console()
    console.width = min(console.width, _WIDEST)
    statement, article = why.found.statement, why.found.article
    console.print(heading(terminal, article))
    line = Text(terminal.texts(f"type.{statement.type.value}"), style=f"bold {TYPE_STYLES[statement.type]}")
    console.print(line.append(f"  {statement.id}", style="dim"))
    console.print(Text(shortened(words(statement.quote, article), _LONGEST)))
    for note in _notes(terminal, why):
        console.print(Text(note, style="yellow"))
    for number, party in enumerate(why.parties, 1):
        explanation = party.explanation
        role = terminal.texts("role.addressee" if explanation.is_addressee else "role.speaker")
        told = party_told(explanation.party, article.text, terminal.texts)
        console.print()
        console.print(Text(f"{number}  ", style="bold").append(f"{role}: {told}"))
        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim", no_wrap=True)
        table.add_column()
        for label, value in _rows(terminal, explanation, party.linked, article.text, is_narrow=console.width < _NARROW):
            table.add_row(label, value)
        console.print(Padding(table, (0, 0, 0, 3)))
    if not why.parties:
        console.print(Text(terminal.texts("why.no_party"), style="dim"))


def _notes(terminal: Terminal, why: Why) -> Iterator[str]:
    """What people decided, and where the record has something else than what follows."""
    texts, text = terminal.texts, why.found.article.text
    for verdict in why.verdicts:
        at = moment(verdict.at, texts.language)
        who = texts("card.decider", name=one_line(verdict.by), at=at, number=verdict.entry)
        yield f"{tick(terminal)} {texts(f'part.{verdict.part}')}: {who}"
    if why.is_decided:
        said = texts("why.who_holds", who=_parties(terminal, why.found.speakers, text))
        yield f"{said} {texts('why.decided_below')}"
    if why.is_unheard:
        standing = texts(f"standing.{why.found.standing}")
        yield texts("why.unheard", standing=standing)
    elif why.stored is None:
        yield texts("why.nobody_looked")
    elif why.is_other:
        stored = _parties(terminal, (*why.stored.speakers, *why.stored.addressees), text)
        yield texts("why.differs", made_by=one_line(why.made_by or ""), now_by=why.now_by, who=stored)
    if why.found.standing is Standing.WITHDRAWN:
        yield texts("standing.withdrawn")


def _parties(terminal: Terminal, parties: Iterable[ResolvedParty], text: str) -> str:
    told = [str(party_told(each, text, terminal.texts)) for each in parties]
    return "; ".join(told) or terminal.texts("page.no_speaker")


def _rows(
    terminal: Terminal, each: Explanation, linked: Linked | None, text: str, *, is_narrow: bool
) -> Iterator[tuple[str, Text | Table]]:
    texts = terminal.texts
    yield texts("why.words"), Text(_words(terminal, each, text))
    if each.is_set_aside:
        yield "", Text(texts("why.set_aside"))
    if each.left_out is not None:
        yield "", Text(texts("why.left_out", name=one_line(each.left_out)))
    yield texts("why.way"), Text(_way(terminal, each))
    if each.choosing is not None:
        yield texts("why.candidates"), _candidates(terminal, each.choosing, bar=_SHORT_BAR if is_narrow else _BAR)
        for choice in each.choosing.choices[:_CANDIDATES]:
            for term in choice.terms:
                yield texts("why.term"), Text(f"{one_line(choice.name or '')}: {_term(terminal, term)}")
    yield texts("why.decision"), Text(_outcome(terminal, each), style="bold")
    if each.mention_confidence is not None:
        yield (
            texts("why.confidence"),
            Text(
                texts(
                    "why.product",
                    certainty=_percent(terminal, each.certainty),
                    sure=_percent(terminal, each.mention_confidence),
                    confidence=_percent(terminal, each.party.confidence),
                )
            ),
        )
    if each.naming is not None:
        genders = _genders(terminal, each.naming.genders)
        if each.naming.span is not None and each.outcome == "named":
            yield texts("why.name"), Text(f"{_place(terminal, each.naming.span, text)} · {genders}")
        if each.naming.office is not None:
            yield texts("why.office"), Text(_place(terminal, each.naming.office, text))
    if linked is not None:
        yield texts("why.actor"), Text(_actor(terminal, linked))


def _words(terminal: Terminal, each: Explanation, text: str) -> str:
    """The mention, how it was read, and how sure the reader is of it."""
    texts = terminal.texts
    if each.wording is None:
        return texts("why.no_words")
    read = [texts(f"form.{each.wording.form.name.lower()}")]
    if each.wording.genders:
        read.append(_genders(terminal, each.wording.genders))
    if each.wording.of_utterance:
        read.append(texts("why.of_utterance"))
    sure = _percent(terminal, each.mention_confidence or 0.0)
    told = texts("why.sure", sure=sure, least=_percent(terminal, each.least_mention))
    return f"{_place(terminal, each.wording.span, text)}: {', '.join(read)}; {told}"


def _genders(terminal: Terminal, genders: Sequence[Gender]) -> str:
    return terminal.texts("gender.or").join(terminal.texts(f"gender.{gender.value}") for gender in genders)


def _way(terminal: Terminal, each: Explanation) -> str:
    """By which rule, or for what the model chose among how many."""
    texts = terminal.texts
    way = texts(f"way.{_key(each.way)}")
    if each.how == "choice":
        return texts("why.by_choice", way=way, count=len(each.choosing.choices) if each.choosing else 0)
    if each.how == "words":
        return texts("why.by_rule", way=way, share=_percent(terminal, each.certainty))
    return texts("why.by_speaker") if each.how == "speaker" else texts("why.by_none", way=way)


def _candidates(terminal: Terminal, choosing: Choosing, *, bar: int) -> Table:
    """A bar a candidate, and under the first ones what speaks for and against them."""
    texts = terminal.texts
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(no_wrap=True)
    shown = choosing.choices[:_CANDIDATES]
    for number, choice in enumerate(shown):
        name = shortened(choice.name or texts(f"who.{choice.kind}"), _NAME)
        told = texts("why.itself", name=name) if choice.is_itself else name
        table.add_row(Text(told, style="" if number else "bold"), _bar(terminal, choice.share, bar))
        if number < _EXPLAINED:
            for row in _supports(terminal, choice):
                table.add_row(*row)
    rest = choosing.choices[_CANDIDATES:]
    if rest:
        share = sum(each.share for each in rest)
        table.add_row(Text(texts("why.more_candidates", count=len(rest)), style="dim"), _bar(terminal, share, bar))
    table.add_row(Text(texts("why.nobody")), _bar(terminal, choosing.nobody, bar))
    table.add_row(Text(f"  {texts('why.nobody_weight')}"), Text(_signed(terminal, choosing.nobody_score)))
    return table


def _bar(terminal: Terminal, share: float, width: int) -> Text:
    block = "█" if terminal.can_show("█") else "#"
    line = Text((block * round(share * width)).ljust(width), style="cyan")
    return line.append(f" {_percent(terminal, share):>5}", style="not bold default")


def _supports(terminal: Terminal, choice: Choice) -> Iterator[tuple[Text, Text]]:
    for each in choice.supports[:_FEATURES]:
        told = terminal.texts(f"feature.{_key(each.feature)}")
        yield Text(f"  {told}"), _points(terminal, each)
    rest = choice.supports[_FEATURES:]
    if rest:
        points = _signed(terminal, sum(each.points for each in rest))
        yield Text(f"  {terminal.texts('why.more_features', count=len(rest), points=points)}", style="dim"), Text()


def _points(terminal: Terminal, support: Support) -> Text:
    """What a feature adds; where its value is not one, value times weight behind."""
    line = Text(_signed(terminal, support.points), style="green" if support.points > 0 else "red")
    if support.value != 1:
        times = "×" if terminal.can_show("×") else "x"
        value, weight = _signed(terminal, support.value).lstrip("+"), _signed(terminal, support.weight)
        line.append(f"  = {value} {times} {weight}", style="dim")
    return line


def _outcome(terminal: Terminal, each: Explanation) -> str:
    choosing = each.choosing
    is_chosen = choosing is not None and each.outcome == "named"
    return terminal.texts(
        f"outcome.{each.outcome.value}_choice" if is_chosen else f"outcome.{each.outcome.value}",
        share=_percent(terminal, each.certainty),
        least=_percent(terminal, each.least),
        nobody=_percent(terminal, choosing.nobody if choosing is not None else 0.0),
        sure=_percent(terminal, each.mention_confidence or 0.0),
    )


def _term(terminal: Terminal, term: TermUsed) -> str:
    source = ", ".join(one_line(each) for each in term.sources)
    office = one_line(term.office)
    if term.end:
        return terminal.texts("why.from_to", office=office, start=term.start, end=term.end, source=source)
    return terminal.texts("why.since", office=office, start=term.start, as_of=term.as_of, source=source)


def _actor(terminal: Terminal, linked: Linked) -> str:
    """The actor that the party leads to, and what is not certain about it."""
    from wortlaut.meaning.linking import DOUBTS

    told = one_line(linked.actor) if linked.actor is not None else terminal.texts("why.open_actor")
    if linked.doubt is None:
        return told
    doubt = DOUBTS[linked.doubt].text(terminal.texts.language, {})
    return f"{told} · {doubt} {', '.join(one_line(each) for each in linked.candidates)}".rstrip()


def _place(terminal: Terminal, span: Span, text: str) -> str:
    return terminal.texts("why.at", words=shortened(span.of(text), _LONGEST), start=span.start, end=span.end)


def _key(name: str) -> str:
    """The name of a feature or a way as part of a key of the catalogue: `alone, with more`, `alone_with_more`."""
    return re.sub("[^a-z]+", "_", name)


def _percent(terminal: Terminal, share: float) -> str:
    return percent(share, terminal.texts.language)


def _signed(terminal: Terminal, number: float) -> str:
    """With sign and two digits, as people write it."""
    written = f"{number:+.2f}".replace("-", "−" if terminal.can_show("−") else "-")
    return written.replace(".", ",") if terminal.texts.language == "de" else written
