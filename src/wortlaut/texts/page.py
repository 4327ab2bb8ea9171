"""What the page of an article says."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "page.events": Message(en="Announced events", de="Angekündigte Ereignisse"),
    "page.untitled": Message(en="Article without a title", de="Artikel ohne Überschrift"),
    "page.skip": Message(en="To the list of statements", de="Zur Liste der Aussagen"),
    "page.original": Message(en="original", de="Original"),
    "page.legend": Message(en="How to read the marks", de="So sind die Markierungen zu lesen"),
    "page.article": Message(en="Text of the article", de="Text des Artikels"),
    "page.statements": Message(en="Statements ({count})", de="Aussagen ({count})"),
    "page.none": Message(
        en="No statement was found in this article.", de="In diesem Artikel wurde keine Aussage gefunden."
    ),
    "page.none_shown": Message(
        en="As the article was taken back, none of its statements is shown.",
        de="Weil der Artikel zurückgezogen ist, wird keine seiner Aussagen gezeigt.",
    ),
    "page.mark_label": Message(
        en="statement {number}, {type}, speaker: {speaker}", de="Aussage {number}, {type}, Sprecher: {speaker}"
    ),
    "page.card_label": Message(en="statement {number}, {type}", de="Aussage {number}, {type}"),
    "page.to_text": Message(en="statement {number} in the text", de="Aussage {number} im Text"),
    "page.statement": Message(en="statement {number}", de="Aussage {number}"),
    "page.inside": Message(en="inside", de="steht in"),
    "page.contains": Message(en="contains", de="enthält"),
    "page.no_speaker": Message(en="not named", de="nicht genannt"),
    "page.sure": Message(en="how sure the reader is", de="wie sicher sich der Leser ist"),
    "page.decided": Message(en="a person decided about the words", de="ein Mensch hat über die Worte entschieden"),
    "page.made": Message(
        en="Found by wortlaut {program}, the record of who said what.",
        de="Gefunden von wortlaut {program}, der Sammlung, wer was gesagt hat.",
    ),
    "page.article_id": Message(en="article", de="Artikel"),
    "page.reader": Message(en="reader", de="Leser"),
    "page.caution": Message(
        en="A program read this text. The percentages say how sure it was, not that it is right: check the words.",
        de="Ein Programm hat diesen Text gelesen. Die Prozente sagen, wie sicher es war, nicht, dass es recht hat: "
        "Prüfen Sie den Wortlaut oben.",
    ),
}
