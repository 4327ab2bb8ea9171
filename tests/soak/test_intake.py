"""Intake at length: every maker of generated documents 20,000 times, 5,000 malformed inputs."""

import pytest

from tests.generated import MAKERS, documents
from tests.generated.base import Maker
from tests.intake.test_documents import differences
from tests.intake.test_malformed import faults
from tests.malformed import malformed

pytestmark = pytest.mark.soak

_EACH = 20_000


def _named(maker: Maker) -> str:
    return f"{maker.__module__.rpartition('.')[2]}{maker.__name__}"


@pytest.mark.parametrize("maker", MAKERS, ids=_named)
def test_every_character_of_every_form_is_mapped_to_its_bytes(maker: Maker) -> None:
    generated = documents(_EACH, seed=7, makers=(maker,))
    assert [wrong for document in generated for wrong in differences(document)] == []


@pytest.mark.parametrize("start", range(0, 5_000, 500))
def test_malformed_inputs_give_articles_or_clear_refusals(start: int) -> None:
    assert [fault for given in malformed(500, start=start) for fault in faults(given)] == []
