"""The second schema: what readers found is kept as it came in, beside what people decide; what holds is made of both.

Only articles, their versions and what the present readings found are moved. Statements, the search and reprints are
made anew from them afterwards. Former readings of the first schema left nothing behind but that they had been.
"""

import json
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

from alembic import op
from sqlalchemy import Connection

revision = "0002"
down_revision = "0001"

# In the order in which nothing points to what is gone.
_TABLES = (
    "correction",
    "party",
    "actor",
    "mention",
    "statement",
    "reading",
    "article_content",
    "article_version",
    "article",
)
_VERSION = (
    "key, article_key, number, is_current, digest, seal, published, source_folded, title, source, url, author, "
    "declared_id, form, encoding, notes, origin_path, origin_record, origin_line, origin_byte"
)
_CONTENT = "version_key, text, raw_digest, raw, source_map"
# What the second schema has besides, filled when everything is made anew.
_NEW = {"article": "original_key, seal", "article_version": "statements_seal", "article_content": "sketch"}


def upgrade() -> None:
    """Nothing; the tables of the second schema hold what cannot be made anew."""
    connection = op.get_bind()
    connection.exec_driver_sql("DROP TABLE statement_words")
    indexes = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    for name in indexes.scalars().all():
        connection.exec_driver_sql(f"DROP INDEX {name}")
    for name in _TABLES:
        connection.exec_driver_sql(f"ALTER TABLE {name} RENAME TO old_{name}")
    for ddl in Path(__file__).with_suffix(".sql").read_text("utf-8").split(";\n"):
        if ddl.strip():
            connection.exec_driver_sql(ddl.strip())
    _move(connection)
    for name in _TABLES:
        connection.exec_driver_sql(f"DROP TABLE old_{name}")
    values = (("id", token_hex(8)), ("made_at", datetime.now(UTC).isoformat(timespec="seconds")))
    for row in values:
        connection.exec_driver_sql("INSERT INTO about (name, value) VALUES (?, ?)", row)


def _move(connection: Connection) -> None:
    for into, columns, empty in (
        ("article", "key, id", "key, x''"),
        ("article_version", _VERSION, "x''"),
        ("article_content", _CONTENT, "x''"),
    ):
        new = f"{columns}, {_NEW[into]}"
        connection.exec_driver_sql(f"INSERT INTO {into} ({new}) SELECT {columns}, {empty} FROM old_{into}")  # noqa: S608
    readings = connection.exec_driver_sql(
        "SELECT key, version_key, reader, weights, version FROM old_reading WHERE is_current = 1 ORDER BY key"
    )
    for key, version_key, *made_by in readings.all():
        connection.exec_driver_sql(
            "INSERT INTO reading (key, version_key, is_current, turn, reader, weights, version, found, seal) "
            "VALUES (?, ?, 1, 1, ?, ?, ?, ?, x'')",
            (key, version_key, *made_by, _found(connection, key)),
        )


def _found(connection: Connection, reading_key: int) -> bytes:
    """What a reading found, as the second schema keeps it."""
    parties: Mapping[int, Mapping[str, list[list[Any]]]] = defaultdict(lambda: defaultdict(list))
    rows: Sequence[Any] = connection.exec_driver_sql(
        "SELECT p.statement_key, p.role, p.mention, p.confidence FROM old_party AS p "
        "JOIN old_statement AS s ON s.key = p.statement_key WHERE s.reading_key = ? ORDER BY p.position",
        (reading_key,),
    ).all()
    for row in rows:
        parties[row.statement_key][row.role].append([row.mention, row.confidence])
    statements = connection.exec_driver_sql(
        "SELECT * FROM old_statement WHERE reading_key = ? ORDER BY position", (reading_key,)
    )
    packed = [
        [
            row.id,
            row.parent_id,
            row.type,
            row.medium,
            row.quote,
            [row.quote_confidence, row.type_confidence, row.medium_confidence],
            [row.cue, row.cue_confidence],
            [row.frame, row.frame_confidence],
            parties[row.key]["speaker"],
            parties[row.key]["addressee"],
        ]
        for row in statements
    ]
    return zlib.compress(json.dumps(packed, separators=(",", ":")).encode(), 6)
