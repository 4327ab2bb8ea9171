"""Encodings: found, guessed and noted, named by the user, refused."""

import pytest

from tests.intake.maps import SETTINGS, article, refusal, sources, taken
from wortlaut.errors import InputError
from wortlaut.intake import read_bytes
from wortlaut.intake.decoding import charset_of, declared_encoding, decode
from wortlaut.types import Origin, Rejected

TEXT = "„Grüße“ aus Örlingen: 😀 und a\u0308.\n\nZweitens – schön."
PLAIN = "„Grüße“ aus Örlingen – für 5 €."
GUESSED = "The encoding was guessed: {}. If letters look wrong, name the right one with --encoding."


@pytest.mark.parametrize("name", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_names_the_encoding(name: str) -> None:
    item = article(("\ufeff" + TEXT).encode(name))
    assert (item.text, item.encoding, item.notes) == (TEXT, name, ())
    assert [source.decode(name) for source in sources(item)] == list(TEXT)


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_recognised_and_noted(name: str) -> None:
    item = article(TEXT.encode(name))
    assert (item.text, item.encoding, item.notes) == (TEXT, name, (GUESSED.format(name),))


def test_text_that_is_no_utf_8_is_read_as_windows_1252_and_noted() -> None:
    item = article(PLAIN.encode("cp1252"))
    assert (item.text, item.encoding, item.notes) == (PLAIN, "windows-1252", (GUESSED.format("windows-1252"),))
    assert [source.decode("cp1252") for source in sources(item)] == list(PLAIN)


def test_bytes_that_windows_1252_lacks_become_replacement_characters_and_are_noted() -> None:
    item = article(b"Gr\xfc\xdfe \x81 und \x8d.")
    assert (item.text, item.notes) == (
        "Grüße \ufffd und \ufffd.",
        (
            GUESSED.format("windows-1252"),
            "Bytes that are no characters in windows-1252 became U+FFFD: 2, the first at byte 6.",
        ),
    )


def test_lines_in_windows_1252_within_utf_8_are_mended_and_noted() -> None:
    item = article("Grüße aus Örlingen.\n".encode() + "Später für alle.".encode("cp1252"))
    assert (item.text, item.encoding, item.notes) == (
        "Grüße aus Örlingen.\nSpäter für alle.",
        "utf-8",
        ("Bytes that are not UTF-8 were read as Windows-1252: 2, the first at byte 25.",),
    )
    assert sources(item)[22:25] == [b"\xe4", b"t", b"e"]


def test_a_character_cut_off_in_utf_8_is_replaced_and_noted() -> None:
    item = article("Grüße und „so“ für 😀".encode()[:-1])
    assert (item.text, sources(item)[-1], item.notes) == (
        "Grüße und „so“ für \ufffd",
        b"\xf0\x9f\x98",
        ("Bytes that are no characters in utf-8 became U+FFFD: 1, the first at byte 26.",),
    )


def test_halves_of_surrogate_pairs_in_utf_8_become_one_replacement_character_each() -> None:
    item = article("Grüße ".encode() + b"\xed\xa0\xbd da")
    assert (item.text, sources(item)[6], item.notes) == (
        "Grüße \ufffd da",
        b"\xed\xa0\xbd",
        ("Halves of surrogate pairs became U+FFFD: 1.",),
    )


def test_a_half_pair_and_an_odd_last_byte_in_utf_16_are_replaced_and_noted() -> None:
    item = article("\ufeffGrüße \ud83d da".encode("utf-16-le", "surrogatepass") + b"x")
    assert (item.text, sources(item)[-1], item.notes) == (
        "Grüße \ufffd da\ufffd",
        b"x",
        (
            "Bytes that are no characters in utf-16-le became U+FFFD: 1, the first at byte 22.",
            "Halves of surrogate pairs became U+FFFD: 1.",
        ),
    )


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("UTF8", "utf-8"), ("utf-8-sig", "utf-8"), ("Latin-1", "iso8859-1"), ("ISO-8859-15", "iso8859-15"),
        ("windows-1252", "windows-1252"), ("cp437", "cp437"), ("utf-16-be", "utf-16-be"), ("mac-roman", "mac-roman"),
        ("gb18030", "gb18030"), ("cp037", "cp037"),
    ],
)  # fmt: skip
def test_an_encoding_that_the_user_names_is_taken(name: str, usual: str) -> None:
    text = "Grüße aus Örlingen.\n\nÄpfel."
    item = article(text.encode(name.removesuffix("-sig")), encoding=name)
    assert (item.text, item.encoding, item.notes) == (text, usual, ())
    assert "".join(source.decode(usual) for source in sources(item)) == text


def test_utf_16_named_without_an_order_takes_the_mark_or_notes_its_guess() -> None:
    marked, bare = (article(raw, encoding="utf-16") for raw in (PLAIN.encode("utf-16"), PLAIN.encode("utf-16-be")))
    assert (marked.text, marked.encoding, marked.notes) == (PLAIN, "utf-16-le", ())
    assert (bare.text, bare.encoding, bare.notes) == (PLAIN, "utf-16-be", (GUESSED.format("utf-16-be"),))


def test_a_mark_that_contradicts_the_user_is_noted() -> None:
    item = article("\ufeffGrüße".encode(), encoding="latin-1")
    assert item.notes == ("The bytes begin with the mark of utf-8, but were read as iso8859-1, as asked.",)


@pytest.mark.parametrize(("name", "byte"), [("utf-8", 2), ("ascii", 2), ("utf-16", 2)])
def test_bytes_that_do_not_fit_the_encoding_that_the_user_names_are_refused(name: str, byte: int) -> None:
    (item,) = taken(b"Gr\xfc\xdfe", encoding=name)
    assert isinstance(item, Rejected)
    assert item.why is not None
    assert (item.why.code, dict(item.why.details)["byte"]) == ("undecodable", str(byte))


@pytest.mark.parametrize("name", ["klingonisch", "base64", "rot13", "idna", "", "utf-8\0"])
def test_an_encoding_that_does_not_exist_is_an_error_before_anything_is_read(name: str) -> None:
    with pytest.raises(InputError) as raised:
        read_bytes(b"Text", origin=Origin("x"), encoding=name, settings=SETTINGS)
    assert "utf-16" in raised.value.text("de")


def test_random_bytes_are_refused_as_no_text() -> None:
    assert "control characters" in refusal(bytes(range(256)) * 4).reason


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("iso-8859-15", "iso8859-15", "Es kostet drei € mehr."),
        ("latin-1", "windows-1252", "„Nein“, sagte Jörg."),
        ("koi8-r", "koi8-r", "Да, так."),
        ("nonsense", "windows-1252", "Schöne Grüße."),
    ],
)
def test_what_the_transport_names_counts_where_the_bytes_are_no_utf8(declared: str, encoding: str, text: str) -> None:
    raw = text.encode(encoding)
    decoded = decode(raw, charset_of(raw, None, declared))
    assert (decoded.mapped.text, decoded.encoding) == (text, encoding)
    assert decode(text.encode(), charset_of(text.encode(), None, declared)).mapped.text == text


def test_bytes_that_the_named_encoding_does_not_have_are_mended() -> None:
    raw = "Schöne Grüße".encode("cp1252") + b"\x81"
    assert decode(raw, charset_of(raw, None, "iso-8859-1")).mapped.text == "Schöne Grüße\ufffd"


@pytest.mark.parametrize(
    "label",
    [
        "unicode_escape",
        "raw-unicode-escape",
        "undefined",
        "idna",
        "punycode",
        "zip",
        "bz2",
        "hex",
        "rot13",
        "base64",
        "",
        "../os",
        "\0",
        "ü",
        "x" * 100_000,
    ],
)
def test_what_is_no_encoding_of_documents_is_none(label: str) -> None:
    assert declared_encoding(label) is None


@pytest.mark.parametrize("label", ["unicode_escape", "undefined", "punycode", "hex"])
def test_documents_that_call_their_encoding_so_are_read_by_their_bytes(label: str) -> None:
    page = f"<html><head><meta charset={label}></head><body><h1>Öl</h1><p>{PLAIN}</p></body></html>"
    mail = f"From: a@b.example\nDate: x\nSubject: y\nContent-Type: text/plain; charset={label}\n\n{PLAIN}"
    assert charset_of(PLAIN.encode("cp1252"), None, label).name is None
    assert [article(page.encode(), "a.html").text, article(mail.encode(), "a.eml").text] == [PLAIN, PLAIN]
