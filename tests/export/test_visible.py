import json
import unicodedata

import pytest

from wortlaut.export.visible import escape_hidden, one_line, shortened, visible


def test_ordinary_text_stays_as_it_is() -> None:
    text = "„Müßig“, sagte Łukasz\tund lachte 🦐\n»So« – ½ €"
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mrot\x1b[0m", "⟨U+001B⟩[31mrot⟨U+001B⟩[0m"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("weg\r", "weg⟨U+000D⟩"),
        ("gut\u202eesöb", "gut⟨U+202E⟩esöb"),
        ("null\u200bbreit", "null⟨U+200B⟩breit"),
        ("\u2066a\u2069", "⟨U+2066⟩a⟨U+2069⟩"),
        ("Zeile\u2028Zeile", "Zeile⟨U+2028⟩Zeile"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("\u3164", "⟨U+3164⟩"),
    ],
)
def test_hidden_characters_are_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_every_control_and_format_character_is_written_out() -> None:
    kept = [
        code
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in ("Cc", "Cf", "Cs", "Zl", "Zp") and visible(chr(code)) == chr(code)
    ]
    assert [chr(code) for code in kept] == ["\t", "\n"]


def test_one_line_has_no_line_breaks_or_doubled_blanks() -> None:
    assert one_line("  eins\n\n zwei\tdrei ") == "eins zwei drei"


def test_shortened_cuts_at_a_word() -> None:
    assert shortened("Der Deich hält das Wasser", 16) == "Der Deich hält…"


def test_shortened_leaves_what_fits() -> None:
    assert shortened("Der Deich", 9) == "Der Deich"


def test_shortened_cuts_a_word_that_is_too_long() -> None:
    assert shortened("Donaudampfschifffahrt", 8) == "Donauda…"


@pytest.mark.parametrize("text", ["\x1b[2J", "a\u202eb", "\U000e0041", "\x9b", 'Süß \\ " 🦐'])
def test_escaped_json_means_the_same(text: str) -> None:
    written = escape_hidden(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert visible(written) == written
