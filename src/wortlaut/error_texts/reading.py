"""What errors of readers say."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "reader_unknown": Message(
        en="No reader {name!r} is installed. There are: {installed}.",
        de="Ein Leser {name!r} ist nicht installiert. Vorhanden: {installed}.",
    ),
    "weights_unreadable": Message(
        en="The weights in {folder} cannot be read: {what}. Install wortlaut anew.",
        de="Die Gewichte in {folder} lassen sich nicht lesen: {what}. Installieren Sie wortlaut neu.",
    ),
    "weights_changed": Message(
        en="The weights in {folder} are not as shipped: their digest is {found:.12}…, it should be {expected:.12}…. "
        "Install wortlaut anew.",
        de="Die Gewichte in {folder} sind nicht die ausgelieferten: Ihre Prüfsumme ist {found:.12}…, sie sollte "
        "{expected:.12}… sein. Installieren Sie wortlaut neu.",
    ),
    "article_not_screened": Message(
        en="Article {article} holds words that were erased from the record. Read it as `Record.screened` gives it.",
        de="Der Artikel {article} enthält Wörter, die aus der Sammlung gelöscht wurden. Lesen Sie ihn so, wie "
        "`Record.screened` ihn gibt.",
    ),
    "statement_impossible": Message(
        en="The reader {reader} gave a statement for article {article} that cannot be: {what}. "
        "Nothing of the article was stored; report it to those who made the reader.",
        de="Der Leser {reader} gab für den Artikel {article} eine unmögliche Aussage: {what}. Von dem Artikel "
        "wurde nichts gespeichert; melden Sie es denen, die den Leser gemacht haben.",
    ),
}
