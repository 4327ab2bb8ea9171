import pytest

from wortlaut.language.compounds import Compounds, Entry, Part, Table, compound_parts
from wortlaut.language.lexicon import lexicon


def table(modifiers: dict[str, tuple[str, int]], heads: dict[str, tuple[str, int]], *whole: str) -> Table:
    """A table from form to lemma and score."""
    return Table.of(
        "test",
        (Entry(form, Part(*part)) for form, part in modifiers.items()),
        (Entry(form, Part(*part)) for form, part in heads.items()),
        whole,
    )


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Friedensverhandlungen", ("Frieden", "Verhandlung")),
        ("Schulbus", ("Schule", "Bus")),
        ("Bücherregale", ("Buch", "Regal")),
        ("Fahrzeug", ("fahren", "Zeug")),
        ("Großstadt", ("groß", "Stadt")),
        ("Sonnenschein", ("Sonne", "Schein")),
        ("Hilfsorganisationen", ("Hilfe", "Organisation")),
        ("Häuserkampf", ("Haus", "Kampf")),
        ("Heizöl", ("heizen", "Öl")),
    ],
)
def test_a_compound_has_the_lemmas_of_its_parts(word: str, parts: tuple[str, ...]) -> None:
    assert compound_parts(word) == parts


def test_a_part_that_is_a_compound_follows_its_own_parts() -> None:
    assert compound_parts("Bundesverkehrsminister") == ("Bund", "Verkehr", "Minister", "Verkehrsminister")
    assert compound_parts("Krankenhausgesellschaften") == ("Kranke", "Haus", "Krankenhaus", "Gesellschaft")


def test_compounds_across_the_cut_are_found_too() -> None:
    assert compound_parts("Atomkraftwerk") == ("Atom", "Atomkraft", "Kraft", "Werk", "Kraftwerk")


def test_more_than_two_parts_are_found_where_no_two_make_up_the_word() -> None:
    modifiers = {"wald": ("Wald", 200), "weg": ("Weg", 200)}
    compounds = Compounds(table(modifiers, {"schild": ("Schild", 0)}))
    assert compounds.parts("Waldwegschild") == ("Wald", "Weg", "Schild")


@pytest.mark.parametrize(
    "word",
    [
        *("Persien", "Minister", "Ministern", "Vertreter", "Gestern", "Frankfurt", "Deutschland", "Donnerstag"),
        *("Regierung", "Freiheit", "Mannschaft", "Fröhlichkeit", "Fräulein", "Kätzchen", "Eigentum", "Lehrerin"),
        *("Nachteile", "Begriffe", "Kulturen", "Rosenberg", "Heidemarie", "Gegenstände", "und", "verhandlungen", ""),
    ],
)
def test_what_is_no_compound_stays_whole(word: str) -> None:
    assert compound_parts(word) == ()


@pytest.mark.parametrize(
    ("word", "lemma", "parts"),
    [
        ("US-Präsidenten", "US-Präsident", ("US", "Präsident")),
        ("US-Präsidenten", None, ("US", "Präsident")),
        ("AfD-Landesverbandes", None, ("AfD", "Land", "Verband", "Landesverband")),
        ("Kerbonow-Anhänger", None, ("Kerbonow", "Anhänger")),
        ("U-Bahn", None, ("Bahn",)),
        ("Luft-", None, ("Luft",)),
    ],
)
def test_a_hyphen_parts_words(word: str, lemma: str | None, parts: tuple[str, ...]) -> None:
    assert compound_parts(word, lemma) == parts


def test_a_modifier_without_content_is_no_part() -> None:
    assert compound_parts("Sondersitzungen") == ("Sitzung",)


def test_the_lemma_helps_where_the_form_is_not_known() -> None:
    compounds = Compounds(table({"wald": ("Wald", 100)}, {"weg": ("Weg", 0)}))
    assert compounds.parts("Waldwege") == ()
    assert compounds.parts("Waldwege", "Waldweg") == ("Wald", "Weg")


def test_parts_are_what_the_lexicon_makes_of_the_words_that_are_searched_for() -> None:
    asked = {form: lexicon().lemma(form) for form in ("Häuser", "Verhandlungen", "Kraftwerke", "Verträge")}
    words = ("Krankenhäusern", "Friedensverhandlungen", "Atomkraftwerken", "Arbeitsverträge")
    assert [asked[form] in compound_parts(word) for form, word in zip(asked, words, strict=True)] == [True] * 4


def test_the_best_cut_is_taken() -> None:
    compounds = Compounds(
        table(
            {"wach": ("wachen", 50), "wachs": ("Wachs", 90), "wachstube": ("Wachstube", 10)},
            {"stube": ("Stube", 0), "tube": ("Tube", 0)},
        )
    )
    assert compounds.parts("Wachstube") == ("Wachs", "Tube")


def test_a_cut_for_which_too_little_speaks_is_not_made() -> None:
    modifiers = {"wald": ("Wald", 40)}
    assert Compounds(table(modifiers, {"weg": ("Weg", -40)})).parts("Waldweg") == ("Wald", "Weg")
    assert Compounds(table(modifiers, {"weg": ("Weg", -60)})).parts("Waldweg") == ()


def test_a_word_that_is_to_stay_whole_does_so_in_every_form() -> None:
    compounds = Compounds(table({"wald": ("Wald", 100)}, {"weg": ("Weg", 0), "wege": ("Weg", 0)}, "waldweg"))
    assert (compounds.parts("Waldweg"), compounds.parts("Waldwege")) == ((), ())


def test_very_long_words_are_left_alone() -> None:
    assert compound_parts("Wald" + "weg" * 10_000) == ()


@pytest.mark.parametrize(
    "word", ["Straße\u0301nbahn", "ẞtraße", "İstanbulreise", "Haus\nbau", "Hausbau😀", "-", "--", "A-"]
)
def test_strange_words_do_no_harm(word: str) -> None:
    assert isinstance(compound_parts(word), tuple)


def test_a_table_comes_back_as_it_was_packed() -> None:
    packed = table({"häuser": ("Haus", 120), "gegen": ("", 60)}, {"häusern": ("Haus", -100)}, "gegenwart").packed()
    unpacked = Table.unpacked(packed)
    assert unpacked == table({"gegen": ("", 60), "häuser": ("Haus", 120)}, {"häusern": ("Haus", -100)}, "gegenwart")
    assert unpacked.packed() == packed


def test_an_empty_table_knows_nothing() -> None:
    assert Compounds(Table.unpacked(table({}, {}).packed())).parts("Waldweg") == ()
