from collections.abc import Sequence
from dataclasses import replace

import pytest

import wortlaut
from tests.builder import ToyReader
from tests.reading.texts import article_of
from wortlaut.errors import ContractBroken
from wortlaut.reading import load
from wortlaut.service import check_reader
from wortlaut.types import Article, Document, Provenance, Statement

TEXTS = ("„Eins“, sagte Ada. „Zwei ‚oder‘ drei“, rief Bo.", "Ohne jedes Zitat.")
MADE_BY = Provenance("toy", f"sha256:{'0' * 64}", "1")


class _Sound(ToyReader):
    made_by = MADE_BY


class _Nervous(_Sound):
    """Is less sure each time."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        self.times += 1
        return [
            tuple(replace(each, confidence=replace(each.confidence, quote=1 / self.times)) for each in found)
            for found in super().read(articles, documents)
        ]


class _Sociable(_Sound):
    """Reads the second article of a batch otherwise than the first."""

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        return [found[number:] for number, found in enumerate(super().read(articles, documents))]


class _Silent(_Sound):
    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        return super().read(articles, documents)[:1]


class _Endless(_Sound):
    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        found = super().read(articles, documents)
        return [*found, ()] if not articles else found


def broken(reader: ToyReader, *texts: str) -> ContractBroken:
    with pytest.raises(ContractBroken) as caught:
        check_reader(reader, texts or TEXTS)
    return caught.value


def test_the_shipped_reader_keeps_to_the_contract() -> None:
    check_reader(load("shipped"))


def test_a_sound_reader_passes_with_texts_and_with_articles() -> None:
    wortlaut.check_reader(_Sound(), TEXTS)
    wortlaut.check_reader(_Sound(), [article_of(text) for text in TEXTS])
    wortlaut.check_reader(_Sound(), [])


def test_hard_texts_are_read_where_none_are_given() -> None:
    reader = _Sound()
    check_reader(reader)
    assert {"", "Ja.", "a" * 20_000} < set(reader.texts)


@pytest.mark.parametrize(
    ("reader", "code"),
    [
        (_Nervous(), "broken_again"),
        (_Sociable(), "broken_batch"),
        (_Silent(), "broken_count"),
        (_Endless(), "broken_nothing"),
        (ToyReader(), "broken_provenance"),
    ],
)
def test_a_reader_that_breaks_the_contract_is_named(reader: ToyReader, code: str) -> None:
    error = broken(reader)
    assert (error.code, error.values["reader"]) == (code, "toy")


def test_what_differs_is_told() -> None:
    error = broken(_Nervous())
    assert "quote=0.5" in error.text()
    assert error.text("de").startswith("Der Leser toy hielt sich beim Artikel ")


def test_failure_is_told_with_the_beginning_of_the_text() -> None:
    error = broken(_Sound(), "KAPUTT ist er.")
    assert error.code == "broken_raised"
    assert "('KAPUTT ist er.')" in error.text()
    assert isinstance(error.__cause__, ValueError)


@pytest.mark.parametrize("weights", ["", "sha256:", "sha256:" + "G" * 64, "md5:" + "0" * 64])
def test_weights_need_their_digest(weights: str) -> None:
    reader = _Sound()
    reader.made_by = replace(MADE_BY, weights=weights)
    assert broken(reader).values["field"] == "weights"
