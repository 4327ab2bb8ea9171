"""PDF: words, lines, paragraphs, what belongs to pages, and what cannot be read."""

import time
import zlib
from datetime import date

import pytest

from tests.generated.portable import pdf_file
from tests.intake.maps import article, in_short, refusal, sources, taken

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def pdf(*contents: bytes, more: tuple[bytes, ...] = (), resources: bytes = b"", entries: bytes = b"") -> bytes:
    """A PDF with a page for each content; objects in `more` get the numbers from 4 on."""
    first = 4 + len(more)
    pages, kids = [], []
    for number, content in enumerate(contents):
        kids.append(b"%d 0 R" % (first + 2 * number))
        pages += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >> %s >> >>" % (first + 2 * number + 1, resources),
            stream(content, entries),
        ]
    tree = b"<< /Type /Pages /Count 1 /Kids [%s] >>" % b" ".join(kids)
    return pdf_file([b"<< /Type /Catalog /Pages 2 0 R >>", tree, FONT, *more, *pages], root=1)


def lines(*texts: str, top: int = 600, leading: int = 14) -> bytes:
    shown = b"".join(
        b"1 0 0 1 50 %d Tm (%s) Tj " % (top - leading * number, text.encode("cp1252"))
        for number, text in enumerate(texts)
    )
    return b"BT /F 11 Tf " + shown + b"ET "


def test_a_character_leads_to_its_code_in_the_unpacked_content() -> None:
    item = article(pdf(b"BT /F 11 Tf 50 600 Td <47 72> Tj (\\374\\337e an \\(alle\\).) Tj ET"))
    assert (item.text, item.form) == ("Grüße an (alle).", "pdf")
    assert sources(item)[:4] == [b"47", b"72", b"\\374", b"\\337"]


def test_gaps_are_spaces_and_kerning_is_none() -> None:
    assert article(pdf(b"BT /F 11 Tf 50 600 Td [(V) 80 (or) -300 (Ort)] TJ ET")).text == "Vor Ort"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Sie war Regierungs-", "chefin und blieb es.", "Sie war Regierungschefin und blieb es."),
        ("Sie fuhr auf der Nord-", "Süd-Achse und blieb.", "Sie fuhr auf der Nord-Süd-Achse und blieb."),
        ("Es gibt mancherlei Vor-", "und auch Nachteile.", "Es gibt mancherlei Vor- und auch Nachteile."),
        ("Das war von der CDU-", "geführten Stadt so.", "Das war von der CDU-geführten Stadt so."),
        ("Das sagte sie gestern", "und auch heute noch.", "Das sagte sie gestern und auch heute noch."),
    ],
)
def test_lines_are_joined_with_care_for_hyphens(first: str, second: str, joined: str) -> None:
    assert article(pdf(lines(first, second))).text == joined


def test_wider_gaps_part_paragraphs() -> None:
    texts = ("Dies ist der erste Absatz des Textes mit Rand", "und seine zweite Zeile reicht bis an den Rand,")
    content = lines(*texts) + lines(*texts, top=550) + lines(*texts, top=500)
    assert article(pdf(content)).text == "\n\n".join([" ".join(texts)] * 3)


def test_headings_and_numbers_of_pages_are_left_out() -> None:
    pages = [
        lines("Amtsblatt Nr. 5", top=780) + lines(text, top=500) + lines(f"Seite {number}", top=20)
        for number, text in enumerate(("Der erste Satz geht", "hier weiter ohne Ende."), 1)
    ]
    assert article(pdf(*pages)).text == "Der erste Satz geht hier weiter ohne Ende."


@pytest.mark.parametrize(
    ("first", "top", "is_text"),
    [
        ("Der Platz blieb gesperrt.", 724, True),
        ("Der Platz blieb „gesperrt“.", 724, True),
        ("Der Platz blieb „gesperrt.“", 724, True),
        ("Amtsblatt der Stadt", 724, False),
        ("Der Platz blieb gesperrt.", 736, False),
    ],
)
def test_of_lines_that_begin_two_pages_a_sentence_set_as_a_paragraph_is_text(
    first: str, top: int, is_text: bool
) -> None:
    texts = ("Dies ist der erste Absatz des Textes mit Rand", "und das ist sein Ende.")
    content = lines(first, top=top) + lines(*texts, top=700) + lines(*texts, top=662)
    page = [first] * is_text + [" ".join(texts)] * 2
    assert article(pdf(content, content)).text == "\n\n".join(page * 2)
    assert article(pdf(content, lines(first, top=top))).text == "\n\n".join(page + [first] * is_text)


def test_artifacts_and_turned_text_are_left_out() -> None:
    content = b"/Artifact BMC BT /F 11 Tf 50 400 Td (weg) Tj ET EMC BT /F 11 Tf 0 1 -1 0 20 300 Tm (quer) Tj ET "
    item = article(pdf(content + lines("Ein Satz.")))
    assert (item.text, item.notes) == ("Ein Satz.", ("Turned text was left out: 4 characters.",))


def test_the_day_on_which_a_pdf_was_made_is_said_to_be_no_more_than_that() -> None:
    page = b"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F 3 0 R >> >> >>"
    tree = b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>"
    told = b"<< /CreationDate (D:20250304100000+01'00') >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", tree, FONT, page, stream(lines("Ein Satz.")), told]
    item = article(pdf_file(objects, root=1, info=6))
    assert (item.published, item.notes) == (
        date(2025, 3, 4),
        ("The date is the day on which the PDF was made; its text may be older.",),
    )


def test_a_damaged_file_without_text_is_not_taken_for_a_scan() -> None:
    whole = pdf(b"q Q")
    (item,) = taken(whole[: whole.rindex(b"xref\n0")], "a.pdf")
    assert in_short(item) == "(pdf_no_text_left)"


def test_what_a_stretch_says_in_place_of_its_glyphs_counts() -> None:
    content = b"BT /F 11 Tf 50 600 Td /Span << /ActualText (ff) >> BDC (x) Tj EMC (en) Tj ET"
    item = article(pdf(content))
    assert (item.text, sources(item)) == ("ffen", [b"x", b"", b"e", b"n"])


def test_a_form_is_read_where_it_is_drawn() -> None:
    form = stream(b"BT /F 11 Tf 50 586 Td (Innen im Formular.) Tj ET", b"/Type /XObject /Subtype /Form")
    content = lines("Davor ein Satz,") + b"/X Do " + lines("danach noch einer.", top=572)
    item = article(pdf(content, more=(form,), resources=b"/XObject << /X 4 0 R >>"))
    assert item.text == "Davor ein Satz, Innen im Formular. danach noch einer."
    assert b"".join(sources(item)) == item.text.replace(", I", ",I").replace(". d", ".d").encode()


def test_a_file_without_its_table_is_read_and_said() -> None:
    whole = pdf(lines("Ein ganzer Satz."))
    item = article(whole[: whole.rindex(b"xref\n0")])
    assert item.text == "Ein ganzer Satz."
    assert any("damaged or cut off" in note for note in item.notes)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (pdf(b"0 0 100 100 re f"), "pdf_no_text"),
        (b"%PDF-1.4\nnichts", "pdf_damaged"),
        (pdf(b"BT /G 11 Tf 50 600 Td (abc) Tj ET"), "pdf_no_letters"),
        (b"kein PDF \x00\x01\x02", "document_not_this"),
    ],
)
def test_what_cannot_be_read_is_refused(raw: bytes, code: str) -> None:
    assert [in_short(item) for item in taken(raw, "a.pdf")] == [f"({code})"]


def test_a_scan_is_refused_with_what_to_do() -> None:
    assert "(OCR)" in refusal(pdf(b"q Q"), "a.pdf").reason


PACKED = b"/Filter /FlateDecode"
BOMBS = {
    "zeros": pdf(zlib.compress(bytes(3 * 10**8), 1), entries=PACKED),
    "operators": pdf(zlib.compress(b"q " * 10**6), entries=PACKED),
    "brackets": pdf(zlib.compress(b"[" * 10**6), entries=PACKED),
    "strings": pdf(zlib.compress(b"(" * 10**6), entries=PACKED),
    "forms": pdf(
        b"/X Do",
        more=(
            stream(
                b"BT ET " + b"/X Do " * 50, b"/Type /XObject /Subtype /Form /Resources << /XObject << /X 4 0 R >> >>"
            ),
        ),
        resources=b"/XObject << /X 4 0 R >>",
    ),
    "pages in a circle": pdf_file([b"<< /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] >>"], root=1),
    "deep": pdf_file([b"<< /Pages 2 0 R /X " + b"[" * 50_000 + b" >>", b"<< /Kids [] >>"], root=1),
    "references in a circle": pdf_file([b"<< /Pages 2 0 R >>", b"3 0 R", b"2 0 R"], root=1),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused_in_time(name: str) -> None:
    start = time.monotonic()
    assert [in_short(item)[:5] for item in taken(BOMBS[name], "a.pdf")] == ["(pdf_"]
    assert time.monotonic() - start < 20  # 10 on an idle core
