import gzip
from pathlib import Path

import pytest

from tests.record.builder import Words
from wortlaut.record import Filters, Record
from wortlaut.types import Party, Provenance, Span, Standing

RELEASED = Path(__file__).with_name("released")


@pytest.fixture(params=sorted(RELEASED.glob("*.db.gz")), ids=lambda path: path.name)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A record as a released version of the program left it."""
    path = tmp_path / "sammlung.db"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


TEXT = "Reeder Ole Brandis sagte dem Rat: „Wir zahlen nichts“, das sei „Unfug“. Die Häuser am Hafen blieben leer."


def test_a_released_record_is_whole_after_it_was_opened(released: Path) -> None:
    with Record.open(released, language=Words()) as record:
        assert list(record.verify()) == []
        assert {each.text for each in record.articles()} == {"Neu. " + TEXT, "Nichts wurde gesagt."}
        assert [each.statement.quote[0].of(each.article.text) for each in record.statements()] == ["„Unfug“"]


def test_what_was_found_is_found_with_its_ids_and_parties(released: Path) -> None:
    with Record.open(released, language=Words()) as record:
        lost = next(record.statements(Filters(standing=Standing.LOST)))
        assert lost.article.text == "Neu. " + TEXT
        first = "„Wir zahlen nichts“"
        at = lost.article.text.index(first)
        assert lost.statement.quote == (Span(at, at + len(first)),)
        speaker = lost.article.text.index("Ole Brandis")
        assert lost.statement.speakers == (Party((Span(speaker, speaker + len("Ole Brandis")),), 0.875),)
        assert lost.statement.made_by == Provenance("handmade", "sha256:01", "0.1.0")


def test_a_released_record_can_be_opened_to_read_only_and_is_searched(released: Path) -> None:
    with Record.open(released, read_only=True, language=Words()) as record:
        assert len(list(record.search("Unfug"))) == 1
