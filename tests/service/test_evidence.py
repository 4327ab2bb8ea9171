"""The evidence of a statement of the record, made anew from what holds."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.saying import DAM, SayingReader
from wortlaut import service
from wortlaut.decisions import Values, Who
from wortlaut.errors import NotInRecord
from wortlaut.language import analyse, lemmas
from wortlaut.meaning.who.explaining import How, Outcome
from wortlaut.record import Meant, Record, ToKeep
from wortlaut.service.evidence import Why, why
from wortlaut.service.meaning import GERMAN_MEANING
from wortlaut.service.opening import GERMAN
from wortlaut.settings import Settings
from wortlaut.types import Article, Attribution, Found, PartyKind, Standing, StatementPart


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A record that has the article about the dam."""
    made = Settings(db=tmp_path / "record.db")
    (tmp_path / "dam.txt").write_text(DAM, "utf-8")
    service.read([str(tmp_path / "dam.txt")], settings=made, reader=SayingReader())
    return made


def found_in(settings: Settings) -> dict[str, Found]:
    """The statements by their words."""
    return {each.statement.quote[0].of(DAM): each for each in service.statements(settings=settings)}


def why_of(settings: Settings, quote: str) -> Why:
    return why(found_in(settings)[quote].statement.id, settings=settings)


def test_every_statement_is_explained_as_the_record_has_it(settings: Settings) -> None:
    for quote, found in found_in(settings).items():
        made = why_of(settings, quote)
        assert made.found == found
        assert [each.explanation.party.name for each in made.parties] == [
            each.name for each in (*found.speakers, *found.addressees)
        ]
        assert (made.is_other, made.is_decided, made.is_unheard) == (False, False, False)
        assert made.made_by == made.now_by == GERMAN_MEANING.made_by


def test_speaker_comes_before_addressee_and_both_lead_to_actors(settings: Settings) -> None:
    made = why_of(settings, "„Wir messen täglich“")
    assert [each.explanation.is_addressee for each in made.parties] == [False, True]
    assert [each.explanation.how for each in made.parties] == [How.CHOICE, How.WORDS]
    assert [each.linked.name for each in made.parties if each.linked is not None] == [
        "Kurt Wiesengrund",
        "Arno Lohfeld",
    ]


def test_id_may_be_cut_short(settings: Settings) -> None:
    whole = found_in(settings)["„Der Damm hält“"].statement.id
    assert why(whole[:8], settings=settings).found.statement.id == whole


def test_unknown_statement_is_an_error(settings: Settings) -> None:
    with pytest.raises(NotInRecord):
        why("s00", settings=settings)


def test_what_a_person_decided_is_told_beside_what_is_found(settings: Settings) -> None:
    asked = found_in(settings)["„Die Fugen sind offen.“"].statement.id
    service.correct(asked, Values(who=(Who(PartyKind.PERSON, "Arno Lohfeld"),)), by="Ada", settings=settings)
    made = why(asked, settings=settings)
    assert [each.name for each in made.found.speakers] == ["Arno Lohfeld"]
    assert [(each.part, each.by) for each in made.verdicts] == [(StatementPart.WHO, "Ada")]
    assert made.is_decided
    assert made.parties[0].explanation.wording is None


def test_corrected_mention_is_what_is_explained(settings: Settings) -> None:
    asked = found_in(settings)["„Die Fugen sind offen.“"].statement.id
    place = DAM.index("Lohfeld.")
    span = replace(found_in(settings)["„Der Damm hält“"].statement.quote[0], start=place, end=place + 7)
    service.correct(asked, Values(speakers=((span,),)), by="Ada", settings=settings)
    made = why(asked, settings=settings)
    assert made.parties[0].explanation.party.name == "Arno Lohfeld"
    assert not made.is_other


def test_rejected_statement_says_nothing_about_others_but_is_explained_itself(settings: Settings) -> None:
    asked = found_in(settings)["„Der Damm hält“"].statement.id
    service.reject(asked, by="Ada", settings=settings)
    made = why(asked, settings=settings)
    assert (made.found.standing, made.is_unheard) == (Standing.REJECTED, True)
    assert made.parties[0].explanation.party.name == "Kurt Wiesengrund"
    other = why_of(settings, "„Wir messen täglich“")
    assert not other.is_other
    choosing = other.parties[0].explanation.choosing
    assert choosing is not None
    assert "last speaker" not in {each.feature for each in choosing.choices[0].supports}


def kept(path: Path, article: Article, made_by: str | None) -> Settings:
    """A record of the article in which another program found nobody; with None none looked."""
    document, reader = analyse(article.text), SayingReader()
    (statements,) = reader.read([article], [document])
    empty = [Attribution(each.id, (), ()) for each in statements]
    meant = None if made_by is None else Meant(empty, made_by)
    item = ToKeep(article, document, lemmas(document), statements, reader.made_by, meant)
    with Record.open(path, create=True, language=GERMAN if made_by else None) as record:
        record.keep_all([item])
    return Settings(db=path)


@pytest.fixture
def article(settings: Settings) -> Article:
    (found, *_) = service.statements(settings=settings)
    with Record.open(settings.db, read_only=True, language=GERMAN) as record:
        return record.article(found.article.id)


def test_what_another_program_found_is_told_apart(tmp_path: Path, article: Article) -> None:
    made = why_of(kept(tmp_path / "old.db", article, "0.1.0 abc"), "„Der Damm hält“")
    assert (made.is_other, made.made_by, made.now_by) == (True, "0.1.0 abc", GERMAN_MEANING.made_by)
    assert made.stored is not None
    assert made.stored.speakers == ()
    assert made.parties[0].explanation.outcome is Outcome.NAMED


def test_record_in_which_nobody_looked_is_explained_as_well(tmp_path: Path, article: Article) -> None:
    made = why_of(kept(tmp_path / "plain.db", article, None), "„Der Damm hält“")
    assert (made.stored, made.made_by, made.is_other) == (None, None, False)
    assert made.parties[0].explanation.party.name == "Kurt Wiesengrund"
