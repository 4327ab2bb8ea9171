"""NewsML 1.x: news items and their components."""

from datetime import date, datetime, timedelta, timezone

import pytest

from tests.intake.maps import article, in_short, refusal, taken
from wortlaut.types import Article, Origin, Withdrawn, article_id

ZONE = timezone(timedelta(hours=1))
DATA = "<nitf><body><body.content><p>Eins.</p><p>Zwei.</p></body.content></body></nitf>"
URN = "urn:newsml:npa.example:20250304:NPA-1"


def item(data: str = DATA, status: str = "Usable", media: str = "Text") -> str:
    return (
        "<NewsItem><Identification><NewsIdentifier><ProviderId>npa.example</ProviderId><DateId>20250304</DateId>"
        '<NewsItemId>NPA-1</NewsItemId><RevisionId PreviousRevision="1" Update="N">2</RevisionId>'
        f"<PublicIdentifier>{URN}:2</PublicIdentifier></NewsIdentifier></Identification><NewsManagement>"
        "<FirstCreated>20250304T100000+0100</FirstCreated><ThisRevisionCreated>20250304T110000+0100"
        f'</ThisRevisionCreated><Status FormalName="{status}"/></NewsManagement><NewsComponent><NewsLines>'
        "<HeadLine>Streit um Brücke</HeadLine><SubHeadLine>Rat berät</SubHeadLine><ByLine>Von Mira Löhn</ByLine>"
        '</NewsLines><AdministrativeMetadata><Provider><Party FormalName="Neue Presse-Agentur"/></Provider>'
        f'</AdministrativeMetadata><ContentItem><MediaType FormalName="{media}"/><DataContent>{data}</DataContent>'
        "</ContentItem></NewsComponent></NewsItem>"
    )


def message(*items: str) -> bytes:
    return f'<NewsML Version="1.2"><NewsEnvelope/>{"".join(items)}</NewsML>'.encode()


def test_an_item_with_everything() -> None:
    found = article(message(item()), "a.xml")
    assert found == Article(
        id=article_id(text="", url=None, source="Neue Presse-Agentur", declared_id=URN),
        text="Eins.\n\nZwei.",
        raw=item().encode(),
        source_map=found.source_map,
        origin=Origin("a.xml", record=1, line=1, byte=len('<NewsML Version="1.2"><NewsEnvelope/>')),
        form="newsml1",
        encoding="utf-8",
        title="Streit um Brücke",
        published=date(2025, 3, 4),
        source="Neue Presse-Agentur",
        author="Mira Löhn",
        declared_id=URN,
        subtitle="Rat berät",
        published_at=datetime(2025, 3, 4, 10, tzinfo=ZONE),
        updated_at=datetime(2025, 3, 4, 11, tzinfo=ZONE),
        revision=2,
    )


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<html><head><title>x</title></head><body><p>Eins.</p><p>Zwei.</p></body></html>", "Eins.\n\nZwei."),
        ("<p>Eins.</p><p>Zwei.</p>", "Eins.\n\nZwei."),
        ("Eins &amp; eins.\n\nZwei.", "Eins & eins.\n\nZwei."),
        ("<![CDATA[<p>Eins.</p><p>Zwei.</p>]]>", "Eins.\n\nZwei."),
    ],
)
def test_kinds_of_content(data: str, text: str) -> None:
    assert article(message(item(data))).text == text


def test_a_killed_item_is_withdrawn() -> None:
    (found,) = taken(message(item(status="Canceled")))
    assert isinstance(found, Withdrawn)
    assert (found.article, found.declared_id, found.why, found.revision) == (
        article(message(item())).id,
        URN,
        None,
        2,
    )


def test_an_embargo_is_told() -> None:
    assert article(message(item(status="Embargoed"))).notes == (
        "The agency put an embargo on the item without saying when it ends.",
    )


def test_items_without_text_are_refused_by_themselves() -> None:
    found = taken(message(item("", media="Photo"), item(""), item()))
    assert [in_short(each) for each in found] == ["(agency_not_text)", "(agency_without_text)", "Eins.\n\nZwei."]


def test_a_message_without_items() -> None:
    assert "holds no items" in refusal(message()).reason
