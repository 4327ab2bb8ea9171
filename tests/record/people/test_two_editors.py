from pathlib import Path

from tests.record.builder import Words, article, keep, statement
from tests.record.editors import races
from wortlaut.record import Record

NEWS = article("„Wir zahlen nichts“, rief Reeder Ole Brandis.", url="https://example.org/1")
SAID = statement(NEWS, "„Wir zahlen nichts“")


def no_update_is_lost(path: Path, times: int) -> None:
    with Record.open(path, create=True, language=Words()) as record:
        keep(record, NEWS, [SAID])
    outcomes = list(races(path, SAID.id, times=times))
    assert [sorted(each.values()) for each in outcomes] == [["conflict", "decided"]] * times
    with Record.open(path, language=Words()) as record:
        entries = list(record.history(SAID.id))
        assert [each.by for each in entries] == [
            next(name for name, told in each.items() if told == "decided") for each in outcomes
        ]
        assert entries[-1].values is not None
        assert record.statement(SAID.id).statement.type is entries[-1].values.type
        assert list(record.verify()) == []


def test_of_two_editors_at_once_one_decides_and_the_other_is_told(path: Path) -> None:
    no_update_is_lost(path, 25)
