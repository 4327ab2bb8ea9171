from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.record.builder import OTHER_READER, article, keep, lemma, spans, statement
from wortlaut.record import Filters, Record, Sort
from wortlaut.types import Found, Standing, StatementType

TEXT = (
    "Die Häuser am Fluß würden geräumt, sagte Fürstin Abel. „Wir haben volle Kontrolle“, so der Sprecher des "
    "US-Unterhändlers. Volle Häuser sehe er nicht, die Kontrolle bleibe."
)
NEWS = article(TEXT, title="Große Straße gesperrt", published=date(2026, 2, 1))
HOUSES = statement(NEWS, "Die Häuser am Fluß würden geräumt", speaker="Fürstin Abel", kind=StatementType.INDIRECT)
CONTROL = statement(NEWS, "„Wir haben volle Kontrolle“", speaker="der Sprecher des US-Unterhändlers")
FULL = statement(NEWS, "Volle Häuser sehe er nicht, die Kontrolle bleibe", kind=StatementType.INDIRECT)


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stock") / "sammlung.db"
    with Record.open(path, create=True) as record:
        keep(record, NEWS, [HOUSES, CONTROL, FULL])
    return path


def whole(results: Iterable[Found]) -> list[Found]:
    """Those that have all words."""
    return [each for each in results if each.rank is not None and each.rank < 0]


def marked(results: Sequence[Found]) -> dict[str, list[str]]:
    """The marked words of each statement that was found, by its id."""
    return {each.statement.id: [span.of(each.article.text) for span in each.marks] for each in results}


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Häuser", {HOUSES.id: ["Häuser"], FULL.id: ["Häuser"]}),
        ("Haus", {HOUSES.id: ["Häuser"], FULL.id: ["Häuser"]}),
        ("Häusern", {HOUSES.id: ["Häuser"], FULL.id: ["Häuser"]}),
        ("haeusern", {HOUSES.id: ["Häuser"], FULL.id: ["Häuser"]}),
        ("HAEUSER", {HOUSES.id: ["Häuser"], FULL.id: ["Häuser"]}),
        ("fluss", {HOUSES.id: ["Fluß"]}),
        ("Ha\u0308user", {HOUSES.id: ["Häuser"], FULL.id: ["Häuser"]}),
        ("volle kontrolle", {CONTROL.id: ["volle", "Kontrolle"], FULL.id: ["Volle", "Kontrolle"]}),
        ('"volle kontrolle"', {CONTROL.id: ["volle", "Kontrolle"]}),
        ('"Haus"', {}),
        ("häu*", {HOUSES.id: ["Häuser"], FULL.id: ["Häuser"]}),
        ("kontr* -volle", {CONTROL.id: ["volle", "Kontrolle"], FULL.id: ["Volle", "Kontrolle"]}),
        ("US-Unterhändler", {CONTROL.id: ["US", "Unterhändlers"]}),
        ("unterhaendlers", {CONTROL.id: ["Unterhändlers"]}),
        ("fuerstin häuser", {HOUSES.id: ["Häuser", "Fürstin"]}),
        ('"sprecher des us"', {CONTROL.id: ["Sprecher", "des", "US"]}),
        ("strasse", {HOUSES.id: [], CONTROL.id: [], FULL.id: []}),
        ("straße kontrolle abel", {}),
        ("sagte", {}),
    ],
)
def test_a_search_finds_words_and_marks_them(record: Record, typed: str, wanted: dict[str, list[str]]) -> None:
    assert marked(whole(record.search(typed))) == wanted


def test_without_lemmas_only_spellings_are_found(stock: Path) -> None:
    with Record.open(stock, read_only=True) as record:
        assert marked(whole(record.search("Häusern"))) == {}
        assert marked(whole(record.search("Haus"))) == {HOUSES.id: ["Häuser"], FULL.id: ["Häuser"]}


HOSTILE = [
    "",
    '"',
    '""',
    "'",
    "*",
    "(",
    ")",
    "haus)",
    "-haus",
    "+haus",
    "^haus",
    "quote:haus",
    "{quote} : haus",
    "rank:1",
    "haus AND",
    "OR haus",
    "NOT",
    "NEAR(haus fluss, 2)",
    "haus \x00 fluss",
    '"haus" "',
    "haus; DROP TABLE statement; --",
    "' OR 1=1 --",
    "\ud800",
    "%",
    "_",
    "\\",
    "haus*" * 50,
    "haus " * 5000,
    '"' + "haus " * 5000 + '"',
    "x" * 100_000,
    "🌉 👩‍👩‍👧",
    "\u202ehaus",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_no_input_is_an_error(record: Record, typed: str) -> None:
    list(record.search(typed, Filters(words=typed)))
    assert record.count() == 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(typed=st.text(st.sampled_from('haus ändOR"*()^:-+{}\x00\ud800,.')) | st.text())
def test_no_random_input_is_an_error(record: Record, typed: str) -> None:
    results = list(record.search(typed))
    assert all(word in TEXT for each in results for word in marked([each])[each.statement.id])


def test_signs_of_the_search_engine_have_no_meaning(record: Record) -> None:
    assert whole(record.search("häuser OR kontrolle")) == []
    assert whole(record.search("NOT häuser")) == []
    assert marked(list(record.search("quote:häuser"))) == {}
    assert list(marked(list(record.search("-häuser")))) == list(marked(list(record.search("häuser"))))


def test_the_best_come_first_and_of_one_rank_the_newest(record: Record) -> None:
    def zoll(text: str, day: date | None) -> Found:
        news = article(text, published=day)
        keep(record, news, [statement(news, text)])
        return next(record.statements(Filters(article=news.id)))

    often = zoll("Zoll, Zoll, Zoll", date(2020, 1, 1))
    undated = zoll("Zoll drei vier", None)
    old = zoll("Zoll fünf sechs", date(2025, 1, 1))
    new = zoll("Zoll sieben acht", date(2026, 1, 1))
    results = list(record.search("Zoll"))
    assert [each.statement for each in results] == [each.statement for each in (often, new, old, undated)]
    ranks = [each.rank for each in results if each.rank is not None]
    assert ranks[0] < ranks[1] == ranks[2] == ranks[3]
    for limit in range(5):
        assert list(record.search("Zoll", limit=limit)) == results[:limit]
        assert list(record.search("Zoll", Filters(until=date(2030, 1, 1)), limit=limit)) == results[:3][:limit]


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        (Filters(type=StatementType.INDIRECT), [FULL]),
        (Filters(speaker="sprecher"), [CONTROL]),
        (Filters(words='"volle kontrolle"'), [CONTROL]),
        (Filters(since=date(2026, 2, 2)), []),
        (Filters(min_confidence=0.85), []),
        (Filters(max_confidence=0.8, decided=False), [CONTROL, FULL]),
        (Filters(standing=Standing.REJECTED), []),
        (Filters(words="?"), []),
    ],
)
def test_filters_narrow_a_search(record: Record, filters: Filters, wanted: list[object]) -> None:
    assert [each.statement for each in whole(record.search("kontrolle", filters))] == wanted


def test_lemmas_are_those_that_were_given(record: Record) -> None:
    odd = article("Man sperrt es.", published=date(2026, 2, 3))
    keep(record, odd, [statement(odd, "sperrt")])
    assert lemma("gesperrt") == lemma("sperrt") == "sperren"
    assert [each.article.id for each in record.search("gesperrt") if each.marks] == [odd.id]


def test_a_word_of_which_only_a_part_is_quoted_is_found_by_that_part(record: Record) -> None:
    odd = article("Das „Haus“verbot gilt.")
    half = replace(statement(odd, "Haus"), quote=spans(odd.text, "verb"))
    keep(record, odd, [half])
    assert marked(list(record.search("verb"))) == {half.id: ["verb"]}


HOSPITALS = article(
    "Die Krankenhäuser seien voll, sagte Ada Öhm. „Gespräche laufen“, so Abel. Die Friedensgespräche ruhen. "
    "Man brauche ein Anti-Maut-Gesetz. Es regnet.",
    title="Streit um Brückenmaut",
)
FULL_HOUSE = statement(HOSPITALS, "Die Krankenhäuser seien voll", speaker="Ada Öhm", kind=StatementType.INDIRECT)
TALKS = statement(HOSPITALS, "„Gespräche laufen“", speaker="Abel")
PEACE = statement(HOSPITALS, "Die Friedensgespräche ruhen", kind=StatementType.REPORTED)
LAW = statement(HOSPITALS, "Man brauche ein Anti-Maut-Gesetz", kind=StatementType.INDIRECT)
RAIN = statement(HOSPITALS, "Es regnet", kind=StatementType.REPORTED)


@pytest.fixture
def hospitals(record: Record) -> Record:
    keep(record, HOSPITALS, [FULL_HOUSE, TALKS, PEACE, LAW, RAIN])
    return record


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Krankenhaus", {FULL_HOUSE.id: ["Krankenhäuser"]}),
        ("Kranke", {FULL_HOUSE.id: ["Krankenhäuser"]}),
        ("Gespräch", {TALKS.id: ["Gespräche"], PEACE.id: ["Friedensgespräche"]}),
        ('"Gespräche"', {TALKS.id: ["Gespräche"]}),
        ("Frieden ruhen", {PEACE.id: ["Friedensgespräche", "ruhen"]}),
        ("Antimautgesetz", {LAW.id: ["Anti", "Maut", "Gesetz"]}),
        ("Brückenmaut Anti-Maut-Gesetz", {LAW.id: ["Anti", "Maut", "Gesetz"]}),
        ("Maut Öhm", {FULL_HOUSE.id: ["Öhm"]}),
    ],
)
def test_compounds_are_found_by_their_parts_and_marked_whole(
    hospitals: Record, typed: str, wanted: dict[str, list[str]]
) -> None:
    assert marked(whole(hospitals.search(typed))) == wanted


def test_the_word_itself_ranks_before_the_compound(hospitals: Record) -> None:
    assert [each.statement for each in hospitals.search("Haus", limit=3)] == [HOUSES, FULL, FULL_HOUSE]


def test_what_a_compound_is_a_kind_of_comes_after_the_compound_and_is_marked(hospitals: Record) -> None:
    results = list(hospitals.search("Friedensgespräche", limit=2))
    assert marked(results) == {PEACE.id: ["Friedensgespräche"], TALKS.id: ["Gespräche"]}
    assert [each.rank is not None and each.rank > 0 for each in results] == [False, True]


def test_statements_with_most_of_the_words_come_last_and_rare_words_count_more(hospitals: Record) -> None:
    results = list(hospitals.search("die häuser kontrolle mond"))
    assert whole(results) == []
    assert [each.statement for each in results[:2]] == [FULL, HOUSES]
    assert list(hospitals.search("die häuser kontrolle mond", limit=1)) == results[:1]


def test_statements_beside_one_with_a_word_come_last_where_they_have_another(hospitals: Record) -> None:
    results = list(hospitals.search("Öhm Friedensgespräche"))
    assert [each.statement for each in results[:3]] == [PEACE, FULL_HOUSE, TALKS]
    shares = [each.share for each in results if each.share is not None]
    assert shares == sorted(shares, reverse=True)
    assert len(shares) == len(results) == 5
    assert 0.25 <= shares[-1] < shares[0] < 1


def test_a_single_word_does_not_find_what_stands_beside_it(hospitals: Record) -> None:
    assert [(each.statement, each.share) for each in hospitals.search("Öhm")] == [(FULL_HOUSE, None)]


def test_quoted_words_and_filters_must_hold_even_so(hospitals: Record) -> None:
    assert list(hospitals.search('"Gespräche ruhen" Frieden')) == []
    assert list(hospitals.search("Friedensgespräche Mond", Filters(speaker="Öhm"))) == []
    narrowed = [each.statement for each in hospitals.search("Friedensgespräche", Filters(words="laufen"))]
    assert narrowed == [TALKS]
    assert list(hospitals.statements(Filters(words="Friedensgespräche Mond"))) == []


def test_a_search_is_sorted_as_asked_and_then_has_all_words(hospitals: Record) -> None:
    def sorted_by(sort: Sort) -> list[object]:
        return [each.statement for each in hospitals.search("haus", sort=sort)]

    assert sorted_by(Sort.NEWEST) == [HOUSES, FULL, FULL_HOUSE]
    assert sorted_by(Sort.OLDEST) == [FULL, HOUSES, FULL_HOUSE]
    assert sorted_by(Sort.CERTAINTY) == [HOUSES, FULL, FULL_HOUSE]


def test_what_is_not_shown_is_found_only_where_its_standing_is_asked_for(record: Record) -> None:
    keep(record, NEWS, [], made_by=OTHER_READER)
    lost = Filters(standing=Standing.LOST)
    assert list(record.search("Häuser")) == list(record.statements()) == []
    assert marked(whole(record.search("Haus", lost))) == {HOUSES.id: ["Häuser"], FULL.id: ["Häuser"]}
    assert [each.statement for each in record.search("abel mond", lost)] == [HOUSES]
    assert [(each.statement, each.standing) for each in record.statements(lost)] == [
        (each, Standing.LOST) for each in (HOUSES, CONTROL, FULL)
    ]
    assert [record.count(filters) for filters in (lost, replace(lost, words="haus"), Filters(words="haus"))] == [
        3,
        2,
        0,
    ]
