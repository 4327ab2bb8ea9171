"""The terms of the field."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "type.direct": Message(en="direct", de="direkt"),
    "type.indirect": Message(en="indirect", de="indirekt"),
    "type.reported": Message(en="reported", de="berichtet"),
    "type.free_indirect": Message(en="free indirect", de="frei indirekt"),
    "type.indirect_free_indirect": Message(en="indirect/free indirect", de="indirekt/frei indirekt"),
    "medium.speech": Message(en="speech", de="Rede"),
    "medium.thought": Message(en="thought", de="Gedanke"),
    "medium.writing": Message(en="writing", de="Schrift"),
    "medium.speech_thought": Message(en="speech or thought", de="Rede oder Gedanke"),
    "medium.speech_writing": Message(en="speech or writing", de="Rede oder Schrift"),
    "medium.thought_writing": Message(en="thought or writing", de="Gedanke oder Schrift"),
    "role.speaker": Message(en="speaker", de="Sprecher"),
    "role.addressee": Message(en="addressee", de="Adressat"),
    "role.cue": Message(en="cue", de="Redewort"),
    "role.frame": Message(en="frame", de="Rahmen"),
    "role.quote": Message(en="statement", de="Aussage"),
    "percent": Message(en="{number}%", de="{number} %"),
}
