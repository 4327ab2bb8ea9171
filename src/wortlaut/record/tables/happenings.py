"""The tables of announced events; `schema` has the others.

::

    announcement ── article_version        what a version tells of events, as it was found; sealed
    occasion ──< telling >── article_version    an event, and what current versions tell of it
                    ├──< telling_part      who and where
                    └──< telling_sign      by what tellings that may be of one event are found
                                           (telling.earlier_key: the one that it goes on about)

`announcement` is stored as it was found. All the others can be made anew from it and the history; `verify` does, and
compares. Days are `date.toordinal()`, so that SQLite compares them as numbers.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from wortlaut.record.tables.asides import metadata

__all__ = ["announcement", "occasion", "telling", "telling_part", "telling_sign"]

announcement = Table(
    "announcement",
    metadata,
    Column("version_key", ForeignKey("article_version.key"), primary_key=True),
    Column("made_by", Text, nullable=False),
    Column("basis", LargeBinary, nullable=False),  # digest of what it was made of: text, day, statements
    Column("found", LargeBinary, nullable=False),  # told.pack_tellings
    Column("seal", LargeBinary, nullable=False),  # of all of it
)

occasion = Table(
    "occasion",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),  # of the telling that announced it first
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("words", Text, nullable=False),  # folded: of title, names and agenda of the first telling
    Column("outcome", Text, nullable=False),  # never `unreported`: that depends on the day on which somebody asks
    Column("since", Integer),
    Column("until", Integer),
    Column("day", Integer),  # the first one that holds now, for lists; none where it is vague
    Column("first_told", Integer),  # days of publication
    Column("last_told", Integer),
    Column("is_rejected", Boolean, nullable=False),
    Column("decided", Text),  # `outcome:12 when:12`: what people decided, by entry of the history
    Index("ix_occasion_day", "day"),
    Index("ix_occasion_until", "until"),
)

telling = Table(
    "telling",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("version_key", ForeignKey("article_version.key"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("is_announced", Boolean, nullable=False),
    Column("published", Integer),
    Column("since", Integer),
    Column("until", Integer),
    Column("reach", Integer),  # the last day on which an article can go on about it
    Column("signs", Text, nullable=False),  # told.pack_signs
    Column("earlier_key", Integer),  # the telling that it goes on about, of another article
    Column("score", Integer, nullable=False),  # how much speaks for that
    Column("occasion_key", ForeignKey("occasion.key", ondelete="SET NULL")),
    UniqueConstraint("version_key", "position"),
    Index("ix_telling_id", "id"),
    Index("ix_telling_earlier_key", "earlier_key"),
    Index("ix_telling_occasion_key", "occasion_key"),
)

telling_part = Table(
    "telling_part",
    metadata,
    Column("telling_key", ForeignKey("telling.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("role", Text, primary_key=True),  # who, where
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("linked", Text),  # the id of the actor that the name leads to, whatever people decided
    Index("ix_telling_part_linked", "linked"),
    Index("ix_telling_part_role_folded", "role", "folded"),
    sqlite_with_rowid=False,
)

# Without a foreign key: SQLite would look for what points to a telling that goes, and no index begins with its key.
telling_sign = Table(
    "telling_sign",
    metadata,
    Column("sign", Integer, primary_key=True, autoincrement=False),  # digest of a stem
    Column("kind", Text, primary_key=True),  # as tellings are compared
    Column("published", Integer, primary_key=True, autoincrement=False),
    Column("telling_key", Integer, primary_key=True, autoincrement=False),
    Column("is_own", Boolean, nullable=False),  # of the event itself, not of what stands around it
    sqlite_with_rowid=False,
)
