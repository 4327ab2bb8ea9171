"""Lines broken at a fixed width are joined; verses, lists and addresses stay as they stand."""

import textwrap

import numpy as np
import pytest

from tests.intake.maps import article, sources
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.texts.unwrapping import unwrapped

LONG = (
    "Der Rat von Port Senna hat den Bau der Brücke am Dienstag nach langem Streit beschlossen. „Wir haben lange genug "
    "gewartet“, sagte Mira Löhn, die den Antrag eingebracht hatte, und dankte allen, die daran gearbeitet haben."
)
NEXT = "Die Gegner kündigten eine Klage an: Die Kosten seien nicht gedeckt, und der Hafen leide unter dem Bau sehr."


def joined(text: str) -> str:
    return unwrapped(Mapped.from_widths(text, np.ones(len(text), np.int32))).text


@pytest.mark.parametrize("width", [60, 64, 72, 78])
def test_paragraphs_that_were_set_in_a_width_come_back(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(each, width) for each in (LONG, NEXT))
    assert joined(wrapped) == f"{LONG}\n\n{NEXT}"
    assert joined(wrapped.replace("\n", " \n").replace(" \n \n", "\n\n")) == f"{LONG}\n\n{NEXT}"


@pytest.mark.parametrize(
    "text",
    [
        "Kurze Zeile\nund noch eine\nund die dritte\nund die vierte",
        f"{LONG}\n{NEXT}\n{LONG}\n{NEXT}",
        "\n".join(["Ein Vers, der hier an dieser Stelle zu Ende geht und nicht weiter,", "ein kurzer,"] * 4),
        "Pressekontakt:\nMira Löhn\nTelefon 0123 456789\nloehn@senna.example\n\n" + LONG,
    ],
)
def test_what_was_not_set_in_a_width_stays(text: str) -> None:
    assert joined(text) == text


def test_a_heading_and_an_address_beside_set_paragraphs_stay() -> None:
    address = "Mira Löhn\nAm Hafen 3\nPort Senna"
    wrapped = "Brücke wird gebaut\n" + textwrap.fill(f"{LONG} {NEXT}", 70)
    assert joined(f"{wrapped}\n\n{address}") == f"Brücke wird gebaut\n{LONG} {NEXT}\n\n{address}"


def test_items_of_a_list_and_quoted_lines_begin_lines_of_their_own() -> None:
    width = len("- der Bau der Brücke am Hafen, für den es lange kein Geld gegeben hat")
    items = "- der Bau der Brücke am Hafen, für den es lange kein Geld gegeben hat\n- die Sanierungsarbeiten"
    quoted = "> der Bau der Brücke am Hafen, für den es lange kein Geld gegeben hat\n> die Sanierungsarbeiten"
    for listed in (items, quoted):
        text = f"{textwrap.fill(LONG, width)}\n\n{textwrap.fill(NEXT, width)}\n\n{listed}"
        assert joined(text) == f"{LONG}\n\n{NEXT}\n\n{listed}"


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("US-", "Vertreter", "US-Vertreter"),
        ("Hafen-", "und Brückenbau", "Hafen- und Brückenbau"),
        ("Ver-", "treter", "Vertreter"),
        ("so –", "Weiter", "so – Weiter"),
    ],
)
def test_hyphens_at_the_end_of_a_line(first: str, second: str, whole: str) -> None:
    before = "der Rat hat dies nun so beschlossen, und es kommt im Mai "
    wrapped = f"{textwrap.fill(LONG, len(before + first))}\n\n{before}{first}\n{second} geht"
    assert joined(wrapped) == f"{LONG}\n\n{before}{whole} geht"


def test_every_character_still_leads_to_its_bytes() -> None:
    raw = textwrap.fill(LONG, 64).encode()
    item = article(raw, "a.txt")
    assert item.text == LONG
    assert b"".join(sources(item)) == raw


def test_an_email_that_was_set_in_a_width_is_joined_too() -> None:
    head = b"Subject: Bau\nFrom: a@b.example\nContent-Type: text/plain; charset=utf-8\n\n"
    item = article(head + textwrap.fill(LONG, 72).encode() + b"\n\n-- \nMira\n", "a.eml")
    assert item.text == LONG
