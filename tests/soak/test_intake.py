"""Intake at length: 100,000 generated documents, 2,000 malformed inputs."""

import pytest

from tests.generated import documents
from tests.intake.test_documents import differences
from tests.intake.test_malformed import faults
from tests.malformed import malformed

pytestmark = pytest.mark.soak

_PART = 10_000


@pytest.mark.parametrize("start", range(0, 100_000, _PART))
def test_every_character_of_a_hundred_thousand_documents_is_mapped_to_its_bytes(start: int) -> None:
    generated = documents(_PART, seed=7, start=start)
    assert [wrong for document in generated for wrong in differences(document)] == []


@pytest.mark.parametrize("start", range(0, 2_000, 500))
def test_two_thousand_malformed_inputs_give_articles_or_clear_refusals(start: int) -> None:
    assert [fault for given in malformed(500, start=start) for fault in faults(given)] == []
