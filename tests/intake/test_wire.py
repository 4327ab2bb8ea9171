"""Wire text and plain text: what becomes of escapes, markup, breaks and odd characters."""

from datetime import date

import pytest

from tests.intake.maps import article, sources
from wortlaut.types import Span

SEED_LIKE = (
    " date 2024-03-05 Löhn hat Vorwürfe aus Örlingen zurückgewiesen.<BR \\/><BR \\/>"
    "„Wir bauen“, sagte sie.<BR \\/><BR \\/>Später schwieg sie."
)


def test_a_wire_item_loses_its_date_line_and_its_break_marks_become_paragraphs() -> None:
    item = article(SEED_LIKE.encode())
    assert (item.text, item.published, item.form, item.encoding, item.notes) == (
        "Löhn hat Vorwürfe aus Örlingen zurückgewiesen.\n\n„Wir bauen“, sagte sie.\n\nSpäter schwieg sie.",
        date(2024, 3, 5),
        "wire",
        "utf-8",
        (),
    )


def test_the_raw_bytes_of_a_wire_item_are_kept_and_a_span_leads_back_to_them() -> None:
    item = article(SEED_LIKE.encode())
    start = item.text.index("„Wir")
    place = item.source_map.byte_range(Span(start, start + len("„Wir bauen“")))
    assert (item.raw, item.raw[place.start : place.end].decode()) == (SEED_LIKE.encode(), "„Wir bauen“")


@pytest.mark.parametrize(
    "mark",
    [
        "<br>", "<BR>", "<BR/>", "<br />", "<BR \\/>", "<BR \\>", "<br clear=\"all\">", "</br>",
        "\\u003cBR \\/\\u003e",
        "&lt;br&gt;", "&lt;BR \\/&gt;", "&amp;lt;br&amp;gt;", "&#60;br&#62;", "&#x3C;br/&#x3e;",
        "<p>", "</p><p class=\"a\">",
        "\n\n", "\n \t\n\n", "\r\n\r\n", "\u2029", "<br><br>\n<br>", "\\n\\n<BR \\/>", " <br> \n ",
    ],
)  # fmt: skip
def test_every_break_mark_becomes_one_blank_line(mark: str) -> None:
    item = article(f"Erstens geht es.{mark}Zweitens auch.".encode())
    assert item.text == "Erstens geht es.\n\nZweitens auch."
    assert b"".join(sources(item)) == item.raw


@pytest.mark.parametrize(
    ("written", "sign"),
    [
        ("&quot;", '"'), ("&bdquo;", "„"), ("&ldquo;", "“"), ("&raquo;", "»"), ("&#8222;", "„"), ("&#x201E;", "„"),
        ("&auml;", "ä"), ("&amp;auml;", "ä"), ("&amp;amp;auml;", "ä"), ("&amp;", "&"),
        ("&nbsp;", "\u00a0"), ("&#150;", "–"),
        ("\\u00e4", "ä"), ("\\u201e", "„"), ("\\ud83d\\ude00", "😀"), ("&#128512;", "😀"), ("\\u0026auml;", "ä"),
        ("\\\"", '"'), ("\\/", "/"), ("&lt;", "<"), ("&semi;", ";"),
    ],
)  # fmt: skip
def test_an_escaped_character_is_one_character_made_from_all_its_bytes(written: str, sign: str) -> None:
    item = article(f"Vor{written}nach".encode())
    assert (item.text, item.form, sources(item)[3]) == (f"Vor{sign}nach", "wire", written.encode())


@pytest.mark.parametrize(
    "text",
    [
        "R&D und AT&T; 3 < 4 und 5 > 2, a <b und c> d.",
        "C:\\neu und \\ allein, &unbekannt; und &#; bleiben.",
        "Zeile eins\nZeile zwei",
        "Ein Tab\tund  zwei Leerzeichen",
        "a\u0308 ist nicht ä, 👩‍👩‍👧‍👦 eine Familie, \u00ad\u200b\ufeff unsichtbar",
        "[dpa] Örlingen – »So« und {so}",
        "# 1 ist eine Zahl",
        "Update: dated 2024-01-01",
    ],
)
def test_plain_text_stays_as_it_is(text: str) -> None:
    item = article(text.encode())
    assert (item.text, item.form, item.notes) == (text, "text", ())
    assert [source.decode() for source in sources(item)] == list(text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_a_line_end_of_any_kind_becomes_a_line_feed(end: str) -> None:
    item = article(f"Eins{end}zwei".encode())
    assert (item.text, sources(item)[4]) == ("Eins\nzwei", end.encode())


def test_inline_markup_goes_and_its_words_stay() -> None:
    raw = (
        '<p>Ein <b>fettes</b> <a href="https://beispiel.example/?a=1&amp;b=2">Wort</a><!-- nie < > -- da --> hier.</p>'
    )
    assert article(raw.encode()).text == "Ein fettes Wort hier."


def test_scripts_and_styles_are_no_text() -> None:
    assert article(b"Da<script>var a = '<b>';</script> und<style>p {}</style> dort.").text == "Da und dort."


def test_white_space_at_both_ends_goes() -> None:
    item = article(b"\n\t <br> Text. \r\n<br>\n")
    assert (item.text, b"".join(sources(item))) == ("Text.", b"Text.")


def test_a_date_line_without_a_real_day_is_noted() -> None:
    item = article(b" date 2024-13-45 Nachricht.")
    assert (item.text, item.published, item.notes) == (
        "Nachricht.",
        None,
        ("The date was not understood: 2024-13-45.",),
    )


def test_nul_and_references_without_a_character_become_replacement_characters_and_are_noted() -> None:
    item = article(b"Eins\0zwei &#0; &#xD800; drei\\ud83d vier\\/")
    assert (item.text, item.notes) == (
        "Eins\ufffdzwei \ufffd \ufffd drei\ufffd vier/",
        (
            "Character references that name no character became U+FFFD: 2.",
            "NUL characters became U+FFFD: 1.",
            "Halves of surrogate pairs became U+FFFD: 1.",
        ),
    )


def test_a_replacement_character_that_was_there_before_is_not_noted() -> None:
    item = article("Eins\ufffdzwei".encode())
    assert (item.text, item.notes) == ("Eins\ufffdzwei", ())
