"""Flipping single bits of what a record shows, in the file itself and through SQL."""

import shutil
import sqlite3
import struct
from contextlib import closing
from pathlib import Path
from random import Random

from tests.record.cells import Cell, cells
from tests.record.stock import shown
from wortlaut.errors import RecordError
from wortlaut.record import Record

__all__ = ["SHOWN", "unseen_flips"]

# What can be printed, and what says where it belongs.
SHOWN = {
    "article": "id original_key seal",
    "article_version": (
        "number is_current digest published title source url author declared_id form encoding notes origin_path "
        "origin_record origin_line origin_byte seal statements_seal source_folded article_key subtitle kicker "
        "published_at updated_at kind revision withdrawn_by shown"
    ),
    "article_content": "text raw source_map raw_digest sketch",
    "reading": "version_key is_current turn reader weights version found seal",
    "statement": (
        "id version_key reading_key position standing is_shown decided certainty parent_id type medium quote cue frame "
        "quote_confidence type_confidence medium_confidence cue_confidence frame_confidence seal"
    ),
    "listed": "key type certainty is_decided act stance",
    "party": "statement_key role position mention mention_key confidence",
    "mention": "folded",
    "who": ("statement_key role position mention kind name name_key office confidence candidates linked actor_key"),
    "actor": "id kind name wikidata seal",
    "meaning": "version_key made_by basis found seal",
    "history": "article_id statement_id content content_digest previous digest declared_id actor_id",
    "waiting": "number part version_key",
    "saved_search": "name query made_at seal",
    "feed": "address etag last_modified checked_at due_at failures status moved_to title seal",
    "feed_entry": "feed_key entry fingerprint seal",
    "erased": "digest words number seal",
    "reprint_band": "band version_key",
    "statement_words_content": "c0 c1 c2 c3 c4 c5 c6 c7",
}


def unseen_flips(stock: Path, folder: Path, count: int, *, seed: int) -> list[str]:
    """Which of so many flips `verify` did not find, of those that changed anything shown; every second one by SQL."""
    random = Random(seed)
    flipped = folder / "gekippt.db"
    right = shown(stock)
    places = [cell for cell in cells(stock) if cell.column in SHOWN.get(cell.table, "").split()]
    weighed = [cell for cell in places for _ in range(min(8, len(cell.places)))]
    unseen: list[str] = []
    for at in range(count):
        shutil.copy(stock, flipped)
        while True:
            cell = random.choice(weighed if random.random() < 0.5 else places)
            what = _flip_in_sql(flipped, cell, random) if at % 2 else _flip_in_file(flipped, cell, random)
            if what is not None:
                break
        if not _is_found(flipped) and _shown_or_none(flipped) != right:
            unseen.append(what)
    return unseen


def _flip_in_file(path: Path, cell: Cell, random: Random) -> str:
    place, bit = random.choice(cell.places), random.randrange(8)
    with path.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 1 << bit]))
    return f"byte {place}, bit {bit}: {cell.table}.{cell.column}"


def _flip_in_sql(path: Path, cell: Cell, random: Random) -> str | None:
    """What was flipped, None where the tables' own rules forbid it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        key = _key(connection, cell.table)
        rows = connection.execute(
            f"SELECT {key}, {cell.column} FROM {cell.table} WHERE {cell.column} IS NOT NULL"
        ).fetchall()
        *keys, value = random.choice(rows)
        changed = _flipped(value, random)
        if changed is None:
            return None
        where = " AND ".join(f"{name} = ?" for name in key.split(", "))
        try:
            connection.execute(f"UPDATE {cell.table} SET {cell.column} = ? WHERE {where}", (changed, *keys))
        except sqlite3.Error:
            return None
    return f"{cell.table}.{cell.column} of {keys}: {value!r:.80} to {changed!r:.80}"


def _key(connection: sqlite3.Connection, table: str) -> str:
    rows = connection.execute(f"PRAGMA table_info({table})").fetchall()
    return ", ".join(row[1] for row in rows if row[5])


def _flipped(value: object, random: Random) -> object:
    if isinstance(value, int):
        return value ^ 1 << random.randrange(8)
    if isinstance(value, float):
        return struct.unpack(">d", _flipped_bytes(struct.pack(">d", value), random))[0]
    if isinstance(value, bytes):
        return _flipped_bytes(value, random) if value else None
    assert isinstance(value, str)
    if not value:
        return None
    return _flipped_bytes(value.encode(), random).decode("utf-8", "replace")


def _flipped_bytes(value: bytes, random: Random) -> bytes:
    changed = bytearray(value)
    changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _is_found(path: Path) -> bool:
    """Whether `verify` tells anything, or the file is refused."""
    try:
        with Record.open(path) as record:
            return any(True for _ in record.verify())
    except RecordError:
        return True


def _shown_or_none(path: Path) -> object:
    try:
        return shown(path)
    except RecordError:
        return None
