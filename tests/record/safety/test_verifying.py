import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from tests.record.builder import OTHER_READER, article, keep, spans, statement
from wortlaut.errors import RecordError
from wortlaut.record import Filters, Problem, ProblemKind, Record
from wortlaut.types import Part

NEWS = article(
    "„Ja“, rief Öre zum Rat. Er habe „nie“ gezögert.",
    url="https://example.org/1",
    title="Rat",
    published=date(2026, 2, 1),
    source="Küstenkurier",
)
OTHER = article("Die Brücke bleibe zu, so der Rat.", source="dpx")
YES = replace(statement(NEWS, "„Ja“", speaker="Öre", addressee="Rat"), cue=Part(spans(NEWS.text, "rief"), 0.5))
NEVER = statement(NEWS, "Er habe „nie“ gezögert", speaker="Er")
INNER = statement(NEWS, "„nie“", speaker="Er", parent=NEVER)
CLOSED = statement(OTHER, "Die Brücke bleibe zu", speaker="der Rat")


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stock") / "sammlung.db"
    with Record.open(path, create=True) as record:
        keep(record, OTHER, [CLOSED])
        keep(record, NEWS, [YES, NEVER, INNER])
    return path


@pytest.fixture
def path(stock: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(stock, tmp_path / "sammlung.db"))


def change(path: Path, *commands: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for command in commands:
            connection.execute(command)


def problems(path: Path) -> list[Problem]:
    with Record.open(path, read_only=True) as record:
        return list(record.verify())


def test_nothing_is_wrong_with_what_was_kept(path: Path) -> None:
    with Record.open(path) as record:
        keep(record, replace(NEWS, title="Rat (neu)"), [YES])
        made_by = OTHER_READER
        keep(record, OTHER, [replace(CLOSED, made_by=made_by)], made_by=made_by)
        assert list(record.verify()) == []
    assert problems(path) == []


def test_checking_changes_nothing_in_the_file(path: Path) -> None:
    before = path.read_bytes()
    with Record.open(path) as record:
        list(record.verify())
    assert path.read_bytes() == before


IN_NEWS = f"{NEWS.id}/1"
IN_YES = f"{NEWS.id}/1/{YES.id}"
OF_YES = f"WHERE id = '{YES.id}'"
PARTY_OF_YES = f"statement_key = (SELECT key FROM statement {OF_YES})"
ROW_OF_YES = f"rowid = (SELECT key FROM statement {OF_YES})"
KEY_OF_YES = f"key = (SELECT key FROM statement {OF_YES})"
# What is done to the file, and the kinds of the problems that must then be told, by place.
FAULTS: dict[str, tuple[str, dict[str, set[str]]]] = {
    "a byte of the raw bytes": (
        "UPDATE article_content SET raw = CAST(substr(raw, 1, 20) || x'00' || substr(raw, 22) AS BLOB) "
        "WHERE version_key = 2",
        {IN_NEWS: {"raw", "source_map"}},
    ),
    "other raw bytes": (
        "UPDATE article_content SET raw = (SELECT raw FROM article_content WHERE version_key = 1) "
        "WHERE version_key = 2",
        {IN_NEWS: {"raw", "source_map"}},
    ),
    "the raw bytes' digest": (
        "UPDATE article_content SET raw_digest = zeroblob(32) WHERE version_key = 2",
        {IN_NEWS: {"raw"}},
    ),
    "a letter of a quote": (
        "UPDATE article_content SET text = replace(text, '„Ja“', '„Na“')",
        {IN_NEWS: {"text"}, IN_YES: {"statement", "index"}},
    ),
    "a letter outside of all statements": (
        "UPDATE article_content SET text = replace(text, 'gezögert.', 'gezögert!')",
        {IN_NEWS: {"text"}},
    ),
    "the title": (
        "UPDATE article_version SET title = 'Tat' WHERE key = 2",
        {IN_NEWS: {"text"}, **{f"{IN_NEWS}/{each.id}": {"index"} for each in (YES, NEVER, INNER)}},
    ),
    "the date": ("UPDATE article_version SET published = '2026-02-02' WHERE key = 2", {IN_NEWS: {"text"}}),
    "the time of day": (
        "UPDATE article_version SET published_at = '2026-02-02T10:00:00+00:00' WHERE key = 2",
        {IN_NEWS: {"text"}},
    ),
    "a time that nobody writes so": (
        "UPDATE article_version SET updated_at = '2026-02-02 10:00' WHERE key = 2",
        {"version 2": {"unreadable"}},
    ),
    "the line below the title": ("UPDATE article_version SET subtitle = 'x' WHERE key = 2", {IN_NEWS: {"text"}}),
    "the line above the title": ("UPDATE article_version SET kicker = 'x' WHERE key = 2", {IN_NEWS: {"text"}}),
    "the kind": ("UPDATE article_version SET kind = 'ticker' WHERE key = 2", {IN_NEWS: {"text"}}),
    "the agency's number": ("UPDATE article_version SET revision = 7 WHERE key = 2", {IN_NEWS: {"text"}}),
    "the source": ("UPDATE article_version SET source = 'x' WHERE key = 2", {IN_NEWS: {"text", "index"}}),
    "the source's folded name": (
        "UPDATE article_version SET source_folded = 'x' WHERE key = 2",
        {IN_NEWS: {"index"}},
    ),
    "the encoding": ("UPDATE article_version SET encoding = 'cp1252' WHERE key = 2", {IN_NEWS: {"article"}}),
    "the notes": ("UPDATE article_version SET notes = '[]' WHERE key = 2", {IN_NEWS: {"article"}}),
    "the origin": ("UPDATE article_version SET origin_byte = 121 WHERE key = 2", {IN_NEWS: {"article"}}),
    "an unreadable source map": (
        "UPDATE article_content SET source_map = x'00' WHERE version_key = 2",
        {IN_NEWS: {"source_map", "article"}},
    ),
    "another source map": (
        "UPDATE article_content SET source_map = (SELECT source_map FROM article_content WHERE version_key = 1) "
        "WHERE version_key = 2",
        {IN_NEWS: {"source_map", "article"}},
    ),
    "a span": (f"UPDATE statement SET cue = '6-9' {OF_YES}", {IN_YES: {"statement"}, IN_NEWS: {"resolved"}}),
    "a span beyond the text": (
        f"UPDATE statement SET cue = '6-999' {OF_YES}",
        {IN_YES: {"span", "statement"}, IN_NEWS: {"resolved"}},
    ),
    "a span that is none": (f"UPDATE statement SET cue = '9-6' {OF_YES}", {"version 2": {"unreadable"}}),
    "a type": (f"UPDATE statement SET type = 'indirect' {OF_YES}", {IN_YES: {"statement"}, IN_NEWS: {"resolved"}}),
    "a confidence": (
        f"UPDATE statement SET type_confidence = 0.8000000000000002 {OF_YES}",
        {IN_YES: {"statement"}, IN_NEWS: {"resolved"}},
    ),
    "how sure it is": (f"UPDATE statement SET certainty = 0.9 {OF_YES}", {IN_YES: {"statement"}}),
    "a standing": (f"UPDATE statement SET standing = 'lost' {OF_YES}", {IN_YES: {"statement"}, IN_NEWS: {"resolved"}}),
    "whether it is shown": (f"UPDATE statement SET is_shown = 0 {OF_YES}", {IN_YES: {"statement"}}),
    "a mention": (
        f"UPDATE party SET mention = '12-14' WHERE role = 'speaker' AND {PARTY_OF_YES}",
        {IN_YES: {"statement", "index"}, IN_NEWS: {"resolved"}},
    ),
    "what a mention is found by": (
        "UPDATE mention SET folded = 'oro' WHERE folded = 'oere'",
        {IN_YES: {"index"}},
    ),
    "a party that is gone": (
        f"DELETE FROM party WHERE role = 'addressee' AND {PARTY_OF_YES}",
        {IN_YES: {"statement"}, IN_NEWS: {"resolved"}},
    ),
    "a statement that is gone": (
        f"DELETE FROM statement {OF_YES}",
        {"index": {"index"}, IN_NEWS: {"statements", "resolved"}},
    ),
    "statements in another order": (
        "UPDATE statement SET position = 2 - position WHERE version_key = 2",
        {IN_NEWS: {"resolved"}, IN_YES: {"statement"}},
    ),
    "statements that are listed elsewhere": (f"UPDATE statement SET key = key + 9 {OF_YES}", {IN_YES: {"statement"}}),
    "the reader's name": (
        "UPDATE reading SET reader = 'x' WHERE key = 2",
        {
            IN_NEWS: {"reading"},
            **{f"{IN_NEWS}/{each.id}": {"statement"} for each in (YES, NEVER, INNER)},
        },
    ),
    "no current version": (
        "UPDATE article_version SET is_current = 0 WHERE key = 2",
        {NEWS.id: {"versions"}, "index": {"index"}},
    ),
    "no current reading": ("UPDATE reading SET is_current = 0 WHERE key = 2", {"version 2": {"versions"}}),
    "a parent that is not there": (
        f"UPDATE statement SET parent_id = 's0' WHERE id = '{INNER.id}'",
        {IN_NEWS: {"resolved"}, f"{IN_NEWS}/{INNER.id}": {"statement"}},
    ),
    "a mention that is not there": (
        "DELETE FROM mention WHERE folded = 'er'",
        {f"{IN_NEWS}/{NEVER.id}": {"index"}, f"{IN_NEWS}/{INNER.id}": {"index"}},
    ),
    "a row missing from the index": (
        f"DELETE FROM statement_words WHERE {ROW_OF_YES}",
        {"index": {"index"}, IN_YES: {"index"}},
    ),
    "a row too many in the index": (
        "INSERT INTO statement_words (rowid, quote) VALUES (77, 'ja')",
        {"index": {"index"}},
    ),
    "other words in the index": (
        f"UPDATE statement_words SET quote = 'nein' WHERE {ROW_OF_YES}",
        {IN_YES: {"index"}},
    ),
    "a statement that the search hides": (
        f"UPDATE statement_words SET hidden = '1' WHERE {ROW_OF_YES}",
        {IN_YES: {"index"}},
    ),
    "a type that filters look at": (
        f"UPDATE listed SET type = 'unknown' WHERE {KEY_OF_YES}",
        {IN_NEWS: {"index"}},
    ),
    "a certainty that filters look at": (f"UPDATE listed SET certainty = 0.1 WHERE {KEY_OF_YES}", {IN_NEWS: {"index"}}),
    "an act that nobody found": (f"UPDATE listed SET act = 'deny' WHERE {KEY_OF_YES}", {IN_NEWS: {"index"}}),
    "a decision that nobody made": (f"UPDATE listed SET is_decided = 3 WHERE {KEY_OF_YES}", {IN_NEWS: {"index"}}),
    "a statement that no list has": (f"DELETE FROM listed WHERE {KEY_OF_YES}", {IN_NEWS: {"index"}}),
    "how many statements are shown": ("UPDATE article_version SET shown = 2 WHERE key = 2", {IN_NEWS: {"statements"}}),
    "a version's number": ("UPDATE article_version SET number = 3 WHERE key = 2", {NEWS.id: {"order"}}),
    "a reading that is gone": ("UPDATE reading SET turn = 2 WHERE version_key = 2", {NEWS.id: {"order"}}),
    "a sketch": ("UPDATE article_content SET sketch = zeroblob(8) WHERE version_key = 2", {IN_NEWS: {"reprint"}}),
    "a band": ("INSERT INTO reprint_band (band, version_key) VALUES (7, 2)", {IN_NEWS: {"reprint"}}),
    "an article that two are said to repeat in turn": (
        "UPDATE article SET original_key = 3 - key",
        {NEWS.id: {"reprint"}},
    ),
    "what an article is said to repeat": ("UPDATE article SET original_key = 1 WHERE key = 2", {NEWS.id: {"reprint"}}),
    "index and its words apart": (
        f"UPDATE statement_words_content SET c1 = 'na' WHERE {ROW_OF_YES.replace('rowid', 'id')}",
        {"index": {"index"}},
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_every_planted_fault_is_found_where_it_is(path: Path, fault: str) -> None:
    command, expected = FAULTS[fault]
    change(path, command)
    told: dict[str, set[str]] = {}
    for problem in problems(path):
        told.setdefault(problem.where, set()).add(str(problem.kind))
    assert told
    assert {place: kinds for place, kinds in expected.items() if not kinds <= told.get(place, set())} == {}
    assert {place for place in told if place in ("file", f"{OTHER.id}/1")} == set()


def test_a_saved_search_and_an_erasure_that_were_touched_are_told(path: Path) -> None:
    with Record.open(path) as record:
        record.save_search("Räte", "Rat")
        record.erase_article(OTHER.id, by="Ada")
        assert list(record.verify()) == []
    change(path, "UPDATE saved_search SET name = 'Rate'", "UPDATE about SET value = '0' WHERE name = 'erasure_salt'")
    assert [(each.kind, each.where) for each in problems(path)] == [
        (ProblemKind.SAVED, "search 1"),
        (ProblemKind.ERASED, "erased 1"),
    ]


def test_every_reference_that_leads_nowhere_is_told(path: Path) -> None:
    change(path, "DELETE FROM mention WHERE folded = 'er'")
    told = [each for each in problems(path) if each.kind is ProblemKind.REFERENCE]
    assert [each.values["table"] for each in told] == ["mention", "mention"]


def test_a_page_that_was_overwritten_is_found(path: Path) -> None:
    content = bytearray(path.read_bytes())
    place = content.index(b"ix_statement_listing") // 4096 or 5
    content[place * 4096 : place * 4096 + 4096] = bytes(4096)
    path.write_bytes(content)
    assert problems_or_refusal(path)


def problems_or_refusal(path: Path) -> bool:
    """Whether the damage is told, by `verify` or already at opening."""
    try:
        return bool(problems(path))
    except RecordError:
        return True


def shown(path: Path) -> object:
    """All that the record shows."""
    with Record.open(path, read_only=True) as record:
        return (
            [record.article(head.id) for head in record.articles()],
            list(record.statements()),
            [each.statement.id for each in record.search("ja OR nie bruecke rat")],
            list(record.statements(Filters(speaker="Rat"))),
            list(record.statements(Filters(source="kurier"))),
        )


def shown_or_none(path: Path) -> object:
    try:
        return shown(path)
    except RecordError:
        return None


def test_no_flipped_bit_changes_what_is_shown_unseen(path: Path, tmp_path: Path) -> None:
    random = Random(3)
    content = path.read_bytes()
    right = shown(path)
    flipped = tmp_path / "gekippt.db"
    changed, unseen = 0, []
    for _ in range(100):
        bit = random.randrange(8 * len(content))
        damaged = bytearray(content)
        damaged[bit // 8] ^= 1 << bit % 8
        flipped.write_bytes(damaged)
        if shown_or_none(flipped) != right:
            changed += 1
            if not problems_or_refusal(flipped):
                unseen.append(bit)
    assert changed > 0
    assert unseen == []


def test_a_problem_is_told_in_both_languages() -> None:
    problem = Problem(ProblemKind.SPAN, "a1/1/s1", {"start": 3, "end": 9, "length": 5})
    assert problem.what == "3-9 lies outside of the text, which has 5 characters"
    assert problem.text("de") == "3-9 liegt außerhalb des Textes, der 5 Zeichen hat"
