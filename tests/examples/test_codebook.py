from pathlib import Path

import pytest

from wortlaut import service
from wortlaut.record import Filters
from wortlaut.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"
BOOK = EXAMPLES / "codebooks" / "ulwa.toml"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A record with the bundled items, read by the shipped reader, and the bundled codebook."""
    made = Settings(db=tmp_path_factory.mktemp("codebook") / "record.db", editor="Mira")
    service.read([str(EXAMPLES / "items")], settings=made)
    service.add_codebook(BOOK, settings=made)
    return made


def test_the_bundled_codebook_codes_its_examples_as_it_says() -> None:
    checked = service.check_codebook(BOOK)
    assert [each.text for each in checked.examples if not each.is_met] == []
    assert {each.category for each in checked.examples} == {"wasser", "vorwurf", "zurueckweisung", "arbeitskampf"}


def test_the_bundled_items_get_labels_of_every_category_that_is_not_by_hand(settings: Settings) -> None:
    counts = service.codebook("ulwa", settings=settings).counts
    assert counts.keys() == {"wasser", "vorwurf", "zurueckweisung", "arbeitskampf"}
    assert list(service.verify(settings=settings)) == []


def test_of_blame_no_statement_has_two(settings: Settings) -> None:
    blamed = [
        [each.category for each in found.labels if each.category in ("vorwurf", "zurueckweisung")]
        for found in service.statements(Filters(label="ulwa:schuld"), settings=settings)
    ]
    assert {len(each) for each in blamed} == {1}
