"""The fourth schema: who is meant by the mentions, the actors behind them, and what people decide about actors.

Nothing of what is there changes. Who is meant in the articles that are there is found when they are read anew, or when
`wortlaut resolve` is asked to.
"""

from alembic import op

revision = "0004"
down_revision = "0003"

_GONE = (
    "DROP INDEX ix_party_mention_key_role_statement_key",
    "DROP INDEX ix_party_actor_key",
    "ALTER TABLE party RENAME TO old_party",
    "DROP TABLE actor",
)
_MADE = (
    """
    CREATE TABLE actor (
      "key" INTEGER NOT NULL,
      id TEXT NOT NULL,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      wikidata TEXT,
      seal BLOB NOT NULL,
      CONSTRAINT pk_actor PRIMARY KEY ("key"),
      CONSTRAINT uq_actor_id UNIQUE (id)
    )
    """,
    """
    CREATE TABLE party (
      "key" INTEGER NOT NULL,
      statement_key INTEGER NOT NULL,
      role TEXT NOT NULL,
      position INTEGER NOT NULL,
      mention TEXT NOT NULL,
      mention_key INTEGER NOT NULL,
      confidence FLOAT NOT NULL,
      CONSTRAINT pk_party PRIMARY KEY ("key"),
      CONSTRAINT uq_party_statement_key_role_position UNIQUE (statement_key, role, position),
      CONSTRAINT fk_party_statement_key FOREIGN KEY(statement_key) REFERENCES statement ("key") ON DELETE CASCADE,
      CONSTRAINT fk_party_mention_key FOREIGN KEY(mention_key) REFERENCES mention ("key")
    )
    """,
    "INSERT INTO party (key, statement_key, role, position, mention, mention_key, confidence) "
    "SELECT key, statement_key, role, position, mention, mention_key, confidence FROM old_party ORDER BY key",
    "DROP TABLE old_party",
    "CREATE INDEX ix_party_mention_key_role_statement_key ON party (mention_key, role, statement_key)",
    """
    CREATE TABLE who (
      "key" INTEGER NOT NULL,
      statement_key INTEGER NOT NULL,
      role TEXT NOT NULL,
      position INTEGER NOT NULL,
      mention TEXT NOT NULL,
      kind TEXT NOT NULL,
      name TEXT,
      name_key INTEGER,
      office TEXT,
      confidence FLOAT NOT NULL,
      candidates TEXT,
      linked TEXT,
      actor_key INTEGER,
      in_view BOOLEAN NOT NULL,
      CONSTRAINT pk_who PRIMARY KEY ("key"),
      CONSTRAINT uq_who_statement_key_role_position UNIQUE (statement_key, role, position),
      CONSTRAINT fk_who_statement_key FOREIGN KEY(statement_key) REFERENCES statement ("key") ON DELETE CASCADE,
      CONSTRAINT fk_who_name_key FOREIGN KEY(name_key) REFERENCES mention ("key"),
      CONSTRAINT fk_who_actor_key FOREIGN KEY(actor_key) REFERENCES actor ("key")
    )
    """,
    "CREATE INDEX ix_who_name_key_role_statement_key ON who (name_key, role, statement_key)",
    "CREATE INDEX ix_who_actor_key_role_statement_key ON who (actor_key, role, statement_key)",
    "CREATE INDEX ix_who_view ON who (actor_key, role, statement_key) WHERE in_view = 1",
    "CREATE INDEX ix_who_linked ON who (linked) WHERE linked IS NOT NULL",
    """
    CREATE TABLE sense (
      statement_key INTEGER NOT NULL,
      act TEXT NOT NULL,
      confidence FLOAT NOT NULL,
      stance TEXT NOT NULL,
      effect TEXT NOT NULL,
      is_repeated BOOLEAN NOT NULL,
      is_earlier BOOLEAN NOT NULL,
      is_negated BOOLEAN NOT NULL,
      modality TEXT,
      condition TEXT,
      consequence TEXT,
      refers_to TEXT,
      answers TEXT,
      said_since DATE,
      said_until DATE,
      said_spans TEXT,
      said_confidence FLOAT,
      venue TEXT,
      via TEXT,
      CONSTRAINT pk_sense PRIMARY KEY (statement_key),
      CONSTRAINT fk_sense_statement_key FOREIGN KEY(statement_key) REFERENCES statement ("key") ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_sense_act_statement_key ON sense (act, statement_key)",
    """
    CREATE TABLE meaning (
      version_key INTEGER NOT NULL,
      made_by TEXT NOT NULL,
      basis BLOB NOT NULL,
      found BLOB NOT NULL,
      seal BLOB NOT NULL,
      CONSTRAINT pk_meaning PRIMARY KEY (version_key),
      CONSTRAINT fk_meaning_version_key FOREIGN KEY(version_key) REFERENCES article_version ("key")
    )
    """,
    "ALTER TABLE history ADD COLUMN actor_id TEXT",
    "CREATE INDEX ix_history_actor_id ON history (actor_id) WHERE actor_id IS NOT NULL",
)


def upgrade() -> None:
    """Nothing; the columns and tables that are new in the fourth schema stand."""
    connection = op.get_bind()
    for ddl in (*_GONE, *_MADE):
        connection.exec_driver_sql(ddl.strip())
