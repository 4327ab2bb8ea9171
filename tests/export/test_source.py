import re
from dataclasses import replace

import pytest

from tests.builder import head, made
from wortlaut.export.source import LONGEST, is_readable, painted_source
from wortlaut.types import Article, Found, Origin, Run, SourceMap, StatementType

TEXT = "Bo sagte: „Sie rief ‚So‘.“ Ende."


def article(raw: bytes, runs: list[Run], *, encoding: str = "utf-8") -> Article:
    return Article(
        id="a1",
        text=TEXT,
        raw=raw,
        source_map=SourceMap(len(TEXT), runs),
        origin=Origin("x"),
        form="text",
        encoding=encoding,
    )


def latin(before: str = "", behind: str = "") -> Article:
    """An article whose characters are a byte each, with something before and behind."""
    raw = f"{before}{TEXT}{behind}".encode("cp1252")
    return article(raw, [Run(0, len(before), 1)], encoding="cp1252")


def statements() -> list[Found]:
    whole = made(head(TEXT), ["„Sie rief ‚So‘.“"], number=1)
    inner = made(head(TEXT), ["‚So‘"], number=2, parent=1)
    return [whole, replace(inner, statement=replace(inner.statement, type=StatementType.INDIRECT))]


def test_quotes_are_marked_one_inside_another() -> None:
    assert painted_source(latin(), statements()) == (
        'Bo sagte: <span class="q direct l0" data-s="1"><a class="n" href="/statements/s1">1</a>„Sie rief </span>'
        '<span class="q direct l0" data-s="1"><span class="q indirect l0" data-s="2">'
        '<a class="n" href="/statements/s2">2</a>‚So‘</span></span>'
        '<span class="q direct l0" data-s="1">.“</span> Ende.'
    )


def test_markup_of_the_source_is_text() -> None:
    painted = str(painted_source(latin("<p onclick='x'>", "</p><script>"), statements()))
    assert painted.startswith("&lt;p onclick=&#39;x&#39;&gt;Bo sagte: ")
    assert painted.endswith(" Ende.&lt;/p&gt;&lt;script&gt;")


def test_what_is_far_from_the_text_is_left_out() -> None:
    painted = str(painted_source(latin("x" * 50_000, "y" * 50_000), statements()))
    assert (painted[:2], painted[-2:]) == ("… ", " …")
    assert (painted.count("x"), painted.count("y")) == (20_000, 20_000)


def test_source_of_any_length_is_shown_in_bounds() -> None:
    long = article(b"a" * LONGEST * 2, [Run(0, 0, LONGEST * 2 // len(TEXT))])
    assert len(re.sub("<[^>]*>", "", str(painted_source(long, [])))) <= LONGEST + 4


@pytest.mark.parametrize(
    ("raw", "encoding", "readable"),
    [
        (b"Text", "utf-8", True),
        (b"%PDF-1.7", "utf-8", False),
        (b"PK\x03\x04", "utf-8", False),
        (b"a\0b\0", "utf-8", False),
        (b"a\0b\0", "utf-16-le", True),
    ],
)
def test_packed_bytes_are_not_shown(raw: bytes, encoding: str, *, readable: bool) -> None:
    assert is_readable(article(raw, [Run(0, 0, 0)], encoding=encoding)) is readable
