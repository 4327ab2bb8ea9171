"""Codebooks of one's own and their labels: help, tables, and what became of a run."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "role.label": Message(en="label", de="Zuordnung"),
    "part.labels": Message(en="labels", de="Zuordnungen"),
    "position.agree": Message(en="for it", de="dafür"),
    "position.disagree": Message(en="against it", de="dagegen"),
    "labels.not": Message(en="not {label}", de="nicht {label}"),
    "metavar.LABEL": Message(en="LABEL", de="ZUORDNUNG"),
    "help.label": Message(
        en="Only statements with this label: CODEBOOK, CODEBOOK:CATEGORY (and what stands below it), or "
        "CODEBOOK:CATEGORY:agree or :disagree.",
        de="Nur Aussagen mit dieser Zuordnung: CODEBUCH, CODEBUCH:KATEGORIE (und was darunter steht), oder "
        "CODEBUCH:KATEGORIE:agree oder :disagree.",
    ),
    "help.label_decided": Message(
        en="It has this category: CODEBOOK:CATEGORY, also with :agree or :disagree; may be repeated.",
        de="Sie hat diese Kategorie: CODEBUCH:KATEGORIE, auch mit :agree oder :disagree; mehrmals möglich.",
    ),
    "help.unlabel": Message(
        en="It does not have this category: CODEBOOK:CATEGORY; may be repeated.",
        de="Sie hat diese Kategorie nicht: CODEBUCH:KATEGORIE; mehrmals möglich.",
    ),
    "help.codebook_file": Message(en="File with a codebook (TOML).", de="Datei mit einem Codebuch (TOML)."),
    "help.codebook_name": Message(en="Name of a codebook of the record.", de="Name eines Codebuchs der Sammlung."),
    "help.json_examples": Message(
        en="Print JSON Lines, one example a line.", de="JSON Lines ausgeben, ein Beispiel je Zeile."
    ),
    "help.json_codebooks": Message(
        en="Print JSON Lines, one codebook a line.", de="JSON Lines ausgeben, ein Codebuch je Zeile."
    ),
    "help.codebook": Message(
        en="Code statements by categories of your own.", de="Aussagen nach eigenen Kategorien zuordnen."
    ),
    "help.codebook.long": Message(
        en="Codes statements by a codebook of your own: categories defined in a file by words, cues, acts and parties "
        "(docs/codebook.md). The labels stand beside the act; `wortlaut correct --label` and `--unlabel` decide them, "
        "and `wortlaut agreement` compares them.",
        de="Ordnet Aussagen nach einem eigenen Codebuch zu: Kategorien, die in einer Datei mit Wörtern, Redewörtern, "
        "Handlungen und Beteiligten bestimmt sind (docs/codebook.md). Die Zuordnungen stehen neben der Handlung; "
        "`wortlaut correct --label` und `--unlabel` entscheiden sie, und `wortlaut agreement` vergleicht sie.",
    ),
    "help.codebook.check": Message(
        en="Check a codebook and how it codes its examples.",
        de="Ein Codebuch prüfen und wie es seine Beispiele kodiert.",
    ),
    "help.codebook.add": Message(
        en="Add a codebook, or a new version of it, and code all articles.",
        de="Ein Codebuch oder eine neue Version davon aufnehmen und alle Artikel kodieren.",
    ),
    "help.codebook.list": Message(en="List the codebooks of the record.", de="Die Codebücher der Sammlung auflisten."),
    "help.codebook.show": Message(
        en="Show the categories of a codebook, and how many statements have each.",
        de="Die Kategorien eines Codebuchs zeigen, und wie viele Aussagen jede haben.",
    ),
    "help.codebook.apply": Message(
        en="Code all articles anew where a codebook has not said yet what it says.",
        de="Alle Artikel neu kodieren, wo ein Codebuch noch nicht gesagt hat, was es sagt.",
    ),
    "help.codebook.remove": Message(
        en="Take a codebook away with its labels; decisions stay in the history.",
        de="Ein Codebuch mit seinen Zuordnungen wegnehmen; Entscheidungen bleiben im Verlauf.",
    ),
    "table.version": Message(en="version", de="Version"),
    "table.category": Message(en="category", de="Kategorie"),
    "table.categories": Message(en="categories", de="Kategorien"),
    "table.labels": Message(en="statements", de="Aussagen"),
    "table.definition": Message(en="definition", de="Bestimmung"),
    "codebook.running": Message(en="coding", de="kodiere"),
    "codebook.checked": Message(
        en="{name} {version}: {categories} categories, {examples} examples, {wrong} not as they must be.",
        de="{name} {version}: {categories} Kategorien, {examples} Beispiele, {wrong} nicht, wie sie sein müssen.",
    ),
    "codebook.example_missed": Message(en="{category} is missing:", de="{category} fehlt:"),
    "codebook.example_wrong": Message(en="{category} is not to be there:", de="{category} darf nicht da sein:"),
    "codebook.no_statement": Message(
        en="no statement is found in it; give the example a speaker and a cue",
        de="darin wird keine Aussage gefunden; geben Sie dem Beispiel Sprecher und Redewort",
    ),
    "codebook.got": Message(en="it got: {labels}", de="es bekam: {labels}"),
    "codebook.added": Message(
        en="Added; {coded} of {articles} articles coded.", de="Aufgenommen; {coded} von {articles} Artikeln kodiert."
    ),
    "codebook.there": Message(
        en="The record had this codebook already; {coded} of {articles} articles coded.",
        de="Die Sammlung hatte dieses Codebuch schon; {coded} von {articles} Artikeln kodiert.",
    ),
    "codebook.applied": Message(
        en="{coded} of {articles} articles coded anew.", de="{coded} von {articles} Artikeln neu kodiert."
    ),
    "codebook.removed": Message(
        en="Removed; {coded} of {articles} articles had something of it.",
        de="Entfernt; {coded} von {articles} Artikeln hatten etwas davon.",
    ),
    "codebook.none": Message(
        en="The record has no codebook. `wortlaut codebook add FILE` adds one.",
        de="Die Sammlung hat kein Codebuch. `wortlaut codebook add DATEI` nimmt eines auf.",
    ),
    "codebook.head": Message(en="codebook {name}, version {version}", de="Codebuch {name}, Version {version}"),
    "codebook.by_hand": Message(en="given by people alone", de="nur von Menschen vergeben"),
    "codebook.gone": Message(
        en="given by people, but not in this version any more", de="von Menschen vergeben, nicht mehr in dieser Version"
    ),
    "agreement.category": Message(en="category", de="Kategorie"),
    "agreement.all_categories": Message(en="{codebook}: all categories", de="{codebook}: alle Kategorien"),
    "agreement.given": Message(en="given", de="vergeben"),
    "agreement.kappa": Message(en="kappa", de="Kappa"),
    "labels.has.none": Message(en="no", de="nein"),
    "labels.has.present": Message(en="yes", de="ja"),
    "labels.has.agree": Message(en="for it", de="dafür"),
    "labels.has.disagree": Message(en="against it", de="dagegen"),
}
