import json
from datetime import date

from tests.builder import head, made
from wortlaut.export.citing import annotation, bibtex, citation, cited, ris
from wortlaut.texts import Texts
from wortlaut.types import Found

SEEN = date(2026, 6, 7)
ADDRESS = "http://127.0.0.1:8765/statements/s1"


def found(**known: object) -> Found:
    values: dict[str, object] = {"title": "50 % & {mehr}", "author": "Ada Lenz", "url": "https://example.org/a_b"}
    return made(head("Bo sagte: „So ist es.“ Ende.", **(values | known)), ["„So ist es.“"], speaker="Bo")


def test_bibtex_escapes_its_signs() -> None:
    assert bibtex(citation(found(), address=ADDRESS, seen=SEEN)) == (
        "@misc{s1,\n"
        "  author = {{Ada Lenz}},\n"
        "  title = {50 \\% \\& \\{mehr\\}},\n"
        "  journal = {Elbkurier},\n"
        "  date = {2026-03-01},\n"
        "  year = {2026},\n"
        "  url = {https://example.org/a\\_b},\n"
        "  urldate = {2026-06-07},\n"
        "  note = {„So ist es.“},\n"
        f"  howpublished = {{{ADDRESS}}},\n"
        "}\n"
    )


def test_ris_is_a_tag_a_line_whatever_the_words() -> None:
    lines = ris(citation(found(title="A\r\nER  - \r\nTY  - X"), address=ADDRESS, seen=SEEN)).split("\r\n")
    assert lines == [
        "TY  - NEWS",
        "ID  - s1",
        "AU  - Ada Lenz",
        "TI  - A ER - TY - X",
        "T2  - Elbkurier",
        "DA  - 2026/03/01",
        "PY  - 2026",
        "AB  - „So ist es.“",
        "UR  - https://example.org/a_b",
        f"L2  - {ADDRESS}",
        "Y2  - 2026/06/07",
        "ER  - ",
        "",
    ]


def test_citation_is_one_sentence() -> None:
    assert cited(citation(found(), address=ADDRESS, seen=SEEN), Texts("de")) == (
        "„So ist es.“ – Ada Lenz, „50 % & {mehr}“, Elbkurier, 1. März 2026, https://example.org/a_b · "
        f"wortlaut s1, {ADDRESS} (abgerufen am 7. Juni 2026)"
    )


def test_annotation_selects_the_words() -> None:
    told = json.loads(annotation(found(), address=ADDRESS))
    assert (told["id"], told["type"], told["@context"]) == (ADDRESS, "Annotation", "http://www.w3.org/ns/anno.jsonld")
    assert told["target"] == [
        {
            "source": "https://example.org/a_b",
            "selector": [
                {"type": "TextQuoteSelector", "exact": "„So ist es.“", "prefix": "Bo sagte: ", "suffix": " Ende."},
                {"type": "TextPositionSelector", "start": 10, "end": 22},
            ],
        }
    ]
    assert json.loads(told["body"]["value"])["id"] == "s1"
