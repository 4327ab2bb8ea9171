from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builder import place
from tests.service.conftest import TEXT, URL, Put
from wortlaut import service
from wortlaut.decisions import Action, Values
from wortlaut.errors import DecisionImpossible, EditConflict, InputError, NotInRecord, NotInText
from wortlaut.record import Filters
from wortlaut.service import Wording
from wortlaut.settings import Settings
from wortlaut.types import Found, Party, Standing, StatementPart, StatementType


def spoken(settings: Settings) -> Found:
    [found] = service.statements(Filters(speaker="Ada"), settings=settings)
    return found


def inner(settings: Settings) -> Found:
    return service.show(spoken(settings).article.id, settings=settings).found[1]


def test_confirmed_parts_are_those_that_were_named(filled: Settings) -> None:
    decided = service.confirm(spoken(filled).statement.id, [StatementPart.TYPE], by="Ada", why="klar", settings=filled)
    assert decided.found == spoken(filled)
    assert [(each.part, each.by, each.entry) for each in spoken(filled).verdicts] == [(StatementPart.TYPE, "Ada", 1)]
    entry = decided.entry
    assert (entry.number, entry.action, entry.by, entry.why) == (1, Action.CONFIRM, "Ada", "klar")


def test_whole_statement_is_confirmed_where_no_part_is_named(filled: Settings) -> None:
    service.confirm(spoken(filled).statement.id[:8], settings=filled)
    assert [each.part for each in spoken(filled).verdicts] == [
        part for part in StatementPart if part is not StatementPart.LABELS
    ]


def test_corrected_words_are_found_in_the_article(filled: Settings) -> None:
    before = spoken(filled)
    decided = service.correct(
        before.statement.id,
        Wording(quote=('"Der Deich hält"',), addressees=(), cue=("hieß es",)),
        settings=filled,
    )
    assert decided.found is not None
    statement = decided.found.statement
    assert statement.id == before.statement.id
    assert statement.quote == (place(TEXT, "„Der Deich hält"),)
    assert (statement.addressees, statement.speakers) == ((), before.statement.speakers)
    assert statement.cue.spans == (place(TEXT, "hieß es"),)


def test_words_that_are_not_there_change_nothing(filled: Settings) -> None:
    before = spoken(filled)
    with pytest.raises(NotInText):
        service.correct(before.statement.id, Wording(cue=("rief",)), settings=filled)
    assert spoken(filled).revision == before.revision
    assert list(service.history(settings=filled)) == []


def test_values_are_taken_by_their_places(filled: Settings) -> None:
    speaker = place(TEXT, "Cleo")
    decided = service.correct(spoken(filled).statement.id, Values(speakers=((speaker,),)), settings=filled)
    assert decided.found is not None
    assert decided.found.statement.speakers == (Party((speaker,), 1.0),)


def test_rejected_statement_is_only_shown_when_everything_is(filled: Settings) -> None:
    before = spoken(filled)
    decided = service.reject(inner(filled).statement.id, settings=filled)
    assert decided.found is not None
    assert decided.found.standing is Standing.REJECTED
    article = before.article.id
    assert service.show(article, settings=filled).found == (before,)
    assert service.show(article, everything=True, settings=filled).found == (before, decided.found)


def test_rejected_statement_is_shown_where_it_is_asked_for(filled: Settings) -> None:
    rejected = service.reject(inner(filled).statement.id, settings=filled).found
    assert rejected is not None
    shown = service.show(rejected.statement.id, settings=filled)
    assert shown.found == (spoken(filled), rejected)


def test_added_statement_is_there(filled: Settings) -> None:
    wording = Wording(quote=("Das sei ein Fehler",), type=StatementType.INDIRECT, speakers=("Cleo",))
    added = service.add(spoken(filled).article.id[:6], wording, settings=filled).found
    assert added is not None
    assert added.standing is Standing.ADDED
    assert list(service.statements(Filters(speaker="Cleo"), settings=filled)) == [added]


def test_undone_addition_leaves_no_statement(filled: Settings) -> None:
    wording = Wording(quote=("Das sei ein Fehler",), type=StatementType.INDIRECT)
    added = service.add(spoken(filled).article.id, wording, settings=filled)
    undone = service.undo(added.entry.number, settings=filled)
    assert (undone.found, undone.entry.undoes) == (None, added.entry.number)
    assert service.count(settings=filled) == 2


def test_completed_article_has_every_statement_confirmed(filled: Settings) -> None:
    article = spoken(filled).article.id
    service.reject(inner(filled).statement.id, settings=filled)
    decided = service.complete(article, by="Bo", settings=filled)
    assert (decided.entry.action, decided.entry.article, decided.found) == (Action.COMPLETE, article, None)
    told = [(each.entry.action, each.entry.by, each.entry.statement) for each in service.history(settings=filled)]
    assert told[1:] == [(Action.CONFIRM, "Bo", spoken(filled).statement.id), (Action.COMPLETE, "Bo", None)]


def test_second_editor_is_told(filled: Settings) -> None:
    seen = spoken(filled)
    service.confirm(seen.statement.id, by="Ada", settings=filled)
    with pytest.raises(EditConflict) as raised:
        service.reject(seen.statement.id, by="Bo", seen=seen.revision, settings=filled)
    assert raised.value.values["by"] == "Ada"
    assert spoken(filled).standing is Standing.FOUND


def test_editor_is_the_one_of_the_settings(filled: Settings) -> None:
    assert service.confirm(spoken(filled).statement.id, settings=filled).entry.by == "Mira"


def test_editor_is_who_is_logged_in_where_none_is_set(filled: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "lotte")
    settings = Settings(db=filled.db)
    assert service.confirm(spoken(filled).statement.id, settings=settings).entry.by == "lotte"


def test_blank_name_is_none(filled: Settings) -> None:
    with pytest.raises(DecisionImpossible):
        service.confirm(spoken(filled).statement.id, by=" ", settings=filled)


def test_decision_makes_no_record(tmp_path: Path) -> None:
    settings = Settings(db=tmp_path / "none.db")
    with pytest.raises(Exception, match="no record"):
        service.confirm("s1", settings=settings)
    assert not settings.db.exists()


def test_history_has_the_text_that_its_places_mean(filled: Settings, put: Put) -> None:
    service.confirm(spoken(filled).statement.id, settings=filled)
    put({"url": URL, "text": f"Neu. {TEXT}"})
    service.reject(spoken(filled).statement.id, settings=filled)
    told = [(each.entry.number, each.entry.version, each.text) for each in service.history(settings=filled)]
    assert told == [(1, 1, TEXT), (2, 2, f"Neu. {TEXT}")]


def test_history_can_be_asked_about_one_statement(filled: Settings) -> None:
    first, second = spoken(filled), inner(filled)
    service.confirm(first.statement.id, settings=filled)
    service.confirm(second.statement.id, settings=filled)
    told = service.history(second.statement.id[:9], settings=filled)
    assert [each.entry.statement for each in told] == [second.statement.id]
    with pytest.raises(NotInRecord):
        list(service.history("s0000", settings=filled))


def test_decision_without_a_place_waits_with_its_words(filled: Settings, put: Put) -> None:
    entry = service.confirm(spoken(filled).statement.id, settings=filled).entry
    put({"url": URL, "text": "„Ganz anderes“, rief Dora."})
    waiting = list(service.waiting(settings=filled))
    assert {each.waiting.entry.digest for each in waiting} == {entry.digest}
    assert {each.text for each in waiting} == {TEXT}


@pytest.mark.parametrize("verb", [service.confirm, service.reject])
def test_part_that_no_statement_has_is_refused(filled: Settings, verb: Callable[..., object]) -> None:
    with pytest.raises(InputError, match="no part foo"):
        verb(spoken(filled).statement.id, ["type", "foo"], settings=filled)
    assert list(service.history(settings=filled)) == []


def test_one_part_alone_is_that_part(filled: Settings) -> None:
    service.confirm(spoken(filled).statement.id, StatementPart.TYPE, settings=filled)  # type: ignore[arg-type]
    assert [each.part for each in spoken(filled).verdicts] == [StatementPart.TYPE]


def test_number_beyond_all_entries_is_missing(filled: Settings) -> None:
    with pytest.raises(DecisionImpossible):
        service.undo(10**30, settings=filled)


def test_completing_tells_what_it_confirmed(filled: Settings) -> None:
    decided = service.complete(spoken(filled).article.id, settings=filled)
    assert [each.number for each in decided.confirmed] == [1, 2]
    assert decided.entry.number == 3
