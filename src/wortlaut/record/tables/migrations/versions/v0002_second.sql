CREATE TABLE article (
  "key" INTEGER NOT NULL,
  id TEXT NOT NULL,
  original_key INTEGER NOT NULL,
  seal BLOB NOT NULL,
  CONSTRAINT pk_article PRIMARY KEY ("key"),
  CONSTRAINT uq_article_id UNIQUE (id),
  CONSTRAINT fk_article_original_key FOREIGN KEY(original_key) REFERENCES article ("key") DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_article_original_key ON article (original_key);

CREATE TABLE mention (
  "key" INTEGER NOT NULL,
  folded TEXT NOT NULL,
  CONSTRAINT pk_mention PRIMARY KEY ("key"),
  CONSTRAINT uq_mention_folded UNIQUE (folded)
);

CREATE TABLE actor (
  "key" INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  wikidata TEXT,
  CONSTRAINT pk_actor PRIMARY KEY ("key"),
  CONSTRAINT uq_actor_id UNIQUE (id)
);

CREATE TABLE history (
  number INTEGER NOT NULL,
  article_id TEXT,
  statement_id TEXT,
  content TEXT,
  content_digest BLOB NOT NULL,
  previous BLOB NOT NULL,
  digest BLOB NOT NULL,
  erased_by INTEGER,
  CONSTRAINT pk_history PRIMARY KEY (number),
  CONSTRAINT uq_history_digest UNIQUE (digest),
  CONSTRAINT fk_history_erased_by FOREIGN KEY(erased_by) REFERENCES history (number)
);

CREATE INDEX ix_history_statement_id ON history (statement_id);

CREATE INDEX ix_history_article_id ON history (article_id);

CREATE TABLE saved_search (
  "key" INTEGER NOT NULL,
  name TEXT NOT NULL,
  "query" TEXT NOT NULL,
  made_at TEXT NOT NULL,
  seen_at TEXT,
  seal BLOB NOT NULL,
  CONSTRAINT pk_saved_search PRIMARY KEY ("key"),
  CONSTRAINT uq_saved_search_name UNIQUE (name)
);

CREATE TABLE about (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_about PRIMARY KEY (name)
)
 WITHOUT ROWID;

CREATE TABLE article_version (
  "key" INTEGER NOT NULL,
  article_key INTEGER NOT NULL,
  number INTEGER NOT NULL,
  is_current BOOLEAN NOT NULL,
  digest TEXT NOT NULL,
  seal BLOB NOT NULL,
  statements_seal BLOB NOT NULL,
  published DATE,
  source_folded TEXT,
  title TEXT,
  source TEXT,
  url TEXT,
  author TEXT,
  declared_id TEXT,
  form TEXT NOT NULL,
  encoding TEXT NOT NULL,
  notes TEXT NOT NULL,
  origin_path BLOB NOT NULL,
  origin_record INTEGER,
  origin_line INTEGER,
  origin_byte INTEGER NOT NULL,
  CONSTRAINT pk_article_version PRIMARY KEY ("key"),
  CONSTRAINT uq_article_version_article_key_number UNIQUE (article_key, number),
  CONSTRAINT fk_article_version_article_key FOREIGN KEY(article_key) REFERENCES article ("key")
);

CREATE INDEX ix_article_version_digest ON article_version (article_key, digest);

CREATE UNIQUE INDEX ix_article_version_one_current ON article_version (article_key) WHERE is_current = 1;

CREATE INDEX ix_article_version_listing ON article_version (published, "key") WHERE is_current = 1;

CREATE INDEX ix_article_version_source ON article_version (source_folded) WHERE is_current = 1;

CREATE TABLE erased (
  "key" INTEGER NOT NULL,
  digest BLOB NOT NULL,
  words INTEGER NOT NULL,
  number INTEGER NOT NULL,
  seal BLOB NOT NULL,
  CONSTRAINT pk_erased PRIMARY KEY ("key"),
  CONSTRAINT uq_erased_digest UNIQUE (digest),
  CONSTRAINT fk_erased_number FOREIGN KEY(number) REFERENCES history (number)
);

CREATE TABLE saved_hit (
  search_key INTEGER NOT NULL,
  statement_id TEXT NOT NULL,
  CONSTRAINT pk_saved_hit PRIMARY KEY (search_key, statement_id),
  CONSTRAINT fk_saved_hit_search_key FOREIGN KEY(search_key) REFERENCES saved_search ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE article_content (
  version_key INTEGER NOT NULL,
  text TEXT NOT NULL,
  raw_digest BLOB NOT NULL,
  raw BLOB NOT NULL,
  source_map BLOB NOT NULL,
  sketch BLOB NOT NULL,
  CONSTRAINT pk_article_content PRIMARY KEY (version_key),
  CONSTRAINT fk_article_content_version_key FOREIGN KEY(version_key) REFERENCES article_version ("key")
);

CREATE TABLE reprint_band (
  band INTEGER NOT NULL,
  version_key INTEGER NOT NULL,
  CONSTRAINT pk_reprint_band PRIMARY KEY (band, version_key),
  CONSTRAINT fk_reprint_band_version_key FOREIGN KEY(version_key) REFERENCES article_version ("key")
)
 WITHOUT ROWID;

CREATE INDEX ix_reprint_band_version_key ON reprint_band (version_key);

CREATE TABLE reading (
  "key" INTEGER NOT NULL,
  version_key INTEGER NOT NULL,
  is_current BOOLEAN NOT NULL,
  turn INTEGER NOT NULL,
  reader TEXT NOT NULL,
  weights TEXT NOT NULL,
  version TEXT NOT NULL,
  found BLOB NOT NULL,
  seal BLOB NOT NULL,
  CONSTRAINT pk_reading PRIMARY KEY ("key"),
  CONSTRAINT uq_reading_version_key_turn UNIQUE (version_key, turn),
  CONSTRAINT fk_reading_version_key FOREIGN KEY(version_key) REFERENCES article_version ("key")
);

CREATE TABLE waiting (
  number INTEGER NOT NULL,
  part TEXT NOT NULL,
  version_key INTEGER NOT NULL,
  CONSTRAINT pk_waiting PRIMARY KEY (number, part, version_key),
  CONSTRAINT fk_waiting_number FOREIGN KEY(number) REFERENCES history (number),
  CONSTRAINT fk_waiting_version_key FOREIGN KEY(version_key) REFERENCES article_version ("key")
)
 WITHOUT ROWID;

CREATE INDEX ix_waiting_version_key ON waiting (version_key);

CREATE TABLE statement (
  "key" INTEGER NOT NULL,
  id TEXT NOT NULL,
  version_key INTEGER NOT NULL,
  reading_key INTEGER,
  position INTEGER NOT NULL,
  standing TEXT NOT NULL,
  is_shown BOOLEAN NOT NULL,
  decided TEXT,
  certainty FLOAT NOT NULL,
  parent_id TEXT,
  type TEXT NOT NULL,
  medium TEXT NOT NULL,
  quote TEXT NOT NULL,
  cue TEXT NOT NULL,
  frame TEXT NOT NULL,
  quote_confidence FLOAT NOT NULL,
  type_confidence FLOAT NOT NULL,
  medium_confidence FLOAT NOT NULL,
  cue_confidence FLOAT NOT NULL,
  frame_confidence FLOAT NOT NULL,
  seal BLOB NOT NULL,
  CONSTRAINT pk_statement PRIMARY KEY ("key"),
  CONSTRAINT uq_statement_id_version_key UNIQUE (id, version_key),
  CONSTRAINT fk_statement_parent_id_version_key FOREIGN KEY(parent_id, version_key) REFERENCES statement (id, version_key) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_statement_version_key FOREIGN KEY(version_key) REFERENCES article_version ("key"),
  CONSTRAINT fk_statement_reading_key FOREIGN KEY(reading_key) REFERENCES reading ("key")
);

CREATE INDEX ix_statement_hidden ON statement (standing) WHERE is_shown = 0;

CREATE INDEX ix_statement_listing ON statement (version_key, position, type);

CREATE INDEX ix_statement_decided ON statement ("key") WHERE decided IS NOT NULL;

CREATE INDEX ix_statement_certainty ON statement (certainty, key DESC) WHERE is_shown = 1;

CREATE TABLE party (
  "key" INTEGER NOT NULL,
  statement_key INTEGER NOT NULL,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  mention TEXT NOT NULL,
  mention_key INTEGER NOT NULL,
  confidence FLOAT NOT NULL,
  kind TEXT,
  name TEXT,
  office TEXT,
  actor_key INTEGER,
  CONSTRAINT pk_party PRIMARY KEY ("key"),
  CONSTRAINT uq_party_statement_key_role_position UNIQUE (statement_key, role, position),
  CONSTRAINT fk_party_statement_key FOREIGN KEY(statement_key) REFERENCES statement ("key") ON DELETE CASCADE,
  CONSTRAINT fk_party_mention_key FOREIGN KEY(mention_key) REFERENCES mention ("key"),
  CONSTRAINT fk_party_actor_key FOREIGN KEY(actor_key) REFERENCES actor ("key")
);

CREATE INDEX ix_party_mention_key_role_statement_key ON party (mention_key, role, statement_key);

CREATE INDEX ix_party_actor_key ON party (actor_key);

CREATE VIRTUAL TABLE statement_words USING fts5(quote, quote_lemmas, quote_parts, speaker, speaker_lemmas, title, title_lemmas, hidden, tokenize = 'ascii');
