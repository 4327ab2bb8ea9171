from dataclasses import replace
from datetime import UTC, date, datetime

from tests.builder import head
from wortlaut.service import Retracted, Summary, Taken
from wortlaut.types import Origin, Rejected, Stage, Withdrawn
from wortlaut.web.imports.job import Arrival, Arrived, Job, Kind, State

JOB = Job("1", Kind.FILES, ("a.jsonl", "b.zip", "c.txt"), (100, 200, 100), datetime(2026, 3, 4, tzinfo=UTC))


def taken(path: str, byte: int = 0, *, unchanged: bool = False, version: int = 1) -> Taken:
    return Taken(head("Text."), Origin(path, byte=byte), (), unchanged, 5, ("Eine Notiz.",), version)


def test_what_came_in_is_counted_and_told() -> None:
    job = JOB.plus(taken("a.jsonl")).plus(taken("a.jsonl", 50, version=2)).plus(taken("a.jsonl", 60, unchanged=True))
    article = head("Text.")
    arrived = Arrived(
        "a1", "Text.", "Elbkurier", article.published, 0, Arrival.NEW, Origin("a.jsonl"), ("Eine Notiz.",)
    )
    assert job.arrived == (
        arrived,
        replace(arrived, arrival=Arrival.CHANGED, origin=Origin("a.jsonl", byte=50)),
        replace(arrived, arrival=Arrival.UNCHANGED, origin=Origin("a.jsonl", byte=60), notes=()),
    )
    assert (job.summary, job.changed) == (Summary(stored=2, unchanged=1, tokens=15), 1)


def test_refusals_and_withdrawals_are_told_apart() -> None:
    refused = Rejected("no", Stage.INTAKE, Origin("a.jsonl"))
    gone = Retracted(Withdrawn("a1", Origin("a.jsonl")))
    job = JOB.plus(refused).plus(gone)
    assert (job.refused, job.retracted, job.arrived) == ((refused,), (gone,), ())
    assert job.summary == Summary(rejected=1, withdrawn=1)


def test_share_goes_by_bytes_and_packed_files_count_when_they_are_done() -> None:
    steps = [JOB]
    for path, byte in (("a.jsonl", 50), ("a.jsonl", 900), ("b.zip!/x.txt", 70), ("b.zip!/y.txt", 90), ("c.txt", 0)):
        steps.append(steps[-1].plus(taken(path, byte)))
    assert [each.share for each in steps] == [0, 50 / 400, 100 / 400, 100 / 400, 100 / 400, 300 / 400]
    assert replace(steps[-1], state=State.DONE).share == 1


def test_share_of_addresses_goes_by_their_number() -> None:
    job = Job("1", Kind.ADDRESSES, ("https://a.example", "https://b.example"), (0, 0), JOB.asked_at)
    job = job.plus(taken("https://b.example", 5000))
    assert (job.at, job.share) == (1, 0.5)


def test_of_very_many_the_latest_are_told_and_all_are_counted() -> None:
    job = JOB
    for number in range(130):
        job = job.plus(taken("a.jsonl", number)).plus(Rejected(str(number), Stage.INTAKE, Origin("a.jsonl")))
    assert [each.origin.byte for each in job.arrived] == list(range(30, 130))
    assert [each.reason for each in job.refused] == [str(number) for number in range(100)]
    assert job.summary == Summary(stored=130, rejected=130, tokens=650)


def test_day_is_kept() -> None:
    told = JOB.plus(replace(taken("a.jsonl"), article=replace(head("Text."), published=date(2026, 3, 4))))
    assert [each.published for each in told.arrived] == [date(2026, 3, 4)]
