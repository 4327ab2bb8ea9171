"""What kind of source a statement comes from, by the nouns of its speaker."""

import pytest

from tests.meaning.acts.articles import Said, seen
from wortlaut.meaning.acts.sources import sources


@pytest.mark.parametrize(
    ("speaker", "kinds"),
    [
        ("Polizeiangaben", {"report"}),
        ("Ansicht der Stadtpartei", {"opinion", "side"}),
        ("Schätzungen", {"estimate"}),
        ("Gesetzentwurf", {"plan"}),
        ("Gericht", {"judge"}),
        ("Aufsicht", {"other"}),
        ("Adler", {"other"}),
    ],
)
def test_nouns_of_the_speaker_tell_the_source(speaker: str, kinds: set[str]) -> None:
    text = f"Nach {speaker} stand die Brücke unter Wasser."
    said = Said("stand die Brücke unter Wasser", "Nach", speaker=speaker)
    assert sources(seen(text, said)) == kinds


def test_without_a_speaker_there_is_no_source() -> None:
    text = "Demnach stand die Brücke unter Wasser."
    assert sources(seen(text, Said("stand die Brücke unter Wasser", "Demnach"))) == {"none"}
