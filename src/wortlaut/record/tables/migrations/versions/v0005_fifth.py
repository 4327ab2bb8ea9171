"""The fifth schema: announced events, targets of acts, before which event it was said, codebooks and their labels.

Targets are rows of `who` with the role "target", which an older program could not read. Nothing of what is there
changes: all this is found in the articles that are there when they are read anew, or when `wortlaut resolve`
is asked to.
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
    """
    CREATE TABLE announcement (
      version_key INTEGER NOT NULL,
      made_by TEXT NOT NULL,
      basis BLOB NOT NULL,
      found BLOB NOT NULL,
      seal BLOB NOT NULL,
      CONSTRAINT pk_announcement PRIMARY KEY (version_key),
      CONSTRAINT fk_announcement_version_key FOREIGN KEY(version_key) REFERENCES article_version ("key")
    )
    """,
    """
    CREATE TABLE occasion (
      "key" INTEGER NOT NULL,
      id TEXT NOT NULL,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      words TEXT NOT NULL,
      outcome TEXT NOT NULL,
      since INTEGER,
      until INTEGER,
      day INTEGER,
      first_told INTEGER,
      last_told INTEGER,
      is_rejected BOOLEAN NOT NULL,
      decided TEXT,
      CONSTRAINT pk_occasion PRIMARY KEY ("key"),
      CONSTRAINT uq_occasion_id UNIQUE (id)
    )
    """,
    "CREATE INDEX ix_occasion_day ON occasion (day)",
    "CREATE INDEX ix_occasion_until ON occasion (until)",
    """
    CREATE TABLE telling (
      "key" INTEGER NOT NULL,
      id TEXT NOT NULL,
      version_key INTEGER NOT NULL,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      status TEXT NOT NULL,
      is_announced BOOLEAN NOT NULL,
      published INTEGER,
      since INTEGER,
      until INTEGER,
      reach INTEGER,
      signs TEXT NOT NULL,
      earlier_key INTEGER,
      score INTEGER NOT NULL,
      occasion_key INTEGER,
      CONSTRAINT pk_telling PRIMARY KEY ("key"),
      CONSTRAINT uq_telling_version_key_position UNIQUE (version_key, position),
      CONSTRAINT fk_telling_version_key FOREIGN KEY(version_key) REFERENCES article_version ("key"),
      CONSTRAINT fk_telling_occasion_key FOREIGN KEY(occasion_key) REFERENCES occasion ("key") ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_telling_earlier_key ON telling (earlier_key)",
    "CREATE INDEX ix_telling_id ON telling (id)",
    "CREATE INDEX ix_telling_occasion_key ON telling (occasion_key)",
    """
    CREATE TABLE telling_part (
      telling_key INTEGER NOT NULL,
      role TEXT NOT NULL,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      folded TEXT NOT NULL,
      linked TEXT,
      CONSTRAINT pk_telling_part PRIMARY KEY (telling_key, role, position),
      CONSTRAINT fk_telling_part_telling_key FOREIGN KEY(telling_key) REFERENCES telling ("key") ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    "CREATE INDEX ix_telling_part_linked ON telling_part (linked)",
    "CREATE INDEX ix_telling_part_role_folded ON telling_part (role, folded)",
    """
    CREATE TABLE telling_sign (
      sign INTEGER NOT NULL,
      kind TEXT NOT NULL,
      published INTEGER NOT NULL,
      telling_key INTEGER NOT NULL,
      is_own BOOLEAN NOT NULL,
      CONSTRAINT pk_telling_sign PRIMARY KEY (sign, kind, published, telling_key)
    ) WITHOUT ROWID
    """,
    "ALTER TABLE sense ADD COLUMN said_before TEXT",
    "ALTER TABLE history ADD COLUMN event_id TEXT",
    "CREATE INDEX ix_history_event_id ON history (event_id) WHERE event_id IS NOT NULL",
)


def upgrade() -> None:
    """Nothing; the tables and the column that are new in the fifth schema stand."""
    connection = op.get_bind()
    for ddl in _MADE:
        connection.exec_driver_sql(ddl.strip())
