from datetime import date
from pathlib import Path

import pytest

from tests.record.builder import article, keep, statement
from tests.record.cast import BRANDIS, LIND, WEDDEL, Knowing
from wortlaut.decisions import Alias
from wortlaut.record import Filters, Record, Total
from wortlaut.record.search.suggesting import Suggestion, SuggestionKind

SAID = (
    ("Die Häuser am Fluss werden geräumt", "Mara Lind", "Müritzer Bote"),
    ("Das Haus bleibt", "Mara Lind-Öhm", "Müritzer Bote"),
    ("Kein Haus wird verkauft", "Ole Brandis", "Nordpost"),
    ("Die Brücken sind gesperrt", "die Bürgermeisterin", "Nordpost"),
    ("Über Müll reden wir nicht", "Ole Brandis", None),
    ("Alte Häuser fallen ein", "Jost", None),
)


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("suggestions") / "sammlung.db"
    with Record.open(path, create=True, language=Knowing()) as record:
        for number, (quote, speaker, source) in enumerate(SAID):
            news = article(
                f"„{quote}“, sagte {speaker}.",
                url=f"https://example.org/{number}",
                published=date(2026, 1, 1 + number),
                source=source,
            )
            keep(record, news, [statement(news, quote, speaker=speaker)])
        record.save_search("Müll in Örling", "Müll")
        record.decide(Alias(BRANDIS, "Der Müritz-Reeder"), by="Ada")
    return path


def of(record: Record, beginning: str, kind: SuggestionKind, limit: int = 20) -> list[Suggestion]:
    return [each for each in record.suggestions(beginning, limit) if each.kind is kind]


def test_actors_are_found_by_any_word_of_a_name_however_it_is_spelled(record: Record) -> None:
    lind = Suggestion(SuggestionKind.ACTOR, LIND, "Mara Lind-Öhm", Total(2))
    for beginning in ("mar", "MARA LI", "lind", "oeh", "Öhm"):
        assert of(record, beginning, SuggestionKind.ACTOR) == [lind], beginning


def test_an_actor_who_is_called_otherwise_has_the_alias_that_begins_so(record: Record) -> None:
    brandis = Suggestion(SuggestionKind.ACTOR, BRANDIS, "Ole Brandis", Total(2), "der mueritz reeder")
    assert of(record, "müri", SuggestionKind.ACTOR) == [brandis]


def test_the_name_that_a_list_has_is_found_though_no_article_has_it(record: Record) -> None:
    weddel = Suggestion(SuggestionKind.ACTOR, WEDDEL, "Tanja Weddel-Groß", Total(1))
    assert of(record, "gross", SuggestionKind.ACTOR) == of(record, "Groß", SuggestionKind.ACTOR) == [weddel]


def test_outlets_are_told_with_the_number_of_their_articles(record: Record) -> None:
    assert of(record, "mue", SuggestionKind.SOURCE) == [
        Suggestion(SuggestionKind.SOURCE, "Müritzer Bote", "Müritzer Bote", Total(2))
    ]
    assert of(record, "bot", SuggestionKind.SOURCE) == of(record, "mue", SuggestionKind.SOURCE)
    assert of(record, "ritz", SuggestionKind.SOURCE) == []


def test_forms_of_a_word_are_one_suggestion_written_as_in_the_text(record: Record) -> None:
    house = Suggestion(SuggestionKind.WORD, "Haus", "Haus", Total(4))
    assert of(record, "hau", SuggestionKind.WORD) == of(record, "ha", SuggestionKind.WORD) == [house]
    assert of(record, "häu", SuggestionKind.WORD) == [Suggestion(SuggestionKind.WORD, "Häuser", "Häuser", Total(4))]
    assert of(record, "brü", SuggestionKind.WORD) == [Suggestion(SuggestionKind.WORD, "Brücken", "Brücken", Total(1))]


def test_saved_searches_are_told_with_what_they_found(record: Record) -> None:
    saved = Suggestion(SuggestionKind.SAVED, "Müll in Örling", "Müll in Örling", Total(1))
    assert of(record, "oerl", SuggestionKind.SAVED) == of(record, "mü", SuggestionKind.SAVED) == [saved]


def test_acts_are_found_by_both_their_names(record: Record) -> None:
    german, english = (of(record, each, SuggestionKind.ACT) for each in ("bestr", "den"))
    assert [(each.value, each.label) for each in (*german, *english)] == [("deny", "bestreitet"), ("deny", "denies")]
    number = sum(1 for each in record.statements() if each.sense is not None and each.sense.act == "deny")
    assert german[0].number == english[0].number == Total(number)


def test_kinds_take_turns_until_there_are_enough(record: Record) -> None:
    for limit in range(6):
        found = record.suggestions("mü", limit)
        assert len(found) == min(limit, 4)
    assert [each.kind for each in record.suggestions("mü")] == [
        SuggestionKind.SAVED,
        SuggestionKind.ACTOR,
        SuggestionKind.SOURCE,
        SuggestionKind.WORD,
    ]


@pytest.mark.parametrize("beginning", ["", "  ", "„", "%", '"', "*", "' OR 1"])
def test_what_nobody_types_breaks_nothing(record: Record, beginning: str) -> None:
    assert [each.kind for each in record.suggestions(beginning)] == []


def test_a_suggested_word_finds_as_many_as_it_says(record: Record) -> None:
    for beginning in ("haus", "brück", "müll", "die"):
        for each in of(record, beginning, SuggestionKind.WORD):
            assert record.count(Filters(words=each.value)) >= each.number.number > 0
