"""What the pages of a statement say."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "saying.heading": Message(en="Statement", de="Aussage"),
    "saying.context": Message(en="In its context", de="Im Zusammenhang"),
    "saying.known": Message(en="What is known of it", de="Was darüber bekannt ist"),
    "saying.why": Message(en="Why is it attributed so?", de="Warum ist sie so zugeordnet?"),
    "saying.weights": Message(en="weights", de="Gewichte"),
    "saying.before": Message(en="What the same speaker said before", de="Was derselbe Sprecher vorher sagte"),
    "saying.all_before": Message(en="All of it", de="Alles davor"),
    "saying.like": Message(en="Statements that are like it", de="Ähnliche Aussagen"),
    "saying.history": Message(en="What people decided", de="Was Menschen entschieden haben"),
    "saying.untouched": Message(
        en="Nobody has decided anything about it yet: all of this is what the program found.",
        de="Noch hat niemand etwas darüber entschieden: All das hat das Programm gefunden.",
    ),
    "sure.heading": Message(en="How sure is that?", de="Wie sicher ist das?"),
    "sure.part": Message(en="part", de="Teil"),
    "sure.share": Message(en="so many of a hundred such are right", de="so viele von hundert solchen stimmen"),
    "sure.very": Message(en="very sure", de="sehr sicher"),
    "sure.rather": Message(en="rather sure", de="ziemlich sicher"),
    "sure.likely": Message(en="likely", de="wahrscheinlich"),
    "sure.hardly": Message(en="doubtful", de="zweifelhaft"),
    "sure.decided": Message(en="decided by a person", de="von einem Menschen entschieden"),
    "cite.heading": Message(en="Cite", de="Zitieren"),
    "cite.seen": Message(en="seen {day}", de="abgerufen am {day}"),
    "cite.text": Message(en="Text", de="Text"),
    "cite.bib": Message(en="BibTeX", de="BibTeX"),
    "cite.ris": Message(en="RIS", de="RIS"),
    "cite.jsonld": Message(en="W3C Web Annotation", de="W3C Web Annotation"),
    "cite.copy": Message(en="Copy", de="Kopieren"),
    "cite.copied": Message(en="Copied", de="Kopiert"),
    "cite.file": Message(en="as a file", de="als Datei"),
    "history.entry": Message(en="entry", de="Eintrag"),
    "history.when": Message(en="when", de="wann"),
    "history.who": Message(en="who", de="wer"),
    "history.what": Message(en="what", de="was"),
}
