"""The fifth schema: codebooks of people's own, and the labels that they give.

Nothing of what is there changes. Labels come when a codebook is added.
"""

from alembic import op

revision = "0005"
down_revision = "0004"

_MADE = (
    """
    CREATE TABLE codebook (
      "key" INTEGER NOT NULL,
      name TEXT NOT NULL,
      version TEXT NOT NULL,
      content TEXT NOT NULL,
      categories TEXT NOT NULL,
      is_going BOOLEAN NOT NULL,
      seal BLOB NOT NULL,
      CONSTRAINT pk_codebook PRIMARY KEY ("key"),
      CONSTRAINT uq_codebook_name UNIQUE (name)
    )
    """,
    """
    CREATE TABLE label (
      statement_key INTEGER NOT NULL,
      position INTEGER NOT NULL,
      codebook TEXT NOT NULL,
      category TEXT NOT NULL,
      stance TEXT,
      confidence FLOAT NOT NULL,
      evidence TEXT NOT NULL,
      entry INTEGER,
      CONSTRAINT pk_label PRIMARY KEY (statement_key, position),
      CONSTRAINT fk_label_statement_key FOREIGN KEY(statement_key) REFERENCES statement ("key") ON DELETE CASCADE
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX ix_label_codebook_category_statement_key ON label (codebook, category, statement_key)",
    """
    CREATE TABLE coding (
      version_key INTEGER NOT NULL,
      codebook_key INTEGER NOT NULL,
      made_by TEXT NOT NULL,
      basis BLOB NOT NULL,
      found BLOB NOT NULL,
      seal BLOB NOT NULL,
      CONSTRAINT pk_coding PRIMARY KEY (version_key, codebook_key),
      CONSTRAINT fk_coding_version_key FOREIGN KEY(version_key) REFERENCES article_version ("key"),
      CONSTRAINT fk_coding_codebook_key FOREIGN KEY(codebook_key) REFERENCES codebook ("key")
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX ix_coding_codebook_key ON coding (codebook_key)",
)


def upgrade() -> None:
    """Nothing; the tables that are new in the fifth schema stand."""
    connection = op.get_bind()
    for ddl in _MADE:
        connection.exec_driver_sql(ddl.strip())
