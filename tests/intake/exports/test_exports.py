"""Text exports of press databases: documents parted by structure, each with what its head tells."""

from datetime import date

import pytest

from tests.intake.maps import articles, in_short, sources, taken
from wortlaut.intake.decoding import charset_of, decode
from wortlaut.intake.exports.splitting import split_export
from wortlaut.types import Article, Origin

NUMBERED = """


Download Request: Selected Items: 1-2
Time Of Request: Friday, March 20, 2018

                               Dokument 1 von 2


                                Örlinger Bote

                            11. Januar 2010 Montag
                                 Regionalausgabe

Brücke wird nicht gebaut

AUTOR: Mira Löhn

RUBRIK: Lokales; S. 6

LÄNGE: 14 Wörter

ÖRLINGEN - „Die Brücke wird nicht gebaut“, sagte
Jörg Äßle.

Am Dienstag tagt der Rat.

UPDATE: 12. Januar 2010

SPRACHE: GERMAN; DEUTSCH

PUBLICATION-TYPE: Zeitung


                       Copyright 2010 Örlinger Bote
                             Alle Rechte vorbehalten


                               Dokument 2 von 2


                       Copyright 2010 Süßbacher Zeitung
                             Alle Rechte vorbehalten
                                Süßbacher Zeitung

                            Dienstag 12. Januar 2010

Titel zwei

LENGTH: 355 words

Kurzer Text.

LOAD-DATE: January 11, 2010
"""

ENDED = """Date and Time: Freitag, 3. April 2020 10:00:00
Job Number: 1234567
Documents (3)
1. Strom aus der Tiefe
Client/Matter: -None-
2. Zweite Sache
Client/Matter: -None-
3. Dritte
Client/Matter: -None-
Search Terms: Strom
About LexisNexis | Privacy Policy | Terms & Conditions

Strom aus der Tiefe
Örlinger Neue Presse (Regionalausgaben)
Dienstag 7. Juli 2020
Rüsselbacher Echo

Copyright 2020 Örlinger Neue Presse Alle Rechte vorbehalten
Section: ECHO LOKALES; S. 6
Length: 12 words
Byline: Zoë Þrün
Body

Strom aus der Tiefe. Tief unter der Erde herrschen hohe Temperaturen.

„Ja“, sagte sie.

Load-Date: July 6, 2020

End of Document

Zweite Sache
Süßbacher Zeitung
3. März 2020 Dienstag 10:15 AM GMT

Copyright 2020 Süßbacher Zeitung All Rights Reserved
Length: 100 words
Body

Zweiter Text.

Classification
Language: GERMAN
Load-Date: July 6, 2020

End of Document
"""

GENIOS = """Dokumente

Inhaltsverzeichnis

____________________________

Rat streitet
Über die Brücke
Quelle:            Örlinger Bote vom 03.04.2020, Seite 5
Ressort:           Lokales
Dokumentnummer:    OEB_2020040312345

Alle reden. „Ja“, sagte Mira Löhn.

Noch ein Absatz.

Dauerhafte Adresse des Dokuments: https://www.genios.example/document/OEB__1
Alle Rechte vorbehalten: (c) Verlag Örlingen
© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH
____________________________

Zweites
Quelle: Süßbacher Zeitung, 12. Mai 2021, Nr. 80, S. 3
Autor: Jörg Äßle
Dokumentnummer: SZ_1

Text zwei.
© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH
"""

CODED = """SE Lokales
HD  Brücke kommt
BY  Von Mira Löhn
WC  12 Wörter
PD  3. April 2020
SN  Örlinger Bote
SC  OEB
LA  Deutsch
CY  (c) 2020

LP
Der erste Absatz, „so“.

TD
Der zweite Absatz.

Und der dritte.

CO  abc : Firma
AN  Document OEB0000020200403eg4300001

Document OEB0000020200403eg4300001

HD
Zweites
WC
120 words
PD
4 April 2020
SN
Bote
LP
Anfang.
TD
Ende.
Document OEB0000020200404eg4300002
"""

PLAIN = """Brücke kommt
Von Mira Löhn
12 Wörter
3. April 2020
Örlinger Bote
OEB
5
Deutsch
(c) 2020 Verlag

Der erste Absatz, „so“.

Der zweite.

Dokument OEB0000020200403eg4300001

Zweites
200 Wörter
4. April 2020
10:00
Bote
OEB
Deutsch
Copyright 2020. Alle Rechte vorbehalten.

Ende.

Dokument OEB0000020200403eg4300002
"""

LABELLED = """Titel: Brücke kommt
Zeitung: Örlinger Bote
Datum: 03.04.2020
Autor: Mira Löhn

Der erste Absatz.

Der zweite.

Titel: Zweites
Zeitung: Bote
Datum: 04.04.2020
Text: Anfang hier.

Ende.
=====================
Titel: Leer
Zeitung: Bote
Datum: 04.04.2020
"""


def facts(raw: str) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    for item in taken(raw.encode(), "a.txt"):
        if isinstance(item, Article):
            found.append((item.title, item.author, item.source, item.published, item.text))
        else:
            found.append((in_short(item),))
    return found


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            NUMBERED,
            [
                ("Brücke wird nicht gebaut", "Mira Löhn", "Örlinger Bote", date(2010, 1, 11),
                 "ÖRLINGEN - „Die Brücke wird nicht gebaut“, sagte\nJörg Äßle.\n\nAm Dienstag tagt der Rat."),
                ("Titel zwei", None, "Süßbacher Zeitung", date(2010, 1, 12), "Kurzer Text."),
            ],
        ),
        (
            ENDED,
            [
                ("Strom aus der Tiefe", "Zoë Þrün", "Örlinger Neue Presse (Regionalausgaben)", date(2020, 7, 7),
                 "Strom aus der Tiefe. Tief unter der Erde herrschen hohe Temperaturen.\n\n„Ja“, sagte sie."),
                ("Zweite Sache", None, "Süßbacher Zeitung", date(2020, 3, 3), "Zweiter Text."),
                ("(export_count)",),
            ],
        ),
        (
            GENIOS,
            [
                ("Rat streitet", None, "Örlinger Bote", date(2020, 4, 3),
                 "Alle reden. „Ja“, sagte Mira Löhn.\n\nNoch ein Absatz."),
                ("Zweites", "Jörg Äßle", "Süßbacher Zeitung", date(2021, 5, 12), "Text zwei."),
            ],
        ),
        (
            CODED,
            [
                ("Brücke kommt", "Mira Löhn", "Örlinger Bote", date(2020, 4, 3),
                 "Der erste Absatz, „so“.\n\nDer zweite Absatz.\n\nUnd der dritte."),
                ("Zweites", None, "Bote", date(2020, 4, 4), "Anfang.\n\nEnde."),
            ],
        ),
        (
            PLAIN,
            [
                ("Brücke kommt", "Mira Löhn", "Örlinger Bote", date(2020, 4, 3),
                 "Der erste Absatz, „so“.\n\nDer zweite."),
                ("Zweites", None, "Bote", date(2020, 4, 4), "Ende."),
            ],
        ),
        (
            LABELLED,
            [
                ("Brücke kommt", "Mira Löhn", "Örlinger Bote", date(2020, 4, 3), "Der erste Absatz.\n\nDer zweite."),
                ("Zweites", None, "Bote", date(2020, 4, 4), "Anfang hier.\n\nEnde."),
                ("(export_no_text)",),
            ],
        ),
    ],
    ids=["numbered", "ended", "genios", "coded", "plain", "labelled"],
)  # fmt: skip
def test_each_document_has_its_facts_and_its_text(raw: str, expected: list[tuple[object, ...]]) -> None:
    assert facts(raw) == expected


@pytest.mark.parametrize("raw", [NUMBERED, ENDED, GENIOS, CODED, PLAIN, LABELLED])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_character_leads_to_its_bytes(raw: str, encoding: str, end: str) -> None:
    written = raw.replace("Þ", "Th").replace("\n", end).encode(encoding)
    found = [item for item in taken(written, "a.txt") if isinstance(item, Article)]
    assert len(found) == 2
    for item in found:
        assert written[item.origin.byte :].startswith(item.raw)
        signs = [source.decode(item.encoding) for source in sources(item)]
        assert [sign for sign, other in zip(item.text, signs, strict=True) if sign not in (other, "\n")] == []


def test_a_document_has_the_bytes_of_its_stretch_and_says_its_line() -> None:
    items = [item for item in taken(ENDED.encode(), "a.txt") if isinstance(item, Article)]
    assert [(item.origin, item.raw[:25].decode(), item.raw[-16:].decode()) for item in items] == [
        (
            Origin("a.txt", record=1, line=12, byte=items[0].origin.byte),
            "\nStrom aus der Tiefe\nÖrl",
            "\nEnd of Document",
        ),
        (
            Origin("a.txt", record=2, line=31, byte=items[1].origin.byte),
            "\nZweite Sache\nSüßbacher",
            "\nEnd of Document",
        ),
    ]


def test_a_cover_page_is_left_out_and_said() -> None:
    (item, *_) = taken(ENDED.encode(), "a.txt")
    assert isinstance(item, Article)
    assert item.notes == ("A cover page or list of the documents, up to line 11, was left out.",)


def test_the_announced_number_is_compared_with_what_was_found() -> None:
    assert str(taken(ENDED.encode(), "a.txt")[-1]) == (
        "a.txt: The export says that it has 3 documents, but 2 were found. "
        "Check that it was saved whole, and whether a document is hidden in its neighbour."
    )


def test_a_length_that_differs_much_is_noted() -> None:
    assert [item.notes for item in articles(PLAIN.encode(), "a.txt")] == [
        (),
        ("The export gives the text 200 words, it has 1. Something may be missing or too much.",),
    ]


def test_a_document_without_a_head_is_refused_by_itself() -> None:
    broken = (
        NUMBERED.replace("LÄNGE: 14 Wörter\n", "")
        .replace("AUTOR: Mira Löhn\n", "")
        .replace("RUBRIK: Lokales; S. 6\n", "")
    )
    broken = (
        broken.replace("UPDATE: 12. Januar 2010\n", "")
        .replace("SPRACHE: GERMAN; DEUTSCH\n", "")
        .replace("PUBLICATION-TYPE: Zeitung\n", "")
    )
    assert [row[0] for row in facts(broken)] == ["(export_head)", "Titel zwei"]


@pytest.mark.parametrize(
    "raw",
    [
        "Titel: Ein Text\nAutor: Mira\n\nDas ist ein einzelner Text.",
        "Interview\n\nFrage: Was nun?\nAntwort: Nichts.\n\nQuelle: dpa\n",
        "Ein Bericht.\n\nQuelle: dpa\n\nNoch ein Bericht.\n\nQuelle: epd\n",
        "Das ist Dokument 1 von 2\n\nund geht so weiter.\n",
    ],
)
def test_a_text_with_a_label_or_two_stays_a_text(raw: str) -> None:
    assert [item.form for item in articles(raw.encode(), "a.txt")] == ["text"]


def test_the_documents_of_a_text_from_elsewhere_are_parted_the_same_way() -> None:
    mapped = decode(ENDED.encode(), charset_of(b"", None)).mapped
    pieces = split_export(mapped)
    assert [(piece.facts.title, piece.line, piece.why and piece.why.code) for piece in pieces] == [
        ("Strom aus der Tiefe", 12, None),
        ("Zweite Sache", 31, None),
        (None, 46, "export_count"),
    ]
