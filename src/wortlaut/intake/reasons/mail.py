"""E-mail."""

from wortlaut.messages import Message

__all__ = ["NOTES", "REFUSALS"]

REFUSALS: dict[str, Message] = {
    "mail_empty": Message(
        en="The message has no text, and nothing attached to it can be read ({attached}). "
        "Save what it has as files of their own, and read those.",
        de="Die Nachricht hat keinen Text, und nichts, was ihr beiliegt, lässt sich lesen ({attached}). "
        "Speichern Sie, was sie enthält, als eigene Dateien, und lesen Sie diese ein.",
    ),
    "mail_takes_back": Message(
        en="Something attached to the message takes back {id}. Anybody can send such a message, so the item stays. "
        "If it was really taken back, save the attachment as a file, and read that.",
        de="Ein Anhang der Nachricht zieht {id} zurück. So eine Nachricht kann jeder schicken, deshalb bleibt das "
        "Stück. Wenn es wirklich zurückgezogen wurde, speichern Sie den Anhang als Datei, und lesen Sie diese ein.",
    ),
    "mail_too_large": Message(
        en="The message has {size} bytes, more than the {limit} allowed. Save it without its attachments.",
        de="Die Nachricht hat {size} Bytes, erlaubt sind {limit}. Speichern Sie sie ohne ihre Anhänge.",
    ),
}

NOTES: dict[str, Message] = {
    "attachments_left": Message(
        en="What is attached and was not read: {names}.",
        de="Was beiliegt und nicht gelesen wurde: {names}.",
    ),
    "charset_wrong": Message(
        en="A part of the message calls its encoding {declared}, but was read as {encoding}, which fits.",
        de="Ein Teil der Nachricht nennt als Kodierung {declared}, wurde aber als {encoding} gelesen, was passt.",
    ),
    "mail_cut": Message(
        en="Of the message, only the first {size} of {whole} bytes are kept: all up to the end of its text.",
        de="Von der Nachricht werden nur die ersten {size} von {whole} Bytes aufbewahrt: "
        "alles bis zum Ende des Textes.",
    ),
    "mail_unended": Message(
        en="The end of the message is missing.",
        de="Das Ende der Nachricht fehlt.",
    ),
    "parts_left": Message(
        en="The message has more parts, or deeper nested ones, than are read. Left out: {count}.",
        de="Die Nachricht hat mehr oder tiefer verschachtelte Teile, als gelesen werden. Ausgelassen: {count}.",
    ),
    "signature_cut": Message(
        en="The signature below the message was left out.",
        de="Die Signatur unter der Nachricht wurde weggelassen.",
    ),
    "transfer_damaged": Message(
        en="Signs that do not belong to base64 were passed over: {count}.",
        de="Zeichen, die nicht zu Base64 gehören, wurden übergangen: {count}.",
    ),
}
