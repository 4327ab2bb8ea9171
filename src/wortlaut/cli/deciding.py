"""What the commands share by which people decide: their options, and how the outcome is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli.options import StoreOptions, chosen, day_of, settings_of
from wortlaut.cli.terminal import Terminal
from wortlaut.errors import InputError

if TYPE_CHECKING:
    from wortlaut.decisions import SaidDays
    from wortlaut.service import Decided, Signed, Wording
    from wortlaut.types import StatementPart

__all__ = ["Parts", "Seen", "SignOptions", "StatementId", "WordingOptions", "parts_of", "signed_of", "tell"]

StatementId = Annotated[str, typer.Argument(metavar="ID", help="help.statement_id")]
Parts = Annotated[list[str] | None, typer.Argument(metavar="PART", help="help.parts")]
Seen = Annotated[str | None, typer.Option("--seen", metavar="REVISION", help="help.seen")]

# As `--inside`, `--said-on`, `--venue`: there is none.
_NONE = "none"
_REVISION = re.compile("[0-9a-f]{12}")
_PART_OF = {"speaker": "speakers", "addressee": "addressees", "inside": "parent"}


@dataclass(frozen=True, slots=True)
class SignOptions:
    """Who decides and why."""

    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="help.by")] = None
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="help.why")] = None


@dataclass(frozen=True, slots=True)
class WordingOptions:
    """What parts of a statement are to be, as people write it."""

    quote: Annotated[list[str] | None, typer.Option("--quote", metavar="WORDS", help="help.quote")] = None
    type: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="help.type")] = None
    medium: Annotated[str | None, typer.Option("--medium", metavar="MEDIUM", help="help.medium")] = None
    cue: Annotated[list[str] | None, typer.Option("--cue", metavar="WORDS", help="help.cue")] = None
    frame: Annotated[list[str] | None, typer.Option("--frame", metavar="WORDS", help="help.frame")] = None
    speaker: Annotated[list[str] | None, typer.Option("--speaker", metavar="WORDS", help="help.speakers")] = None
    no_speaker: Annotated[bool, typer.Option("--no-speaker", help="help.no_speaker")] = False
    addressee: Annotated[list[str] | None, typer.Option("--addressee", metavar="WORDS", help="help.addressees")] = None
    who: Annotated[list[str] | None, typer.Option("--who", metavar="NAME", help="help.who")] = None
    act: Annotated[str | None, typer.Option("--act", metavar="ACT", help="help.act_decided")] = None
    said_on: Annotated[str | None, typer.Option("--said-on", metavar="DATE", help="help.said_on_decided")] = None
    venue: Annotated[str | None, typer.Option("--venue", metavar="WORDS", help="help.venue_decided")] = None
    label: Annotated[list[str] | None, typer.Option("--label", metavar="LABEL", help="help.label_decided")] = None
    unlabel: Annotated[list[str] | None, typer.Option("--unlabel", metavar="LABEL", help="help.unlabel")] = None
    inside: Annotated[str | None, typer.Option("--inside", metavar="ID", help="help.inside")] = None

    def wording(self, terminal: Terminal) -> Wording:
        """The same for the service; raises `InputError`."""
        from wortlaut.decisions import NO_PARENT, NO_VENUE
        from wortlaut.service import Wording
        from wortlaut.types import Act, Medium, StatementType

        if self.no_speaker and self.speaker:
            raise InputError(terminal.texts("usage.speaker_or_none"))
        return Wording(
            quote=_words(self.quote),
            type=chosen(terminal, "--type", self.type, StatementType),
            medium=chosen(terminal, "--medium", self.medium, Medium),
            cue=_words(self.cue),
            frame=_words(self.frame),
            speakers=() if self.no_speaker else _words(self.speaker),
            addressees=_words(self.addressee),
            who=_words(self.who),
            act=chosen(terminal, "--act", self.act, Act),
            said_on=_days(terminal, self.said_on),
            venue=None if self.venue is None else NO_VENUE if self.venue == _NONE else " ".join(self.venue.split()),
            labels=_words(self.label),
            no_labels=_words(self.unlabel),
            parent=NO_PARENT if self.inside == _NONE else self.inside,
        )


def _days(terminal: Terminal, written: str | None) -> SaidDays | None:
    """The days meant by `2025-11-27`, `27.11.2025/30.11.2025` or `none`; raises `InputError`."""
    from wortlaut.decisions import SaidDays

    if written is None or written == _NONE:
        return None if written is None else SaidDays()
    first, slash, last = written.partition("/")
    since = day_of(terminal, "--said-on", first)
    until = day_of(terminal, "--said-on", last) if slash else since
    if since is not None and until is not None and since > until:
        raise InputError(terminal.texts("usage.days", option="--said-on", value=written))
    return SaidDays(since, until)


def _words(written: list[str] | None) -> tuple[str, ...] | None:
    """What was written, None where nothing was; `""` says that there is none."""
    return tuple(each for each in written if each) if written else None


def signed_of(terminal: Terminal, sign: SignOptions, store: StoreOptions, *, seen: str | None = None) -> Signed:
    """Who decides and why, for the service; raises `InputError` where `seen` can be no revision."""
    if seen is not None and not _REVISION.fullmatch(seen):
        raise InputError(terminal.texts("usage.seen", value=seen))
    return {"by": sign.by, "why": sign.why, "seen": seen, "settings": settings_of(terminal, store)}


def parts_of(terminal: Terminal, written: list[str] | None) -> tuple[StatementPart, ...]:
    """The parts of these names, `speaker` as well as `speakers`; raises `InputError`."""
    from wortlaut.types import StatementPart

    known = {part.value: part for part in StatementPart}
    names = [_PART_OF.get(name, name) for name in written or ()]
    for name in names:
        if name not in known:
            raise InputError(terminal.texts("usage.part", value=name, known=", ".join(known)))
    return tuple(dict.fromkeys(known[name] for name in names))


def tell(terminal: Terminal, decided: Decided, *, json: bool) -> None:
    """Prints the statement as it now is, and the entry: with its number it can be undone."""
    entry = decided.entry
    if json:
        from wortlaut.export.entry import decided_line

        terminal.write_data(decided_line(entry, decided.found))
        return
    if decided.found is not None:
        from wortlaut.cli.cards import print_cards
        from wortlaut.cli.listing import heading

        console = terminal.console()
        console.print(heading(terminal, decided.found.article))
        print_cards(terminal, console, [decided.found], numbered=False)
        terminal.out.flush()
    if decided.confirmed:
        numbers = [each.number for each in decided.confirmed]
        terminal.say("decided.confirmed", count=len(numbers), first=min(numbers), last=max(numbers))
    terminal.say("decided.entry", number=entry.number, action=terminal.texts(f"action.{entry.action}"), by=entry.by)
