"""The tables that only filters, facets and labels look at; `schema` has the others."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, Table, Text, text

from wortlaut.record.tables.asides import metadata

__all__ = ["label", "listed"]

# A row a statement that is shown and of a current version, with what filters and facets look at, and nothing else: to
# look at a million of these takes a tenth of a second, in `statement` and `sense` ten times as long.
listed = Table(
    "listed",
    metadata,
    Column("key", ForeignKey("statement.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("type", Text, nullable=False),
    Column("certainty", Float, nullable=False),
    Column("is_decided", Boolean, nullable=False),
    Column("act", Text),  # this and stance together
    Column("stance", Text),
    Index("ix_listed_type_act_stance", "type", "act", "stance", "key"),
    Index("ix_listed_certainty", "certainty", text("key DESC")),
)

label = Table(
    "label",
    metadata,
    Column("statement_key", ForeignKey("statement.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("codebook", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("stance", Text),  # agree, disagree
    Column("confidence", Float, nullable=False),
    Column("evidence", Text, nullable=False),  # JSON: [[criterion, spans], …]; places only, never words
    Column("entry", Integer),  # of the history, by which a person said so
    Index("ix_label_codebook_category_statement_key", "codebook", "category", "statement_key"),
    sqlite_with_rowid=False,
)
