import re

import pytest

from wortlaut.language import analyse
from wortlaut.meaning.when.days import holiday_names
from wortlaut.meaning.when.finding import grammar
from wortlaut.meaning.when.patterns import Matcher
from wortlaut.meaning.when.pieces import Pieces
from wortlaut.meaning.when.readings import readings_of, rows
from wortlaut.meaning.when.rules import RULES

# Classes that are put together from others; see `readings.py`.
MADE = {
    *(
        "N",
        "HOUR",
        "TWO",
        "YEAR",
        "DAY",
        "DAYWORD",
        "ORD",
        "CLOCK",
        "COLON",
        "FULLDATE",
        "DAYMONTH",
        "DECADE",
        "DECADES",
    ),
    *("WEEKDAYPART", "NUMUNITADJ", "NUMAGEADJ"),
}


def hits(pattern: str, text: str, *more: str) -> list[tuple[str, list[str]]]:
    """What the grammar of these patterns finds at the first word: rule and the words of each expression."""
    matcher = Matcher([(f"rule{number}", each) for number, each in enumerate([pattern, *more])])
    pieces = Pieces(analyse(text))
    return [
        (hit.rule, [pieces.span(group.first, group.last).of(text) for group in hit.groups])
        for hit in matcher.hits(pieces, 0)
    ]


def test_every_rule_has_its_function_and_is_used() -> None:
    assert grammar().rules == set(RULES)


def test_every_class_of_the_grammar_is_known_and_none_is_idle() -> None:
    written = {word for _, pattern in rows("grammar.tsv") for word in re.findall(r"\b[A-ZÄÖÜ]+\b", pattern)}
    listed = {kind for kind, _, _ in rows("words.tsv")}
    assert written <= listed | MADE
    assert listed - written == set()


def test_every_class_that_is_put_together_has_words() -> None:
    words = "3 20 zwei 5. 2011 dritten 20.30 20:30 5.3.2011 5.3. 90er Neunzigerjahre Montagabend dreitägig fünfjährige"
    assert {reading.kind for word in words.split() for reading in readings_of(word)} >= MADE


@pytest.mark.parametrize("name", ["words.tsv", "grammar.tsv", "holidays.tsv", "events.tsv", "tenses.tsv"])
def test_no_row_stands_twice(name: str) -> None:
    listed = [tuple(row) for row in rows(name)]
    assert len(listed) == len(set(listed))


def test_holidays_are_found_by_any_name() -> None:
    assert all(name == name.lower() for name in holiday_names())
    assert len(holiday_names()) > 100


def test_longest_hit_comes_first_then_the_order_of_the_file() -> None:
    assert hits("[ WEEKDAY ]", "Montag, 5. Mai", "[ WEEKDAY , DAY MONTH ]", "[ WEEKDAY ]") == [
        ("rule1", ["Montag, 5. Mai"]),
        ("rule0", ["Montag"]),
        ("rule2", ["Montag"]),
    ]


def test_what_stands_outside_brackets_must_be_there_and_is_left_out() -> None:
    assert hits("am [ WEEKDAY ]", "Am Montag") == [("rule0", ["Montag"])]
    assert hits("am [ WEEKDAY ]", "Im Montag") == []


def test_several_brackets_are_several_expressions() -> None:
    assert hits("[ DAY ] (bis|und) [ DAY MONTH ]", "5. bis 7. Mai") == [("rule0", ["5.", "7. Mai"])]


def test_choices_and_missing_words() -> None:
    pattern = "[ (EDGE|EDGE der)? ART? UNIT ]"
    assert [hits(pattern, text) for text in ("Ende der Woche", "der Woche", "Woche", "Ende Ende Woche")] == [
        [("rule0", ["Ende der Woche"]), ("rule0", ["Ende der Woche"])],
        [("rule0", ["der Woche"])],
        [("rule0", ["Woche"])],
        [],
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Die 14-Tage-Frist", ["Die", "14", "-", "Tage", "-", "Frist"]),
        ("am 5. Mai", ["am", "5.", "Mai"]),
        ("am 23. 3. 1976", ["am", "23.", "3.", "1976"]),
        ("am 5.3. in", ["am", "5.3.", "in"]),
        ("8.30-12 Uhr", ["8.30", "-", "12", "Uhr"]),
        ("vom 2024-03-05", ["vom", "2024-03-05"]),
        ("Ex-Rat und EU-Rat", ["Ex", "-", "Rat", "und", "EU-Rat"]),
        ("auf Platz 3. Bo", ["auf", "Platz", "3", ".", "Bo"]),
        ("5. Dez. 2025", ["5.", "Dez.", "2025"]),
        ("im 19. Jahrhundert", ["im", "19.", "Jahrhundert"]),
    ],
)
def test_words_are_cut_and_joined(text: str, pieces: list[str]) -> None:
    assert Pieces(analyse(text)).words == pieces
