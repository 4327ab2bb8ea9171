"""What the pages of an article say in the browser, beside what the page as a file says."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "reading.text": Message(en="Text", de="Text"),
    "reading.source": Message(en="Source", de="Quelltext"),
    "reading.versions": Message(en="Versions", de="Fassungen"),
    "reading.version": Message(en="Version {number}", de="Fassung {number}"),
    "reading.former": Message(
        en="This is a former version; the article was changed since.",
        de="Das ist eine frühere Fassung; der Artikel wurde seither geändert.",
    ),
    "reading.current": Message(en="To the current version", de="Zur gültigen Fassung"),
    "reading.also_in": Message(en="Also printed by", de="Auch erschienen bei"),
    "reading.details": Message(en="everything about it", de="alles dazu"),
    "reading.why": Message(en="why?", de="warum?"),
    "reading.origin": Message(en="came from", de="kam aus"),
    "reading.form": Message(en="read as", de="gelesen als"),
    "reading.note": Message(en="note", de="Hinweis"),
    "reading.bytes": Message(en="{count} bytes", de="{count} Bytes"),
    "reading.download": Message(en="as a file", de="als Datei"),
    "reading.unreadable": Message(
        en="These bytes are no text that a browser can show. Take them as a file.",
        de="Diese Bytes sind kein Text, den ein Browser zeigen kann. Nehmen Sie sie als Datei.",
    ),
    "reading.places": Message(en="Places of the statements", de="Stellen der Aussagen"),
    "reading.at": Message(en="bytes {places}", de="Bytes {places}"),
}
