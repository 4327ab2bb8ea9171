import pytest

from tests.meaning.where.told import channels, told, venue, words
from wortlaut.types import StatementType


@pytest.mark.parametrize(
    ("text", "name", "told_by"),
    [
        ("Ada Wiesengrund sagte auf einer Pressekonferenz in Berlin, dass der Damm halte.",
         "Pressekonferenz in Berlin", "auf einer Pressekonferenz in Berlin"),
        ("Ada Wiesengrund sagte am Rande der Deichkonferenz in Wien, dass der Damm halte.",
         "Deichkonferenz in Wien", "am Rande der Deichkonferenz in Wien"),
        ("Ada Wiesengrund sagte zum Abschluss ihres Besuchs in der Hauptstadt Neuseelingen, dass er halte.",
         "Besuch in Neuseelingen", "zum Abschluss ihres Besuchs in der Hauptstadt Neuseelingen"),
        ("Ada Wiesengrund sagte in einem am Montag geführten Interview mit der Zeitung „Deichbote“, dass er halte.",
         "Deichbote", "in einem am Montag geführten Interview mit der Zeitung „Deichbote“"),
        ("Ada Wiesengrund sagte im Deutschlandfunk, dass der Damm halte.", "Deutschlandfunk", "im Deutschlandfunk"),
        ("Ada Wiesengrund sagte der „Bild“-Zeitung, dass der Damm halte.", "Bild", "der „Bild“-Zeitung"),
        ("Ada Wiesengrund sagte dem Sender Kanalfunk, dass der Damm halte.", "Kanalfunk", "dem Sender Kanalfunk"),
        ("Ada Wiesengrund sagte der dpa, dass der Damm halte.", "Deutsche Presse-Agentur", "der dpa"),
        ("Gegenüber dem Deichboten sagte Ada Wiesengrund, dass der Damm halte.", None, None),
        ("Gegenüber der Zeitung „Deichbote“ sagte Ada Wiesengrund, dass der Damm halte.",
         "Deichbote", "Gegenüber der Zeitung „Deichbote“"),
        ("Ada Wiesengrund sagte vor Journalisten, dass der Damm halte.", "Journalisten", "vor Journalisten"),
        ("Ada Wiesengrund sagte Reportern, dass der Damm halte.", "Reporter", "Reportern"),
        ("Ada Wiesengrund sagte im Landtag, dass der Damm halte.", "Landtag", "im Landtag"),
        ("Ada Wiesengrund sagte vor Gericht, dass der Damm halte.", "Gericht", "vor Gericht"),
        ("Ada Wiesengrund sagte auf Twitter, dass der Damm halte.", "Twitter", "auf Twitter"),
        ("Ada Wiesengrund sagte auf der Internetseite des Kanalamts, dass der Damm halte.",
         "Internetseite", "auf der Internetseite des Kanalamts"),
        ("Ada Wiesengrund sagte am Montag in Wien, dass der Damm halte.", "Wien", "in Wien"),
        ("In Wien sagte Ada Wiesengrund, dass der Damm halte.", "Wien", "In Wien"),
        ("Ada Wiesengrund sagte in ihrer Neujahrsansprache, dass der Damm halte.",
         "Neujahrsansprache", "in ihrer Neujahrsansprache"),
    ],
)  # fmt: skip
def test_words_of_a_report_tell_the_venue(text: str, name: str | None, told_by: str | None) -> None:
    assert venue(text) == (None if name is None else (name, told_by))


@pytest.mark.parametrize(
    "text",
    [
        "Ada Wiesengrund sagte in der Debatte um den Damm, dass er halte.",
        "Ada Wiesengrund sagte über die Pressekonferenz, dass sie lang war.",
        "Ada Wiesengrund sagte zu den Plänen des Landtags, dass sie gut seien.",
        "Ada Wiesengrund sagte nach der Sitzung, dass der Damm halte.",
        "Ada Wiesengrund sagte in Anspielung auf den Damm, dass er halte.",
        "Ada Wiesengrund sagte über die Lage in Wien, dass sie ernst sei.",
    ],
)
def test_what_is_spoken_about_is_no_venue(text: str) -> None:
    assert venue(text) is None


def test_place_of_the_speaker_is_no_venue() -> None:
    text = "Die Botschaft in Wien sagte, dass der Damm halte."
    assert venue(text, speaker="Die Botschaft in Wien") is None


def test_occasion_place_and_outlet_are_told_apart() -> None:
    text = "Ada Wiesengrund sagte bei einem Treffen in Wien, dass der Damm halte."
    found = channels(text, told(text, "der Damm halte", frame=text[:49], cue="sagte", speaker="Ada Wiesengrund"))
    assert found[0].venue is not None
    assert (found[0].venue.occasion, found[0].venue.place, found[0].venue.outlet) == ("Treffen", "Wien", None)
    assert [(each.rule, words(text, each.spans)) for each in found[0].venue.evidence] == [
        ("occasion bei", "bei einem Treffen in Wien")
    ]


def test_report_without_content_of_its_own_tells_its_venue_too() -> None:
    text = "Ada Wiesengrund bekräftigte auf einer Pressekonferenz in Wien erneut ihre Bereitschaft zum Bau."
    report = told(text, text.rstrip("."), speaker="Ada Wiesengrund", kind=StatementType.REPORTED)
    found = channels(text, report)[0].venue
    assert found is not None
    assert (found.name, found.carried) == ("Pressekonferenz in Wien", False)
