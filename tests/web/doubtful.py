"""A record in which it is not certain who is who: two that may be one, one that may be two, one whom nobody knows."""

import json
from pathlib import Path

from tests.builder import ToyReader
from wortlaut import service
from wortlaut.settings import Settings

__all__ = ["doubtful"]

_TEXTS = (
    "Ada Holmsen kam nach Wehlau. „Das ist gut“, sagte Holmsen.",
    "Ada Holmssen kam nach Wehlau. „Das ist schlecht“, sagte Holmssen.",
    "Der Finanzminister Jan Böttcher kam. „Das ist teuer“, sagte Böttcher.",
    "Die Musikerin Jan Böttcher kam. „Das klingt schön“, sagte Böttcher.",
)


def doubtful(folder: Path) -> Settings:
    """The settings of the record."""
    items = folder / "doubtful.jsonl"
    made = ({"id": str(number), "text": text, "date": f"2026-01-0{number}"} for number, text in enumerate(_TEXTS, 1))
    items.write_text("".join(json.dumps(item) + "\n" for item in made), "utf-8")
    settings = Settings(db=folder / "doubtful.db")
    service.read([str(items)], settings=settings, reader=ToyReader())
    return settings
