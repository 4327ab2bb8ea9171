from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.language import analyse
from wortlaut.meaning.when import times
from wortlaut.types import TimeModifier, TimeRef, TimeRelation, TimeType

NOW = date(2025, 11, 27)
WORDS = (
    "am im vor seit bis in der dem den 5. 22. 20.30 20 2011 2024/25 Mai Montag Montagabend Uhr zwei Wochen Jahren"
    " gestern heute Ende Anfang kommenden letzten jeden täglich und - – / , . ( ) „ “ 😀 ö́ Über\u00adfall Überfall"
    " Ukraine Ostern 30.11.2013 1. Advent Quartal dritten halb 14-Tage-Frist Ex-Rat war wird A: 99999999999 einen Tag"
    " später"
).split(" ")


def found(text: str, published: date | None = NOW) -> list[TimeRef]:
    return list(times(analyse(text), published))


def words(text: str, published: date | None = NOW) -> list[str]:
    return [ref.span.of(text) for ref in found(text, published)]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from([NOW, None, date.min, date.max]))
def test_expressions_stand_in_order_without_overlap_and_their_days_too(
    parts: list[str], published: date | None
) -> None:
    text = " ".join(parts)
    refs = found(text, published)
    assert all(0 <= ref.span.start < ref.span.end <= len(text) for ref in refs)
    assert all(one.span.end <= other.span.start for one, other in pairwise(refs))
    assert all(ref.since is None or ref.until is None or ref.since <= ref.until for ref in refs)


@given(st.text(max_size=60), st.dates())
@settings(max_examples=200, deadline=None)
def test_any_text_and_day_can_be_read(text: str, published: date) -> None:
    assert all(ref.span.of(text).strip() for ref in found(text, published))


def test_positions_count_code_points_behind_emoji_and_umlauts() -> None:
    text = "😀 „Über uns“ – am 5. März 2024 hörte Ö. auf 👩‍👩‍👧, am Tag darauf nicht."
    assert words(text) == ["5. März 2024", "Tag darauf"]


def test_soft_hyphens_do_not_hide_a_word() -> None:
    text = "Am Don\u00adners\u00adtag\u00adabend brannte es."
    [ref] = found(text)
    assert (ref.span.of(text), ref.value) == ("Don\u00adners\u00adtag\u00adabend", "2025-11-27TEV")


def test_what_the_word_in_front_says_is_told() -> None:
    refs = found(
        "Vor zwei Wochen, seit Montag, ab Mai 2024, bis 2030, vor dem 5. März, nach 1990, in drei Tagen, im Mai."
    )
    assert [ref.relation for ref in refs] == [
        TimeRelation.AGO,
        TimeRelation.SINCE,
        TimeRelation.FROM,
        TimeRelation.UNTIL,
        TimeRelation.BEFORE,
        TimeRelation.AFTER,
        TimeRelation.AHEAD,
        TimeRelation.AT,
    ]


def test_modifiers_are_told() -> None:
    refs = found("Anfang Mai, Mitte 2024, Ende des Jahres, fast zwei Wochen, mehr als drei Tage, höchstens ein Jahr.")
    assert [ref.modifier for ref in refs] == [
        TimeModifier.START,
        TimeModifier.MID,
        TimeModifier.END,
        TimeModifier.LESS_THAN,
        TimeModifier.MORE_THAN,
        TimeModifier.EQUAL_OR_LESS,
    ]


def test_a_set_says_how_often() -> None:
    [ref] = found("Der Rat tagt jeden zweiten Montag.")
    assert ref == TimeRef(ref.span, TimeType.SET, "P2W", quantifier="jeden")


def test_the_tense_of_its_own_clause_decides() -> None:
    refs = found("Der Rat, der am Mittwoch zusammentrat, wird am Freitag wählen.")
    assert [ref.value for ref in refs] == ["2025-11-26", "2025-11-28"]


def test_a_perfect_is_past_though_its_auxiliary_is_present() -> None:
    assert [ref.value for ref in found("Ada ist am Freitag, wie berichtet, nach Anstadt gefahren.")] == ["2025-11-21"]


def test_an_adjective_like_a_past_form_tells_no_tense() -> None:
    assert [ref.value for ref in found("Die geplante Sitzung beginnt am Freitag.")] == ["2025-11-28"]


def test_an_event_keeps_its_name() -> None:
    text = "Seit dem Überfall auf die Ukraine ist es anders."
    [ref] = found(text)
    assert (ref.span.of(text), ref.event, ref.value, ref.since) == (
        "Seit dem Überfall",
        "Überfall",
        "2022-02-24",
        date(2022, 2, 24),
    )


def test_an_event_is_not_dated_where_several_may_be_meant() -> None:
    [ref] = found("Vor dem Einmarsch war es anders.")
    assert (ref.event, ref.value, ref.until) == ("Einmarsch", "XXXX-XX-XX", None)


def test_the_text_goes_before_the_list_of_events() -> None:
    refs = found("Der Überfall am 4. Mai 2021 war schlimm. Vor dem Überfall lachte die Ukraine.")
    assert [ref.value for ref in refs] == ["2021-05-04", "2021-05-04"]


def test_one_of_many_events_is_none_to_reckon_from() -> None:
    assert found("Nach einem Überfall auf eine Bank floh Bo.") == []


def test_an_expression_that_needs_a_word_in_front_gives_way_to_a_longer_one() -> None:
    assert words("Im Herbst 2011 kam Ada.") == ["Herbst 2011"]


def test_an_impossible_day_is_left_out() -> None:
    assert words("Am 31. Februar 2024 und am 30.2.2024 und am 45. Mai.") == ["Februar 2024"]


def test_days_beyond_the_calendar_are_left_open() -> None:
    text = "In 9999 Jahren und vor 9999 Jahren, seit 99999999 Jahren, gestern."
    assert [(ref.value, ref.since) for ref in found(text, date.min)] == [
        ("P9999Y", None),
        ("P9999Y", None),
        ("P99999999Y", None),
        ("XXXX-XX-XX", None),
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "am ",
        "1. ",
        "12.3.4.",
        "5 bis ",
        "Montag, ",
        "der letzten ",
        "vor dem Überfall ",
        "am Montag war, ",
        "8.30-12 und ",
        "A: B 20 Uhr. ",
        "5., ",
        "1990 und ",
    ],
)
def test_hostile_text_takes_time_in_proportion(unit: str) -> None:
    """A megabyte of it is read within seconds; here a tenth, within a bound that quadratic work would break by far."""
    from time import process_time

    text = (unit * (100_000 // len(unit) + 1))[:100_000]
    document = analyse(text)
    begun = process_time()
    times(document, NOW)
    assert process_time() - begun < 5
