"""The steps from each schema to the next, run by Alembic when an older record is opened.

A step is frozen once released: it says what it does by itself and never imports `wortlaut.record.tables.schema`.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

__all__ = ["upgrade"]


def upgrade(connection: Connection) -> None:
    """Nothing; the record behind `connection` has the present schema, within the transaction that is under way."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
