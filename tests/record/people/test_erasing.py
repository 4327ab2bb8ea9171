from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.record.builder import OTHER_READER, article, keep, spans, statement
from wortlaut.decisions import Action, Add, Correct, Entry, Reject, Undo, Values
from wortlaut.errors import DecisionImpossible, NotInRecord, ReaderError
from wortlaut.record import Kept, Record
from wortlaut.record.people.masking import BLOCK, masked
from wortlaut.types import Party, Span, Standing, StatementType

TEXT = (
    "Reeder Ole Brandis rief: „Kein Cent für diese verdammte Fähre, nie und nimmer!“ "
    "Der Rat erklärte, die Fähre fahre bald wieder."
)
SPOKEN = "„Kein Cent für diese verdammte Fähre, nie und nimmer!“"
NEWS = article(TEXT, url="https://example.org/faehre", title=f"Reeder: {SPOKEN}")
THEIRS = statement(NEWS, SPOKEN, speaker="Ole Brandis")
COUNCIL = statement(NEWS, "die Fähre fahre bald wieder", speaker="Der Rat", kind=StatementType.INDIRECT)
OTHER = article("Der Rat tagt. „Wir bauen“, hieß es.", url="https://example.org/rat")
WE = statement(OTHER, "„Wir bauen“")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
# Words of the erased statement that nothing else in the record has.
TELLING = (b"verdammte", b"nimmer", b"kein cent", b"Kein Cent")


@pytest.fixture
def news(record: Record) -> Record:
    keep(record, NEWS, [THEIRS, COUNCIL])
    keep(record, OTHER, [WE])
    return record


def left_in(path: Path) -> set[bytes]:
    return {each for each in TELLING if each in path.read_bytes()}


def erase(record: Record, *ids: str) -> tuple[Entry, ...]:
    erased = record.erase_statements(ids, by="Anna", why="Art. 17", at=NOON)
    assert erased.is_purged
    return erased.entries


def test_nothing_of_an_erased_statement_is_left_in_the_file(news: Record, path: Path) -> None:
    assert left_in(path)
    news.decide(Correct(THEIRS.id, Values(type=StatementType.REPORTED)), by="Ben", at=NOON)
    (entry,) = erase(news, THEIRS.id)
    assert (entry.action, entry.article, entry.statement, entry.why) == (Action.ERASE, NEWS.id, None, "Art. 17")
    assert entry.erases == (1,)
    assert left_in(path) == set()
    assert list(news.search("verdammte")) == []
    with pytest.raises(NotInRecord):
        news.statement(THEIRS.id)
    assert list(news.verify()) == []


def test_blocks_stand_where_the_words_stood_and_all_else_stays(news: Record) -> None:
    erase(news, THEIRS.id[:8])
    blocks = masked(TEXT, spans(TEXT, SPOKEN))
    kept = news.article(NEWS.id)
    assert kept.text == blocks
    assert len(kept.text) == len(TEXT)
    assert kept.title == f"Reeder: {masked(SPOKEN, [Span(0, len(SPOKEN))])}"
    assert BLOCK * len("verdammte") in kept.text
    assert kept.raw.decode().count("x") >= len("KeinCentverdammte")
    assert [each.statement for each in news.of_article(NEWS.id)] == [COUNCIL]
    assert [each.statement for each in news.of_article(OTHER.id)] == [WE]


def test_what_was_erased_stays_out_when_it_comes_in_again(news: Record, path: Path) -> None:
    erase(news, THEIRS.id)
    with pytest.raises(ReaderError, match="erased"):
        keep(news, NEWS, [THEIRS], made_by=OTHER_READER)
    screened = news.screened(NEWS)
    assert screened is not None
    assert screened.text == news.article(NEWS.id).text
    assert keep(news, screened, [statement(screened, "die Fähre fahre bald wieder")]) is Kept.UNCHANGED
    assert left_in(path) == set()


def test_a_later_version_is_screened_for_the_same_words(news: Record) -> None:
    erase(news, THEIRS.id)
    later = article("Neu: " + TEXT, url=NEWS.url)
    screened = news.screened(later)
    assert screened is not None
    assert "verdammte" not in screened.text
    assert b"verdammte" not in screened.raw
    assert screened.text == "Neu: " + news.article(NEWS.id).text


def test_a_copy_elsewhere_is_screened_for_many_words_in_a_row_but_not_for_few(news: Record) -> None:
    erase(news, THEIRS.id, WE.id)
    copy = article(f"Aus dem Hafen. {SPOKEN} „Wir bauen“, rief wer.", url="https://example.org/kopie")
    screened = news.screened(copy)
    assert screened is not None
    assert "verdammte" not in screened.text
    assert "„Wir bauen“" in screened.text


def test_the_chain_holds_with_stones_in_it(news: Record) -> None:
    news.decide(Correct(THEIRS.id, Values(speakers=(spans(TEXT, "Reeder"),))), by="Ben", why="so hieß er", at=NOON)
    news.decide(Reject(COUNCIL.id), by="Ben", at=NOON)
    news.decide(Undo(1), by="Cem", at=NOON)
    before = [each.digest for each in news.history()]
    erase(news, THEIRS.id)
    after = list(news.history())
    assert [each.digest for each in after[:3]] == before
    assert after[0] == Entry(1, before[0], erased_by=4)
    assert after[2] == Entry(3, before[2], erased_by=4)
    assert after[1].by == "Ben"
    assert [each.standing for each in news.of_content(news.article(NEWS.id), hidden=True)] == [Standing.REJECTED]
    assert list(news.verify()) == []
    with pytest.raises(DecisionImpossible, match="for good"):
        news.decide(Undo(1), by="Ben")


def test_an_added_statement_can_be_erased(news: Record) -> None:
    entry = news.decide(Add(NEWS.id, Values(quote=spans(TEXT, "nie und nimmer"), type=StatementType.DIRECT)), by="Ben")
    assert entry.statement is not None
    erase(news, entry.statement)
    assert "nimmer" not in news.article(NEWS.id).text
    assert news.statement(THEIRS.id).statement.speakers == (Party(spans(TEXT, "Ole Brandis"), 0.875),)
    assert list(news.verify()) == []


def test_former_versions_lose_the_words_too(news: Record, path: Path) -> None:
    later = article("Neu: " + TEXT, url=NEWS.url)
    keep(news, later, [statement(later, SPOKEN), statement(later, "die Fähre fahre bald wieder")])
    erase(news, THEIRS.id)
    assert left_in(path) == set()
    assert list(news.verify()) == []


def test_a_former_version_that_differed_by_the_words_alone_goes_with_them(record: Record, path: Path) -> None:
    first = article("Er rief: „Alles ist verdammte Lüge“. Ende.", url=NEWS.url)
    second = article("Er rief: „Alles war verdammte Lügen“. Ende.", url=NEWS.url)
    third = article("Er rief: „Alles war verdammte Wagen“. Ende.", url=NEWS.url)
    keep(record, first, [statement(first, "„Alles ist verdammte Lüge“")])
    keep(record, second, [statement(second, "„Alles war verdammte Lügen“")])
    keep(record, third, [statement(third, "„Alles war verdammte Wagen“")])
    assert len({each.statement.id for each in record.statements()}) == 1
    erase(record, next(iter(record.statements())).statement.id)
    assert b"verdammte" not in path.read_bytes()
    assert list(record.verify()) == []


def test_nothing_of_an_erased_article_is_left_in_the_file(news: Record, path: Path) -> None:
    news.decide(Reject(THEIRS.id), by="Ben", why="verdammte Ausdrucksweise")
    erased = news.erase_article(NEWS.id[:6], by="Anna", at=NOON)
    assert erased.is_purged
    data = path.read_bytes()
    for gone in (*TELLING, NEWS.id.encode(), THEIRS.id.encode(), b"Brandis", b"brandis", b"example.org/faehre"):
        assert gone not in data
    with pytest.raises(NotInRecord):
        news.article(NEWS.id)
    assert [each.statement for each in news.statements()] == [WE]
    assert list(news.verify()) == []


def test_an_erased_article_stays_out_in_every_version(news: Record) -> None:
    news.erase_article(NEWS.id, by="Anna")
    assert news.screened(NEWS) is None
    assert news.screened(article("Neu: " + TEXT, url=NEWS.url)) is None
    assert keep(news, NEWS, [THEIRS]) is Kept.ERASED
    assert news.screened(OTHER) == OTHER


def test_an_article_can_be_erased_after_a_statement_of_it(news: Record) -> None:
    news.decide(Reject(THEIRS.id), by="Ben")
    erase(news, THEIRS.id)
    news.erase_article(NEWS.id, by="Anna")
    assert [each.action for each in news.history()] == [None, None, Action.ERASE]
    assert list(news.verify()) == []


def test_erasing_needs_a_name(news: Record) -> None:
    with pytest.raises(DecisionImpossible, match="name"):
        news.erase_article(NEWS.id, by=" ")


def test_a_title_that_has_the_words_loses_them_in_the_search_too(news: Record, path: Path) -> None:
    titled = article(
        TEXT, url="https://example.org/titel", title="Kein Cent für diese verdammte Fähre, nie und nimmer?"
    )
    said = statement(titled, SPOKEN, speaker="Ole Brandis")
    before = statement(titled, "Reeder Ole Brandis")
    keep(news, titled, [before, said])
    erase(news, said.id)
    assert left_in(path) == set()
    assert list(news.search("verdammte")) == []
    assert list(news.verify()) == []


def test_a_reprint_loses_the_words_and_the_statement_that_was_made_of_them(news: Record, path: Path) -> None:
    copy = article("Aus dem Hafen. " + TEXT, url="https://example.org/kopie", source="Südblatt")
    keep(news, copy, [statement(copy, SPOKEN), statement(copy, "die Fähre fahre bald wieder")])
    entries = erase(news, THEIRS.id)
    assert {each.article for each in entries} == {NEWS.id, copy.id}
    assert left_in(path) == set()
    assert [each.statement.quote[0].of(copy.text) for each in news.of_article(copy.id)] == [
        "die Fähre fahre bald wieder"
    ]
    assert list(news.verify()) == []


def test_versions_that_become_alike_stay_with_what_people_decided(record: Record, path: Path) -> None:
    first = article("Er rief: „Alles war verdammte Lügen“. Gut so, sagte sie.", url=NEWS.url)
    second = article("Er rief: „Alles war verdammte Wagen“. Gut so, sagte sie.", url=NEWS.url)
    good = statement(first, "Gut so")
    keep(record, first, [statement(first, "„Alles war verdammte Lügen“"), good])
    record.decide(Correct(good.id, Values(type=StatementType.REPORTED)), by="Ben", at=NOON)
    keep(record, second, [statement(second, "„Alles war verdammte Wagen“"), statement(second, "Gut so")])
    erase(record, next(each.statement.id for each in record.statements() if each.statement.id != good.id))
    assert b"verdammte" not in path.read_bytes()
    assert record.statement(good.id).statement.type is StatementType.REPORTED
    assert record.article(NEWS.id).text.endswith("Gut so, sagte sie.")
    assert list(record.verify()) == []


def test_a_statement_around_an_erased_one_stays_with_blocks_in_it(record: Record) -> None:
    text = "Sie sagte, er habe „diese verdammte Fähre“ satt."
    news = article(text, url=NEWS.url)
    outer = statement(news, "er habe „diese verdammte Fähre“ satt", kind=StatementType.INDIRECT)
    inner = statement(news, "„diese verdammte Fähre“", parent=outer)
    keep(record, news, [outer, inner])
    erase(record, inner.id)
    (left,) = record.of_article(news.id)
    assert left.statement == outer
    assert left.statement.quote[0].of(left.article.text) == "er habe „█████ █████████ █████“ satt"


def test_a_statement_of_blocks_alone_is_not_kept(news: Record) -> None:
    erase(news, THEIRS.id)
    other = article(f"Heute wieder: {SPOKEN} So ging es weiter, sagte sie.", url="https://example.org/neu")
    screened = news.screened(other)
    assert screened is not None
    blocks = statement(screened, screened.text[screened.text.index("„") : screened.text.index("“") + 1])
    keep(news, screened, [blocks, statement(screened, "So ging es weiter")])
    assert [each.statement.quote[0].of(screened.text) for each in news.of_article(other.id)] == ["So ging es weiter"]


def test_what_is_erased_again_after_restoring_is_told_as_it_was(news: Record, path: Path, tmp_path: Path) -> None:
    backup = news.backup(tmp_path / "sicher.db")
    news.erase_statements([THEIRS.id], by="Mara", why="Wunsch", at=NOON)
    news.erase_article(OTHER.id, by="Uwe", why="Gericht", at=NOON)
    news.close()
    Record.restore(backup, path)
    with Record.open(path) as restored:
        told = {(each.by, each.why, each.article) for each in restored.history()}
        assert told == {("Mara", "Wunsch", NEWS.id), ("Uwe", "Gericht", None)}
        assert [each.statement for each in restored.statements()] == [COUNCIL]
        assert list(restored.verify()) == []
    assert left_in(path) == set()


def test_restoring_reaches_what_was_erased_first_in_part_and_then_whole(
    news: Record, path: Path, tmp_path: Path
) -> None:
    backup = news.backup(tmp_path / "sicher.db")
    erase(news, THEIRS.id)
    news.erase_article(NEWS.id, by="Uwe", at=NOON)
    news.close()
    Record.restore(backup, path)
    with Record.open(path) as restored:
        assert [each.statement for each in restored.statements()] == [WE]
        assert list(restored.verify()) == []
    assert left_in(path) == set()


def test_restoring_takes_nothing_that_was_not_erased(record: Record, path: Path, tmp_path: Path) -> None:
    text = "Sie sagte, er habe „diese verdammte Fähre“ satt."
    news = article(text, url=NEWS.url)
    outer = statement(news, "er habe „diese verdammte Fähre“ satt", kind=StatementType.INDIRECT)
    keep(record, news, [outer, statement(news, "„diese verdammte Fähre“", parent=outer)])
    backup = record.backup(tmp_path / "sicher.db")
    erase(record, statement(news, "„diese verdammte Fähre“").id)
    record.close()
    Record.restore(backup, path)
    with Record.open(path) as restored:
        assert [each.statement.id for each in restored.statements()] == [outer.id]


@pytest.mark.parametrize("line", ["kicker", "title", "subtitle", "author"])
def test_lines_around_a_text_lose_words_that_were_erased_elsewhere(news: Record, path: Path, line: str) -> None:
    bare = article("Der Rat schwieg dazu.", url="https://example.org/zeile")
    lined = replace(bare, **{line: f"Reeder: {SPOKEN}"})  # type: ignore[arg-type]  # all of them are lines
    keep(news, lined)
    erase(news, THEIRS.id)
    blocks = masked(SPOKEN, [Span(0, len(SPOKEN))])
    assert getattr(news.article(lined.id), line) == f"Reeder: {blocks}"
    assert left_in(path) == set()
    assert news.screened(lined) == news.article(lined.id)
    assert list(news.verify()) == []
