"""Tables, exports and wikitext put together at random: articles or refusals, nothing that crashes or takes long."""

import random

import pytest

from tests.generated.wikis import MAKERS
from tests.intake.test_malformed import faults
from tests.malformed import Malformed

CELLS = ['"', '""', *",;\t|\n\r\\ ö", "\r\n", '\\"', "text", "id", "Wort", "2024-01-02", "sep=;\n"]
LINES = """Dokument 1 von 3
2 of 3 DOCUMENTS
End of Document
Documents (3)
LÄNGE: 5 Wörter
Length: x words
Body
Load-Date: July 6, 2020
HD  Titel
HD
WC 12 Wörter
PD 3. April 2020
SN Bote
LP
TD
LP  Text hier.
Document ABCD0000020200403eg4300001
Quelle: Bote vom 03.04.2020, S. 5
Dokumentnummer: AB_1
______________________________
Titel: x
Datum: 03.04.2020
Zeitung: Bote
Copyright 2020 Bote
© GBI-Genios GmbH
3. April 2020
12 Wörter
Ein Satz.


Text:
AUTOR: Mira Löhn
Alle Rechte vorbehalten
\x0c
Grafik
SPRACHE: DEUTSCH""".split("\n")
WIKI = [
    *"{}|\n #öa]",
    *"{{ }} [[ ]] {| |} <ref> </ref> <!-- --> ''' == <nowiki> </nowiki> Quellen <br> Datei:x &lt;".split(),
    "* ",
    "[http://x ",
]


@pytest.mark.parametrize("number", range(150))
def test_cells_in_any_order(number: int) -> None:
    chance = random.Random(number)
    soup = "".join(chance.choice(CELLS) for _ in range(chance.randint(1, 300)))
    raw = ("id,text\n" * chance.randint(0, 1) + soup).encode(chance.choice(("utf-8", "utf-16", "cp1252")))
    assert faults(Malformed("soup.csv", raw, "soup")) == []


@pytest.mark.parametrize("number", range(150))
def test_lines_of_exports_in_any_order(number: int) -> None:
    chance = random.Random(number)
    lines = [chance.choice(LINES) for _ in range(chance.randint(1, 120))]
    raw = chance.choice(("\n", "\r\n")).join(lines).encode(chance.choice(("utf-8", "utf-16", "cp1252")))
    assert faults(Malformed("soup.txt", raw, "soup")) == []


@pytest.mark.parametrize("number", range(150))
def test_marks_of_wikitext_in_any_order(number: int) -> None:
    chance = random.Random(number)
    soup = "".join(chance.choice(WIKI) for _ in range(chance.randint(1, 300))).replace("<", "&lt;")
    pages = "".join(
        f"<page><title>A{at}</title><ns>0</ns><revision><text>{soup[at:]}</text></revision></page>" for at in range(2)
    )
    assert faults(Malformed("soup.xml", f"<mediawiki>{pages}</mediawiki>".encode(), "soup")) == []


@pytest.mark.parametrize("number", range(40))
def test_documents_cut_anywhere(number: int) -> None:
    chance = random.Random(number)
    made = MAKERS[number % len(MAKERS)](chance, number)
    raw = made.raw[: chance.randrange(1, len(made.raw))]
    assert faults(Malformed(made.name, raw, "cut")) == []
