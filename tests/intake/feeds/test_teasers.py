"""What is the full text of an entry and what only makes curious about it."""

import pytest

from tests.intake.maps import in_short, taken
from wortlaut.intake.feeds.teasers import is_full, is_teaser

SENTENCE = "Der Rat hat am Dienstag lange über die Brücke beraten. "


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat hat beraten …",
        "Der Rat hat beraten...",
        "Der Rat hat beraten [...]",
        "Der Rat hat beraten […] »",
        "Der Rat hat beraten. Weiterlesen",
        "Der Rat hat beraten.\n\nWeiterlesen auf bote.example",
        "Der Rat hat beraten. [mehr]",
        SENTENCE * 40 + "Read more »",
        SENTENCE * 40 + "\n\nThe post Streit um Brücke appeared first on Bote.",
    ],
)
def test_teasers(text: str) -> None:
    assert is_teaser(text)


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat hat beraten.",
        "„Und jetzt …“, sagte sie.",
        "Er fragte: „Was soll man da weiterlesen?“ Dann ging er nach Hause, denn es war spät geworden. Niemand "
        "hielt ihn auf, und auch am nächsten Tag kam er nicht zurück, obwohl alle auf ihn gewartet hatten.",
        SENTENCE * 40 + "Ob das gut geht …",
    ],
)
def test_texts(text: str) -> None:
    assert not is_teaser(text)


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        (SENTENCE * 4, False),
        (SENTENCE * 12, False),
        ("\n\n".join([SENTENCE * 4] * 3), True),
        (SENTENCE * 20, True),
        (SENTENCE * 20 + "Doch dann …", False),
    ],
)
def test_summaries_that_are_the_full_text(text: str, is_it: bool) -> None:
    assert is_full(text) is is_it


LINK = "<link>https://bote.example/1</link>"
BROADCAST = SENTENCE + "Löhn, Mira, Rundschau, Direkter Link zur Audiodatei"


@pytest.mark.parametrize(
    ("summary", "content", "address", "found"),
    [
        (SENTENCE, SENTENCE, LINK, "(feed_entry_without_text)"),
        (SENTENCE, BROADCAST, LINK, "(feed_entry_without_text)"),
        (SENTENCE, SENTENCE * 6, LINK, (SENTENCE * 6).strip()),
        (SENTENCE[:30] + " …", SENTENCE * 2, LINK, (SENTENCE * 2).strip()),
        ("", SENTENCE, LINK, SENTENCE.strip()),
        (SENTENCE, SENTENCE, "", SENTENCE.strip()),
    ],
)
def test_a_content_must_say_more_than_the_summary_where_there_is_a_page_to_read(
    summary: str, content: str, address: str, found: str
) -> None:
    item = f"<description>{summary}</description><content:encoded>{content}</content:encoded>{address}"
    assert [in_short(each) for each in taken(f"<rss><channel><item>{item}</item></channel></rss>".encode())] == [found]
