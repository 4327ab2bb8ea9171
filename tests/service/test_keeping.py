from pathlib import Path

from tests.service.conftest import TEXT, URL, Put
from wortlaut import service
from wortlaut.matching.overlap import ChangeKind
from wortlaut.record import Filters
from wortlaut.settings import Settings


def test_versions_tell_what_became_of_the_statements(filled: Settings, put: Put) -> None:
    put({"url": URL, "text": TEXT.replace("sagte Ada zu Ben.", "sagte Ada. „Neu“, rief Bo.")})
    [before] = service.statements(Filters(speaker="Ada"), settings=filled)
    first, second = service.versions(before.article.id[:9], settings=filled)
    assert (first.version.number, first.version.is_current, first.before, first.changes) == (1, False, None, ())
    assert (second.version.number, second.version.is_current, second.before) == (2, True, first.version)
    text = second.version.article.text
    told = [(each.kind, each.new.quote[0].of(text)) for each in second.changes if each.new is not None]
    assert told == [
        (ChangeKind.KEPT, "„Der Deich hält ‚noch‘“"),
        (ChangeKind.KEPT, "‚noch‘"),
        (ChangeKind.ADDED, "„Neu“"),
    ]


def test_rejected_statement_is_not_compared(filled: Settings, put: Put) -> None:
    [found] = service.statements(Filters(speaker="Ada"), settings=filled)
    service.reject(found.statement.id, settings=filled)
    put({"url": URL, "text": f"{TEXT} Ende."})
    _, second = service.versions(found.article.id, settings=filled)
    assert [each.kind for each in second.changes] == [ChangeKind.KEPT]


def test_backup_can_be_restored(filled: Settings, tmp_path: Path) -> None:
    before = list(service.statements(settings=filled))
    made = service.backup(tmp_path / "backup.db", settings=filled)
    service.reject(before[0].statement.id, settings=filled)
    done = service.restore(made, settings=filled)
    assert (made, done.path) == (tmp_path / "backup.db", filled.db)
    assert list(service.statements(settings=filled)) == before
    assert done.aside is not None
    assert service.count(settings=Settings(db=done.aside)) == 1
    assert list(service.verify(settings=filled)) == []
