from datetime import date
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.matching.occasions import Occasion, Told, gathered, likeness, reach_of
from wortlaut.types import EventKind, EventStatus, Outcome, Signs

FERRY = Signs(frozenset({"ostri"}), frozenset({"anstadt"}), frozenset({"fahr"}), frozenset({"gesp"}))
DAY = date(2030, 3, 7)


def told(
    name: str,
    published: date | None,
    status: EventStatus = EventStatus.ANNOUNCED,
    *,
    day: date | None = DAY,
    signs: Signs = FERRY,
    announced: bool = True,
    kind: EventKind = EventKind.TALKS,
) -> Told:
    return Told(name, f"a{name}", 0, published, kind, status, day, day, signs, announced)


FIRST = told("1", date(2030, 3, 1))
MOVED = told("2", date(2030, 3, 5), EventStatus.POSTPONED, day=date(2030, 3, 20))
HELD = told("3", date(2030, 3, 21), EventStatus.HELD, day=date(2030, 3, 20), announced=False)


def test_what_became_of_an_event_is_the_same_in_whatever_order_articles_came_in() -> None:
    wanted = [Occasion(date(2030, 3, 20), date(2030, 3, 20), Outcome.HELD, (FIRST, MOVED, HELD))]
    for order in permutations([FIRST, MOVED, HELD]):
        assert gathered(order) == wanted


def test_what_was_called_off_is_held_only_where_a_later_article_gives_one_of_its_days() -> None:
    off = told("2", date(2030, 3, 5), EventStatus.CANCELLED)
    held = told("3", date(2030, 3, 8), EventStatus.HELD, announced=False)
    vague = told("3", date(2030, 3, 8), EventStatus.HELD, announced=False, day=None)
    assert [each.outcome for each in gathered([FIRST, off, held])] == [Outcome.HELD]
    assert [each.outcome for each in gathered([FIRST, off, vague])] == [Outcome.CANCELLED]


def test_an_event_on_another_day_is_another_one() -> None:
    other = told("2", date(2030, 3, 3), day=date(2030, 3, 9))
    assert [len(each.told) for each in gathered([FIRST, other])] == [1, 1]


def test_a_kind_and_a_day_alone_make_no_event_the_same() -> None:
    bare = Signs(words=frozenset({"gesp"}))
    one, other = told("1", date(2030, 3, 1), signs=bare), told("2", date(2030, 3, 2), signs=bare)
    assert not likeness(one, other)
    assert len(gathered([one, other])) == 2


def test_what_is_only_mentioned_is_no_event_of_its_own() -> None:
    assert gathered([HELD]) == []


def test_two_events_of_one_article_stay_two() -> None:
    twin = Told("2", FIRST.article, 1, FIRST.published, FIRST.kind, FIRST.status, DAY, DAY, FERRY, True)
    assert [each.told for each in gathered([FIRST, twin])] == [(FIRST,), (twin,)]


def test_what_people_said_goes_before_what_speaks_for_and_against() -> None:
    other = told("2", date(2030, 3, 3), day=date(2030, 3, 9))
    pair = frozenset(("1", "2"))
    assert [len(each.told) for each in gathered([FIRST, other], same=[pair])] == [2]
    again = told("2", date(2030, 3, 3))
    assert [len(each.told) for each in gathered([FIRST, again])] == [2]
    assert [len(each.told) for each in gathered([FIRST, again], apart=[pair])] == [1, 1]


def test_a_vague_event_takes_the_day_that_a_later_article_gives() -> None:
    vague = told("1", date(2030, 3, 1), day=None)
    assert gathered([vague, told("2", date(2030, 3, 3))])[0].since == DAY


def test_an_article_without_a_day_follows_nothing() -> None:
    undated = told("2", None)
    assert reach_of(undated) is None
    assert [len(each.told) for each in gathered([FIRST, undated])] == [1, 1]


def test_a_telling_after_the_reach_is_of_another_event() -> None:
    reach = reach_of(FIRST)
    assert reach == date(2030, 3, 28)
    late = told("2", date(2030, 3, 29), EventStatus.HELD, day=None, announced=False)
    assert not likeness(FIRST, late)
    assert likeness(FIRST, told("2", reach, EventStatus.HELD, day=None, announced=False))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 3), st.integers(0, 30)), max_size=7), st.randoms())
def test_events_do_not_depend_on_the_order(rows: list[tuple[int, int, int]], random: object) -> None:
    statuses = tuple(EventStatus)
    given_ = [
        told(str(at), date(2030, 3, 1 + published), statuses[status], day=date(2030, 3, 1 + day))
        for at, (published, status, day) in enumerate(rows)
    ]
    mixed = list(given_)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert gathered(mixed) == gathered(given_)
