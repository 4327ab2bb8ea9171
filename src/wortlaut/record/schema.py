"""The tables of the record.

::

    article ──< article_version ──  article_content    text, raw bytes, source map
                      │         └──< reading            who read it, and whether that reading's statements are kept
                      │                │
                      └──< statement >─┘
                               └──< party >── mention  one row a distinct folded mention, for the speaker filter
                                      └────── actor    (to come) whom the party was resolved to
    correction                                         (to come) what people decided, chained by hashes

Spans are text, `71-133 150-160`, in the order of the statement. The words to search stand in an FTS5 table that
`sqlite.py` makes, one row a statement of a current version.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    column,
    table,
    true,
)

__all__ = [
    "SCHEMA",
    "WORD_COLUMNS",
    "actor",
    "article",
    "article_content",
    "article_version",
    "correction",
    "mention",
    "metadata",
    "party",
    "reading",
    "statement",
    "words",
]

# The number of the newest migration; kept in SQLite's user_version.
SCHEMA = 1

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

article = Table(
    "article",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
)

article_version = Table(
    "article_version",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("article_key", ForeignKey("article.key"), nullable=False),
    Column("number", Integer, nullable=False),  # 1 for the first that came in
    Column("is_current", Boolean, nullable=False),
    Column("digest", Text, nullable=False),
    Column("seal", LargeBinary, nullable=False),  # SHA-256 of what the digest does not cover
    Column("published", Date),
    Column("source_folded", Text),
    Column("title", Text),
    Column("source", Text),
    Column("url", Text),
    Column("author", Text),
    Column("declared_id", Text),
    Column("form", Text, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("notes", Text, nullable=False),  # JSON list
    Column("origin_path", LargeBinary, nullable=False),  # UTF-8; file names can hold what no text may
    Column("origin_record", Integer),
    Column("origin_line", Integer),
    Column("origin_byte", Integer, nullable=False),
    UniqueConstraint("article_key", "number"),
    UniqueConstraint("article_key", "digest"),
)
_current = article_version.c.is_current == true()
Index("ix_article_version_one_current", article_version.c.article_key, unique=True, sqlite_where=_current)
# Its order is that of listings, and the filters need nothing else.
Index(
    "ix_article_version_listing",
    article_version.c.published,
    article_version.c.key,
    article_version.c.source_folded,
    sqlite_where=_current,
)

# Apart from the rest, so that filters do not drag texts from the disk.
article_content = Table(
    "article_content",
    metadata,
    Column("version_key", ForeignKey("article_version.key"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("raw_digest", LargeBinary, nullable=False),  # SHA-256 of the bytes as they came in
    Column("raw", LargeBinary, nullable=False),  # zlib
    Column("source_map", LargeBinary, nullable=False),  # packing.pack_source_map
)

reading = Table(
    "reading",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("version_key", ForeignKey("article_version.key"), nullable=False),
    Column("is_current", Boolean, nullable=False),  # whose statements are kept
    Column("reader", Text, nullable=False),
    Column("weights", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("seal", LargeBinary, nullable=False),  # SHA-256 of its statements' seals in order
    UniqueConstraint("version_key", "reader", "weights", "version"),
)

statement = Table(
    "statement",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("version_key", ForeignKey("article_version.key"), nullable=False),
    Column("reading_key", ForeignKey("reading.key"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("parent_id", Text),
    Column("type", Text, nullable=False),
    Column("medium", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("cue", Text, nullable=False),
    Column("frame", Text, nullable=False),
    Column("quote_confidence", Float, nullable=False),
    Column("type_confidence", Float, nullable=False),
    Column("medium_confidence", Float, nullable=False),
    Column("cue_confidence", Float, nullable=False),
    Column("frame_confidence", Float, nullable=False),
    Column("seal", LargeBinary, nullable=False),  # SHA-256 of all of it, words and parties included
    UniqueConstraint("id", "version_key"),
    ForeignKeyConstraint(
        ["parent_id", "version_key"],
        ["statement.id", "statement.version_key"],
        deferrable=True,
        initially="DEFERRED",
    ),
    Index("ix_statement_listing", "version_key", "position", "type"),
)

mention = Table(
    "mention",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("folded", Text, nullable=False, unique=True),
)

actor = Table(
    "actor",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("wikidata", Text),
)

party = Table(
    "party",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("statement_key", ForeignKey("statement.key", ondelete="CASCADE"), nullable=False),
    Column("role", Text, nullable=False),  # speaker, addressee
    Column("position", Integer, nullable=False),
    Column("mention", Text, nullable=False),  # spans
    Column("mention_key", ForeignKey("mention.key"), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("kind", Text),
    Column("name", Text),
    Column("office", Text),
    Column("actor_key", ForeignKey("actor.key")),
    UniqueConstraint("statement_key", "role", "position"),
    Index("ix_party_mention_key_role_statement_key", "mention_key", "role", "statement_key"),
    Index("ix_party_actor_key", "actor_key"),
)

correction = Table(
    "correction",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article_id", Text, nullable=False),
    Column("statement_id", Text),
    Column("made_at", Text, nullable=False),  # UTC, ISO 8601
    Column("made_by", Text, nullable=False),
    Column("reason", Text),
    Column("change", Text, nullable=False),  # JSON: what was, what is now
    Column("previous", LargeBinary),  # digest of the correction before
    Column("digest", LargeBinary, nullable=False, unique=True),
    Index("ix_correction_article_id", "article_id"),
    Index("ix_correction_statement_id", "statement_id"),
)

# Surface words and lemmas stand word for word beside each other, folded (`folding.fold`).
WORD_COLUMNS = ("quote", "quote_lemmas", "speaker", "speaker_lemmas", "title")
words = table("statement_words", column("rowid", Integer), *(column(name, Text) for name in WORD_COLUMNS))
