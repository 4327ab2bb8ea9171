"""Messages: which parts are the text, what becomes of codings, headers, attachments and damage."""

import base64
import gzip
from collections import Counter
from datetime import date, datetime, timedelta, timezone

import pytest

from tests.intake.maps import article, articles, in_short, places, refusal, sources, taken

HEAD = (
    b"From: =?utf-8?q?Pressestelle_=C3=96rlingen?= <presse@oerlingen.example>\r\n"
    b"Date: Tue, 5 Mar 2024 10:00:00 +0100\r\nSubject: =?utf-8?B?R3LDvMOfZQ==?=\r\n =?utf-8?Q?_aus_=C3=96?=\r\n"
    b"Message-ID: <abc123@oerlingen.example>\r\nMIME-Version: 1.0\r\n"
)


def plain(text: bytes, more: bytes = b"") -> bytes:
    return HEAD + b"Content-Type: text/plain; charset=utf-8\r\n" + more + b"\r\n" + text


def of_parts(kind: bytes, *parts: bytes, end: bytes = b"\r\n--b--\r\n") -> bytes:
    inside = b"".join(b"\r\n--b\r\n" + part for part in parts)
    return HEAD + b"Content-Type: multipart/" + kind + b'; boundary="b"\r\n\r\nVorspann\r\n' + inside + end


def test_the_headers_become_title_author_outlet_time_and_id() -> None:
    item = article(plain(b"Ein Satz."))
    assert (item.title, item.author, item.source, item.published, item.published_at, item.declared_id, item.form) == (
        "Grüße aus Ö",
        "Pressestelle Örlingen",
        "oerlingen.example",
        date(2024, 3, 5),
        datetime(2024, 3, 5, 10, tzinfo=timezone(timedelta(hours=1))),
        "abc123@oerlingen.example",
        "mail",
    )


@pytest.mark.parametrize("prefix", ["Re: ", "WG: ", "AW: Fwd: ", "Antwort: ", "RE[2]: "])
def test_marks_of_answers_and_forwards_are_no_part_of_the_title(prefix: str) -> None:
    raw = plain(b"Ein Satz.").replace(b"Subject: ", b"Subject: " + prefix.encode())
    assert article(raw).title == "Grüße aus Ö"


def test_a_character_in_quoted_printable_leads_to_its_codes() -> None:
    item = article(plain(b"Gr=C3=BC=C3=9Fe an al=\r\nle.", b"Content-Transfer-Encoding: quoted-printable\r\n"))
    assert item.text == "Grüße an alle."
    assert sources(item)[:5] == [b"G", b"r", b"=C3=BC", b"=C3=9F", b"e"]


def test_a_character_in_base64_leads_to_the_signs_that_hold_its_bits() -> None:
    text = "Größer als 3 €.\n\nEin „Satz“ mit ä, ö und ü."
    coded = base64.encodebytes(text.encode()).replace(b"\n", b"\r\n")
    item = article(plain(coded, b"Content-Transfer-Encoding: base64\r\n"))
    assert item.text == text
    for sign, source in zip(item.text, sources(item), strict=True):
        signs = source.replace(b"\r\n", b"")
        bits = "".join(f"{_value(each):06b}" for each in signs)
        wanted = "".join(f"{octet:08b}" for octet in sign.encode())
        assert wanted in bits
        assert len(bits) < len(wanted) + 12


def _value(sign: int) -> int:
    return b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".index(sign)


def test_flowed_lines_are_joined_and_quoted_ones_with_their_like() -> None:
    raw = plain(b"Ein \r\nSatz.\r\n\r\n> zwei \r\n> drei\r\n vier").replace(
        b"charset=utf-8", b"charset=utf-8; format=flowed"
    )
    assert article(raw).text == "Ein Satz.\n\n> zwei drei\nvier"


def test_a_space_that_only_marks_the_break_goes_with_it() -> None:
    raw = plain(b"Regierungs \r\nchefin.").replace(b"charset=utf-8", b"charset=utf-8; format=flowed; delsp=yes")
    assert article(raw).text == "Regierungschefin."


def test_the_signature_goes_and_what_is_quoted_below_it_stays() -> None:
    item = article(plain(b"Ein Satz.\r\n\r\n-- \r\nMira L.\r\n\r\nAm 3. schrieb Zoe:\r\n> Nein."))
    assert (item.text, item.notes) == (
        "Ein Satz.\n\nAm 3. schrieb Zoe:\n> Nein.",
        ("The signature below the message was left out.",),
    )


PLAIN = "Content-Type: text/plain; charset=utf-8\r\n\r\n{}"
HTML = "Content-Type: text/html; charset=utf-8\r\n\r\n<p>{}</p>"


def test_of_alternatives_plain_text_is_taken_that_says_as_much() -> None:
    raw = of_parts(b"alternative", PLAIN.format("Ein ganzer Satz.").encode(), HTML.format("Ein ganzer Satz!").encode())
    assert article(raw).text == "Ein ganzer Satz."


def test_of_alternatives_html_is_taken_where_plain_text_is_a_stub() -> None:
    html = HTML.format("Ein &auml;lterer Satz,</p><p>und noch ein zweiter, l&auml;ngerer.").encode()
    item = article(of_parts(b"alternative", PLAIN.format("Siehe HTML.").encode(), html))
    assert item.text == "Ein älterer Satz,\n\nund noch ein zweiter, längerer."
    assert sources(item)[4] == b"&auml;"


def test_texts_side_by_side_are_all_taken() -> None:
    raw = of_parts(b"mixed", PLAIN.format("Eins.").encode(), PLAIN.format("Zwei.").encode())
    assert article(raw).text == "Eins.\n\nZwei."


def test_an_attachment_that_can_be_read_is_an_article_of_its_own() -> None:
    attached = (
        b"Content-Type: application/octet-stream; name*=utf-8''%C3%A4.txt\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    ) + base64.b64encode(b"Der Anhang.")
    found = articles(of_parts(b"mixed", PLAIN.format("Eins.").encode(), attached), "a.eml")
    assert [(item.origin.path, item.text) for item in found] == [("a.eml", "Eins."), ("a.eml!/ä.txt", "Der Anhang.")]


def test_a_forwarded_message_is_an_article_of_its_own() -> None:
    raw = of_parts(
        b"mixed", PLAIN.format("Siehe unten.").encode(), b"Content-Type: message/rfc822\r\n\r\n" + plain(b"Innen.")
    )
    assert [(item.origin.path, item.text) for item in articles(raw, "a.eml")] == [
        ("a.eml", "Siehe unten."),
        ("a.eml!/1.eml", "Innen."),
    ]


def test_an_attachment_that_is_no_text_is_named_in_a_note() -> None:
    picture = b"Content-Type: image/png; name=logo.png\r\n\r\n\x89PNG"
    item = article(of_parts(b"mixed", PLAIN.format("Eins.").encode(), picture))
    assert item.notes == ("What is attached and was not read: logo.png.",)


def test_a_message_without_text_and_readable_attachments_is_refused_by_name() -> None:
    picture = b"Content-Type: image/png; name=logo.png\r\n\r\n\x89PNG"
    rejected = refusal(of_parts(b"mixed", picture), "a.eml")
    assert "logo.png" in rejected.reason
    assert rejected.why is not None
    assert rejected.why.code == "mail_empty"


def test_a_missing_end_is_said() -> None:
    item = article(of_parts(b"mixed", PLAIN.format("Eins.").encode(), end=b""))
    assert (item.text, item.notes) == ("Eins.", ("The end of the message is missing.",))


@pytest.mark.parametrize(
    ("declared", "octets", "encoding"),
    [
        (b"iso-8859-1", "Größe".encode(), "utf-8"),
        (b"utf-8", "Größe".encode("latin-1"), "windows-1252"),
        (b"x-unbekannt", "Größe".encode(), "utf-8"),
    ],
)
def test_a_wrongly_declared_encoding_is_noticed(declared: bytes, octets: bytes, encoding: str) -> None:
    item = article(plain(octets).replace(b"charset=utf-8", b"charset=" + declared))
    assert (item.text, item.encoding) == ("Größe", encoding)
    assert any("calls its encoding" in note for note in item.notes)


def test_an_encoding_that_is_declared_rightly_needs_no_note() -> None:
    item = article(plain("Größe „so“".encode("cp1252")).replace(b"charset=utf-8", b"charset=windows-1252"))
    assert (item.text, item.encoding, item.notes) == ("Größe „so“", "windows-1252", ())


def test_parts_within_parts_have_an_end() -> None:
    inner = PLAIN.format("Innen.").encode()
    for number in range(60):
        inner = b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n%s\r\n--b%d--" % (
            number,
            number,
            inner,
            number,
        )
    assert [in_short(item) for item in taken(HEAD + inner, "a.eml")] == ["(mail_empty)"]


def test_messages_forwarded_within_messages_have_an_end() -> None:
    raw = plain(b"Innen.")
    for number in range(30):
        raw = HEAD + (
            b"Content-Type: multipart/mixed; boundary=c%d\r\n\r\n--c%d\r\nContent-Type: message/rfc822\r\n"
            b"\r\n%s\r\n--c%d--" % (number, number, raw, number)
        )
    assert [in_short(item) for item in taken(raw, "a.eml")] == ["(nested_too_deep)"]


def test_text_that_only_looks_a_little_like_a_message_is_none() -> None:
    assert article(b"From: Paris\nDas ist ein Text.").form == "text"


def test_what_is_packed_in_many_attachments_counts_together() -> None:
    packed = base64.encodebytes(gzip.compress((b'{"text": "Eins."}\n' + b" " * 2**21) * 12))
    attached = b"Content-Type: application/gzip; name=a.jsonl.gz\r\nContent-Transfer-Encoding: base64\r\n\r\n" + packed
    found = Counter(in_short(item) for item in taken(of_parts(b"mixed", *[attached] * 4), "a.eml"))
    assert (set(found), found["(packed_bomb)"], found["Eins."] < 36) == ({"Eins.", "(packed_bomb)"}, 2, True)


def test_many_attachments_are_read_one_after_another() -> None:
    texts = [b"Anhang %d. " % number + b"Der Rat tagte. " * 70_000 for number in range(12)]
    head = b"Content-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment\r\n\r\n"
    picture = b"Content-Type: application/octet-stream; name=b.bin\r\n\r\n" + bytes(range(32)) * 9
    found = taken(
        of_parts(b"mixed", PLAIN.format("Eins.").encode(), *[head + each for each in texts], picture), "a.eml"
    )
    assert [in_short(item).partition(".")[0] for item in found] == [
        "Eins",
        *[f"Anhang {number}" for number in range(12)],
        "(binary_unknown)",
    ]


def test_html_of_too_many_tags_in_all_parts_together_is_refused() -> None:
    part = b"Content-Type: text/html\r\n\r\n" + b"<div>" * 50_000 + b"Text."
    assert [in_short(item) for item in taken(of_parts(b"mixed", *[part] * 4), "a.eml")] == ["(markup_too_intricate)"]


def test_places_never_go_back_where_one_byte_of_base64_makes_two_characters() -> None:
    octets = "Größe".encode() + b"\xab\xff" + "ﬁ 中 ß".encode() + b"\xa0" * 9
    for encoding in (b"utf-8", b"gb18030", b"shift_jis", b"euc_jis_2004"):
        coded = plain(base64.encodebytes(octets * 3), b"Content-Transfer-Encoding: base64\r\n")
        item = article(coded.replace(b"charset=utf-8", b"charset=" + encoding))
        starts, ends = places(item.source_map)
        assert (starts, ends) == (sorted(starts), sorted(ends))
