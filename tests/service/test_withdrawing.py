import json
from collections.abc import Mapping
from pathlib import Path

from tests.builder import ToyReader
from wortlaut import service
from wortlaut.record import Filters
from wortlaut.service import Outcome, Retracted, Summary, Taken, tell_retracted
from wortlaut.settings import Settings
from wortlaut.types import Rejected, Stage, Standing

NAME = "urn:newsml:dpx.example:20260301:17"
ITEM = {
    "uri": NAME,
    "version": "1",
    "pubstatus": "usable",
    "versioncreated": "2026-03-01T10:00:00Z",
    "headline": "Streit um die Fähre",
    "provider": "dpx",
    "body_text": "„Wir zahlen nichts“, rief Reeder Brandis.",
}
KILL = ITEM | {"version": "2", "pubstatus": "canceled", "ednote": "Das Zitat ist erfunden."}
CORRECTED = ITEM | {"version": "3", "body_text": "„Wir zahlen“, rief Reeder Brandis."}


def read(folder: Path, settings: Settings, *items: Mapping[str, str]) -> tuple[Summary, list[Outcome]]:
    path = folder / "dpx.ninjs"
    path.write_text(json.dumps(items, ensure_ascii=False), "utf-8")
    outcomes: list[Outcome] = []
    return service.read([str(path)], settings=settings, reader=ToyReader(), progress=outcomes.append), outcomes


def test_what_an_agency_takes_back_is_counted_and_out_of_view(tmp_path: Path, settings: Settings) -> None:
    read(tmp_path, settings, ITEM)
    summary, (outcome,) = read(tmp_path, settings, KILL)
    assert (summary, summary.read) == (Summary(withdrawn=1), 1)
    assert isinstance(outcome, Retracted)
    assert (outcome.withdrawn.why, outcome.unchanged) == ("Das Zitat ist erfunden.", False)
    assert [each.is_withdrawn for each in outcome.articles] == [True]
    assert service.count(settings=settings) == 0
    assert service.count(Filters(standing=Standing.WITHDRAWN), settings=settings) == 1


def test_said_again_it_is_unchanged_and_counted_so(tmp_path: Path, settings: Settings) -> None:
    read(tmp_path, settings, ITEM, KILL)
    summary, outcomes = read(tmp_path, settings, ITEM, KILL)
    assert summary == Summary(unchanged=2)
    assert [isinstance(each, Retracted) and each.unchanged for each in outcomes] == [False, True]
    assert len(list(service.history(settings=settings))) == 1


def test_an_item_that_was_taken_back_before_is_told_to_be(tmp_path: Path, settings: Settings) -> None:
    summary, (retracted,) = read(tmp_path, settings, KILL)
    assert isinstance(retracted, Retracted)
    assert (summary, retracted.articles) == (Summary(withdrawn=1), ())
    summary, (taken,) = read(tmp_path, settings, ITEM)
    assert isinstance(taken, Taken)
    assert (taken.found, taken.article.is_withdrawn) == ((), True)
    assert summary == Summary(stored=1, tokens=taken.tokens)


def test_a_corrected_version_brings_it_back(tmp_path: Path, settings: Settings) -> None:
    summary, outcomes = read(tmp_path, settings, CORRECTED, KILL, ITEM)
    assert (summary.stored, summary.withdrawn, summary.statements) == (2, 1, 1)
    (found,) = service.statements(settings=settings)
    assert found.statement.quote[0].of(found.article.text) == "„Wir zahlen“"
    shown = service.show(found.article.id, settings=settings)
    assert (shown.article.revision, shown.is_current, shown.withdrawn) == (3, True, None)
    assert [isinstance(each, Taken) and each.article.is_withdrawn for each in outcomes] == [False, False, True]


def test_show_tells_who_took_it_back_and_has_the_statements_where_all_are_asked_for(
    tmp_path: Path, settings: Settings
) -> None:
    read(tmp_path, settings, ITEM, KILL)
    (hidden,) = service.statements(Filters(standing=Standing.WITHDRAWN), settings=settings)
    shown = service.show(hidden.article.id, settings=settings)
    assert shown.withdrawn is not None
    assert (shown.withdrawn.by, shown.withdrawn.why, shown.found) == ("dpx", "Das Zitat ist erfunden.", ())
    everything = service.show(hidden.article.id, everything=True, settings=settings)
    assert [each.standing for each in everything.found] == [Standing.WITHDRAWN]
    asked = service.show(hidden.statement.id, settings=settings)
    assert [each.standing for each in asked.found] == [Standing.WITHDRAWN]
    (told,) = service.history(hidden.article.id, settings=settings)
    assert told.entry == shown.withdrawn


def test_people_undo_it_and_what_they_decided_is_there(tmp_path: Path, settings: Settings) -> None:
    read(tmp_path, settings, ITEM)
    (said,) = service.statements(settings=settings)
    service.confirm(said.statement.id, settings=settings)
    service.complete(said.article.id, settings=settings)
    read(tmp_path, settings, KILL)
    assert list(service.export_lines(format=service.ExportFormat.CORPUS, settings=settings)) == []
    (_, _, entry) = service.history(settings=settings)
    assert service.undo(entry.entry.number, settings=settings).entry.statement is None
    (again,) = service.statements(settings=settings)
    assert again.verdicts
    assert len(list(service.export_lines(format=service.ExportFormat.CORPUS, settings=settings))) == 1


def test_what_takes_back_an_erased_item_is_refused(tmp_path: Path, settings: Settings) -> None:
    read(tmp_path, settings, ITEM)
    (said,) = service.statements(settings=settings)
    service.erase([said.article.id], settings=settings)
    summary, (outcome,) = read(tmp_path, settings, KILL)
    assert summary == Summary(rejected=1)
    assert isinstance(outcome, Rejected)
    assert outcome.stage is Stage.RECORD


def test_it_is_told_in_words(tmp_path: Path, settings: Settings) -> None:
    _, (before,) = read(tmp_path, settings, KILL)
    assert isinstance(before, Retracted)
    place = tmp_path / "dpx.ninjs"
    assert tell_retracted(before) == (
        f"{place}, record 1, line 1: dpx takes back {NAME}. That holds for its versions up to number 2. The record "
        "does not have it; should it come in, it stays out of view. Because: Das Zitat ist erfunden."
    )
    assert tell_retracted(before, "de") == (
        f"{place}, Datensatz 1, Zeile 1: dpx zieht {NAME} zurück. Das gilt für die Fassungen bis zur Nummer 2. Die "
        "Sammlung hat sie nicht; kommt sie noch, so bleibt sie verborgen. Grund: Das Zitat ist erfunden."
    )
