from datetime import date

import pytest

from tests.record.builder import OTHER_READER, READER, article, head, keep, statement
from tests.record.keeping.test_reprints import OTHER, STORY
from wortlaut.decisions import Reject
from wortlaut.errors import NotInRecord
from wortlaut.record import Record
from wortlaut.types import Article, Standing

URL = "https://example.org/1"
FIRST = article("„Ja“, sagte Ada.", url=URL, title="Erst", published=date(2026, 1, 1))
SECOND = article("„Ja“, sagte Ada. „Nein“, rief Bo.", url=URL, title="Dann", published=date(2026, 1, 2))


@pytest.fixture
def two(record: Record) -> Record:
    """A record of an article in two versions."""
    keep(record, FIRST, [statement(FIRST, "„Ja“", speaker="Ada")])
    keep(record, SECOND, [statement(SECOND, "„Ja“", speaker="Ada"), statement(SECOND, "„Nein“", speaker="Bo")])
    return record


def quotes(of: Article, record: Record, number: int) -> list[str]:
    [version] = [each for each in record.versions(of.id) if each.number == number]
    return [each.statement.quote[0].of(version.article.text) for each in version.found]


def test_versions_come_in_order_with_their_statements(two: Record) -> None:
    versions = two.versions(FIRST.id[:9])
    assert [(each.number, each.is_current, each.article) for each in versions] == [
        (1, False, head(FIRST)),
        (2, True, head(SECOND)),
    ]
    assert (quotes(FIRST, two, 1), quotes(FIRST, two, 2)) == (["„Ja“"], ["„Ja“", "„Nein“"])


def test_versions_have_what_was_rejected(two: Record) -> None:
    rejected = two.versions(FIRST.id)[1].found[1].statement.id
    two.decide(Reject(rejected), by="Mira")
    assert [each.standing for each in two.versions(FIRST.id)[1].found] == [Standing.FOUND, Standing.REJECTED]


def test_text_of_a_version_is_given_by_its_number(two: Record) -> None:
    assert [two.version_text(FIRST.id, number) for number in (1, 2)] == [FIRST.text, SECOND.text]
    with pytest.raises(NotInRecord):
        two.version_text(FIRST.id, 3)


def test_readings_of_the_current_version_come_with_the_present_one_last(two: Record) -> None:
    keep(two, SECOND, [statement(SECOND, "„Nein“", made_by=OTHER_READER)], made_by=OTHER_READER)
    [read] = two.read_articles()
    assert read.article == head(SECOND)
    assert [(each.made_by, len(each.statements)) for each in read.readings] == [(READER, 2), (OTHER_READER, 1)]


def test_all_that_a_speaker_said_is_found_in_every_version(two: Record) -> None:
    third = article("Nichts davon.", url=URL)
    keep(two, third)
    assert len(two.said_by("ADA")) == 1
    assert len(two.said_by("b")) == 1
    assert two.said_by("%") == two.said_by("") == two.said_by("Cleo") == []


def test_reprints_are_groups_of_articles(record: Record) -> None:
    given = [
        article(text, url=f"https://example.org/{number}", published=published)
        for number, (text, published) in enumerate(
            [(STORY, date(2026, 1, 2)), (OTHER, None), (f"{STORY} (dpx)", None), (STORY, date(2026, 1, 1))]
        )
    ]
    for each in given:
        keep(record, each)
    group = (head(given[3]), head(given[0]), head(given[2]))
    assert list(record.reprints()) == list(record.reprints(given[2].id[:9])) == [group]
    assert list(record.reprints(given[1].id)) == []
