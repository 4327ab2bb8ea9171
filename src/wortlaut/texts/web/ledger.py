"""What the ledger says in the browser."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "ledger.place": Message(en="Demands", de="Forderungen"),
    "ledger.heading": Message(en="Who wants what of whom", de="Wer will was von wem"),
    "ledger.all_acts": Message(en="all four", de="alle vier"),
    "ledger.open": Message(en="only without an answer", de="nur ohne Antwort"),
    "ledger.pairs": Message(en="Between whom", de="Zwischen wem"),
    "ledger.who": Message(en="who", de="wer"),
    "ledger.does": Message(en="does", de="tut"),
    "ledger.whom": Message(en="of whom, or what", de="von wem, oder was"),
    "ledger.times": Message(en="times", de="Mal"),
    "ledger.lines": Message(en="{count} lines", de="{count} Zeilen"),
    "ledger.lines.one": Message(en="1 line", de="1 Zeile"),
    "ledger.unanswered": Message(en="none known", de="keine bekannt"),
    "ledger.caution": Message(
        en="“Perhaps” is what those who were asked said later in other articles in words that are alike; it need not "
        "be an answer.",
        de="„Vielleicht“ steht bei dem, was die Angesprochenen später in anderen Artikeln mit ähnlichen Worten sagten; "
        "eine Antwort muss es nicht sein.",
    ),
}
