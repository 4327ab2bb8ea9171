import lzma
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

from training.lemmas import find_restarts
from wortlaut.language._dictionary import Blocks, Restarts, compressed, number, stored_restarts

# Five records in simplemma's form: bytes shared with the form before, length of the rest, the rest, trim, then
# length of the lemma's rest and that rest; 254 repeats the lemma before, 255 gives it whole.
HEADER = b"SMFC1\0\5"
STREAM = (
    HEADER
    + b"\0\4Berg\0\0"  # Berg, Berg
    + b"\4\1e\1\0"  # Berge, Berg
    + b"\5\1n\xfe"  # Bergen, Berg
    + b"\0\5Stege\1\0"  # Stege, Steg
    + b"\0\4ging\xff\5gehen"  # ging, gehen
)
LEMMAS = {"Berg": "Berg", "Berge": "Berg", "Bergen": "Berg", "Stege": "Steg", "ging": "gehen"}
FILE = lzma.compress(STREAM)


@pytest.fixture(scope="module")
def shipped() -> Blocks:
    blocks = Blocks.shipped()
    assert blocks is not None, "the shipped restarts do not fit the installed simplemma: python -m training.lemmas"
    return blocks


@pytest.mark.parametrize("block", [1, 2, 3, 9])
def test_every_form_is_found_however_large_the_blocks(block: int) -> None:
    blocks = Blocks(STREAM, find_restarts(FILE, block=block))

    assert dict(blocks) == LEMMAS
    assert {form: blocks[form] for form in LEMMAS} == LEMMAS
    assert len(blocks) == len(LEMMAS)


@pytest.mark.parametrize("form", ["", "Be", "Bergf", "Stegen", "A", "z", "\ud800"])
def test_a_form_that_is_not_there_has_no_lemma(form: str) -> None:
    assert Blocks(STREAM, find_restarts(FILE, block=2)).get(form) is None


def test_a_block_never_begins_with_a_lemma_that_leans_on_the_one_before() -> None:
    restarts = find_restarts(FILE, block=2)

    assert restarts == Restarts(sha256(FILE).hexdigest(), [7, 24], [b"", b"Bergen"])


def test_restarts_of_another_form_of_dictionary_are_refused() -> None:
    with pytest.raises(ValueError, match="its form has changed"):
        find_restarts(lzma.compress(b"SMFC2\0\1"), block=2)


@given(st.integers(0, 2**40))
def test_a_number_of_any_length_is_read(value: int) -> None:
    rest, packed = value, b""
    while rest > 127:
        packed += bytes([rest & 127 | 128])
        rest >>= 7
    packed += bytes([rest])

    assert number(b"x" + packed + b"y", 1) == (value, 1 + len(packed))


def test_the_shipped_restarts_belong_to_the_installed_dictionary() -> None:
    assert stored_restarts().digest == sha256(compressed()).hexdigest()


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_the_shipped_blocks_answer_like_simplemma(shipped: Blocks, data: st.DataObject) -> None:
    theirs = DEFAULT_DICTIONARY_FACTORY.get_dictionary("de")
    form = data.draw(st.sampled_from(["Häuser", "gingen", "wäre", "ver", "Zug"])) + data.draw(
        st.sampled_from(["", "e", "s", "n", "boot", "lich", "x"]) | st.text(max_size=2)
    )

    assert shipped.get(form) == theirs.get(form)
