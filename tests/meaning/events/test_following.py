import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from wortlaut.language import analyse
from wortlaut.meaning.events import announced, follow
from wortlaut.meaning.events.following import Later, later_of
from wortlaut.types import AnnouncedEvent, Followed, Outcome

PAIRS = Path(__file__).with_name("pairs.tsv")
# Of the pairs to measure with; 34 when they were run first.
RIGHT = {"build": 50, "measure": 38}


def rows() -> list[dict[str, str]]:
    lines = [line for line in PAIRS.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def became(row: dict[str, str]) -> Followed | None:
    told, later = date.fromisoformat(row["told"]), date.fromisoformat(row["later"])
    events = announced(analyse(row["item"]), told)
    if not events:
        return None
    return follow(events[0], told, [later_of(analyse(row["other"]), later)], date.fromisoformat(row["today"]))


def test_what_became_of_an_event_is_told_as_often_as_measured() -> None:
    right: Counter[str] = Counter()
    for row in rows():
        found = became(row)
        wanted = (row["outcome"], day(row["since"]), day(row["until"]))
        right[row["half"]] += found is not None and (found.outcome.value, found.since, found.until) == wanted
    assert right == RIGHT


TOLD = date(2030, 3, 4)
DAY = date(2030, 3, 7)


def talks() -> AnnouncedEvent:
    text = "Am Donnerstag beginnen in Anstadt Gespräche über die Fähre."
    (event,) = announced(analyse(text), TOLD)
    return event


def later(text: str, published: date) -> Later:
    return later_of(analyse(text), published)


CANCELLED = "Die Gespräche über die Fähre in Anstadt sind abgesagt worden."
POSTPONED = "Die Gespräche über die Fähre in Anstadt sind auf den 14. März verschoben worden."
HELD = "In Anstadt haben die Gespräche über die Fähre begonnen."


@pytest.mark.parametrize(
    ("articles", "today", "outcome"),
    [
        ([], date(2030, 3, 7), Followed(Outcome.OPEN, DAY, DAY)),
        ([], date(2030, 3, 8), Followed(Outcome.UNREPORTED, DAY, DAY)),
        ([(HELD, date(2030, 3, 7))], date(2030, 3, 9), Followed(Outcome.HELD, DAY, DAY, (0,))),
        # before the day it cannot have been held
        ([(HELD, date(2030, 3, 5))], date(2030, 3, 9), Followed(Outcome.UNREPORTED, DAY, DAY, (0,))),
        # articles of before the announcement, and of after the day that is asked about, are passed over
        ([(CANCELLED, date(2030, 3, 1))], date(2030, 3, 9), Followed(Outcome.UNREPORTED, DAY, DAY)),
        ([(CANCELLED, date(2030, 3, 6))], date(2030, 3, 5), Followed(Outcome.OPEN, DAY, DAY)),
        # the order of the list does not matter, and the new day counts
        (
            [(HELD, date(2030, 3, 14)), (POSTPONED, date(2030, 3, 6))],
            date(2030, 3, 20),
            Followed(Outcome.HELD, date(2030, 3, 14), date(2030, 3, 14), (0, 1)),
        ),
        (
            [(POSTPONED, date(2030, 3, 6)), (CANCELLED, date(2030, 3, 12))],
            date(2030, 3, 20),
            Followed(Outcome.CANCELLED, date(2030, 3, 14), date(2030, 3, 14), (0, 1)),
        ),
    ],
)
def test_what_later_articles_say_is_taken_in_the_order_of_their_days(
    articles: list[tuple[str, date]], today: date, outcome: Followed
) -> None:
    assert follow(talks(), TOLD, [later(text, published) for text, published in articles], today) == outcome


def test_an_event_without_a_day_stays_open() -> None:
    (event,) = announced(analyse("Demnächst beginnen in Anstadt Gespräche über die Fähre."), TOLD)
    assert follow(event, TOLD, [], date(2035, 1, 1)) == Followed(Outcome.OPEN, None, None)


def test_an_event_that_its_own_article_calls_off_is_cancelled() -> None:
    (event,) = announced(analyse("Die für Donnerstag geplanten Gespräche in Anstadt sind abgesagt."), TOLD)
    assert follow(event, TOLD, [], date(2030, 3, 20)).outcome is Outcome.CANCELLED
