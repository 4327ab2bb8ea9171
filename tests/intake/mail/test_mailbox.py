"""Mailboxes: where messages begin, what is quoted in them, and what is broken."""

from tests.intake.maps import article, articles, in_short, sources, taken

LINE = b"From presse@beispiel.example Tue Mar  5 10:00:00 2024\n"


def message(number: int, text: bytes = b"Ein Satz.") -> bytes:
    return (
        b"From: Presse <presse@beispiel.example>\nDate: Tue, 5 Mar 2024 10:00:00 +0100\nSubject: Nummer %d\n"
        b"Content-Length: 3\n\n%s\n" % (number, text)
    )


def test_each_message_is_an_article_with_its_number_and_place() -> None:
    raw = b"\n".join(LINE + message(number) for number in (1, 2))
    found = articles(raw, "a.mbox")
    assert [(item.title, item.origin.record, item.origin.byte, item.raw, item.form) for item in found] == [
        ("Nummer 1", 1, len(LINE), message(1), "mbox"),
        ("Nummer 2", 2, raw.rindex(LINE) + len(LINE), message(2), "mbox"),
    ]


def test_a_line_of_the_text_that_begins_with_from_is_none_between_messages() -> None:
    item = article(LINE + message(1, b"Erstens.\n\nFrom Paris came word in 2024\nso war das."), "a.mbox")
    assert item.text == "Erstens.\n\nFrom Paris came word in 2024\nso war das."


def test_a_quoted_from_loses_one_sign() -> None:
    item = article(LINE + message(1, b">From hier\n>>From dort"), "a.mbox")
    assert (item.text, sources(item)[0]) == ("From hier\n>From dort", b"F")


def test_a_message_that_cannot_be_read_is_refused_by_itself() -> None:
    raw = b"\n".join(LINE + message(number, text) for number, text in ((1, b"Eins."), (2, b""), (3, b"Drei.")))
    assert [in_short(item) for item in taken(raw, "a.mbox")] == ["Eins.", "(empty_text)", "Drei."]


def test_attachments_of_two_messages_have_two_names() -> None:
    attached = b"MIME-Version: 1.0\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment\n\nAnhang.\n"
    head = message(1).split(b"\n\n")[0] + b"\n"
    raw = b"\n".join(LINE + head + attached for _ in range(2))
    assert [item.origin.path for item in articles(raw, "a.mbox")] == ["a.mbox!/1/a.txt", "a.mbox!/2/a.txt"]
