"""The fifth schema: whom or what an act is directed at, as rows of `who` with the role "target".

No table changes; an older program could not read such rows. Whom the statements that are there are directed at is found
when their articles are read anew, or when `wortlaut resolve` is asked to.
"""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Nothing; the tables are those of the fourth schema."""
