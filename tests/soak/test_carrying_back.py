"""From the bytes to the statements and back, at length: 100,000 generated documents."""

import pytest

from tests.carrying import carry_back
from tests.generated import documents
from wortlaut.reading import load
from wortlaut.settings import Settings

pytestmark = pytest.mark.soak

_PART = 10_000


@pytest.mark.parametrize("start", range(0, 100_000, _PART))
def test_every_span_of_every_statement_leads_to_the_bytes_it_was_written_as(start: int) -> None:
    carried = carry_back(documents(_PART, seed=7, start=start), load(Settings().reader))
    assert carried.astray == []
    assert (carried.documents, carried.statements > 4 * _PART) == (_PART, True)
