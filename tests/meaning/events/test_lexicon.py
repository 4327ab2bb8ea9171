import pytest

from wortlaut.meaning.events.lexicon import has, holding, is_work, naming, verb_kind
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
