"""The pages that intake is measured with, and what is right for each: see `pages.md`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evaluation.corpus import MalformedFile
from wortlaut.types import ArticleKind

__all__ = ["PAGES", "Gold", "GoldPage", "Half", "digest_of", "read_pages"]

PAGES = Path(__file__).with_name("pages")


class Half(StrEnum):
    """What a page is for."""

    BUILD = "build"
    MEASURE = "measure"


class Gold(BaseModel):
    """What is right for a page; `None` where the page does not tell."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    subtitle: str | None
    kicker: str | None
    authors: tuple[str, ...]
    credits: tuple[str, ...]  # names that are never wrong among the authors
    published: datetime | date | None
    updated: datetime | date | None
    outlet: str | None
    outlet_also: tuple[str, ...]
    canonical: str | None
    kind: ArticleKind
    habits: tuple[str, ...]
    paragraphs: tuple[str, ...]
    optional: tuple[str, ...]  # paragraphs that are neither asked for nor wrong


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page's bytes beside what is right for it."""

    name: str
    raw: bytes
    gold: Gold


def read_pages(half: Half, folder: Path = PAGES) -> tuple[GoldPage, ...]:
    """The pages of that half, by name; raises `MalformedFile`."""
    pages = tuple(_read(folder / half.value))
    if not pages:
        raise MalformedFile(f"{folder / half.value}: there are no pages")
    return pages


def digest_of(folder: Path) -> str:
    """The SHA-256, in hex, of all files in `folder`, their names among them; raises `OSError`."""
    digest = sha256()
    for path in sorted(folder.iterdir()):
        digest.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _read(folder: Path) -> Iterator[GoldPage]:
    for path in sorted(folder.glob("*.html")):
        gold = path.with_suffix(".json")
        try:
            yield GoldPage(path.stem, path.read_bytes(), Gold.model_validate_json(gold.read_bytes()))
        except OSError as error:
            raise MalformedFile(f"{gold}: cannot be read ({error})") from error
        except ValidationError as error:
            raise MalformedFile(f"{gold}: {error}") from error
