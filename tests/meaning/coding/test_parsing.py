from pathlib import Path

import pytest

from tests.meaning.coding.builder import HEAD, book
from wortlaut.errors import CodebookBroken, InputError
from wortlaut.meaning.coding import Category, Codebook, Criteria, Example, Titles, load, packed, parse, unpacked
from wortlaut.types import Act, PartyKind, Stance, StatementType

WHOLE = """
name = "fähre"
version = "2026-03"
title = { de = "Fähre", en = "Ferry" }
description = "Wer die Fähre will."
exclusive = true

[[categories]]
id = "maut"
label = { de = "Maut" }
definition = " Wer zahlt. "
cues = ["fordern"]
words = ["Maut*", "freie Fahrt"]
not_words = ["Autobahn"]
acts = ["demand", "refuse"]
stances = ["distancing"]
negated = false
types = ["direct"]
speakers = ["Mara Lind"]
addressees = ["Rat"]
targets = ["Reederei"]
kinds = ["person"]
sources = ["Elbkurier"]
agree = { acts = ["demand"] }
disagree = { words = ["Unfug"] }
examples = [{ text = "Lind forderte eine Maut." }, { text = "Es regnet.", applies = false }]

[[categories]]
id = "kopf"
exclusive = true

[[categories]]
id = "hand"
parent = "kopf"
by_hand = true
"""


def test_every_key_has_its_place_in_the_record() -> None:
    assert parse(WHOLE.encode(), path="buch.toml") == Codebook(
        name="fähre",
        version="2026-03",
        title=Titles("Fähre", "Ferry"),
        description="Wer die Fähre will.",
        is_exclusive=True,
        categories=(
            Category(
                id="maut",
                label=Titles("Maut", "Maut"),
                definition="Wer zahlt.",
                criteria=Criteria(
                    cues=("fordern",),
                    words=("Maut*", "freie Fahrt"),
                    not_words=("Autobahn",),
                    acts=(Act.DEMAND, Act.REFUSE),
                    stances=(Stance.DISTANCING,),
                    negated=False,
                    types=(StatementType.DIRECT,),
                    speakers=("Mara Lind",),
                    addressees=("Rat",),
                    targets=("Reederei",),
                    kinds=(PartyKind.PERSON,),
                    sources=("Elbkurier",),
                ),
                agree=Criteria(acts=(Act.DEMAND,)),
                disagree=Criteria(words=("Unfug",)),
                examples=(Example("Lind forderte eine Maut."), Example("Es regnet.", applies=False)),
            ),
            Category(id="kopf", label=Titles("kopf", "kopf"), is_exclusive=True),
            Category(id="hand", label=Titles("hand", "hand"), parent="kopf", by_hand=True),
        ),
    )


def test_what_is_kept_is_all_but_the_examples() -> None:
    kept = packed(parse(WHOLE.encode(), path="buch.toml"))
    assert "forderte" not in kept
    without = WHOLE.replace(
        'examples = [{ text = "Lind forderte eine Maut." }, { text = "Es regnet.", applies = false }]', ""
    )
    assert unpacked(kept) == parse(without.encode(), path="buch.toml")
    assert packed(unpacked(kept)) == kept


def test_a_damaged_one_is_not_taken_for_another() -> None:
    with pytest.raises(ValueError, match="codebook"):
        unpacked('{"name": "codebook"}')


def faults(written: str | bytes) -> list[str]:
    data = written.encode() if isinstance(written, str) else written
    with pytest.raises(CodebookBroken) as caught:
        parse(data, path="buch.toml")
    return [each.text() for each in caught.value.faults]


def codes(*categories: str, head: str = HEAD) -> list[str]:
    with pytest.raises(CodebookBroken) as caught:
        book(*categories, head=head)
    return [each.code for each in caught.value.faults]


def test_a_fault_says_file_line_category_and_what_to_do() -> None:
    assert faults(HEAD + '\n[[categories]]\nid = "a"\nwords = ["x"]\n\n[[categories]]\nid = "b"\nwort = ["y"]\n') == [
        "buch.toml:8, b: no codebook has a key wort. Check its spelling (docs/codebook.md lists all), or take it out."
    ]


def test_without_headings_of_its_own_a_fault_names_the_category_alone() -> None:
    (told,) = faults('categories = [{ id = "a" }]\n' + HEAD)
    assert told.startswith("buch.toml, a: a has no criteria")


def test_all_faults_are_told_in_either_language_and_of_many_the_first() -> None:
    with pytest.raises(CodebookBroken) as caught:
        book(*['id = "a"\nwords = ["*"]'] * 30)
    assert len(caught.value.faults) == 59  # 30 patterns, 29 ids
    told = caught.value.text("de").splitlines()
    assert (len(told), told[-1]) == (21, "… und 39 weitere Fehler. Beheben Sie erst diese.")


@pytest.mark.parametrize(
    ("category", "code"),
    [
        ("", "codebook_key_missing"),
        ('id = "a b"', "codebook_id_malformed"),
        ('id = "a:b"', "codebook_id_malformed"),
        ("id = 1", "codebook_no_text"),
        ('id = "a"\nacts = ["shout"]', "codebook_value_unknown"),
        ('id = "a"\nwords = "x"', "codebook_no_list"),
        ('id = "a"\nwords = []', "codebook_empty_value"),
        ('id = "a"\nwords = [""]', "codebook_empty_value"),
        ('id = "a"\nwords = ["x", 1]', "codebook_no_text"),
        (f'id = "a"\nwords = ["{"x" * 101}"]', "codebook_value_long"),
        ('id = "a"\nby_hand = "yes"', "codebook_no_truth"),
        ('id = "a"\nagree = "x"', "codebook_no_table"),
        ('id = "a"', "codebook_category_empty"),
        ('id = "a"\nby_hand = true\nwords = ["x"]', "codebook_by_hand_with_criteria"),
        ('id = "a"\nwords = ["x"]\nagree = {}', "codebook_side_empty"),
        ('id = "a"\nwords = ["x"]\nparent = "b"', "codebook_parent_missing"),
        ('id = "a"\nwords = ["x"]\nparent = "a"', "codebook_parent_cycle"),
        ('id = "a"\nwords = ["..."]', "codebook_pattern_empty"),
        ('id = "a"\nwords = ["ein - Wort"]', "codebook_pattern_empty"),
        ('id = "a"\nwords = ["*"]', "codebook_pattern_empty"),
        ('id = "a"\nwords = ["a*"]', "codebook_wildcard_short"),
        ('id = "a"\nwords = ["Brü*cke"]', "codebook_wildcard_inside"),
        ('id = "a"\nwords = ["ab**"]', "codebook_wildcard_inside"),
        ('id = "a"\nwords = ["*brücke"]', "codebook_wildcard_inside"),
        ('id = "a"\nspeakers = ["Li*nd"]', "codebook_wildcard_inside"),
        ('id = "a"\nwords = ["a b c d e f g h i"]', "codebook_phrase_long"),
    ],
)
def test_a_category_that_cannot_be_is_refused_by_its_fault(category: str, code: str) -> None:
    assert codes(category) == [code]


def test_what_is_only_kept_out_is_no_category() -> None:
    assert codes('id = "a"\nnot_words = ["x"]') == ["codebook_category_empty", "codebook_only_not_words"]


def test_an_id_stands_once() -> None:
    assert codes('id = "a"\nwords = ["x"]', 'id = "a"\nwords = ["y"]') == ["codebook_id_twice"]


def test_parents_in_a_circle_are_told_of_each() -> None:
    circle = ('id = "a"\nparent = "b"', 'id = "b"\nparent = "c"', 'id = "c"\nparent = "a"')
    assert codes(*circle) == ["codebook_parent_cycle"] * 3


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (b"name = ", "codebook_no_toml"),
        (b"\xff\xfe\x00", "codebook_not_utf8"),
        (b"# " + b"x" * 2**20, "codebook_too_long"),
        (b"a = " + b"[" * 100_000, "codebook_no_toml"),
        (HEAD.encode(), "codebook_key_missing"),
        (HEAD.encode() + b"categories = []", "codebook_empty_value"),
        (HEAD.encode() + b'categories = ["x"]', "codebook_no_table"),
        (HEAD.encode() + b"[categories]\nid = 1", "codebook_no_list"),
    ],
)
def test_a_file_that_is_no_codebook_is_refused(written: bytes, code: str) -> None:
    with pytest.raises(CodebookBroken) as caught:
        parse(written, path="buch.toml")
    assert [each.code for each in caught.value.faults] == [code]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load(tmp_path / "fehlt.toml")
    assert caught.value.code == "codebook_unreadable"


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "buch.toml").write_text(WHOLE, "utf-8-sig")
    assert load(tmp_path / "buch.toml") == parse(WHOLE.encode(), path="buch.toml")
