"""The fifth schema: before which event a statement was said.

Nothing of what is there changes. What the articles that are there tell of it is found when they are read anew, or when
`wortlaut resolve` is asked to.
"""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Nothing; the column that is new in the fifth schema stands."""
    op.get_bind().exec_driver_sql("ALTER TABLE sense ADD COLUMN said_before TEXT")
