"""The sixth schema: what filters and facets look at stands in rows of its own, and how many statements are shown.

It follows from what is there.
"""

from alembic import op

revision = "0006"
down_revision = "0005"

_MADE = (
    """
    CREATE TABLE listed (
      "key" INTEGER NOT NULL,
      type TEXT NOT NULL,
      certainty FLOAT NOT NULL,
      is_decided BOOLEAN NOT NULL,
      act TEXT,
      stance TEXT,
      CONSTRAINT pk_listed PRIMARY KEY ("key"),
      CONSTRAINT fk_listed_key FOREIGN KEY("key") REFERENCES statement ("key") ON DELETE CASCADE
    )
    """,
    """
    INSERT INTO listed ("key", type, certainty, is_decided, act, stance)
    SELECT statement."key", type, certainty, decided IS NOT NULL, act, stance
    FROM statement
    JOIN article_version ON article_version."key" = version_key AND is_current
    LEFT JOIN sense ON statement_key = statement."key"
    WHERE is_shown
    ORDER BY statement."key"
    """,
    'CREATE INDEX ix_listed_type_act_stance ON listed (type, act, stance, "key")',
    "CREATE INDEX ix_listed_certainty ON listed (certainty, key DESC)",
    """
    CREATE INDEX ix_who_beside ON who (in_view, actor_key, role, statement_key, position) WHERE position > 0
    """,
    "DROP INDEX ix_who_view",
    "CREATE INDEX ix_who_view ON who (in_view, actor_key, role, statement_key)",
    "DROP INDEX ix_sense_act_statement_key",
    "DROP INDEX ix_statement_certainty",
    "DROP INDEX ix_article_version_listing",
    "DROP INDEX ix_article_version_source",
    "ALTER TABLE article_version ADD COLUMN shown INTEGER DEFAULT '0' NOT NULL",
    """
    UPDATE article_version SET shown =
    (SELECT count(*) FROM statement WHERE version_key = article_version."key" AND is_shown)
    """,
    'CREATE INDEX ix_article_version_listing ON article_version (published, "key", shown) WHERE is_current = 1',
    "CREATE INDEX ix_article_version_source ON article_version (source_folded, shown) WHERE is_current = 1",
)


def upgrade() -> None:
    """Nothing; the rows for filters and facets stand, and the indices are gone that theirs are in place of."""
    connection = op.get_bind()
    for ddl in _MADE:
        connection.exec_driver_sql(ddl.strip())
