import pytest

from wortlaut.meaning.events.lexicon import has, holding, is_work, naming, nominative, verb_kind
from wortlaut.types import EventKind


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("Wahl", EventKind.VOTE),
        ("Landtagswahlen", EventKind.VOTE),
        ("EU-Gipfels", EventKind.MEETING),
        ("Tarifgesprächen", EventKind.TALKS),
        ("Warnstreik", EventKind.PROTEST),
        ("Pressekonferenz", EventKind.PUBLICATION),
        ("WM", EventKind.SPORT),
    ],
)
def test_a_noun_is_known_by_its_end(form: str, kind: EventKind) -> None:
    found = naming(form)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    "form", ["Beispiel", "Auswahl", "Besucher", "Spieler", "Unternehmenskreise", "Preise", "Haus", "e", "Demokratie"]
)
def test_what_only_ends_alike_names_no_event(form: str) -> None:
    assert naming(form) is None


def test_verbs_say_what_they_are_and_what_they_say_of_an_event() -> None:
    assert (verb_kind("tagen"), verb_kind("singen")) == (EventKind.MEETING, None)
    assert [holding(verb) for verb in ("stattfinden", "verschieben", "absagen", "singen")] == [
        "announced",
        "postponed",
        "cancelled",
        None,
    ]


def test_classes_are_asked_for_by_name() -> None:
    assert has("planned", "geplante")
    assert not has("planned", "gesungene")
    assert is_work("dokumentarfilm")
    assert not is_work("hafen")


@pytest.mark.parametrize(
    ("form", "word", "is_genitive", "title"),
    [
        ("Gesprächen", "gespräch", False, "Gespräche"),
        ("Friedensgesprächen", "friedensgespräch", False, "Friedensgespräche"),
        ("Verhandlungen", "verhandlung", False, "Verhandlungen"),
        ("Wahlen", "wahl", False, "Wahlen"),
        ("Spielen", "spiele", False, "Spiele"),
        ("Reisen", "reise", False, "Reisen"),
        ("Gipfeln", "gipfel", False, "Gipfel"),
        ("Kongresses", "kongress", True, "Kongress"),
        ("Streiks", "streik", False, "Streiks"),
        ("Treffen", "treffen", False, "Treffen"),
    ],
)
def test_a_noun_stands_in_the_nominative_in_a_title(form: str, word: str, is_genitive: bool, title: str) -> None:
    assert nominative(form, word, is_genitive=is_genitive) == title


def test_short_words_name_a_contest_only_in_capitals() -> None:
    assert naming("Anna-Ems") is None
