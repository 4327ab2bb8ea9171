"""The tables beside the statements: searches, feeds and codebooks that people keep, the record itself.

`schema` has the others.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

__all__ = ["about", "codebook", "feed", "feed_entry", "metadata", "saved_hit", "saved_search"]

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

saved_search = Table(
    "saved_search",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("query", Text, nullable=False),  # JSON: words and filters
    Column("made_at", Text, nullable=False),  # UTC, ISO 8601
    Column("seen_at", Text),
    Column("seal", LargeBinary, nullable=False),  # of its name, query and age
)

saved_hit = Table(
    "saved_hit",
    metadata,
    Column("search_key", ForeignKey("saved_search.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("statement_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)

feed = Table(
    "feed",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("address", Text, nullable=False, unique=True),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("checked_at", Text),  # ISO 8601, with its zone
    Column("due_at", Text),
    Column("failures", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("moved_to", Text),
    Column("title", Text),
    Column("seal", LargeBinary, nullable=False),  # of all of it
)

feed_entry = Table(
    "feed_entry",
    metadata,
    Column("feed_key", ForeignKey("feed.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("entry", Text, primary_key=True),
    Column("fingerprint", Text, nullable=False),
    Column("seal", LargeBinary, nullable=False),  # of the feed's address, the entry and its fingerprint
    sqlite_with_rowid=False,
)

codebook = Table(
    "codebook",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("version", Text, nullable=False),
    Column("content", Text, nullable=False),  # without its examples, which may quote what is erased
    Column("categories", Text, nullable=False),  # JSON: [is_exclusive, [[id, parent, is_exclusive], …]]
    Column("is_going", Boolean, nullable=False),  # it is being removed, article by article
    Column("seal", LargeBinary, nullable=False),  # of all of it but its key
)

about = Table(
    "about",
    metadata,
    Column("name", Text, primary_key=True),  # history_head, erasure_salt, to_purge
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)
