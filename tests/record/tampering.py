"""What somebody who can write the file may do to the history, and to what follows from it."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random

from sqlalchemy import select, update

from tests.record.builder import Words
from wortlaut.record import Record
from wortlaut.record.keeping.batching import Batch
from wortlaut.record.keeping.meaning import meaning_seal
from wortlaut.record.keeping.projecting import load_state, put_states
from wortlaut.record.keeping.resolving import withdrawn
from wortlaut.record.people.deciding import refresh
from wortlaut.record.people.history import HEAD, entry_digest
from wortlaut.record.tables.loading import load_version_states
from wortlaut.record.tables.meant import pack_meant, unpack_meant
from wortlaut.record.tables.packing import pack_statements
from wortlaut.record.tables.rows import actor_seal, reading_seal, shown_among
from wortlaut.record.tables.schema import article, article_version, reading
from wortlaut.types import Attribution, Standing, StatementType

__all__ = ["TAMPERINGS", "rewrite_all"]

Tampering = Callable[[Path, Random], None]


class _Entries:
    """The history, to be changed by hand."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("PRAGMA foreign_keys = OFF")
        rows = connection.execute("SELECT number, content FROM history ORDER BY number").fetchall()
        self.contents = dict(rows)
        self.numbers = [number for number, _ in rows]

    def put(self, number: int, content: str | None) -> None:
        """Nothing; the entry has that content and its digest."""
        digest = sha256((content or "").encode()).digest()
        self._connection.execute(
            "UPDATE history SET content = ?, content_digest = ? WHERE number = ?", (content, digest, number)
        )

    def chain(self, first: int, last: int) -> None:
        """Nothing; the entries from one through the other follow each other."""
        previous = self._one("SELECT digest FROM history WHERE number = ?", first - 1) or b""
        for number in range(first, last + 1):
            content_digest = self._one("SELECT content_digest FROM history WHERE number = ?", number)
            digest = entry_digest(number, previous, content_digest)
            self._connection.execute(
                "UPDATE history SET previous = ?, digest = ? WHERE number = ?", (previous, digest, number)
            )
            previous = digest

    def note_head(self) -> None:
        """Nothing; what the record says of its history's end is true."""
        last = self._connection.execute("SELECT number, digest FROM history ORDER BY number DESC").fetchone()
        self.run("UPDATE about SET value = ? WHERE name = ?", f"{last[0]} {last[1].hex()}", HEAD)

    def run(self, command: str, *values: object) -> None:
        """Nothing; the command is run."""
        self._connection.execute(command, values)

    def _one(self, query: str, *values: object) -> bytes:
        row = self._connection.execute(query, values).fetchone()
        return bytes(row[0]) if row else b""


def _by_hand(change: Callable[[_Entries, Random], None]) -> Tampering:
    def tamper(path: Path, random: Random) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            change(_Entries(connection), random)

    return tamper


def _changed(content: str, random: Random) -> str:
    """The content with another value of one field."""
    fields = json.loads(content)
    name = random.choice([*fields])
    if name == "withdraws":
        told = fields[name]
        fields[name] = told | random.choice([{"declared_id": "x"}, {"source": "x"}, {"revision": 1}, {"at": "Eve"}])
        return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if name == "decides":
        told = fields[name]
        field = random.choice([each for each in told if each not in ("kind", "first", "last")])
        fields[name] = told | {field: ["person:eve"] if isinstance(told[field], list) else "person:eve"}
        return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    others: dict[str, list[object]] = {
        "action": [each for each in ("confirm", "correct", "reject", "complete") if each != fields["action"]],
        "at": ["2026-03-01T12:00:01.000+00:00"],
        "version": [7],
        "values": [{"type": "free_indirect"}],
        "was": [{"type": "free_indirect"}],
        "undoes": [1 if fields["undoes"] is None else None],
        "reading": ["00" * 32],
    }
    fields[name] = random.choice(others.get(name, ["Eve"]))
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _field(entries: _Entries, random: Random) -> None:
    number = random.choice(entries.numbers)
    entries.run("UPDATE history SET content = ? WHERE number = ?", _changed(entries.contents[number], random), number)


def _field_with_digest(entries: _Entries, random: Random) -> None:
    number = random.choice(entries.numbers)
    entries.put(number, _changed(entries.contents[number], random))


def _field_with_chain(entries: _Entries, random: Random) -> None:
    number = random.choice(entries.numbers)
    entries.put(number, _changed(entries.contents[number], random))
    entries.chain(number, random.randint(number, entries.numbers[-1]))


def _deleted(entries: _Entries, random: Random) -> None:
    entries.run("DELETE FROM history WHERE number = ?", random.choice(entries.numbers))


def _deleted_and_closed(entries: _Entries, random: Random) -> None:
    number = random.choice(entries.numbers[:-1])
    entries.run("DELETE FROM history WHERE number = ?", number)
    for each in entries.numbers[entries.numbers.index(number) + 1 :]:
        entries.run("UPDATE history SET number = ? WHERE number = ?", each - 1, each)
    entries.chain(number, entries.numbers[-1] - 1)


def _inserted(entries: _Entries, random: Random) -> None:
    """At the end, or between two, of which the later ones move."""
    at = random.choice([*entries.numbers, entries.numbers[-1] + 1])
    for each in reversed(entries.numbers[at - 1 :]):
        entries.run("UPDATE history SET number = ? WHERE number = ?", each + 1, each)
    content = _changed(entries.contents[random.choice(entries.numbers)], random)
    fields = json.loads(content)
    entries.run(
        "INSERT INTO history (number, article_id, statement_id, content, content_digest, previous, digest) "
        "VALUES (?, ?, ?, ?, ?, x'', x'00')",
        *(at, fields["article"], fields["statement"], content, sha256(content.encode()).digest()),
    )
    entries.chain(at, entries.numbers[-1] + 1)


def _swapped(entries: _Entries, random: Random) -> None:
    first, second = sorted(random.sample(entries.numbers, 2))
    if random.random() < 0.5:
        for old, new in ((first, 0), (second, first), (0, second)):
            entries.run("UPDATE history SET number = ? WHERE number = ?", new, old)
    else:
        entries.put(first, entries.contents[second])
        entries.put(second, entries.contents[first])
    if random.random() < 0.5:
        entries.chain(first, entries.numbers[-1])


def _truncated(entries: _Entries, random: Random) -> None:
    entries.run("DELETE FROM history WHERE number > ?", random.choice(entries.numbers[:-1]))


def _stone(entries: _Entries, random: Random) -> None:
    number, by = random.choice(entries.numbers), random.choice([None, *entries.numbers])
    entries.run(
        "UPDATE history SET content = NULL, article_id = NULL, statement_id = NULL, erased_by = ? WHERE number = ?",
        by,
        number,
    )


def _marked(entries: _Entries, random: Random) -> None:
    number, by = random.sample(entries.numbers, 2)
    entries.run("UPDATE history SET erased_by = ? WHERE number = ?", by, number)


def _filed_elsewhere(entries: _Entries, random: Random) -> None:
    column = random.choice(("article_id", "statement_id", "declared_id", "actor_id"))
    value = "x" if column in ("declared_id", "actor_id") else random.choice((None, "a0", "s0"))
    number = random.choice(entries.numbers)
    if column == "statement_id" and value is None and json.loads(entries.contents[number])["statement"] is None:
        value = "s1"
    entries.run(f"UPDATE history SET {column} = ? WHERE number = ?", value, number)


def _head(entries: _Entries, random: Random) -> None:
    number = random.choice(entries.numbers)
    match random.randrange(4):
        case 0:
            entries.run("DELETE FROM about WHERE name = ?", HEAD)
        case 1:
            entries.run("UPDATE about SET name = 'head' WHERE name = ?", HEAD)
        case 2:
            entries.run("UPDATE about SET value = replace(value, substr(value, 1, 1), '0') WHERE name = ?", HEAD)
        case _:
            entries.run("UPDATE about SET value = ? WHERE name = ?", f"{number} {'0' * 64}", HEAD)


def _all_but_the_noted_head(entries: _Entries, random: Random) -> None:
    number = random.choice(entries.numbers)
    entries.put(number, _changed(entries.contents[number], random))
    entries.chain(number, entries.numbers[-1])


def _statement_with_seals(path: Path, random: Random) -> None:
    """Another type of a statement, with its seal and that of all of them."""
    with Record.open(path, language=Words()) as record, record._writing() as connection:
        rows = connection.execute(select(article_version.c.article_key, article_version.c.key)).all()
        row = random.choice([each for each in rows if load_version_states(connection, each.key)])
        version = next(each for each in load_state(connection, row.article_key).versions if each.key == row.key)
        states = load_version_states(connection, row.key)
        at = random.randrange(len(states))
        types = [each for each in StatementType if each is not states[at].statement.type]
        states[at] = replace(states[at], statement=replace(states[at].statement, type=random.choice(types)))
        batch = Batch(connection)
        seal = put_states(batch, version, states, lemma_index=Words())
        batch.flush()
        connection.execute(update(article_version).where(article_version.c.key == row.key).values(statements_seal=seal))


def _reading_with_seal(path: Path, random: Random) -> None:
    """A reading that found other things, with its seal, though people decided about what it found."""
    with Record.open(path, language=Words()) as record, record._writing() as connection:
        keys = connection.execute(select(article.c.key)).scalars().all()
        readings = [
            each for key in keys for each in load_state(connection, key).readings if each.is_current and each.statements
        ]
        chosen = random.choice(readings)
        found = list(chosen.statements)
        at = random.randrange(len(found))
        if random.random() < 0.5:
            gone = found.pop(at)
            found = [replace(each, parent=None) if each.parent == gone.id else each for each in found]
        else:
            types = [each for each in StatementType if each is not found[at].type]
            found[at] = replace(found[at], type=random.choice(types))
        turn = connection.execute(select(reading.c.turn).where(reading.c.key == chosen.key)).scalar_one()
        packed = pack_statements(found)
        values = {"found": packed, "seal": reading_seal(chosen.made_by, turn, packed)}
        connection.execute(update(reading).where(reading.c.key == chosen.key).values(values))


def _article_taken_out(path: Path, random: Random) -> None:
    """An article that people decided about is gone with all that belongs to it, but for the history."""
    with closing(sqlite3.connect(path)) as connection, connection:
        ids = connection.execute("SELECT DISTINCT id FROM history JOIN article ON id = article_id").fetchall()
        (article_key,) = connection.execute("SELECT key FROM article WHERE id = ?", random.choice(ids)).fetchone()
        versions = f"(SELECT key FROM article_version WHERE article_key = {article_key})"
        statements = f"(SELECT key FROM statement WHERE version_key IN {versions})"
        connection.execute(f"DELETE FROM statement_words WHERE rowid IN {statements}")
        connection.execute(f"DELETE FROM party WHERE statement_key IN {statements}")
        connection.execute(f"DELETE FROM who WHERE statement_key IN {statements}")
        for table in ("statement", "waiting", "meaning", "reprint_band", "reading", "article_content"):
            connection.execute(f"DELETE FROM {table} WHERE version_key IN {versions}")
        connection.execute("DELETE FROM article_version WHERE article_key = ?", (article_key,))
        connection.execute("DELETE FROM article WHERE key = ?", (article_key,))


def rewrite_all(path: Path, random: Random) -> None:
    """Nothing; an entry is another, and everything that follows from it is as if it had always been so."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        entries = _Entries(connection)
        number = random.choice(entries.numbers)
        fields = json.loads(entries.contents[number]) | {"by": "Eve"}
        entries.put(number, json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
        if random.random() < 0.5:
            last = entries.numbers[-1]
            for table in ("waiting", "erased"):
                entries.run(f"DELETE FROM {table} WHERE number = ?", last)
            entries.run("DELETE FROM history WHERE number = ?", last)
            entries.numbers.remove(last)
        entries.chain(1, entries.numbers[-1])
        entries.note_head()
    with Record.open(path, language=Words()) as record, record._writing() as opened:
        for name in opened.execute(select(article.c.id)).scalars().all():
            refresh(opened, name, language=Words())


def _taking_back_that_was_never_said(path: Path, random: Random) -> None:
    """An article that is out of view, or in view again, as if it had been taken back, or had not."""
    with Record.open(path, language=Words()) as record, record._writing() as connection:
        rows = connection.execute(select(article_version.c.article_key, article_version.c.key)).all()
        row = random.choice(rows)
        version = next(each for each in load_state(connection, row.article_key).versions if each.key == row.key)
        states = load_version_states(connection, row.key)
        if version.withdrawn_by is None:
            states, by = withdrawn(states), random.randint(1, 15)
        else:
            states, by = [replace(each, standing=Standing.FOUND) for each in states], None
        batch = Batch(connection)
        seal = put_states(batch, version, states, lemma_index=Words())
        batch.flush()
        made = {"statements_seal": seal, "withdrawn_by": by, "shown": shown_among(states)}
        connection.execute(update(article_version).where(article_version.c.key == row.key).values(made))


def _another_is_meant(path: Path, random: Random) -> None:
    """Another actor of the record is meant by somebody, as if people had decided so."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        key, actor_key = random.choice(connection.execute("SELECT key, actor_key FROM who").fetchall())
        keys = [each for (each,) in connection.execute("SELECT key FROM actor") if each != actor_key]
        others = keys if actor_key is None else [*keys, None]
        connection.execute("UPDATE who SET actor_key = ? WHERE key = ?", (random.choice(others), key))


def _meaning_with_seal(path: Path, random: Random) -> None:
    """Another one was found to be meant, with its seal, or nobody was ever looked for; and no person said who is."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        rows = connection.execute("SELECT version_key, made_by, basis, found FROM meaning").fetchall()
        decided = {each for (each,) in connection.execute("SELECT id FROM statement WHERE decided LIKE '%who:%'")}
        open_rows = {
            row: [at for at, each in enumerate(unpack_meant(row[3], "").attributions) if _is_open(each, decided)]
            for row in rows
        }
        key, made_by, basis, found = row = random.choice([row for row in rows if open_rows[row]])
        if random.random() < 0.2:
            connection.execute("DELETE FROM meaning WHERE version_key = ?", (key,))
            return
        whole = unpack_meant(found, made_by)
        meant = list(whole.attributions)
        at = random.choice(open_rows[row])
        first, *others = meant[at].speakers
        changed = random.choice(
            (replace(first, name="Eve"), replace(first, actor="person:eve"), replace(first, office="Diebin"))
        )
        meant[at] = replace(meant[at], speakers=(changed, *others))
        packed = pack_meant(replace(whole, attributions=meant))
        seal = meaning_seal(made_by, basis, packed)
        connection.execute("UPDATE meaning SET found = ?, seal = ? WHERE version_key = ?", (packed, seal, key))


def _is_open(attribution: Attribution, decided: set[str]) -> bool:
    return bool(attribution.speakers) and attribution.statement not in decided


def _actor(path: Path, random: Random) -> None:
    """An actor that is called otherwise, is put in, or whose decided name is another, with its seal."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        match random.randrange(3):
            case 0:
                column = random.choice(("name", "kind", "wikidata", "id"))
                connection.execute(f"UPDATE actor SET {column} = 'Eve' WHERE key = (SELECT max(key) FROM actor)")
            case 1:
                seal = actor_seal("person:eve", "person", "Eve", None)
                connection.execute(
                    "INSERT INTO actor (id, kind, name, seal) VALUES ('person:eve', 'person', 'Eve', ?)", (seal,)
                )
            case _:
                row = connection.execute("SELECT key, id, kind FROM actor WHERE name = 'Stadtrat'").fetchone()
                seal = actor_seal(row[1], row[2], "Eve", None)
                connection.execute("UPDATE actor SET name = 'Eve', seal = ? WHERE key = ?", (seal, row[0]))


TAMPERINGS: dict[str, Tampering] = {
    "a field": _by_hand(_field),
    "a field, with the content's digest": _by_hand(_field_with_digest),
    "a field, with the chain from there on, or a part of it": _by_hand(_field_with_chain),
    "a field, with all but the noted head": _by_hand(_all_but_the_noted_head),
    "an entry taken out": _by_hand(_deleted),
    "an entry taken out, and the gap closed": _by_hand(_deleted_and_closed),
    "an entry put in": _by_hand(_inserted),
    "two entries swapped": _by_hand(_swapped),
    "the end cut off": _by_hand(_truncated),
    "an entry made a stone": _by_hand(_stone),
    "an entry marked as erased": _by_hand(_marked),
    "an entry filed elsewhere": _by_hand(_filed_elsewhere),
    "the noted head": _by_hand(_head),
    "a statement, with its seals": _statement_with_seals,
    "a reading, with its seal": _reading_with_seal,
    "who is meant, in the statements": _another_is_meant,
    "who is meant, as it was found, with its seal": _meaning_with_seal,
    "an actor": _actor,
    "what is taken back": _taking_back_that_was_never_said,
    "an article with all that belongs to it": _article_taken_out,
}
