"""The tables of the record.

::

    article ──< article_version ──  article_content    text, raw bytes, source map, sketch for near-duplicates
       │              │         ├──< reading            who read it, and what that reading found, sealed
       │              │         └──< reprint_band       by which near-duplicates find each other
       │              ├──  meaning                     who is meant by all its mentions, sealed
       │              ├──< coding >── codebook         the labels that a codebook of one's own gives, sealed
       │              └──< statement                    what holds: the readings with people's decisions applied
       │                       ├──< party >── mention  the words that mention a speaker or an addressee
       │                       ├──  sense                what kind of statement it is
       │                       ├──  listed               what filters and facets look at, of what is shown
       │                       ├──< label                which categories of codebooks it has
       │                       └──< who   >── mention  who is meant; one row a distinct folded name, for the filters
       │                              └────── actor    the same person or body, whatever the article
       └─ (original: the article that this one reprints)
    history ──< waiting >── article_version             what people decided, chained by hashes; what has no place
    erased                                              what must stay out, by salted digests
    saved_search ──< saved_hit                          searches that tell what is new
    feed ──< feed_entry                                 feeds that are followed, and what was seen in them
    about                                               the record itself

`statement` and all below it can be made anew from `reading`, `meaning`, `coding` and `history`; `verify` does so, and
compares. Spans are text, `71-133 150-160`, in the order of the statement. The words to search stand in an FTS5 table
that `sqlite.py` makes, one row a statement of a current version.
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
    Table,
    Text,
    UniqueConstraint,
    column,
    table,
    text,
    true,
)

from wortlaut.record.tables.asides import about, codebook, feed, feed_entry, metadata, saved_hit, saved_search
from wortlaut.record.tables.happenings import announcement, occasion, telling, telling_part, telling_sign
from wortlaut.record.tables.listing import label, listed

__all__ = [
    "SCHEMA",
    "WORD_COLUMNS",
    "about",
    "actor",
    "announcement",
    "article",
    "article_content",
    "article_version",
    "codebook",
    "coding",
    "erased",
    "feed",
    "feed_entry",
    "history",
    "indexed",
    "label",
    "listed",
    "meaning",
    "mention",
    "metadata",
    "occasion",
    "party",
    "reading",
    "reprint_band",
    "saved_hit",
    "saved_search",
    "sense",
    "statement",
    "telling",
    "telling_part",
    "telling_sign",
    "waiting",
    "who",
    "words",
]

# The number of the newest migration; kept in SQLite's user_version.
SCHEMA = 6

article = Table(
    "article",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    # The article whose text this one repeats, itself where it is the first of its kind.
    Column("original_key", ForeignKey("article.key", deferrable=True, initially="DEFERRED"), nullable=False),
    Column("seal", LargeBinary, nullable=False),  # of its id and its original
    Index("ix_article_original_key", "original_key"),
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
    Column("statements_seal", LargeBinary, nullable=False),  # SHA-256 of its statements' seals in order
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
    Column("subtitle", Text),
    Column("kicker", Text),
    Column("published_at", Text),  # ISO 8601, with its zone
    Column("updated_at", Text),
    Column("kind", Text),  # none for a report
    Column("revision", Integer),  # the number that an agency gives the version
    Column("withdrawn_by", Integer),  # the entry of the history that takes the version back
    Column("shown", Integer, nullable=False, server_default="0"),  # how many of its statements are, by their standing
    UniqueConstraint("article_key", "number"),
    Index("ix_article_version_digest", "article_key", "digest"),  # erasing can make two versions alike
    Index("ix_article_version_declared_id", "declared_id", sqlite_where=text("declared_id IS NOT NULL")),
)
_current = article_version.c.is_current == true()
Index("ix_article_version_one_current", article_version.c.article_key, unique=True, sqlite_where=_current)
# Its order is that of listings, and filters and the overview need nothing else.
Index(
    "ix_article_version_listing",
    article_version.c.published,
    article_version.c.key,
    article_version.c.shown,
    sqlite_where=_current,
)
Index("ix_article_version_source", article_version.c.source_folded, article_version.c.shown, sqlite_where=_current)

# Apart from the rest, so that filters do not drag texts from the disk.
article_content = Table(
    "article_content",
    metadata,
    Column("version_key", ForeignKey("article_version.key"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("raw_digest", LargeBinary, nullable=False),  # SHA-256 of the bytes as they came in
    Column("raw", LargeBinary, nullable=False),  # zlib
    Column("source_map", LargeBinary, nullable=False),  # packing.pack_source_map
    Column("sketch", LargeBinary, nullable=False),  # matching.likeness
)

reprint_band = Table(
    "reprint_band",
    metadata,
    Column("band", Integer, primary_key=True, autoincrement=False),
    Column("version_key", ForeignKey("article_version.key"), primary_key=True, autoincrement=False),
    Index("ix_reprint_band_version_key", "version_key"),
    sqlite_with_rowid=False,
)

reading = Table(
    "reading",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("version_key", ForeignKey("article_version.key"), nullable=False),
    Column("is_current", Boolean, nullable=False),  # the last one of its version
    Column("turn", Integer, nullable=False),  # counts the readings of the article in the order in which they came
    Column("reader", Text, nullable=False),
    Column("weights", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("found", LargeBinary, nullable=False),  # packing.pack_statements: what it found, with the ids it was given
    Column("seal", LargeBinary, nullable=False),  # SHA-256 of all of it
    UniqueConstraint("version_key", "turn"),
)

statement = Table(
    "statement",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("version_key", ForeignKey("article_version.key"), nullable=False),
    Column("reading_key", ForeignKey("reading.key")),  # the last that found it; none where a person added it
    Column("position", Integer, nullable=False),
    Column("standing", Text, nullable=False),
    Column("is_shown", Boolean, nullable=False),  # by its standing
    Column("decided", Text),  # `quote:12 type:15`: the parts that people decided, by entry of the history
    Column("certainty", Float, nullable=False),  # of its least certain part; 1 where a person decided
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
    Index("ix_statement_hidden", "standing", sqlite_where=text("is_shown = 0")),
    Index("ix_statement_decided", "key", sqlite_where=text("decided IS NOT NULL")),
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
    Column("name", Text, nullable=False),  # the list's, else the longest that articles have
    Column("wikidata", Text),
    Column("seal", LargeBinary, nullable=False),  # of all of it but its key
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
    UniqueConstraint("statement_key", "role", "position"),
    Index("ix_party_mention_key_role_statement_key", "mention_key", "role", "statement_key"),
)

# Apart from `party`: a mention may mean two, and somebody may be meant where nobody is mentioned.
who = Table(
    "who",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("statement_key", ForeignKey("statement.key", ondelete="CASCADE"), nullable=False),
    Column("role", Text, nullable=False),  # speaker, addressee, target
    Column("position", Integer, nullable=False),
    Column("mention", Text, nullable=False),  # spans
    Column("kind", Text, nullable=False),
    Column("name", Text),
    Column("name_key", ForeignKey("mention.key")),  # of the name, folded
    Column("office", Text),
    Column("confidence", Float, nullable=False),
    Column("candidates", Text),  # JSON: [[name, kind, confidence], …]
    Column("linked", Text),  # the id of the actor that name and office lead to, whatever people decided
    Column("actor_key", ForeignKey("actor.key")),  # of the actor, after what people decided about actors
    Column("in_view", Boolean, nullable=False),  # its statement is shown, and one of a current version
    UniqueConstraint("statement_key", "role", "position"),
    Index("ix_who_name_key_role_statement_key", "name_key", "role", "statement_key"),
    Index("ix_who_actor_key_role_statement_key", "actor_key", "role", "statement_key"),
    # What is told of actors is counted in it alone: its keys have the days, too.
    Index("ix_who_view", "in_view", "actor_key", "role", "statement_key"),
    # Who stands beside others in one role: where that is the same actor, the statement counts once.
    Index(
        *("ix_who_beside", "in_view", "actor_key", "role", "statement_key", "position"),
        sqlite_where=text("position > 0"),
    ),
    Index("ix_who_linked", "linked", sqlite_where=text("linked IS NOT NULL")),
)

sense = Table(
    "sense",
    metadata,
    Column("statement_key", ForeignKey("statement.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("act", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("stance", Text, nullable=False),
    Column("effect", Text, nullable=False),
    Column("is_repeated", Boolean, nullable=False),
    Column("is_earlier", Boolean, nullable=False),
    Column("is_negated", Boolean, nullable=False),
    Column("modality", Text),
    Column("condition", Text),  # spans; this, consequence and refers_to together
    Column("consequence", Text),
    Column("refers_to", Text),
    Column("answers", Text),
    Column("said_since", Date),  # this and the rest together
    Column("said_until", Date),
    Column("said_spans", Text),
    Column("said_confidence", Float),
    Column("venue", Text),  # JSON
    Column("via", Text),  # JSON
    Column("said_before", Text),  # JSON
)

meaning = Table(
    "meaning",
    metadata,
    Column("version_key", ForeignKey("article_version.key"), primary_key=True),
    Column("made_by", Text, nullable=False),  # the program's version and a digest of weights and lists
    Column("basis", LargeBinary, nullable=False),  # digest of what it was made of: text, day, statements
    Column("found", LargeBinary, nullable=False),  # meant.pack_meant
    Column("seal", LargeBinary, nullable=False),  # of all of it
)

coding = Table(
    "coding",
    metadata,
    Column("version_key", ForeignKey("article_version.key"), primary_key=True, autoincrement=False),
    Column("codebook_key", ForeignKey("codebook.key"), primary_key=True, autoincrement=False),
    Column("made_by", Text, nullable=False),  # the program's version and digests of rules and codebook
    Column("basis", LargeBinary, nullable=False),  # digest of what it was made of: text, statements, what is meant
    Column("found", LargeBinary, nullable=False),  # labels.pack_coded
    Column("seal", LargeBinary, nullable=False),  # of all of it
    Index("ix_coding_codebook_key", "codebook_key"),
    sqlite_with_rowid=False,
)

history = Table(
    "history",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("article_id", Text),  # this and the next only to look entries up; both stand in the content, too
    Column("statement_id", Text),
    Column("content", Text),  # canonical JSON, salted; none where it was erased
    Column("content_digest", LargeBinary, nullable=False),  # SHA-256 of the content, also when that is gone
    Column("previous", LargeBinary, nullable=False),  # digest of the entry before; empty for the first
    Column("digest", LargeBinary, nullable=False, unique=True),  # of number, previous, content_digest
    Column("erased_by", ForeignKey("history.number")),
    Column("declared_id", Text),  # only of withdrawals, empty where they name none; stands in the content, too
    Column("actor_id", Text),  # only of decisions about actors; stands in the content, too
    Column("event_id", Text),  # only of decisions about events; stands in the content, too
    Index("ix_history_article_id", "article_id"),
    Index("ix_history_statement_id", "statement_id"),
    Index("ix_history_declared_id", "declared_id", sqlite_where=text("declared_id IS NOT NULL")),
    Index("ix_history_actor_id", "actor_id", sqlite_where=text("actor_id IS NOT NULL")),
    Index("ix_history_event_id", "event_id", sqlite_where=text("event_id IS NOT NULL")),
)

waiting = Table(
    "waiting",
    metadata,
    Column("number", ForeignKey("history.number"), primary_key=True),
    Column("part", Text, primary_key=True),  # empty for the whole statement
    Column("version_key", ForeignKey("article_version.key"), primary_key=True),
    Index("ix_waiting_version_key", "version_key"),
    sqlite_with_rowid=False,
)

erased = Table(
    "erased",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),  # salted, of an article's id or of the folded words
    Column("words", Integer, nullable=False),  # how many words were erased; 0 for an article
    Column("number", ForeignKey("history.number"), nullable=False),  # the entry that tells of it
    Column("seal", LargeBinary, nullable=False),  # of all of it and the salt
)

# Folded words (`folding.fold`). Surface words and lemmas of quote and speaker stand word for word beside each other; so
# do the parts of the quote's compounds, those of one word between two `/`. `title_lemmas` has lemmas and parts in one.
# `hidden` has a word where the statement is not shown.
WORD_COLUMNS = (
    "quote",
    "quote_lemmas",
    "quote_parts",
    "speaker",
    "speaker_lemmas",
    "title",
    "title_lemmas",
    "hidden",
)
words = table("statement_words", column("rowid", Integer), *(column(name, Text) for name in WORD_COLUMNS))
# The keys in the word index, as FTS5 keeps them beside the length of each row (https://sqlite.org/fts5.html, appendix
# on shadow tables): of all statements of current versions.
indexed = table("statement_words_docsize", column("id", Integer))
