"""What the tests of intake share: reading bytes, and comparing maps."""

from collections.abc import Mapping

from wortlaut.intake import read_bytes
from wortlaut.intake.form import Item
from wortlaut.settings import Settings
from wortlaut.types import Article, Origin, Rejected, SourceMap

__all__ = ["SETTINGS", "article", "articles", "in_short", "places", "refusal", "sources", "taken"]

SETTINGS = Settings()


def taken(
    raw: bytes, name: str = "x", *, field_map: Mapping[str, str] | None = None, encoding: str | None = None
) -> list[Item]:
    """What intake gives for the bytes of a file of that name."""
    return list(read_bytes(raw, origin=Origin(name), field_map=field_map or {}, encoding=encoding, settings=SETTINGS))


def articles(raw: bytes, name: str = "x", *, encoding: str | None = None) -> list[Article]:
    """The articles in a file in which nothing is refused."""
    found = taken(raw, name, encoding=encoding)
    assert [item for item in found if isinstance(item, Rejected)] == []
    return [item for item in found if isinstance(item, Article)]


def article(raw: bytes, name: str = "x", *, encoding: str | None = None) -> Article:
    """The one article of a file."""
    (only,) = articles(raw, name, encoding=encoding)
    return only


def refusal(raw: bytes, name: str = "x") -> Rejected:
    """The one refusal that a file gives."""
    (only,) = taken(raw, name)
    assert isinstance(only, Rejected)
    return only


def in_short(item: Item) -> str:
    """The text of an article, or in brackets what else it is: the code of a refusal, `withdrawn`."""
    if isinstance(item, Article):
        return item.text
    return f"({item.why.code if item.why else '?'})" if isinstance(item, Rejected) else "(withdrawn)"


def places(source_map: SourceMap) -> tuple[list[int], list[int]]:
    """The first byte and the byte behind the last of every character."""
    starts: list[int] = []
    ends: list[int] = []
    heads = [run.char for run in source_map.runs] + [source_map.length]
    for run, end in zip(source_map.runs, heads[1:], strict=True):
        for number in range(end - run.char):
            starts.append(run.byte + number * run.width)
            ends.append(run.byte + (number + 1) * run.width)
    return starts, ends


def sources(item: Article) -> list[bytes]:
    """The bytes that each character of the article was made from."""
    return [item.raw[start:end] for start, end in zip(*places(item.source_map), strict=True)]
