"""The third schema: what pages and agencies say of articles, items that are taken back, and feeds that are followed.

Nothing of what is there changes; what is made of it stays as it is.
"""

from alembic import op

revision = "0003"
down_revision = "0002"

_COLUMNS = (
    ("article_version", "subtitle TEXT"),
    ("article_version", "kicker TEXT"),
    ("article_version", "published_at TEXT"),
    ("article_version", "updated_at TEXT"),
    ("article_version", "kind TEXT"),
    ("article_version", "revision INTEGER"),
    ("article_version", "withdrawn_by INTEGER"),
    ("history", "declared_id TEXT"),
)
_MADE = (
    "CREATE INDEX ix_article_version_declared_id ON article_version (declared_id) WHERE declared_id IS NOT NULL",
    "CREATE INDEX ix_history_declared_id ON history (declared_id) WHERE declared_id IS NOT NULL",
    """
    CREATE TABLE feed (
      "key" INTEGER NOT NULL,
      address TEXT NOT NULL,
      etag TEXT,
      last_modified TEXT,
      checked_at TEXT,
      due_at TEXT,
      failures INTEGER NOT NULL,
      status TEXT NOT NULL,
      moved_to TEXT,
      title TEXT,
      seal BLOB NOT NULL,
      CONSTRAINT pk_feed PRIMARY KEY ("key"),
      CONSTRAINT uq_feed_address UNIQUE (address)
    )
    """,
    """
    CREATE TABLE feed_entry (
      feed_key INTEGER NOT NULL,
      entry TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      seal BLOB NOT NULL,
      CONSTRAINT pk_feed_entry PRIMARY KEY (feed_key, entry),
      CONSTRAINT fk_feed_entry_feed_key FOREIGN KEY(feed_key) REFERENCES feed ("key") ON DELETE CASCADE
    )
     WITHOUT ROWID
    """,
)


def upgrade() -> None:
    """Nothing; the columns and tables that are new in the third schema stand."""
    connection = op.get_bind()
    for table, column in _COLUMNS:
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {column}")
    for ddl in _MADE:
        connection.exec_driver_sql(ddl.strip())
