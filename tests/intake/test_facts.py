"""What an item says besides its text: nothing in it keeps the article from being kept."""

import pytest

from tests.intake.maps import articles
from wortlaut.intake.facts import Facts, sound


def test_what_cannot_be_kept_is_replaced() -> None:
    said = "a\ud800b\0c"
    assert Facts(title=said, source=said, url=said, author=said, declared_id=said, notes=(said,)) == Facts(
        title="a\ufffdb\ufffdc",
        source="a\ufffdb\ufffdc",
        url="a\ufffdb\ufffdc",
        author="a\ufffdb\ufffdc",
        declared_id="a\ufffdb\ufffdc",
        notes=("a\ufffdb\ufffdc",),
    )


def test_what_is_hidden_stays() -> None:
    assert sound("Gr\u202eü\u200bße\x1b[2J") == "Gr\u202eü\u200bße\x1b[2J"


def test_long_lines_are_cut_and_long_names_are_none() -> None:
    facts = Facts(
        title="ü" * 2_001, subtitle="ü" * 2_000, url="https://a.example/" + "a" * 4_000, declared_id="a" * 4_001
    )
    assert facts == Facts(title="ü" * 1_999 + "…", subtitle="ü" * 2_000)


PAGE = (
    b"<html><head><title>Ti\xed\xa0\x80tel</title><link rel=canonical href='https://a.example/\xed\xa0\x80'>"
    b"<meta name=author content='Mira \xed\xa0\x80'></head><body><h1>Ti\xed\xa0\x80tel</h1>"
    + b"<p>Der Rat tagte gestern in Nirgendwo, sagte Mira.</p>" * 9
    + b"</body></html>"
)
ITEM = (
    b"<newsItem guid='urn:newsml:a.example:\xed\xa0\x80' version='1'><itemMeta>"
    b"<pubStatus qcode='stat:usable'/></itemMeta>"
    b"<contentMeta><headline>Ti\xed\xa0\x80tel</headline></contentMeta><contentSet><inlineXML><html><body>"
    b"<p>Der Rat tagte.</p></body></html></inlineXML></contentSet></newsItem>"
)
TABLE = b"text;titel;url\nDer Rat tagte.;a\xed\xa0\x80;https://\xed\xa0\x80\n"


@pytest.mark.parametrize(("raw", "name"), [(PAGE, "a.html"), (ITEM, "a.xml"), (TABLE, "a.csv")])
def test_halves_of_pairs_in_what_is_said_of_an_article_are_replaced(raw: bytes, name: str) -> None:
    (item,) = articles(raw, name)
    for said in (item.title, item.url, item.author, item.declared_id, item.source, *item.notes):
        assert "\ud800" not in (said or "")
