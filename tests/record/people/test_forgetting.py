import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.record.builder import Words, article, keep, statement
from wortlaut.decisions import Complete
from wortlaut.record import Record

NEWS = article("Er rief: „Kein Cent für die Fähre“. Der Rat schwieg dazu.", url="https://example.org/faehre")
THEIRS = statement(NEWS, "„Kein Cent für die Fähre“")


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """A context in which the disk has no room for a larger file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def is_to_be_purged(record: Record) -> bool:
    with record._reading() as connection:
        return bool(connection.exec_driver_sql("SELECT count(*) FROM about WHERE name = 'to_purge'").scalar_one())


def test_what_another_wrote_while_the_file_was_written_anew_is_looked_at_again(
    record: Record, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(record, NEWS, [THEIRS])
    begin, begun = record._writing, 0

    @contextmanager
    def writing() -> Iterator[Connection]:
        nonlocal begun
        begun += 1
        if begun == 2:  # the erasing is done, the file written anew
            other.decide(Complete(NEWS.id), by="Ben")
        with begin() as connection:
            yield connection

    with Record.open(path, language=Words()) as other:
        monkeypatch.setattr(record, "_writing", writing)
        assert not record.erase_statements([THEIRS.id], by="Anna").is_purged
        assert is_to_be_purged(other)
    with Record.open(path) as opened:
        assert not is_to_be_purged(opened)


def test_a_record_opens_where_the_disk_has_no_room_to_write_it_anew(record: Record, path: Path) -> None:
    keep(record, NEWS, [THEIRS])
    with record._writing() as connection:
        connection.exec_driver_sql("INSERT INTO about VALUES ('to_purge', 'yes')")
    with files_of_at_most(40_000), Record.open(path) as opened:
        assert [each.statement.id for each in opened.statements()] == [THEIRS.id]
        assert is_to_be_purged(opened)
    with Record.open(path) as opened:
        assert not is_to_be_purged(opened)
