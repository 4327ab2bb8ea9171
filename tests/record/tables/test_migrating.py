import gzip
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.record.builder import OTHER_READER, READER, Words, article, keep
from tests.record.cast import BRANDIS, Knowing
from wortlaut.decisions import Action
from wortlaut.record import Filters, Kept, Record
from wortlaut.types import Article, ArticleKind, Party, Provenance, Span, Standing, Statement, StatementType

RELEASED = Path(__file__).with_name("released")


@pytest.fixture(params=sorted(RELEASED.glob("*.db.gz")), ids=lambda path: path.name)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A record as a released version of the program left it."""
    path = tmp_path / "sammlung.db"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


TEXT = "Reeder Ole Brandis sagte dem Rat: „Wir zahlen nichts“, das sei „Unfug“. Die Häuser am Hafen blieben leer."


def test_a_released_record_is_whole_after_it_was_opened(released: Path) -> None:
    with Record.open(released, language=Words()) as record:
        assert list(record.verify()) == []
        assert {each.text for each in record.articles()} == {"Neu. " + TEXT, "Nichts wurde gesagt."}
        assert [each.statement.quote[0].of(each.article.text) for each in record.statements()] == ["„Unfug“"]


def test_what_was_found_is_found_with_its_ids_and_parties(released: Path) -> None:
    with Record.open(released, language=Words()) as record:
        lost = next(record.statements(Filters(standing=Standing.LOST)))
        assert lost.article.text == "Neu. " + TEXT
        first = "„Wir zahlen nichts“"
        at = lost.article.text.index(first)
        assert lost.statement.quote == (Span(at, at + len(first)),)
        speaker = lost.article.text.index("Ole Brandis")
        assert lost.statement.speakers == (Party((Span(speaker, speaker + len("Ole Brandis")),), 0.875),)
        assert lost.statement.made_by == Provenance("handmade", "sha256:01", "0.1.0")


def test_a_released_record_can_be_opened_to_read_only_and_is_searched(released: Path) -> None:
    with Record.open(released, read_only=True, language=Words()) as record:
        assert len(list(record.search("Unfug"))) == 1


def test_content_of_a_released_record_is_known_again_and_new_content_says_more(released: Path) -> None:
    with Record.open(released, language=Words()) as record:
        head = next(each for each in record.articles() if each.text.startswith("Neu"))
        again = record.article(head.id)
        assert keep(record, again, list(statements_of(record, again))) is Kept.UNCHANGED
        told = replace(again, subtitle="Im Hafen", revision=3, kind=ArticleKind.TICKER)
        assert keep(record, told, list(statements_of(record, told))) is Kept.STORED
        assert [each.article.subtitle for each in record.versions(head.id)] == [None, None, "Im Hafen"]
        assert list(record.verify()) == []


def statements_of(record: Record, item: Article) -> Iterator[Statement]:
    for found in record.of_article(item.id):
        yield replace(found.statement, made_by=READER)


def test_what_people_decided_before_the_third_schema_still_holds(tmp_path: Path) -> None:
    path = tmp_path / "sammlung.db"
    path.write_bytes(gzip.decompress((RELEASED / "v2.db.gz").read_bytes()))
    with Record.open(path, language=Words()) as record:
        (unfug,) = record.statements()
        assert (unfug.statement.type, unfug.verdicts[0].by) == (StatementType.REPORTED, "Ada")
        assert [each.action for each in record.history()] == [Action.CORRECT, Action.COMPLETE, Action.ERASE]
        assert [(each.name, len(record.new_in(each.name))) for each in record.saved_searches()] == [("Unfug", 0)]
        assert record.screened(article("„Nichts davon bleibt hier stehen“, sagte Öre.")) is None


def test_who_is_meant_in_a_released_record_is_found_when_it_is_asked_for(released: Path) -> None:
    with Record.open(released, language=Knowing()) as record:
        assert [each.attribution for each in record.statements()] == [None]
        assert record.actors() == []
        assert len(set(record.resolve_anew())) == 1  # what was made anew when it was opened was asked for then
        assert list(record.resolve_anew()) == [False, False]
        lost = next(record.statements(Filters(standing=Standing.LOST)))
        assert lost.attribution is None
        read = [replace(lost.statement, made_by=OTHER_READER)]
        assert keep(record, record.article(lost.article.id), read, made_by=OTHER_READER) is Kept.STORED
        found = record.statement(lost.statement.id)
        assert [each.actor for each in found.speakers] == [BRANDIS]
        assert list(record.verify()) == []
