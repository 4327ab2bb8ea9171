"""Markdown: marks go, words stay, every character is mapped."""

from datetime import date

import pytest

from tests.intake.maps import article, in_short, sources, taken

WHOLE = """---
title: "Streit um die Brücke"
date: 27. November 2025
author: Mira Löhn
url: https://beispiel.example/a
---
# Streit um die *Brücke* #

> „Wir bauen **nicht**“, sagte
> Bürgermeisterin [Löhn](https://beispiel.example/b_(c) "Titel").

Unter *Titel*
------------
- Punkt *eins*
- Punkt zwei
  geht weiter

1. Mai ist Feiertag.
2. Juni nicht.

```python
x = "*so*"
```
***
![Bild](bild.png) &amp; <b>Ende</b><br>Schluss.

[x]: https://beispiel.example/c
"""


def test_a_whole_markdown_item_becomes_its_words() -> None:
    item = article(WHOLE.encode(), "a.md")
    assert (item.text, item.title, item.published, item.author, item.url, item.form, item.notes) == (
        "Streit um die Brücke\n\n„Wir bauen nicht“, sagte\nBürgermeisterin Löhn.\n\nUnter Titel\n\nPunkt eins\n\n"
        'Punkt zwei\n  geht weiter\n\n1. Mai ist Feiertag.\n\n2. Juni nicht.\n\nx = "*so*"\n\nBild & Ende\n\nSchluss.',
        "Streit um die Brücke",
        date(2025, 11, 27),
        "Mira Löhn",
        "https://beispiel.example/a",
        "markdown",
        (),
    )


def test_every_letter_of_markdown_is_mapped_to_itself() -> None:
    item = article(WHOLE.encode(), "a.md")
    pairs = zip(item.text, sources(item), strict=True)
    assert [(sign, source) for sign, source in pairs if not sign.isspace() and source.decode() != sign] == [
        ("&", b"&amp;")
    ]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Ein *schiefes* _Wort_ und ein **fettes** __Wort__.", "Ein schiefes Wort und ein fettes Wort."),
        ("***Beides*** und **fett *und schief***.", "Beides und fett und schief."),
        ("Schüler*innen und Lehrer*innen", "Schüler*innen und Lehrer*innen"),
        ("datei_name_lang und 2*3*4 und a * b * c", "datei_name_lang und 2*3*4 und a * b * c"),
        ("**„Nein“**, sagte sie.", "„Nein“, sagte sie."),
        ("offen *und **so", "offen *und **so"),
        ("~~weg~~ da", "weg da"),
        ("`*so*` und ``a`b``", "*so* und ``a`b``"),
        (r"\*kein\* \[Verweis\]", "*kein* [Verweis]"),
        ("[Text][ziel] und [1] und [a](b)", "Text und [1] und a"),
        ("[![Bild](b.png) Text](https://a.example)", "Bild Text"),
        ("<https://a.example/b> da", "https://a.example/b da"),
        ("hart  \nweiter\\\nnoch", "hart\nweiter\nnoch"),
        ("> > tief\n> > zitiert", "tief\nzitiert"),
        ("Absatz\n> Zitat", "Absatz\nZitat"),
        ("Titel\n=====\nText", "Titel\n\nText"),
        ("## Titel ##\nText", "Titel\n\nText"),
        ("#Schlagwort bleibt", "#Schlagwort bleibt"),
        ("* eins\n+ zwei\n- [x] drei", "eins\n\nzwei\n\ndrei"),
        ("Am\n1. Mai war es so.", "Am\n1. Mai war es so."),
        ("~~~\n# kein Titel\n~~~\nText", "# kein Titel\n\nText"),
        ("Text\n\n    *code* eins\n    *code* zwei", "Text\n\n*code* eins\n    *code* zwei"),
        ("a\r\n\r\n**b**\r\n- c\r\n", "a\n\nb\n\nc"),
    ],
)
def test_marks_go_and_words_stay(written: str, text: str) -> None:
    assert article(written.encode(), "a.md").text == text


def test_the_first_heading_is_the_title_where_no_front_matter_names_one() -> None:
    titles = [article(raw, "a.md").title for raw in (b"# A *b*\n\nText", b"A b\n===\nText", b"## A\n\nText")]
    assert titles == ["A b", "A b", None]


def test_markdown_is_found_by_two_kinds_of_signs_whatever_its_name() -> None:
    forms = [
        article(raw, "a.txt").form
        for raw in (b"# Titel\n\nEin **fettes** Wort", b"# Titel\n\nEin Wort", b"Ein **fettes** Wort")
    ]
    assert forms == ["markdown", "text", "text"]


def test_a_date_line_makes_it_wire_text_whatever_its_name() -> None:
    assert article(b" date 2024-01-02 Text<br>**so**", "a.md").form == "wire"


def test_a_reference_without_a_character_is_noted() -> None:
    item = article(b"# Titel\n\n&#0; da", "a.md")
    assert (item.text, item.notes) == (
        "Titel\n\n\ufffd da",
        ("Character references that name no character became U+FFFD: 1.",),
    )


@pytest.mark.parametrize("piece", ["- a\n", "**a** ", "[a](b) ", "&amp;"])
def test_more_marks_than_honest_text_has_are_refused(piece: str) -> None:
    assert in_short(*taken(f"# Titel\n\n{piece * 400_000}a".encode(), "a.md")) == "(document_too_intricate)"
