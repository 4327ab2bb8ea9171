"""DOCX and OpenDocument: which runs are the text, changes, boxes, and what is refused."""

import io
import zipfile
from datetime import UTC, date, datetime

from tests.intake.maps import article, refusal, sources
from wortlaut.types import Origin

_CORE = (
    b'<p xmlns:dc="d" xmlns:t="t"><dc:title>Kern</dc:title><dc:creator>M. L\xc3\xb6hn</dc:creator>'
    b"<t:created>2024-03-05T10:00:00Z</t:created><t:modified>2024-03-06T10:00:00Z</t:modified></p>"
)


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, octets in members.items():
            archive.writestr(name, octets)
    return file.getvalue()


def docx(body: str, *, before: str = "") -> bytes:
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:document xmlns:mc="m" xmlns:w="http://schemas.openxmlformats.org'
        f'/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    )
    members = {"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode(), "docProps/core.xml": _CORE}
    return zipped(**members)


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def test_paragraphs_and_facts_are_read_and_the_origin_names_the_part() -> None:
    item = article(docx(paragraph(run("Ein Satz &amp; mehr.")) + paragraph(run("Zwei."))), "a.docx")
    assert (item.text, item.form, item.title, item.author, item.published, item.published_at, item.updated_at) == (
        "Ein Satz & mehr.\n\nZwei.",
        "docx",
        "Kern",
        "M. Löhn",
        date(2024, 3, 5),
        datetime(2024, 3, 5, 10, tzinfo=UTC),
        datetime(2024, 3, 6, 10, tzinfo=UTC),
    )
    assert (item.origin, sources(item)[9], item.notes) == (Origin("a.docx!/word/document.xml"), b"&amp;", ())


def test_a_paragraph_in_the_style_of_a_title_is_the_title() -> None:
    styled = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Der Titel</w:t></w:r></w:p>'
    assert article(docx(styled + paragraph(run("Ein Satz.")))).title == "Der Titel"


def test_tabs_breaks_and_hyphens_are_signs() -> None:
    inside = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"
    assert article(docx(paragraph(inside))).text == "a\tb\nc\u2011d"


def test_changes_are_taken_and_said() -> None:
    body = paragraph(
        run("Eins ")
        + f"<w:ins>{run('neu')}</w:ins><w:del><w:r><w:delText>alt</w:delText></w:r></w:del>"
        + run(" zwei.")
    )
    item = article(docx(body))
    assert item.text == "Eins neu zwei."
    assert len(item.notes) == 1


def test_cells_are_paragraphs() -> None:
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("A", "B"))
    assert article(docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")).text == "A\n\nB"


def test_a_box_that_is_written_twice_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('Kasten.'))}</w:txbxContent>"
    choice, fallback = f"<mc:Choice>{box}</mc:Choice>", f"<mc:Fallback>{box}</mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    assert article(docx(paragraph(both + run("Ein Satz.")))).text == "Kasten.\n\nEin Satz."


def test_footnotes_comments_fields_and_hidden_runs_are_left_out() -> None:
    inside = (
        run("Eins")
        + '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="1"/></w:r>'
        + "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>weg</w:t></w:r>"
        + run(" zwei.")
    )
    item = article(docx(paragraph(inside)))
    assert (item.text, item.notes) == (
        "Eins zwei.",
        (
            "Footnotes and endnotes were left out: 1.",
            "Comments were left out: 1.",
            "Text that is hidden or deleted was left out: 3 characters.",
        ),
    )


def test_declared_entities_are_refused() -> None:
    rejected = refusal(docx(paragraph(run("&a;")), before='<!DOCTYPE w [<!ENTITY a "b">]>'), "a.docx")
    assert rejected.why is not None
    assert rejected.why.code == "xml_entities"


def test_a_locked_document_is_refused_with_what_to_do() -> None:
    raw = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert refusal(raw, "a.docx").reason == (
        "The document is locked with a password. Save it without one, and read that."
    )


def test_a_document_of_old_word_is_refused_by_name() -> None:
    raw = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")
    assert "DOC (Word)" in refusal(raw, "a.doc").reason


def test_the_paragraphs_of_an_open_document_are_read() -> None:
    content = (
        '<o:document-content xmlns:o="o" xmlns:text="t"><o:body><o:text><text:h>Kopf</text:h><text:p>Ein'
        "<text:note><text:p>Fuss</text:p></text:note> <text:span>Satz</text:span>.<text:line-break/>Neu</text:p>"
        "</o:text></o:body></o:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<a/>")
    item = article(file.getvalue(), "a.odt")
    assert (item.text, item.form, item.title, item.notes) == (
        "Kopf\n\nEin Satz.\nNeu",
        "odt",
        "Kopf",
        ("Footnotes and endnotes were left out: 1.",),
    )
