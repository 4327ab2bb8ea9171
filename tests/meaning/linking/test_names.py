import pytest

from wortlaut.meaning.linking.names import clean, person_name, slug, without_article


@pytest.mark.parametrize(
    "name", ["", " ", "!!!", "123", "\u200b\u202e", "\x00\x01", "😀", "x" * 161, "Erna " * 1000, "\u0308"]
)
def test_what_is_no_name_is_refused(name: str) -> None:
    assert clean(name) == ""


def test_what_is_not_seen_is_taken_out() -> None:
    assert clean("\u202eEr\u00adna\t\nBei\u200bspiel\u0000 ") == "Erna Beispiel"


def test_a_name_is_taken_apart() -> None:
    name = person_name("Prof. Dr. Erna M. von der Beispiel-Höhe")
    assert name.words == ("erna", "m", "von", "der", "beispiel", "hoehe")
    assert (name.given, name.family) == (("erna", "m"), ("von", "der", "beispiel", "hoehe"))
    assert name.is_full


def test_a_first_name_written_like_a_particle_is_one() -> None:
    assert person_name("Al Beispiel").is_full
    assert not person_name("al Beispiel").is_full


def test_titles_within_a_name_and_words_behind_it_are_no_parts_of_it() -> None:
    assert person_name("Erna Gräfin von Muster").words == ("erna", "von", "muster")
    assert person_name("Hubert Kardinal Muster").words == ("hubert", "muster")
    assert person_name("Erna Graf").words == ("erna", "graf")
    name = person_name("Hubert Muster jun.")
    assert (name.words, name.family) == (("hubert", "muster", "jun"), ("muster",))


def test_a_long_id_is_cut_and_stays_its_own() -> None:
    one, other = slug(["a" * 90, "b"]), slug(["a" * 90, "c"])
    assert len(one) < 100
    assert one != other


def test_an_article_is_taken_off_and_no_more() -> None:
    assert [without_article(name) for name in ("Die Zeit", "Die", "Dienst")] == ["Zeit", "Die", "Dienst"]
