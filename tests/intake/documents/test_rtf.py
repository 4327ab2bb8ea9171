"""RTF: what is text, what is not, and how characters are written."""

from datetime import date

import pytest

from tests.intake.maps import article, in_short, refusal, sources, taken

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset2 Symbol;}}"
    rb"{\info{\title Gr\'fc\u223\'dfe}{\author M. L\'f6hn}{\creatim\yr2024\mo3\dy5}}\pard\plain "
)


def rtf(body: bytes) -> bytes:
    return HEAD + body + b"}"


def test_the_document_tells_title_author_and_day() -> None:
    item = article(rtf(b"Ein Satz."))
    assert (item.text, item.form, item.title, item.author, item.published, item.notes) == (
        "Ein Satz.",
        "rtf",
        "Grüße",
        "M. Löhn",
        date(2024, 3, 5),
        (),
    )


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (rb"\'fc", "ü"),
        (rb"\u252?", "ü"),
        (rb"\u252\'fc", "ü"),
        (rb"\uc2\u252 xy", "ü"),
        (rb"\u-10179?\u-8704?", "😀"),
        (rb"\ldblquote ", "“"),
        (rb"\~", "\u00a0"),
        (rb"\{", "{"),
    ],
)
def test_a_character_leads_to_all_the_bytes_it_is_written_in(written: bytes, text: str) -> None:
    item = article(rtf(b"vor" + written + b"nach"))
    assert item.text == f"vor{text}nach"
    assert sources(item)[3] == written.removeprefix(rb"\uc2")


def test_the_character_set_of_the_font_counts() -> None:
    assert article(rtf(rb"Ein {\f1\'cf\'f0} und \'fc.")).text == "Ein Пр und ü."


@pytest.mark.parametrize("mark", [rb"\par ", rb"\par\par ", rb"\cell ", rb"\sect ", b"\\\n", rb"\page\par\pard "])
def test_paragraphs_are_parted(mark: bytes) -> None:
    assert article(rtf(b"Eins." + mark + b"Zwei.")).text == "Eins.\n\nZwei."


@pytest.mark.parametrize(
    "group",
    [
        rb"{\header Kopf}",
        rb"{\*\bkmkstart Marke}",
        rb"{\*\unbekannt{\b tief}}",
        rb"{\pict\pngblip 89504e47}",
        rb"{\pict\bin4 }}{{}",
        rb"{\listtext\'b7\tab}",
    ],
)
def test_what_is_no_text_is_left_out(group: bytes) -> None:
    item = article(rtf(b"Eins" + group + b" zwei."))
    assert (item.text, item.notes) == ("Eins zwei.", ())


def test_of_a_field_the_result_is_text() -> None:
    body = rb'Ein {\field{\*\fldinst HYPERLINK "https://beispiel.example"}{\fldrslt {\ul Wort}}}.'
    assert article(rtf(body)).text == "Ein Wort."


def test_footnotes_and_hidden_text_are_left_out_and_said() -> None:
    item = article(rtf(rb"Eins{\footnote Fuss} {\v weg}zwei."))
    assert (item.text, item.notes) == (
        "Eins zwei.",
        (
            "Footnotes and endnotes were left out: 1.",
            "Text that is hidden or deleted was left out: 3 characters.",
        ),
    )


def test_a_missing_end_is_said() -> None:
    assert article(rtf(b"Ein Satz.")[:-1]).notes == ("The end of the document is missing.",)


def test_groups_without_end_are_refused() -> None:
    rejected = refusal(rb"{\rtf1 " + b"{" * 200_000)
    assert rejected.why is not None
    assert rejected.why.code == "document_too_deep"


def test_an_export_of_several_articles_gives_each_over_its_own_bytes() -> None:
    def document(number: int) -> bytes:
        return (
            rb"%d of 2 DOCUMENTS\par\par Beispielblatt\par\par 5. M\'e4rz 2024\par\par Titel %d\par\par"
            rb" L\'c4NGE: 3 W\'f6rter\par\par Satz Nummer %d.\par\par " % (number, number, number)
        )

    found = taken(rtf(document(1) + document(2)), "a.rtf")
    assert [in_short(item) for item in found] == ["Satz Nummer 1.", "Satz Nummer 2."]
    assert [(item.origin.record, b"".join(sources(item))) for item in found if hasattr(item, "raw")] == [  # type: ignore[arg-type]  # articles
        (1, b"Satz Nummer 1."),
        (2, b"Satz Nummer 2."),
    ]


@pytest.mark.parametrize("time", [rb"\yr2024\mo13\dy5", rb"\yr9999999999\mo3\dy5", rb"\yr-1\mo3\dy5", rb"\yr2024"])
def test_a_day_that_cannot_be_is_none(time: bytes) -> None:
    assert article(rb"{\rtf1{\info{\creatim" + time + rb"}}Ein Satz.}").published is None
