import io
import logging
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from tests.intake.web.server import HTML, Answer, Server, fetcher_for
from tests.web.importing import HELD, HeldReader, over
from wortlaut import service
from wortlaut.errors import RecordForeign
from wortlaut.intake import Facts
from wortlaut.service import Summary
from wortlaut.settings import Settings
from wortlaut.types import Provenance
from wortlaut.web.imports.job import Job, State
from wortlaut.web.imports.jobs import Jobs
from wortlaut.web.imports.uploads import Sent, sent_addresses, sent_files, sent_text

FACTS = Facts()


@pytest.fixture
def reader() -> HeldReader:
    return HeldReader()


@pytest.fixture
def jobs(tmp_path: Path, reader: HeldReader) -> Iterator[Jobs]:
    made = Jobs(Settings(db=tmp_path / "record.db"), reader=reader)
    yield made
    reader.may_go.set()
    made.close()


def begun(jobs: Jobs, sent: Sent) -> Job:
    job = jobs.submit(sent)
    assert job is not None
    return job


def folder_of(sent: Sent) -> Path:
    assert sent.folder is not None
    return Path(sent.folder.name)


def files(*texts: str) -> Sent:
    return sent_files((f"{number}.txt", io.BytesIO(text.encode())) for number, text in enumerate(texts))


def test_what_is_sent_comes_in_and_its_files_go(jobs: Jobs, tmp_path: Path) -> None:
    sent = files("„Eins“, sagte Ada.", "", "„Zwei“, rief Bo. KAPUTT", "„Drei“, rief Bo.")
    job = over(jobs, begun(jobs, sent).id)
    assert job.state is State.DONE
    assert job.summary == Summary(stored=2, rejected=2, statements=2, tokens=job.summary.tokens)
    assert [each.origin.path for each in job.refused] == ["1.txt", "2.txt"]
    assert [each.origin.path for each in job.arrived] == ["0.txt", "3.txt"]
    assert not folder_of(sent).exists()
    assert len(list(service.statements(settings=Settings(db=tmp_path / "record.db")))) == 2


def test_they_are_read_one_after_the_other(jobs: Jobs, reader: HeldReader) -> None:
    first = begun(jobs, sent_text(HELD, "a", FACTS))
    assert reader.has_begun.wait(20)
    others = [begun(jobs, sent_text(f"„Satz {number}“, sagte Bo.", "b", FACTS)) for number in range(2)]
    states = [job.state for job in reversed(jobs.all())]
    assert states == [State.READING, State.WAITING, State.WAITING]
    assert [jobs.ahead_of(job.id) for job in (first, *others)] == [0, 1, 2]
    reader.may_go.set()
    assert [over(jobs, job.id).state for job in (first, *others)] == [State.DONE] * 3


def test_statements_are_there_while_later_items_are_read(jobs: Jobs, reader: HeldReader, tmp_path: Path) -> None:
    early = [f"„Satz {number}“, sagte Bo." for number in range(8)]  # as many as are kept together
    job = begun(jobs, files(*early, HELD))
    assert reader.has_begun.wait(20)
    now = jobs.get(job.id)
    assert now is not None
    assert (now.state, now.summary.stored, len(now.arrived)) == (State.READING, 8, 8)
    assert len(list(service.statements(settings=Settings(db=tmp_path / "record.db")))) == 8


def test_no_more_than_some_wait(jobs: Jobs, reader: HeldReader) -> None:
    begun(jobs, sent_text(HELD, "a", FACTS))
    assert reader.has_begun.wait(20)
    waiting = [sent_text("Text.", "b", FACTS) for _ in range(20)]
    assert all(jobs.submit(each) for each in waiting)
    one_more = sent_text("Text.", "c", FACTS)
    assert jobs.submit(one_more) is None
    assert not folder_of(one_more).exists()
    assert all(folder_of(each).exists() for each in waiting)


def test_only_the_latest_are_known(jobs: Jobs) -> None:
    names = []
    for number in range(55):
        names.append(begun(jobs, sent_text(f"Satz {number}.", "a", FACTS)).id)
        over(jobs, names[-1])
    assert jobs.get(names[0]) is None
    assert [job.id for job in jobs.all()] == names[:-52:-1]


def test_one_that_waits_is_stopped_at_once(jobs: Jobs, reader: HeldReader) -> None:
    begun(jobs, sent_text(HELD, "a", FACTS))
    assert reader.has_begun.wait(20)
    sent = sent_text("Text.", "b", FACTS)
    job = begun(jobs, sent)
    jobs.stop(job.id)
    stopped = jobs.get(job.id)
    assert stopped is not None
    assert (stopped.state, folder_of(sent).exists()) == (State.STOPPED, False)


def test_one_that_is_read_is_stopped_with_what_is_at_hand(jobs: Jobs, reader: HeldReader) -> None:
    sent = files(HELD, *(f"Satz {number}." for number in range(20)))
    job = begun(jobs, sent)
    assert reader.has_begun.wait(20)
    jobs.stop(job.id)
    reader.may_go.set()
    stopped = over(jobs, job.id)
    assert (stopped.state, stopped.summary.stored, folder_of(sent).exists()) == (State.STOPPED, 8, False)


def test_all_end_with_the_server(jobs: Jobs, reader: HeldReader) -> None:
    sent = [files(HELD, *(f"Satz {number}." for number in range(20))), sent_text("Text.", "b", FACTS)]
    names = [begun(jobs, each).id for each in sent]
    assert reader.has_begun.wait(20)
    closing = Thread(target=jobs.close)
    closing.start()
    reader.may_go.set()
    closing.join(20)
    assert [over(jobs, name).state for name in names] == [State.STOPPED] * 2
    assert [folder_of(each).exists() for each in sent] == [False] * 2
    late = sent_text("Text.", "c", FACTS)
    assert (jobs.submit(late), folder_of(late).exists()) == (None, False)


def test_failure_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.write_bytes(b"this is no record, and never was one" * 100)
    jobs = Jobs(Settings(db=path), reader=HeldReader())
    sent = sent_text("Text.", "a", FACTS)
    job = over(jobs, begun(jobs, sent).id)
    assert (job.state, type(job.error), folder_of(sent).exists()) == (State.FAILED, RecordForeign, False)
    path.unlink()
    assert over(jobs, begun(jobs, sent_text("Text.", "a", FACTS)).id).state is State.DONE


def test_fault_of_the_program_is_a_failure_without_words_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(HeldReader):
        @property
        def made_by(self) -> Provenance:  # type: ignore[override]  # a property that fails, as no reader has
            raise RuntimeError(" ".join(["ein", "Satz", "aus", "einem", "Artikel"]))

    jobs = Jobs(Settings(db=tmp_path / "record.db"), reader=Broken())
    with caplog.at_level(logging.INFO, "wortlaut.web"):
        job = over(jobs, begun(jobs, sent_text("Ein Satz.", "Der Titel", FACTS)).id)
        jobs.close()
    assert (job.state, job.error) == (State.FAILED, None)
    assert "RuntimeError in import" in caplog.text
    assert "import of text failed: 0 stored" in caplog.text
    assert [each for each in ("ein Satz", "Ein Satz", "Der Titel") if each in caplog.text] == []


def test_addresses_are_asked_one_by_one(tmp_path: Path) -> None:
    page = "<html><body><article><p>„Der Deich hält“, sagte Ada zu Ben.</p></article></body></html>".encode()
    with Server() as server:
        addresses = [server.put("/a", Answer(body=page, headers=HTML)), server.at("/none"), "http://10.0.0.1/"]
        fetcher = fetcher_for(seconds_between_requests=0)
        jobs = Jobs(Settings(db=tmp_path / "record.db"), reader=HeldReader(), fetcher=fetcher)
        job = over(jobs, begun(jobs, sent_addresses(addresses)).id)
    assert (job.state, job.summary.stored, [each.why.code for each in job.refused if each.why]) == (
        State.DONE,
        1,
        ["web_missing", "web_forbidden"],
    )
