"""What the page of an article says in the browser, beside what the page as a file says."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "reading.former": Message(
        en="This is a former version; the article was changed since.",
        de="Das ist eine frühere Fassung; der Artikel wurde seither geändert.",
    ),
    "reading.current": Message(en="To the current version", de="Zur gültigen Fassung"),
    "reading.also_in": Message(en="Also printed by", de="Auch erschienen bei"),
    "reading.details": Message(en="everything about it", de="alles dazu"),
}
