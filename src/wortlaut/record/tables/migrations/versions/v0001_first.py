"""The first schema: articles and their versions, readings, statements, parties, and the words to search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing; the tables stand."""
    _actor()
    _article()
    _correction()
    _mention()
    _article_version()
    _article_version_indexes()
    _article_content()
    _reading()
    _statement()
    _party()
    _statement_words()


def _actor() -> None:
    op.create_table(
        "actor",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("wikidata", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_actor")),
        sa.UniqueConstraint("id", name=op.f("uq_actor_id")),
    )


def _article() -> None:
    op.create_table(
        "article",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_article")),
        sa.UniqueConstraint("id", name=op.f("uq_article_id")),
    )


def _correction() -> None:
    op.create_table(
        "correction",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("statement_id", sa.Text(), nullable=True),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_correction")),
        sa.UniqueConstraint("digest", name=op.f("uq_correction_digest")),
    )
    op.create_index("ix_correction_article_id", "correction", ["article_id"], unique=False)
    op.create_index("ix_correction_statement_id", "correction", ["statement_id"], unique=False)


def _mention() -> None:
    op.create_table(
        "mention",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_mention")),
        sa.UniqueConstraint("folded", name=op.f("uq_mention_folded")),
    )


def _article_version() -> None:
    op.create_table(
        "article_version",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("article_key", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("seal", sa.LargeBinary(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("source_folded", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("declared_id", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("origin_path", sa.LargeBinary(), nullable=False),
        sa.Column("origin_record", sa.Integer(), nullable=True),
        sa.Column("origin_line", sa.Integer(), nullable=True),
        sa.Column("origin_byte", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_article_version")),
        sa.UniqueConstraint("article_key", "number", name=op.f("uq_article_version_article_key_number")),
        sa.UniqueConstraint("article_key", "digest", name=op.f("uq_article_version_article_key_digest")),
        sa.ForeignKeyConstraint(["article_key"], ["article.key"], name=op.f("fk_article_version_article_key")),
    )


def _article_version_indexes() -> None:
    op.create_index(
        "ix_article_version_listing",
        "article_version",
        ["published", "key", "source_folded"],
        unique=False,
        sqlite_where=sa.text("is_current = 1"),
    )
    op.create_index(
        "ix_article_version_one_current",
        "article_version",
        ["article_key"],
        unique=True,
        sqlite_where=sa.text("is_current = 1"),
    )


def _article_content() -> None:
    op.create_table(
        "article_content",
        sa.Column("version_key", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("raw_digest", sa.LargeBinary(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("source_map", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("version_key", name=op.f("pk_article_content")),
        sa.ForeignKeyConstraint(["version_key"], ["article_version.key"], name=op.f("fk_article_content_version_key")),
    )


def _reading() -> None:
    op.create_table(
        "reading",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("version_key", sa.Integer(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("weights", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("seal", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_reading")),
        sa.UniqueConstraint(
            "version_key", "reader", "weights", "version", name=op.f("uq_reading_version_key_reader_weights_version")
        ),
        sa.ForeignKeyConstraint(["version_key"], ["article_version.key"], name=op.f("fk_reading_version_key")),
    )


def _statement() -> None:
    op.create_table(
        "statement",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version_key", sa.Integer(), nullable=False),
        sa.Column("reading_key", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("medium", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("frame", sa.Text(), nullable=False),
        sa.Column("quote_confidence", sa.Float(), nullable=False),
        sa.Column("type_confidence", sa.Float(), nullable=False),
        sa.Column("medium_confidence", sa.Float(), nullable=False),
        sa.Column("cue_confidence", sa.Float(), nullable=False),
        sa.Column("frame_confidence", sa.Float(), nullable=False),
        sa.Column("seal", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_statement")),
        sa.UniqueConstraint("id", "version_key", name=op.f("uq_statement_id_version_key")),
        sa.ForeignKeyConstraint(
            ["parent_id", "version_key"],
            ["statement.id", "statement.version_key"],
            name=op.f("fk_statement_parent_id_version_key"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["version_key"], ["article_version.key"], name=op.f("fk_statement_version_key")),
        sa.ForeignKeyConstraint(["reading_key"], ["reading.key"], name=op.f("fk_statement_reading_key")),
    )
    op.create_index("ix_statement_listing", "statement", ["version_key", "position", "type"], unique=False)


def _party() -> None:
    op.create_table(
        "party",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("statement_key", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("mention", sa.Text(), nullable=False),
        sa.Column("mention_key", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("actor_key", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_party")),
        sa.UniqueConstraint("statement_key", "role", "position", name=op.f("uq_party_statement_key_role_position")),
        sa.ForeignKeyConstraint(
            ["statement_key"], ["statement.key"], name=op.f("fk_party_statement_key"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["mention_key"], ["mention.key"], name=op.f("fk_party_mention_key")),
        sa.ForeignKeyConstraint(["actor_key"], ["actor.key"], name=op.f("fk_party_actor_key")),
    )
    op.create_index("ix_party_actor_key", "party", ["actor_key"], unique=False)
    op.create_index(
        "ix_party_mention_key_role_statement_key", "party", ["mention_key", "role", "statement_key"], unique=False
    )


def _statement_words() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE statement_words USING "
        "fts5(quote, quote_lemmas, speaker, speaker_lemmas, title, tokenize = 'ascii')"
    )
    op.execute("INSERT INTO statement_words (statement_words, rank) VALUES ('rank', 'bm25(4.0, 3.0, 2.0, 1.5, 1.0)')")
