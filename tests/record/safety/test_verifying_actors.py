"""What is not right about who is meant, and about actors, is found."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.record.cast import BRANDIS, LIND, RAT, WEDDEL, Knowing, take
from wortlaut.decisions import Alias, Merge, Rename
from wortlaut.record import ProblemKind, Record
from wortlaut.record.keeping.meaning import meaning_seal
from wortlaut.record.people.history import HEAD
from wortlaut.record.tables.rows import actor_seal


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stock") / "sammlung.db"
    with Record.open(path, create=True, language=Knowing()) as record:
        take(record, 1, "Mara Lind", "Ole Brandis", "der Rat", "Tanja Weddel")
        take(record, 2, "die Lotsin", "O. Brandis", "Jost")
        for decision in (Merge(BRANDIS, ("person:o.-brandis",)), Rename(RAT, "Stadtrat"), Alias(LIND, "Jost")):
            record.decide(decision, by="Ada")
    return path


@pytest.fixture
def path(stock: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(stock, tmp_path / "sammlung.db"))


def kinds(path: Path) -> set[ProblemKind]:
    with Record.open(path, read_only=True) as record:
        return {each.kind for each in record.verify()}


def change(path: Path, *commands: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for command in commands:
            connection.execute(command)


OF_MARA = "WHERE key = (SELECT key FROM who WHERE name = 'Mara Lind' ORDER BY key LIMIT 1)"
CHANGES: dict[str, tuple[str, ProblemKind]] = {
    "a name": (f"UPDATE who SET name = 'Eve' {OF_MARA}", ProblemKind.STATEMENT),
    "no name": (f"UPDATE who SET name = NULL {OF_MARA}", ProblemKind.STATEMENT),
    "what is said to be meant": (f"UPDATE who SET kind = 'group' {OF_MARA}", ProblemKind.STATEMENT),
    "an office": (f"UPDATE who SET office = 'Diebin' {OF_MARA}", ProblemKind.STATEMENT),
    "places": (f"UPDATE who SET mention = '0-1' {OF_MARA}", ProblemKind.STATEMENT),
    "how sure it is": (f"UPDATE who SET confidence = 1 {OF_MARA}", ProblemKind.STATEMENT),
    "who else may be meant": (f"UPDATE who SET candidates = NULL {OF_MARA}", ProblemKind.STATEMENT),
    "a part": (f"UPDATE who SET role = 'addressee' {OF_MARA}", ProblemKind.STATEMENT),
    "where the name leads": (f"UPDATE who SET linked = '{WEDDEL}' {OF_MARA}", ProblemKind.RESOLVED),
    "the words of the name": (
        f"UPDATE who SET name_key = (SELECT key FROM mention WHERE folded = 'jost') {OF_MARA}",
        ProblemKind.INDEX,
    ),
    "the actor": (
        f"UPDATE who SET actor_key = (SELECT key FROM actor WHERE id = '{RAT}') {OF_MARA}",
        ProblemKind.ACTOR,
    ),
    "no actor": (f"UPDATE who SET actor_key = NULL {OF_MARA}", ProblemKind.ACTOR),
    "somebody taken out": (f"DELETE FROM who {OF_MARA}", ProblemKind.STATEMENT),
    "all who are meant": ("DELETE FROM meaning", ProblemKind.RESOLVED),
    "what found who is meant": ("UPDATE meaning SET made_by = 'Eve'", ProblemKind.MEANING),
    "of what it was found": ("UPDATE meaning SET basis = x'00'", ProblemKind.MEANING),
    "what was found": ("UPDATE meaning SET found = x'00'", ProblemKind.MEANING),
    "what an actor is called": ("UPDATE actor SET name = 'Eve'", ProblemKind.ACTOR),
    "what an actor is": ("UPDATE actor SET kind = 'group'", ProblemKind.ACTOR),
    "an actor's id": (f"UPDATE actor SET id = 'x' WHERE id = '{LIND}'", ProblemKind.ACTOR),
    "an actor's id elsewhere": (f"UPDATE actor SET wikidata = 'Q42' WHERE id = '{WEDDEL}'", ProblemKind.ACTOR),
    "an actor put in": (
        "INSERT INTO actor SELECT 99, 'x', kind, name, wikidata, seal FROM actor LIMIT 1",
        ProblemKind.ACTOR,
    ),
    "an actor taken out": (f"DELETE FROM actor WHERE id = '{LIND}'", ProblemKind.REFERENCE),
    "about whom an entry is": ("UPDATE history SET actor_id = 'x' WHERE number = 1", ProblemKind.HISTORY),
    "an entry about nobody": ("UPDATE history SET actor_id = NULL WHERE number = 3", ProblemKind.HISTORY),
    "a name that is searched": (
        "UPDATE statement_words SET speaker = 'lotsin', speaker_lemmas = 'lotsin' WHERE speaker LIKE '%lotsin%'",
        ProblemKind.INDEX,
    ),
}


def test_nothing_is_wrong_with_what_was_kept_and_decided(path: Path) -> None:
    assert kinds(path) == set()


@pytest.mark.parametrize(("command", "kind"), CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_found(path: Path, command: str, kind: ProblemKind) -> None:
    change(path, command)
    assert kind in kinds(path)


def test_who_is_meant_must_have_been_found_of_the_statements_that_hold(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for key, made_by, found in connection.execute("SELECT version_key, made_by, found FROM meaning").fetchall():
            values = (b"0" * 32, meaning_seal(made_by, b"0" * 32, found), key)
            connection.execute("UPDATE meaning SET basis = ?, seal = ? WHERE version_key = ?", values)
    assert kinds(path) == {ProblemKind.MEANING}


def test_a_name_that_a_person_gave_is_no_other_with_its_seal(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        seal = actor_seal(RAT, "organisation", "Eve", None)
        connection.execute("UPDATE actor SET name = 'Eve', seal = ? WHERE id = ?", (seal, RAT))
    assert kinds(path) == {ProblemKind.ACTOR}


def test_a_decision_about_an_actor_that_is_cut_off_is_missed_twice(path: Path) -> None:
    change(path, "DELETE FROM history WHERE number = 3")
    assert kinds(path) == {ProblemKind.HISTORY, ProblemKind.ACTOR}
    noted = "SELECT number || ' ' || lower(hex(digest)) FROM history ORDER BY number DESC LIMIT 1"
    change(path, f"UPDATE about SET value = ({noted}) WHERE name = '{HEAD}'")
    assert kinds(path) == {ProblemKind.ACTOR}
