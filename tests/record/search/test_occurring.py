from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from tests.record.cast import BRANDIS
from tests.record.telling import ANNOUNCED, CANCELLED, HELD, MOVED, OTHER, German, events, item, tell, told
from wortlaut.decisions import Assign, Merge
from wortlaut.errors import NotInRecord
from wortlaut.record import Record
from wortlaut.types import EventKind, Outcome, PartyKind

ITEMS = [(1, ANNOUNCED, date(2030, 3, 4)), (2, MOVED, date(2030, 3, 6)), (3, HELD, date(2030, 3, 15))]


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with Record.open(path, create=True, language=German()) as opened:
        yield opened


def test_an_announced_event_is_listed_with_all_that_is_known(record: Record) -> None:
    made = tell(record, 1, ANNOUNCED)
    (event,) = events(record, date(2030, 3, 5))
    assert (event.kind, event.title) == (EventKind.TALKS, "Gespräche mit Ole Brandis über die Fähre, Anstadt")
    assert (event.outcome, event.since, event.until) == (Outcome.OPEN, date(2030, 3, 7), date(2030, 3, 7))
    head = event.head
    assert (head.article.id, head.telling.id, head.telling.is_announced) == (made.id, event.id, True)
    assert [part.name for part in head.telling.event.who] == ["Ole Brandis"]
    assert [part.name for part in head.telling.event.where] == ["Anstadt"]
    assert [span.of(ANNOUNCED) for span in head.telling.event.agenda] == ["die Fähre"]
    assert head.actors == (BRANDIS,)
    assert list(record.verify()) == []


@pytest.mark.parametrize(
    ("later", "outcome"),
    [
        ([], ("unreported", "2030-03-07", "2030-03-07", 1)),
        ([(HELD, date(2030, 3, 8))], ("held", "2030-03-07", "2030-03-07", 2)),
        ([(CANCELLED, date(2030, 3, 6))], ("cancelled", "2030-03-07", "2030-03-07", 2)),
        ([(MOVED, date(2030, 3, 6))], ("postponed", "2030-03-14", "2030-03-14", 2)),
        ([(OTHER, date(2030, 3, 6))], ("unreported", "2030-03-07", "2030-03-07", 1)),
    ],
)
def test_later_articles_say_what_became_of_it(
    record: Record, later: list[tuple[str, date]], outcome: tuple[str, str, str, int]
) -> None:
    tell(record, 1, ANNOUNCED)
    for number, (text, published) in enumerate(later, 2):
        tell(record, number, text, published)
    assert outcome in told(record)
    assert list(record.verify()) == []


def test_events_are_the_same_in_whatever_order_articles_came_in(tmp_path: Path) -> None:
    seen = []
    for at, order in enumerate(permutations(ITEMS)):
        with Record.open(tmp_path / f"{at}.db", create=True, language=German()) as record:
            for number, text, published in order:
                tell(record, number, text, published)
            seen.append(events(record))
            assert list(record.verify()) == []
    assert [len(each) for each in seen] == [1] * len(seen)
    assert all(each == seen[0] for each in seen)
    assert (seen[0][0].outcome, seen[0][0].since) == (Outcome.HELD, date(2030, 3, 14))


def test_an_event_is_told_as_it_stood_on_a_day(record: Record) -> None:
    for number, text, published in ITEMS:
        tell(record, number, text, published)
    days = [date(2030, 3, day) for day in (3, 4, 5, 6, 14, 15)]
    assert [told(record, day) for day in days] == [
        [],
        [("open", "2030-03-07", "2030-03-07", 1)],
        [("open", "2030-03-07", "2030-03-07", 1)],
        [("postponed", "2030-03-14", "2030-03-14", 2)],
        [("postponed", "2030-03-14", "2030-03-14", 2)],
        [("held", "2030-03-14", "2030-03-14", 3)],
    ]
    with pytest.raises(NotInRecord):
        record.event(events(record)[0].id, as_of=date(2030, 3, 3))


def test_filters_narrow(record: Record) -> None:
    first = tell(record, 1, ANNOUNCED)
    tell(record, 2, OTHER, date(2030, 5, 1))
    talks, vote = events(record, date(2030, 5, 2))
    assert [talks.kind, vote.kind] == [EventKind.TALKS, EventKind.VOTE]
    for wanted, found in (
        ({"since": date(2030, 5, 1)}, [vote]),
        ({"until": date(2030, 5, 1)}, [talks]),
        ({"since": date(2030, 3, 7), "until": date(2030, 5, 12)}, [talks, vote]),
        ({"kind": EventKind.VOTE}, [vote]),
        ({"outcome": Outcome.UNREPORTED}, [talks]),
        ({"outcome": Outcome.OPEN}, [vote]),
        ({"place": "anstadt"}, [talks]),
        ({"place": "Beburg"}, []),
        ({"words": "FAEHRE brandis"}, [talks]),
        ({"words": "Fähre Parlament"}, []),
        ({"article": first.id[:8]}, [talks]),
        ({"actor": BRANDIS}, [talks]),
        ({"actor": "person:niemand"}, []),
        ({"rejected": True}, []),
    ):
        assert events(record, date(2030, 5, 2), **wanted) == found
    assert [each.id for each in record.events(as_of=date(2030, 5, 2), limit=1)] == [talks.id]


def test_a_vague_event_stands_behind_those_with_days(record: Record) -> None:
    tell(record, 1, "Demnächst beginnen in Beburg Verhandlungen über den Hafen.")
    tell(record, 2, OTHER)
    assert [str(each.since) for each in events(record, date(2030, 3, 5))] == ["2030-05-12", "None"]
    assert len(events(record, date(2030, 3, 5), since=date(2030, 3, 5))) == 2
    assert len(events(record, date(2030, 3, 5), since=date(2030, 9, 5))) == 0


def test_what_people_decide_about_actors_holds_for_events(record: Record) -> None:
    tell(record, 1, ANNOUNCED)
    record.decide(Assign("person:neu", name="Ole Brandis", kind=PartyKind.PERSON, called="Neu"), by="Ada")
    assert events(record)[0].head.actors == ("person:neu",)
    assert len(events(record, actor="person:neu")) == 1
    assert events(record, actor=BRANDIS) == []
    record.decide(Merge("L17", ("person:neu",)), by="Ada")
    assert events(record)[0].head.actors == ("L17",)
    assert list(record.verify()) == []


def test_a_new_version_of_an_article_tells_in_place_of_the_former_one(record: Record) -> None:
    tell(record, 1, ANNOUNCED)
    (before,) = events(record)
    tell(record, 1, f"Neues vom Hafen. {ANNOUNCED}")
    (after,) = events(record)
    assert after.id == before.id
    assert after.head.telling.event.what[0].start == before.head.telling.event.what[0].start + 17
    tell(record, 1, "Alles ist anders.")
    assert events(record) == []
    assert list(record.verify()) == []


def test_what_hung_on_a_telling_that_goes_hangs_on_another(record: Record) -> None:
    tell(record, 1, ANNOUNCED)
    tell(record, 2, ANNOUNCED, date(2030, 3, 5))
    tell(record, 3, HELD, date(2030, 3, 8))
    assert told(record) == [("held", "2030-03-07", "2030-03-07", 3)]
    tell(record, 1, "Alles ist anders.")
    assert told(record) == [("held", "2030-03-07", "2030-03-07", 2)]
    assert list(record.verify()) == []


def test_an_article_without_a_day_stands_by_itself(record: Record) -> None:
    text = "Bewerbungen um die Fähre müssen bis zum 7. März 2030 eingereicht werden."
    tell(record, 1, text, None)
    tell(record, 2, text, date(2030, 3, 1))
    assert told(record) == [("unreported", "None", "2030-03-07", 1)] * 2
    assert list(record.verify()) == []


def test_ids_may_be_cut_short_and_those_of_tellings_lead_to_their_event(record: Record) -> None:
    tell(record, 1, ANNOUNCED)
    tell(record, 2, HELD, date(2030, 3, 8))
    (event,) = events(record)
    later = event.told[1].telling.id
    assert record.event(later[:10], as_of=date(2030, 3, 9)).id == event.id
    assert record.telling_id(event.id[:10]) == event.id
    with pytest.raises(NotInRecord):
        record.event("e0", as_of=date(2030, 3, 9))


def test_an_item_is_built_by_hand() -> None:
    assert item(1, HELD, None).url == "https://example.org/1"
