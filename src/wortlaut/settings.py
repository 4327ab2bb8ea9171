"""The one settings record."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

__all__ = ["Settings"]


class Settings(BaseSettings):
    """What can be set, frozen once made; each from the environment variable `WORTLAUT_<NAME>` where not passed in."""

    model_config = SettingsConfigDict(env_prefix="WORTLAUT_", env_ignore_empty=True, frozen=True, extra="forbid")

    db: Path = Field(default=Path("wortlaut.db"), description="The record's file.")
    reader: str = Field(
        default="shipped", description="Name of the reader (entry point `wortlaut.readers`), or a folder of weights."
    )
    actors: Path | None = Field(
        default=None, description="A folder with lists of your own of persons, bodies and offices (docs/actors.md)."
    )
    editor: str | None = Field(default=None, description="Name of who decides; the login name where none is given.")
    max_item_bytes: int = Field(
        default=4 * 2**20, gt=0, description="An item of more bytes than this is rejected, unread."
    )
    max_file_bytes: int = Field(
        default=512 * 2**20,
        gt=0,
        description="A file that must be held whole (JSON that is not a record a line) may have so many bytes.",
    )
    max_members: int = Field(
        default=10_000_000, gt=0, description="So many files and records are read out of one archive file."
    )
    max_json_depth: int = Field(default=200, gt=0, description="JSON nested deeper than this is rejected.")
    batch: int = Field(default=32, gt=0, description="Articles that the reader takes at a time.")
    threads: int = Field(default=1, ge=1, description="Threads that the reader may use.")
    contact: str | None = Field(
        default=None,
        pattern=r"^[!-'*-\[\]-~]{1,200}$",
        description="Address or e-mail address by which operators of servers can reach who runs this; sent along.",
    )
    max_fetch_bytes: int = Field(
        default=64 * 2**20,
        gt=0,
        description="What an address answers may have so many bytes, unpacked; a page no more than an item.",
    )
    fetch_seconds: float = Field(
        default=30.0, gt=0, description="An address is given so many seconds to answer, over all its redirects."
    )
    seconds_between_requests: float = Field(
        default=1.0, ge=0, description="Seconds between two requests to a host; more where its robots.txt says so."
    )
    feed_minutes: float = Field(default=15.0, gt=0, description="Minutes between two looks at a feed.")
    feed_entries: int = Field(
        default=200, gt=0, description="New entries of a feed that are read at one look, the newest; the rest later."
    )
