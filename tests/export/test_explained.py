from pathlib import Path

import pytest

from wortlaut import service
from wortlaut.export.explained import PartyExplained, explained, notes
from wortlaut.settings import Settings
from wortlaut.texts import Texts

ITEMS = Path(__file__).parents[2] / "examples" / "items"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of a record with one example item."""
    settings = Settings(db=tmp_path_factory.mktemp("explained") / "record.db")
    service.read([str(ITEMS / "klinik-akten.html")], settings=settings)
    return settings


def told(settings: Settings, language: str) -> list[PartyExplained]:
    found = [each.statement.id for each in service.statements(settings=settings)]
    return [party for each in found for party in explained(service.why(each, settings=settings), Texts(language))]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_party_has_words_way_and_outcome(settings: Settings, language: str) -> None:
    texts = Texts(language)
    for party in told(settings, language):
        labels = [label for label, _ in party.way]
        assert {texts("why.words"), texts("why.way")} <= set(labels)
        assert party.outcome
        assert party.who


def test_shares_of_candidates_make_one(settings: Settings) -> None:
    chosen = [party.candidates for party in told(settings, "en") if party.candidates]
    assert chosen
    assert [round(sum(each.share for each in candidates), 6) for candidates in chosen] == [1.0] * len(chosen)
    assert {candidates[-1].name for candidates in chosen} == {Texts("en")("why.nobody")}


def test_what_a_person_said_stands_before(settings: Settings) -> None:
    first = next(each for each in service.statements(settings=settings) if len(each.speakers) == 1)
    before = list(notes(service.why(first.statement.id, settings=settings), Texts("en")))
    service.correct(first.statement.id, service.Wording(who=("Cleo Brand",)), by="Dora", settings=settings)
    (note,) = notes(service.why(first.statement.id, settings=settings), Texts("en"))
    assert before == []
    assert note.startswith("A person said: Cleo Brand")
