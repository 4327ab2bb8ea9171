"""A record with something of everything that is shown."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from tests.record.builder import OTHER_READER, READER, Words, article, keep, spans, statement
from tests.record.cast import BRANDIS, RAT
from tests.record.coding import Coding, book
from wortlaut.decisions import (
    Add,
    Alias,
    Assign,
    Complete,
    Confirm,
    Correct,
    Merge,
    Office,
    Reject,
    Rename,
    Undo,
    Values,
    Who,
)
from wortlaut.record import Filters, Record
from wortlaut.types import (
    Article,
    ArticleKind,
    FeedState,
    Labelled,
    Origin,
    Part,
    PartyKind,
    Position,
    Provenance,
    Statement,
    StatementType,
    Withdrawn,
)

__all__ = ["make", "shown"]

_NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
_FEED = FeedState(
    address="https://example.org/feed.xml",
    etag='"17"',
    last_modified="Sun, 01 Mar 2026 11:00:00 GMT",
    checked_at=_NOON,
    due_at=_NOON,
    failures=1,
    moved_to="https://example.org/neu.xml",
    title="Küstenkurier",
)
_BRIDGE = "Die Brücke bleibe zu, so der Rat. " + "Am Abend zog Nebel auf, und niemand sprach mehr davon. " * 90

_GONE = article("„Nichts davon bleibt hier stehen“, sagte Öre.", url="https://example.org/weg")


def make(path: Path) -> None:
    """Nothing; the record is at the path."""
    ferry, later = _ferry("„Nie“, so Weddel.", "Fähre fährt"), _ferry("„Niemals“, so Weddel.", "Fähre fährt bald")
    bridge = article(_BRIDGE, source="dpx", published=date(2026, 2, 2))
    with Record.open(path, create=True, language=Coding()) as record:
        record.put_codebook(book("orte", "Fähre", "Brücke", "Cent"))
        keep(
            record, bridge, [statement(bridge, "Die Brücke bleibe zu", speaker="der Rat", kind=StatementType.INDIRECT)]
        )
        keep(record, article(_BRIDGE, url="https://example.org/nachdruck", source="Elbkurier"))
        keep(record, ferry, list(_found(ferry, READER)))
        keep(record, ferry, list(_found(ferry, OTHER_READER))[:-1], made_by=OTHER_READER)
        paid = _decide_about_statements(record, ferry)
        keep(record, later, list(_found(later, READER)))
        record.save_search("Fähren", "Fähre", Filters(speaker="Weddel"))
        _take_back(record, bridge)
        _decide_about_actors(record, paid)
        labels = (Labelled("orte", "Brücke", position=Position.AGREE), Labelled("orte", "Cent", applies=False))
        record.decide(Correct(paid, Values(labels=labels)), by="Ben", at=_NOON)
        record.withdraw(replace(_taken_back(bridge), why="Sperrfrist", at=None))
        record.keep_feed(_FEED, {"urn:example:1": "01ab", "urn:example:2": "02cd"})


def _decide_about_statements(record: Record, ferry: Article) -> str:
    """The id of a statement that was confirmed and corrected; all else that is decided of statements is done, too."""
    fares, paid, *_ = [each.statement.id for each in record.of_article(ferry.id)]
    mention = spans(ferry.text, "Ole Brandis")
    for decision in (
        Correct(fares, Values(type=StatementType.REPORTED, speakers=(spans(ferry.text, "Tanja Weddel"),))),
        Confirm(paid),
        Correct(paid, Values(speakers=(mention,))),
        Add(ferry.id, Values(quote=spans(ferry.text, "von einem Irrtum"), type=StatementType.REPORTED)),
        Correct(paid, Values(cue=spans(ferry.text, "sprach"))),
        Undo(5),
        Complete(ferry.id),
    ):
        record.decide(decision, by="Ada Öttinger", why="nachgelesen", at=_NOON)
    never = next(each for each in record.of_article(ferry.id) if "Nie" in each.statement.quote[0].of(ferry.text))
    record.decide(Correct(never.statement.id, Values(quote=spans(ferry.text, "Nie"))), by="Ben", at=_NOON)
    record.decide(Reject(fares), by="Ben", why=None, at=_NOON)
    return paid


def _take_back(record: Record, bridge: Article) -> None:
    """Nothing; an article is erased, one withdrawn and given back, one withdrawn before it is there."""
    keep(record, _GONE, [statement(_GONE, "„Nichts davon bleibt hier stehen“", speaker="Öre")])
    record.erase_article(_GONE.id, by="Ada Öttinger", at=_NOON)
    record.withdraw(_taken_back(bridge))
    record.withdraw(replace(_taken_back(bridge), article="a0123456789abcdef", revision=3))  # not there yet
    record.decide(Undo(12), by="Ben", at=_NOON)


def _decide_about_actors(record: Record, paid: str) -> None:
    """Nothing; every kind of decision about actors is made."""
    merged = record.decide(Merge(RAT, (BRANDIS,)), by="Ben", at=_NOON)
    for about in (
        Undo(merged.number),
        Alias(RAT, "Tanja Weddel"),
        Rename(RAT, "Stadtrat"),
        Office(RAT, "Rat", date(2020, 1, 1)),
        Assign("person:neu~2", name="Ole Brandis", kind=PartyKind.PERSON, called="Ole B."),
        Correct(paid, Values(who=(Who(PartyKind.PERSON, "Ole Brandis", BRANDIS),))),
    ):
        record.decide(about, by="Ben", at=_NOON)


def _taken_back(item: Article) -> Withdrawn:
    origin = Origin("dpx/rueckzug.xml")
    return Withdrawn(item.id, origin, declared_id="dpx-2026-02-02-brücke", source="dpx", why="Ente", at=_NOON)


def _ferry(said: str, title: str) -> Article:
    made = article(
        "Bürgermeisterin Tanja Weddel sagte dem Rat am Montag, die Fähre nach Ostholm fahre bald wieder. "
        f"„Wir zahlen keinen Cent“, rief Reeder Ole Brandis. Er sprach von einem Irrtum. {said}",
        url="https://example.org/faehre",
        title=title,
        published=date(2026, 2, 1),
        source="Küstenkurier",
    )
    told = replace(made, author="Jost Harms", declared_id="dpx-17", subtitle="Streit um die Maut", kicker="Hafen")
    return replace(told, published_at=_NOON, updated_at=_NOON, kind=ArticleKind.TICKER, revision=2)


def _found(item: Article, made_by: Provenance) -> Iterator[Statement]:
    fares = statement(
        item,
        "die Fähre nach Ostholm fahre bald wieder",
        speaker="Tanja Weddel",
        addressee="dem Rat",
        kind=StatementType.INDIRECT,
        made_by=made_by,
    )
    yield replace(fares, cue=Part(spans(item.text, "sagte"), 0.75), frame=Part(spans(item.text, "sagte dem Rat"), 0.5))
    yield statement(item, "„Wir zahlen keinen Cent“", speaker="Reeder", made_by=made_by)
    never = statement(item, item.text[item.text.index("„Nie") : item.text.index(", so Weddel")], made_by=made_by)
    yield never
    yield statement(item, "Nie", parent=never, made_by=made_by)


def shown(path: Path) -> object:
    """All that the record shows."""
    with Record.open(path, read_only=True, language=Words()) as record:
        heads = list(record.articles())
        return (
            heads,
            [record.article(head.id) for head in heads],
            [record.of_article(head.id) for head in heads],
            list(record.statements()),
            list(record.history()),
            list(record.waiting()),
            record.saved_searches(),
            record.feeds(),
            [record.seen_entries(each.address) for each in record.feeds()],
            record.screened(_GONE),
            [(each, record.count_labels(each.name)) for each in record.codebooks()],
            [(each, record.names_of(each.id), record.offices_of(each.id)) for each in record.actors()],
        )
