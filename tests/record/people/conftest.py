import pytest

from tests.record.builder import keep
from tests.record.people.ferry import DIRECT, INDIRECT, NEWS
from wortlaut.record import Record


@pytest.fixture
def news(record: Record) -> Record:
    keep(record, NEWS, [INDIRECT, DIRECT])
    return record
