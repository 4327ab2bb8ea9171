"""What errors of readers say."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]


def _broken(en: str, de: str) -> Message:
    """What a reader gave that no reader may give."""
    return Message(
        en=f"The reader {{reader}} broke its contract on article {{article}}: {en}. Report it to those who made the "
        "reader.",
        de=f"Der Leser {{reader}} hielt sich beim Artikel {{article}} nicht an seinen Vertrag: {de}. Melden Sie es "
        "denen, die den Leser gemacht haben.",
    )


TEXTS = {
    "reader_unknown": Message(
        en="No reader {name!r} is installed, and no folder of weights is called so. There are: {installed}.",
        de="Ein Leser {name!r} ist nicht installiert, und kein Ordner mit Gewichten heißt so. Vorhanden: {installed}.",
    ),
    "reader_unloadable": Message(
        en="The reader {name!r} of the package {package} cannot be loaded: {problem}. Report it to those who made it, "
        "or name another with --reader (`wortlaut readers`).",
        de="Der Leser {name!r} aus dem Paket {package} lässt sich nicht laden: {problem}. Melden Sie es denen, die ihn "
        "gemacht haben, oder nennen Sie mit --reader einen anderen (`wortlaut readers`).",
    ),
    "weights_unreadable": Message(
        en="The weights in {folder} cannot be read: {what}. Install wortlaut anew; if the folder is your own, train "
        "or copy it anew.",
        de="Die Gewichte in {folder} lassen sich nicht lesen: {what}. Installieren Sie wortlaut neu; ist es Ihr "
        "eigener Ordner, trainieren oder kopieren Sie ihn neu.",
    ),
    "weights_changed": Message(
        en="The weights in {folder} are not as they were made: their digest is {found:.12}…, it should be "
        "{expected:.12}…. Install wortlaut anew; if the folder is your own, train or copy it anew.",
        de="Die Gewichte in {folder} sind nicht mehr, wie sie gemacht wurden: Ihre Prüfsumme ist {found:.12}…, sie "
        "sollte {expected:.12}… sein. Installieren Sie wortlaut neu; ist es Ihr eigener Ordner, trainieren oder "
        "kopieren Sie ihn neu.",
    ),
    "broken_provenance": Message(
        en="The reader {reader} broke its contract: the {field} of its provenance is {value}, it should be {expected}.",
        de="Der Leser {reader} hielt sich nicht an seinen Vertrag: In seiner Herkunftsangabe ist {field} {value}, es "
        "sollte {expected} sein.",
    ),
    "broken_nothing": Message(
        en="The reader {reader} broke its contract: where there was nothing to read it gave {given}, not [].",
        de="Der Leser {reader} hielt sich nicht an seinen Vertrag: Wo nichts zu lesen war, gab er {given}, nicht [].",
    ),
    "broken_raised": _broken("it failed with {problem}", "er scheiterte mit {problem}"),
    "broken_again": _broken(
        "the second time it found something else: {difference}", "beim zweiten Mal fand er anderes: {difference}"
    ),
    "broken_batch": _broken(
        "beside other articles it found something else than alone: {difference}",
        "neben anderen Artikeln fand er anderes als allein: {difference}",
    ),
    "broken_count": _broken(
        "it gave {given} where a list of {asked} is due, one tuple for each article from this one on",
        "er gab {given}, wo eine Liste von {asked} verlangt ist, ein Tupel für jeden Artikel ab diesem",
    ),
    "broken_list": _broken(
        "it gave {given} where a tuple of statements is due", "er gab {given}, wo ein Tupel von Aussagen verlangt ist"
    ),
    "broken_statement": _broken(
        "number {number} is {given}, no Statement", "Nummer {number} ist {given}, kein Statement"
    ),
    "broken_field": _broken(
        "`{field}` of statement {statement} is {given}, it should be {expected}",
        "`{field}` der Aussage {statement} ist {given}, es sollte {expected} sein",
    ),
    "broken_empty": _broken(
        "`{field}` of statement {statement} has no place in the text",
        "`{field}` der Aussage {statement} hat keine Stelle im Text",
    ),
    "broken_blank": _broken(
        "the quote of statement {statement} is nothing but white space",
        "das Zitat der Aussage {statement} ist nichts als Leerraum",
    ),
    "broken_reach": _broken(
        "`{field}` of statement {statement} reaches to {end} in a text of {length} characters",
        "`{field}` der Aussage {statement} reicht bis {end} in einem Text von {length} Zeichen",
    ),
    "broken_pieces": _broken(
        "in `{field}` of statement {statement} the piece {later} follows {earlier}: pieces stand in order and do not "
        "overlap",
        "in `{field}` der Aussage {statement} folgt das Stück {later} auf {earlier}: Stücke stehen in ihrer Folge und "
        "überschneiden sich nicht",
    ),
    "broken_confidence": _broken(
        "the confidence of `{field}` of statement {statement} is {given}, not a number from 0 to 1",
        "die Sicherheit von `{field}` der Aussage {statement} ist {given}, keine Zahl von 0 bis 1",
    ),
    "broken_parent": _broken(
        "statement {statement} stands inside {parent}, which is no statement before it",
        "die Aussage {statement} steht innerhalb von {parent}, was keine Aussage vor ihr ist",
    ),
    "broken_outside": _broken(
        "the words of statement {statement} do not stand inside those of its parent {parent}",
        "die Wörter der Aussage {statement} stehen nicht innerhalb derer von {parent}, in der sie stehen soll",
    ),
    "broken_order": _broken(
        "statement {statement} begins at {start} and comes behind one that begins at {before}",
        "die Aussage {statement} beginnt bei {start} und kommt hinter einer, die bei {before} beginnt",
    ),
    "broken_id": _broken(
        "statement {statement} should have the id {expected}, which is statement_id(article, quote, {ordinal})",
        "die Aussage {statement} sollte die Kennung {expected} haben, nämlich statement_id(article, quote, {ordinal})",
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
