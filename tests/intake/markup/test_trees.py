"""Trees of HTML and XML: places, what is closed by itself, namespaces, faults, and inputs that are made to hurt."""

import time
from contextlib import suppress

import pytest

from tests.intake.markup.texts import mapped
from wortlaut.intake.markup.content import content, flow
from wortlaut.intake.markup.html import fragment, parse_html
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.markup.xml import Fault, parse_xml
from wortlaut.intake.reasons import Refused

# Idle, the slowest takes 1.6 s.
SECONDS = 20.0


def outline(element: Element) -> str:
    """The elements below as `a(b c(d))`."""
    return " ".join(each.name + (f"({inner})" if (inner := outline(each)) else "") for each in element.elements)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Eins<p>Zwei<div>Drei</div>", "p p div"),
        ("<p><b>Eins<div>Zwei</div>", "p(b) div"),
        ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "ul(li li(ul(li)) li)"),
        ("<table><tr><td>1<td>2<tr><td>3</table><p>x", "table(tr(td td) tr(td)) p"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt dd dt)"),
        ("<head><title>T</title><p>Text", "head(title) p"),
        ("<div><span>x</div>y</span>", "div(span)"),
        ("<table><td></div>x</td></table>", "table(td)"),
        ("<br>a</br>b<img><hr/>", "br br img hr"),
        ("<svg><path/><path/></svg><p/>a", "svg(path path) p"),
        ("<script>if (a<b) '<p>'</script><p>x", "script p"),
        ("<script>never ends <p>x", "script(p)"),
        ("a < b und 3 <5 <> <3", ""),
        ("<A HREF=x>y</A>", "a"),
    ],
)
def test_html_closes_what_is_left_open(page: str, expected: str) -> None:
    assert outline(parse_html(page)) == expected


def test_every_element_knows_where_it_stands() -> None:
    page = "Vor <p class='a>b'>Ein <b>Wort</b></p> nach"
    (paragraph,) = parse_html(page).elements
    (bold,) = paragraph.elements
    assert (page[paragraph.start : paragraph.inner], page[paragraph.inner : paragraph.inner_end]) == (
        "<p class='a>b'>",
        "Ein <b>Wort</b>",
    )
    assert page[bold.start : bold.end] == "<b>Wort</b>"


def test_attributes_are_read_in_all_spellings() -> None:
    (element,) = parse_html("<a HREF='x?a=1&amp;b' data-x = \"5 > 3\" hidden title=it's href=y>").elements
    assert element.attributes == {"href": "x?a=1&b", "data-x": "5 > 3", "hidden": "", "title": "it's"}


def test_fragments_become_paragraphs_without_scripts_and_captions() -> None:
    written = (
        "<p>Eins\n  zwei</p><figure><img><figcaption>Bild</figcaption></figure><script>x</script>"
        "drei<br><br>vier<br>f&uuml;nf &#150; &auml &nbsp;&bogus; <!-- > --> sechs"
    )
    assert fragment(mapped(written)).text == "Eins zwei\n\ndrei\n\nvier\nfünf – ä \u00a0&bogus; sechs"


def test_names_of_xml_are_told_by_their_namespaces() -> None:
    document = parse_xml('<a xmlns="urn:d" xmlns:x="urn:x"><x:b><c xmlns=""/></x:b><b/></a>')
    root = document.root
    assert [(each.name, each.space) for each in (root, *root.descend())] == [
        ("a", "urn:d"),
        ("b", "urn:x"),
        ("c", ""),
        ("b", "urn:d"),
    ]
    assert document.faults == ()


def test_character_data_keep_their_places() -> None:
    written = "<a>Hä &amp; <![CDATA[<i>&amp;]]><b>x</b><!-- y --></a>"
    text = content(mapped(written), parse_xml(written).root)
    assert text.text == "Hä & <i>&amp;x"
    assert [written.encode()[start:end].decode() for start, end in zip(text.starts, text.ends, strict=True)] == [
        "H", "ä", " ", "&amp;", " ", "<", "i", ">", "&", "a", "m", "p", ";", "x",
    ]  # fmt: skip


def test_blocks_part_paragraphs() -> None:
    written = "<body><p>Eins</p><block><hl2>Zwei</hl2>\n <p>Drei</p></block></body>"
    assert flow(mapped(written), parse_xml(written).root).text == "Eins\n\nZwei\n\nDrei"


def test_what_is_not_well_formed_is_mended_and_told() -> None:
    document = parse_xml("<a>\n<b>x<c>y</b>\n</d></a><e>")
    assert outline(document.root) == "b(c)"
    assert document.faults == (Fault(12, 2, 9, "c"), Fault(17, 3, 1, "d"), Fault(28, 3, 12, "e"))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "xml_entities"),
        ('<?xml version="1.0"?>\n<!doctype a [ <!ENTITY % p SYSTEM "http://a.example/x">%p; ]><a/>', "xml_entities"),
        ("nur Text", "xml_empty"),
        ("<a>" * 1000, "xml_too_deep"),
    ],
)
def test_entities_and_depths_are_refused(written: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_xml(written)
    assert refused.value.why.code == code


HURTING = {
    "openings without end": "<a " * 200_000,
    "quotes without end": '<a ="' * 100_000 + '>"',
    "crossed quotes": "<a ='\"' " * 100_000 + ">",
    "comments without end": "<!--" * 200_000,
    "scripts without end": "<script>" * 50_000 + ">",
    "deep nesting": "<div>" * 100_000,
    "closings alone": "</p>" * 100_000,
    "misnested formatting": "<p><b>" * 50_000,
    "items in items": "<li>" * 100_000,
    "tables in tables": "<table>" * 50_000 + "<p>x",
    "data without end": "<![CDATA[" * 100_000,
    "declarations without end": "<!DOCTYPE [" * 50_000 + ">",
    "references": "&amp" * 200_000,
    "attributes": "<p " + "a=b " * 200_000 + ">x",
    "breaks": "<br>" * 200_000,
}


@pytest.mark.parametrize("name", HURTING)
def test_no_markup_takes_long(name: str) -> None:
    written = HURTING[name]
    start = time.process_time()
    with suppress(Refused):
        fragment(mapped(written))
    with suppress(Refused):
        parse_xml(written)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("tag", ["<p>x", "<br>", "</b>", "<!-- -->"])
def test_html_of_too_many_tags_is_refused(tag: str) -> None:
    parse_html(tag * 150_000)
    with pytest.raises(Refused) as refused:
        parse_html(tag * 150_001)
    assert refused.value.why.code == "markup_too_intricate"
