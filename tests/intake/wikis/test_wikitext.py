"""Wikitext: what is left out, what stays, and no input that takes long."""

import time

import pytest

from tests.intake.maps import places
from wortlaut.intake.decoding import Charset, decode
from wortlaut.intake.wikis.wikitext import strip_wikitext


def stripped(text: str) -> str:
    return strip_wikitext(decode(text.encode(), Charset("utf-8")).mapped).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die ''Brücke'' ist '''neu''' und '''''groß'''''.", "Die Brücke ist neu und groß."),
        ("Das '''ist''' ''''s'''.", "Das ist 's."),
        ("[[Rat]] und [[Ort (Land)|Örlingen]] und [[:Kategorie:X]] [[w:Bau|]].",
         "Rat und Örlingen und Kategorie:X w:Bau."),
        ("Vor [[Datei:a.jpg|mini|Ein [[Bild|Foto]] {{x}}]] nach [[Kategorie:Y]].", "Vor nach ."),
        ("A {{b|c={{d|[[e]]}}}} f {{{g|h}}} i.", "A f i."),
        ("A<ref name=x>{{b}} [[c]]</ref> d<ref name='x' /> e <gallery>\nx.jpg\n</gallery>.", "A d e ."),
        ("Vor\n{| class=x\n| a {{b}} || c\n{| \n| innen\n|}\n|}\nnach.", "Vor\n\nnach."),
        ("A<!-- b {{ --> c.", "A c."),
        ("[https://a.example Wort] [https://b.example] https://c.example [mailto:x@y.example Post]",
         "Wort  https://c.example Post"),
        ("Eins.\n== Zwei ==\nDrei.\n* Vier\n** Fünf\nSechs.", "Eins.\n\nZwei\n\nDrei.\n\nVier\n\nFünf\n\nSechs."),
        ("A&nbsp;b &ndash; c&amp;d<br/>e<p>f</p>g", "A\xa0b – c&d\ne\n\nf\n\ng"),
        ("<nowiki>[[a]] {{b}}</nowiki> c", "[[a]] {{b}} c"),
        ("Text.\n== Quellen ==\n* x\n=== y ===\nz\n== Mehr ==\nEnde.", "Text.\n\nMehr\n\nEnde."),
        ("Text.\n\n== ''Siehe auch'' ==\n* x", "Text."),
        ("A {{b c.\n\nNoch [[d.", "A {{b c.\n\nNoch [[d."),
        ("A }} b ]] c |} d", "A }} b ]] c |} d"),
        ("__NOTOC__\nText.\n----\nMehr.\n[[en:Text]]", "Text.\n\nMehr."),
        ("= x = y", "= x = y"),
        ("Er sagte: „Ja“.\n:Eingerückt", "Er sagte: „Ja“.\n\nEingerückt"),
    ],
)  # fmt: skip
def test_running_text_stays_and_nothing_else(text: str, expected: str) -> None:
    assert " ".join(stripped(text).split(" ")).replace("  ", " ") == expected.replace("  ", " ")


@pytest.mark.parametrize(
    "sign",
    [
        "{{",
        "}}",
        "[[",
        "]]",
        "{|\n",
        "<!--",
        "<ref>",
        "<nowiki>",
        "''",
        "[//",
        "=",
        "= =\n",
        "* ",
        "<a ",
        "&#",
        "{{{",
        "{{}}",
    ],
)
def test_marks_without_end_do_not_take_long(sign: str) -> None:
    text = "Ja. " + sign * (400_000 // len(sign)) + " " * 100_000 + "x nein"
    start = time.perf_counter()
    found = strip_wikitext(decode(text.encode(), Charset("utf-8")).mapped)
    assert time.perf_counter() - start < 10
    starts, ends = places(found.source_map())
    assert (starts, ends) == (sorted(starts), sorted(ends))
