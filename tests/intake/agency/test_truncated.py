"""Feeds and agency items cut off anywhere: what is whole comes out as it was written, and a loss is always said."""

import random

import pytest

from tests.generated import agency
from tests.generated.base import Maker
from tests.intake.maps import taken
from wortlaut.types import Article, Rejected

CUTS = 40  # places in each of three documents of each form


@pytest.mark.parametrize("maker", agency.MAKERS, ids=lambda maker: maker.__name__.strip("_"))
def test_a_document_that_is_cut_off_gives_its_whole_items_and_says_that_some_are_lost(maker: Maker) -> None:
    chance = random.Random(maker.__name__)
    for number in range(3):
        document = maker(chance, number)
        expected = [each.text for each in document.articles]
        for _ in range(CUTS):
            raw = document.raw[: chance.randrange(1, len(document.raw))]
            found = taken(raw, document.name)
            texts = [item.text for item in found if isinstance(item, Article) and item.form == document.form]
            whole = [text for text in expected if text in texts]
            assert texts == whole
            assert len(texts) == len(expected) or any(
                not isinstance(item, Article) or item.form != document.form for item in found
            )


def test_every_refusal_of_a_cut_off_message_says_the_line() -> None:
    raw = b'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">\n<itemSet>\n<newsItem guid="urn:npa:1">'
    found = taken(raw, "a.xml")
    assert [str(item).split(". ")[0] for item in found if isinstance(item, Rejected)] == [
        "a.xml, record 1, line 3: The XML breaks off: <newsItem> has no end (line 3)",
        "a.xml: The XML breaks off: <newsMessage> has no end (line 1)",
    ]
