"""Who may take what back: answers of servers what shows to be their own, messages nothing, files all."""

import io

import pytest

from tests.intake.maps import SETTINGS, in_short, taken
from wortlaut.intake.articles import Wishes
from wortlaut.intake.feeds.entries import feed_in
from wortlaut.intake.forms import read_stream
from wortlaut.intake.ownership import is_own
from wortlaut.intake.records.fields import FieldMap
from wortlaut.intake.streams import Stream
from wortlaut.types import Article, Origin, Withdrawn, article_id

HERE = "https://feeds.wattbote.example/all.xml"
KILL = (
    '<nitf><head><docdata management-status="canceled"><doc-id id-string="{id}"/></docdata></head><body><body.head>'
    "<hedline><hl1>Nicht verwenden</hl1></hedline></body.head><body.content/></body></nitf>"
)
GONE = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">'
    '<title>Wattbote</title><at:deleted-entry ref="{id}">'
    '<link href="https://elbkurier.example/1"/></at:deleted-entry></feed>'
)


def read(raw: bytes, url: str | None) -> list[str]:
    wishes = Wishes(SETTINGS, FieldMap({}), None)
    return [in_short(item) for item in read_stream(Stream(io.BytesIO(raw)), Origin("x"), wishes, url=url)]


@pytest.mark.parametrize(
    "identity",
    [
        "https://wattbote.example/1",
        "http://www.wattbote.example/1",
        "https://feeds.wattbote.example:443/1",
        "tag:wattbote.example,2026:1",
        "tag:redaktion@wattbote.example,2026:1",
        "urn:newsml:wattbote.example:20260301:1:2",
        "TAG:Wattbote.example,2026:1",
    ],
)
def test_ids_that_name_the_host_are_its_own(identity: str) -> None:
    assert is_own(identity, HERE)


@pytest.mark.parametrize(
    "identity",
    [
        "https://elbkurier.example/1",
        "https://wattbote.example@elbkurier.example/1",
        "https://elbkurier.example/https://wattbote.example/",
        "https://wattbote.example.elbkurier.example/1",
        "https://[wattbote.example/1",
        "tag:elbkurier.example,2026:wattbote.example",
        "tag:example,2026:1",
        "urn:newsml:elbkurier.example:20260301:1:2",
        "urn:uuid:6a1b6f3e-0000-4000-8000-000000000001",
        "wattbote.example",
        "",
    ],
)
def test_other_ids_are_not(identity: str) -> None:
    assert not is_own(identity, HERE)


@pytest.mark.parametrize("host", ["example", "com.example"])
def test_a_host_does_not_own_what_is_around_or_below_it(host: str) -> None:
    assert not is_own("https://wattbote.com.example/1", f"https://{host}/")
    assert not is_own(f"https://{host}/1", "https://wattbote.com.example/")


@pytest.mark.parametrize("form", [KILL, GONE], ids=["nitf", "atom"])
def test_an_answer_takes_back_only_what_is_its_own(form: str) -> None:
    own, other = (form.format(id=f"tag:{name}.example,2026:1").encode() for name in ("wattbote", "elbkurier"))
    assert [read(raw, HERE) for raw in (own, other)] == [["(withdrawn)"], ["(web_takes_back)"]]


def test_a_file_is_believed() -> None:
    assert read(KILL.format(id="elbkurier-12345678").encode(), None) == ["(withdrawn)"]


def test_a_feed_takes_back_nothing_of_others_and_names_its_own_by_their_ids() -> None:
    own, other = "tag:wattbote.example,2026:1", "https://elbkurier.example/1"
    feeds = [
        feed_in(GONE.format(id=each).encode(), origin=Origin("x"), settings=SETTINGS, url=HERE) for each in (own, other)
    ]
    assert [[in_short(each) for each in feed.problems] for feed in feeds] == [[], ["(web_takes_back)"]]
    assert [[each.article for each in feed.withdrawn] for feed in feeds] == [
        [article_id(text="", url=None, source="Wattbote", declared_id=own)],
        [],
    ]


def test_what_is_attached_to_a_message_takes_nothing_back() -> None:
    kill = KILL.format(id="tag:oerlingen.example,2026:1").encode()
    raw = (
        b"From: presse@oerlingen.example\r\nDate: Tue, 5 Mar 2024 10:00:00 +0100\r\nSubject: Kill\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\nSiehe Anhang.\r\n'
        b"--b\r\nContent-Type: application/xml; name=kill.xml\r\n\r\n" + kill + b"\r\n--b--\r\n"
    )
    items = taken(raw, "a.eml")
    assert [in_short(item) for item in items] == ["Siehe Anhang.", "(mail_takes_back)"]
    assert not any(isinstance(item, Withdrawn) for item in items)


@pytest.mark.parametrize("host", ["wattbote.example", "www.wattbote.example", "amp.wattbote.example"])
def test_a_page_may_name_an_address_of_its_own_site(host: str) -> None:
    assert address_of_page("https://www.wattbote.example/deich", f"https://{host}/1?print=1") == (
        "https://www.wattbote.example/deich"
    )


@pytest.mark.parametrize(
    "canonical", ["https://elbkurier.example/1", "https://example/1", "https://e.example@x.example"]
)
def test_a_page_cannot_call_itself_one_of_another_site(canonical: str) -> None:
    assert address_of_page(canonical, HERE) == HERE
    assert address_of_page(canonical, None) == canonical


def address_of_page(canonical: str, url: str | None) -> str | None:
    raw = (
        f'<!DOCTYPE html><html><head><title>T</title><link rel="canonical" href="{canonical}"><meta property="og:url" '
        f'content="{canonical}"></head><body><article><h1>T</h1><p>{"Der Deich bei Ostersiel ist undicht. " * 9}</p>'
        "</article></body></html>"
    )
    wishes = Wishes(SETTINGS, FieldMap({}), None)
    [article] = read_stream(Stream(io.BytesIO(raw.encode())), Origin("x"), wishes, url=url)
    assert isinstance(article, Article)
    return article.url
