from datetime import date

import pytest

from wortlaut.language import analyse
from wortlaut.matching.occasions import Told, told_of
from wortlaut.meaning.events import follow, tellings
from wortlaut.types import Followed, Outcome

TOLD = date(2030, 3, 4)
DAY = date(2030, 3, 7)
ITEM = "Am Donnerstag beginnen in Anstadt Gespräche über die Fähre."
CANCELLED = "Die Gespräche über die Fähre in Anstadt sind abgesagt worden."
POSTPONED = "Die Gespräche über die Fähre in Anstadt sind auf den 14. März verschoben worden."
HELD = "In Anstadt haben die Gespräche über die Fähre begonnen."
DEADLINE = "Die Frist für Bewerbungen um das Fährhaus wurde auf den 15. Juli verschoben."


def told(article: str, text: str, published: date) -> list[Told]:
    return told_of(article, published, tellings(article, analyse(text), published))


def became(articles: list[tuple[str, date]], today: date, *, item: str = ITEM) -> Followed:
    first = told("a0", item, TOLD)
    later = [each for at, (text, day) in enumerate(articles, 1) for each in told(f"a{at}", text, day)]
    return follow(first[0].id, [*first, *later], today)


@pytest.mark.parametrize(
    ("articles", "today", "outcome"),
    [
        ([], date(2030, 3, 7), Followed(Outcome.OPEN, DAY, DAY)),
        ([], date(2030, 3, 8), Followed(Outcome.UNREPORTED, DAY, DAY)),
        ([(HELD, date(2030, 3, 7))], date(2030, 3, 9), Followed(Outcome.HELD, DAY, DAY, (1,))),
        # before the day it cannot have been held
        ([(HELD, date(2030, 3, 5))], date(2030, 3, 9), Followed(Outcome.UNREPORTED, DAY, DAY, (1,))),
        # articles of before the announcement, and of after the day that is asked about, are passed over
        ([(CANCELLED, date(2030, 3, 1))], date(2030, 3, 9), Followed(Outcome.UNREPORTED, DAY, DAY)),
        ([(CANCELLED, date(2030, 3, 6))], date(2030, 3, 5), Followed(Outcome.OPEN, DAY, DAY)),
        # the order of the list does not matter, and the new day counts
        (
            [(HELD, date(2030, 3, 14)), (POSTPONED, date(2030, 3, 6))],
            date(2030, 3, 20),
            Followed(Outcome.HELD, date(2030, 3, 14), date(2030, 3, 14), (2, 1)),
        ),
        (
            [(POSTPONED, date(2030, 3, 6)), (CANCELLED, date(2030, 3, 12))],
            date(2030, 3, 20),
            Followed(Outcome.CANCELLED, date(2030, 3, 14), date(2030, 3, 14), (1, 2)),
        ),
    ],
)
def test_what_later_articles_say_is_taken_in_the_order_of_their_days(
    articles: list[tuple[str, date]], today: date, outcome: Followed
) -> None:
    assert became(articles, today) == outcome


def test_an_event_without_a_day_stays_open() -> None:
    item = "Demnächst beginnen in Anstadt Gespräche über die Fähre."
    assert became([], date(2035, 1, 1), item=item) == Followed(Outcome.OPEN, None, None)


def test_an_event_that_its_own_article_calls_off_is_cancelled() -> None:
    item = "Die für Donnerstag geplanten Gespräche in Anstadt sind abgesagt."
    assert became([], date(2030, 3, 20), item=item).outcome is Outcome.CANCELLED


def test_a_deadline_that_is_put_off_is_told_with_its_new_day() -> None:
    item = "Die Frist für Bewerbungen um das Fährhaus endet am 30. Juni."
    found = became([(DEADLINE, date(2030, 6, 20))], date(2030, 7, 1), item=item)
    assert found == Followed(Outcome.POSTPONED, None, date(2030, 7, 15), (1,))


def test_an_event_that_nobody_announces_is_not_followed() -> None:
    with pytest.raises(KeyError):
        follow("e0", told("a0", ITEM, TOLD), TOLD)


def test_what_an_article_tells_besides_is_told_once() -> None:
    text = "Am Montag tagte in Beburg der Stadtrat. Am Donnerstag beginnen in Anstadt Gespräche über die Fähre."
    given = tellings("a0", analyse(text), date(2030, 3, 6))
    assert [(each.is_announced, each.event.what[0].of(text)) for each in given] == [
        (True, "Gespräche"),
        (False, "tagte"),
    ]
    assert len({each.id for each in given}) == 2
