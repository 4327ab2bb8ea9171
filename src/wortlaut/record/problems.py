"""What `Record.verify` finds not to be as it must, and how it is said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wortlaut.messages import Message

__all__ = ["MESSAGES", "Problem", "ProblemKind"]


class ProblemKind(StrEnum):
    """What kind of fault `Record.verify` found."""

    FILE = "file"
    RAW = "raw"
    TEXT = "text"
    SOURCE_MAP = "source_map"
    ARTICLE = "article"
    SPAN = "span"
    STATEMENT = "statement"
    STATEMENTS = "statements"
    READING = "reading"
    RESOLVED = "resolved"
    MEANING = "meaning"
    CODEBOOK = "codebook"
    CODING = "coding"
    ACTOR = "actor"
    EVENT = "event"
    HISTORY = "history"
    REFERENCE = "reference"
    VERSIONS = "versions"
    ORDER = "order"
    REPRINT = "reprint"
    SAVED = "saved"
    FEED = "feed"
    ERASED = "erased"
    INDEX = "index"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in the record: its kind and where it is (`article/version/statement`, or a part of the file)."""

    kind: ProblemKind
    where: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def what(self) -> str:
        """The fault in words, in English."""
        return self.text()

    def text(self, language: str = "en") -> str:
        """The fault in words, in `language` (`en` or `de`)."""
        return MESSAGES[self.kind].text(language, self.values)


MESSAGES = {
    ProblemKind.FILE: Message(
        en="the file's structure is damaged: {what}",
        de="die Datei ist in ihrem Aufbau beschädigt: {what}",
    ),
    ProblemKind.RAW: Message(
        en="the raw bytes are not those that came in",
        de="die Rohbytes sind nicht die, die hereinkamen",
    ),
    ProblemKind.TEXT: Message(
        en="the text, titles, dates, source, address, author, kind, revision or own id is not what was stored",
        de="Text, Titel, Zeiten, Quelle, Adresse, Verfasser, Art, Fassungsnummer oder eigene Kennung sind nicht, was "
        "gespeichert wurde",
    ),
    ProblemKind.SOURCE_MAP: Message(
        en="the map to the raw bytes does not fit the text or the bytes: {what}",
        de="die Karte zu den Rohbytes passt nicht zum Text oder zu den Bytes: {what}",
    ),
    ProblemKind.ARTICLE: Message(
        en="origin, form, encoding, notes or the map to the raw bytes are not what was stored",
        de="Herkunft, Form, Kodierung, Vermerke oder die Karte zu den Rohbytes sind nicht, was gespeichert wurde",
    ),
    ProblemKind.SPAN: Message(
        en="{start}-{end} lies outside of the text, which has {length} characters",
        de="{start}-{end} liegt außerhalb des Textes, der {length} Zeichen hat",
    ),
    ProblemKind.STATEMENT: Message(
        en="the words, places, parties, confidences or provenance are not what was stored",
        de="Wörter, Stellen, Beteiligte, Sicherheiten oder Herkunft sind nicht, was gespeichert wurde",
    ),
    ProblemKind.STATEMENTS: Message(
        en="the statements are not those that were stored, or not in that order ({found} are there)",
        de="die Aussagen sind nicht die gespeicherten oder stehen nicht in deren Reihenfolge ({found} sind da)",
    ),
    ProblemKind.READING: Message(
        en="what {reader} found is not what was stored",
        de="was {reader} gefunden hat, ist nicht das Gespeicherte",
    ),
    ProblemKind.RESOLVED: Message(
        en="the statements are not what readings and decisions make: {what}",
        de="die Aussagen sind nicht, was Lesungen und Entscheidungen ergeben: {what}",
    ),
    ProblemKind.MEANING: Message(
        en="who is meant in it is not what was stored",
        de="wer darin gemeint ist, ist nicht das Gespeicherte",
    ),
    ProblemKind.CODEBOOK: Message(
        en="name, version, content or categories of the codebook are not what was stored",
        de="Name, Version, Inhalt oder Kategorien des Codebuchs sind nicht, was gespeichert wurde",
    ),
    ProblemKind.CODING: Message(
        en="the labels that {codebook} gave in it are not what was stored",
        de="die Zuordnungen, die {codebook} darin vornahm, sind nicht die gespeicherten",
    ),
    ProblemKind.ACTOR: Message(
        en="the actors are not those that names and decisions make: {what}",
        de="die Akteure sind nicht, was Namen und Entscheidungen ergeben: {what}",
    ),
    ProblemKind.EVENT: Message(
        en="the events are not those that articles and decisions make: {what}",
        de="die Ereignisse sind nicht, was Artikel und Entscheidungen ergeben: {what}",
    ),
    ProblemKind.HISTORY: Message(
        en="the history was changed: {what}",
        de="der Verlauf wurde verändert: {what}",
    ),
    ProblemKind.REFERENCE: Message(
        en="it points to a row of {table} that is not there",
        de="sie verweist auf eine Zeile von {table}, die es nicht gibt",
    ),
    ProblemKind.VERSIONS: Message(
        en="{found} are marked as current where there must be one",
        de="{found} sind als gültig bezeichnet, wo es eine sein muss",
    ),
    ProblemKind.ORDER: Message(
        en="versions or readings are missing or do not follow each other as they came in: {what}",
        de="Fassungen oder Lesungen fehlen oder folgen nicht so aufeinander, wie sie hereinkamen: {what}",
    ),
    ProblemKind.REPRINT: Message(
        en="what it repeats cannot be so: {what}",
        de="was er wiederholt, kann so nicht sein: {what}",
    ),
    ProblemKind.SAVED: Message(
        en="name, words, filters or age of the saved search are not what was stored",
        de="Name, Wörter, Filter oder Alter der gemerkten Suche sind nicht, was gespeichert wurde",
    ),
    ProblemKind.FEED: Message(
        en="what is known of the followed feed, or was seen in it, is not what was stored",
        de="was von dem verfolgten Feed bekannt ist oder darin gesehen wurde, ist nicht das Gespeicherte",
    ),
    ProblemKind.ERASED: Message(
        en="what was noted of an erasure is not what was stored, so that what was erased could come in again",
        de="was zu einer Löschung vermerkt wurde, ist nicht das Gespeicherte; Gelöschtes könnte wieder hereinkommen",
    ),
    ProblemKind.INDEX: Message(
        en="the search does not have it as it is stored: {what}",
        de="die Suche hat es nicht so, wie es gespeichert ist: {what}",
    ),
    ProblemKind.UNREADABLE: Message(
        en="it cannot be read: {what}",
        de="es lässt sich nicht lesen: {what}",
    ),
}
