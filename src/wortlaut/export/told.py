"""What is told of an article besides its text, in words for people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wortlaut.decisions import Entry
from wortlaut.export.visible import one_line, shortened
from wortlaut.texts import Texts, day, moment, said_why
from wortlaut.types import ArticleHead, ArticleKind, EventEntry, PartyKind, ResolvedParty, Sense, StatementPart

__all__ = [
    "PartyTold",
    "appeared",
    "article_facts",
    "decides_speaker",
    "entitled",
    "event_days",
    "party_told",
    "taken_back",
    "target_label",
    "target_told",
]

_BETWEEN_PARTS = " […] "
_TITLE = 70  # characters of the text that stand for a title
_CANDIDATES = 3  # that are told


def article_facts(article: ArticleHead, texts: Texts, *, dated: bool = False) -> list[str]:
    """Who wrote it, when it was published and updated, what it is, and the agency's number: what is known of it.

    `dated` where it stands elsewhere when it was published.
    """
    return list(_facts(article, texts, dated=dated))


def _facts(article: ArticleHead, texts: Texts, *, dated: bool) -> Iterator[str]:
    if article.author:
        yield texts("article.author", author=one_line(article.author))
    if article.published_at is not None and not dated:
        yield texts("article.published", at=moment(article.published_at, texts.language))
    if article.updated_at is not None:
        yield texts("article.updated", at=moment(article.updated_at, texts.language))
    if article.kind is not ArticleKind.REPORT:
        yield texts(f"kind.{article.kind}")
    if article.revision is not None:
        yield texts("article.revision", number=article.revision)


def appeared(article: ArticleHead, language: str) -> str | None:
    """When it was published, to the minute where that is known."""
    if article.published_at is not None:
        return moment(article.published_at, language)
    return day(article.published, language) if article.published else None


def entitled(article: ArticleHead, texts: Texts) -> str:
    """Its title, or its first words where it has none."""
    return one_line(article.title or "") or shortened(article.text, _TITLE) or texts("page.untitled")


@dataclass(frozen=True, slots=True)
class PartyTold:
    """Who is meant, for people: a name, or the words of the article where none is shown.

    `beside` are the words where they are others, or what is known where no name is shown: nobody by name, several, or
    who may be meant. An office stands behind a name.
    """

    shown: str
    office: str
    beside: str

    def __str__(self) -> str:
        told = ", ".join(filter(None, (self.shown, self.office)))
        return f"{told} [{self.beside}]" if self.beside else told


def party_told(party: ResolvedParty, text: str, texts: Texts) -> PartyTold:
    """Who is meant by the party of an article with that text."""
    mention = _BETWEEN_PARTS.join(one_line(span.of(text)) for span in party.mention)
    if party.name is not None and party.kind in (PartyKind.PERSON, PartyKind.ORGANISATION):
        name = one_line(party.name)
        return PartyTold(name, one_line(party.office or ""), "" if mention == name else mention)
    return PartyTold(mention or texts("page.no_speaker"), "", _open(party, texts) if _says_more(party) else "")


def target_told(party: ResolvedParty, text: str) -> PartyTold:
    """Whom or what an act is directed at, by name; the words beside it only where a name stands for others."""
    mention = _BETWEEN_PARTS.join(one_line(span.of(text)) for span in party.mention)
    name = one_line(party.name or "") or mention
    is_named = party.kind in (PartyKind.PERSON, PartyKind.ORGANISATION)
    return PartyTold(name, one_line(party.office or ""), mention if is_named and mention != name else "")


def target_label(sense: Sense | None, texts: Texts) -> str:
    """What a target is to an act of that sense: "against", "for", "asked of"."""
    return texts("role.target" if sense is None or not sense.act.is_directed else f"target.{sense.act}")


def decides_speaker(party: ResolvedParty, text: str) -> StatementPart:
    """The part by which a person decides about what is told of a speaker: the words, or who is meant by them."""
    words = " ".join(span.of(text) for span in party.mention)
    says_else = party.name is not None and party.name != words
    return StatementPart.WHO if says_else or not party.mention else StatementPart.SPEAKERS


def _says_more(party: ResolvedParty) -> bool:
    return party.kind is not PartyKind.UNKNOWN or bool(party.candidates) or not party.mention


def _open(party: ResolvedParty, texts: Texts) -> str:
    """What is known of somebody who is not named."""
    kind = texts(f"who.{party.kind}")
    names = ", ".join(one_line(each.name) for each in party.candidates[:_CANDIDATES])
    if party.kind in (PartyKind.PERSON, PartyKind.ORGANISATION, PartyKind.UNKNOWN) and names:
        return texts("who.perhaps", kind=kind, names=names)
    return kind


def taken_back(entry: Entry, texts: Texts) -> str:
    """Who took the article back, when and why, by the entry of the history that tells of it."""
    said = entry.withdraws.at if entry.withdraws is not None else None
    when = said or entry.at
    by, at = one_line(entry.by or ""), "" if when is None else moment(when, texts.language)
    told = texts("article.taken_back", by=by, at=at, number=entry.number)
    return f"{told} {texts('article.taken_back_why', why=one_line(said_why(entry.why, texts)))}" if entry.why else told


def event_days(entry: EventEntry, texts: Texts, *, dash: str = "–") -> str:
    """From when to when an event is, with the days of the week; nothing where it is vague."""
    first, last = entry.since, entry.until
    if first is None:
        return "" if last is None else texts("events.by", day=_weekday(last, texts))
    if last is None:
        return texts("events.from", day=_weekday(first, texts))
    return _weekday(first, texts) if first == last else f"{_weekday(first, texts)} {dash} {_weekday(last, texts)}"


def _weekday(day_: date, texts: Texts) -> str:
    """The day with its weekday: `Mo 2025-12-01`."""
    return f"{texts(f'weekday.{day_.weekday()}')} {day_.isoformat()}"
