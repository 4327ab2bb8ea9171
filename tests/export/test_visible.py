import json
import unicodedata

import pytest

from wortlaut.export.visible import escape_hidden, one_line, shortened, visible, visible_runs


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
        ("a\u2800b", "a⟨U+2800⟩b"),
        ("a\U000e0101", "a⟨U+E0101⟩"),
        ("a\ufe0f", "a⟨U+FE0F⟩"),
        ("❤\ufe0f\ufe0f", "❤\ufe0f⟨U+FE0F⟩"),
        ("\u17b4\ufff0", "⟨U+17B4⟩⟨U+FFF0⟩"),
    ],
)
def test_hidden_characters_are_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("sign", ["❤\ufe0f", "☎\ufe0e", "1\ufe0f\u20e3", "©\ufe0f", "🏖\ufe0f", "ℹ\ufe0f"])
def test_a_sign_stays_a_picture_or_plain(sign: str) -> None:
    assert visible(sign) == sign


@pytest.mark.parametrize("hidden", ["\x0b", "\x1c", "\x85", "\u2028", "\u2029"])
def test_separators_that_nobody_sees_are_no_blanks(hidden: str) -> None:
    assert one_line(f"eins{hidden}zwei") == f"eins⟨U+{ord(hidden):04X}⟩zwei"


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


def test_hidden_characters_are_cut_out_between_what_shows() -> None:
    assert visible_runs("ab\u00adc😀\ufe0f\u202e") == ["ab", "\u00ad", "c😀\ufe0f", "\u202e", ""]
    assert visible_runs("ab") == ["ab"]
