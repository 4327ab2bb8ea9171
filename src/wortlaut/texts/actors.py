"""Actors: help, tables, and what is not certain about them."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "help.actors": Message(
        en="List who is in the record, and say who is who.", de="Auflisten, wer vorkommt, und sagen, wer wer ist."
    ),
    "help.actors.long": Message(
        en="Lists the persons and organisations of the record, those of the most statements first. The commands below "
        "show one, list what is not certain, and let you decide: your decisions go into the history, survive whatever "
        "is read later, and can be undone with `wortlaut undo NUMBER`.\n"
        "An actor is given by its id, the beginning of one, or a name that only one has.",
        de="Listet die Personen und Organisationen der Sammlung auf, die mit den meisten Aussagen zuerst. Die Befehle "
        "darunter zeigen eine, listen auf, was nicht sicher ist, und lassen Sie entscheiden: Ihre Entscheidungen "
        "stehen im Verlauf, überdauern alles, was später gelesen wird, und lassen sich mit `wortlaut undo NUMMER` "
        "zurücknehmen.\n"
        "Ein Akteur wird mit seiner Kennung, deren Anfang oder einem Namen angegeben, den nur einer hat.",
    ),
    "help.actors.show": Message(en="Show all that is known about one.", de="Alles über einen zeigen."),
    "help.actors.doubts": Message(
        en="List what is not certain: names that lead to nobody, actors that may be one or two.",
        de="Auflisten, was nicht sicher ist: Namen, die zu niemandem führen, Akteure, die einer oder zwei sein können.",
    ),
    "help.actors.merge": Message(en="Say that several are one.", de="Sagen, dass mehrere einer sind."),
    "help.actors.split": Message(
        en="Say that some of what is said of one is another's.",
        de="Sagen, dass ein Teil der Aussagen einem anderen gehört.",
    ),
    "help.actors.assign": Message(
        en="Say whom a name means in some articles or statements.",
        de="Sagen, wen ein Name in einigen Artikeln oder Aussagen meint.",
    ),
    "help.actors.rename": Message(en="Say by which name one is shown.", de="Sagen, unter welchem Namen einer steht."),
    "help.actors.alias": Message(
        en="Say that a name means one in whatever article.", de="Sagen, dass ein Name in jedem Artikel einen meint."
    ),
    "help.actors.office": Message(en="Say which office one held, and when.", de="Sagen, welches Amt einer wann hatte."),
    "help.actors.apart": Message(
        en="Say that two are not one, however alike.", de="Sagen, dass zwei nicht einer sind, so ähnlich sie sind."
    ),
    "help.resolve": Message(
        en="Ask anew who is meant, without reading again.", de="Neu bestimmen, wer gemeint ist, ohne neu zu lesen."
    ),
    "help.resolve.long": Message(
        en="Asks anew who is meant in all articles where another version of the program, or other lists, had found "
        "it. What people decided stays.",
        de="Bestimmt neu, wer gemeint ist, in allen Artikeln, wo eine andere Fassung des Programms oder andere Listen "
        "es gefunden hatten. Was Menschen entschieden haben, bleibt.",
    ),
    "help.actor": Message(en="only statements of this actor, by id", de="nur Aussagen dieses Akteurs, nach Kennung"),
    "help.actor_id": Message(en="id of an actor, or its name", de="Kennung eines Akteurs oder sein Name"),
    "help.actor_others": Message(en="ids or names of those that are the same", de="Kennungen oder Namen der übrigen"),
    "help.actor_other": Message(en="id or name of the other one", de="Kennung oder Name des anderen"),
    "help.actor_name": Message(en="only those of whose names this is a part", de="nur solche mit diesem Teil im Namen"),
    "help.actor_kind": Message(en="only persons, or only organisations", de="nur Personen oder nur Organisationen"),
    "help.actor_new": Message(en="name of the other one, who is new", de="Name des anderen, der neu ist"),
    "help.actor_called": Message(
        en="it is the other one wherever this name stands", de="der andere ist es, wo dieser Name steht"
    ),
    "help.actor_articles": Message(en="in this article (repeatable)", de="in diesem Artikel (mehrfach möglich)"),
    "help.actor_statements": Message(en="in this statement (repeatable)", de="in dieser Aussage (mehrfach möglich)"),
    "help.actor_assigned": Message(en="the name as articles have it", de="der Name, wie er in Artikeln steht"),
    "help.actor_shown": Message(en="the name to show", de="der Name, der gezeigt wird"),
    "help.actor_alias": Message(en="the other name", de="der andere Name"),
    "help.actor_remove": Message(en="take it back", de="zurücknehmen"),
    "help.actor_title": Message(en="the office", de="das Amt"),
    "help.actor_from": Message(en="first day", de="erster Tag"),
    "help.actor_to": Message(en="last day", de="letzter Tag"),
    "help.who": Message(
        en="who speaks: a name, an actor's id, or unnamed, group, document, unknown (repeatable)",
        de="wer spricht: Name, Kennung eines Akteurs oder unnamed, group, document, unknown (mehrfach möglich)",
    ),
    "metavar.ACTOR": Message(en="ACTOR", de="AKTEUR"),
    "metavar.TITLE": Message(en="TITLE", de="AMT"),
    "usage.assign_where": Message(
        en="Say where the name means that actor: --article or --statement. For all articles there is "
        "`wortlaut actors alias`.",
        de="Sagen Sie, wo der Name diesen Akteur meint: --article oder --statement. Für alle Artikel gibt es "
        "`wortlaut actors alias`.",
    ),
    "actors.none": Message(
        en="There is no such actor. What was read before actors were known gets them by `wortlaut resolve`.",
        de="Einen solchen Akteur gibt es nicht. Was früher gelesen wurde, bekommt sie durch `wortlaut resolve`.",
    ),
    "actors.more": Message(
        en="These are {printed}. More with --limit, 0 for all.", de="Das sind {printed}. Mehr mit --limit, 0 für alle."
    ),
    "actors.kind": Message(en="kind", de="Art"),
    "actors.statements": Message(en="statements", de="Aussagen"),
    "actors.addressed": Message(en="addressed", de="angesprochen"),
    "actors.last": Message(en="last", de="zuletzt"),
    "actors.said": Message(
        en="{statements} as speaker, {addressed} as addressee", de="{statements} als Sprecher, {addressed} als Adressat"
    ),
    "actors.targeted": Message(en="{said}, {targeted} as target", de="{said}, {targeted} als Ziel"),
    "actors.called": Message(en="called", de="genannt"),
    "actors.office": Message(en="office in articles", de="Amt in Artikeln"),
    "actors.held": Message(en="office by list", de="Amt nach Liste"),
    "actors.by_person": Message(en="by a person", de="von einem Menschen"),
    "actors.one_with": Message(en="also", de="auch"),
    "actors.not_one_with": Message(en="not", de="nicht"),
    "actors.office_told": Message(en="office", de="Amt"),
    "actors.instead_of": Message(en="instead of", de="statt"),
    "actors.where": Message(en="in", de="in"),
    "actors.removed": Message(en="taken back", de="zurückgenommen"),
    "doubts.none": Message(en="Nothing is in doubt.", de="Nichts ist zweifelhaft."),
    "doubts.open": Message(
        en="Names that lead to nobody ({number}): `wortlaut actors assign NAME ACTOR --article ARTICLE`",
        de="Namen, die zu niemandem führen ({number}): `wortlaut actors assign NAME AKTEUR --article ARTIKEL`",
    ),
    "doubts.maybe_one": Message(
        en="Actors that may be one ({number}): `wortlaut actors merge ACTOR OTHER`, or `apart`",
        de="Akteure, die einer sein können ({number}): `wortlaut actors merge AKTEUR ANDERER`, oder `apart`",
    ),
    "doubts.maybe_two": Message(
        en="Actors that may be two ({number}): `wortlaut actors split ACTOR NAME --article ARTICLE`",
        de="Akteure, die zwei sein können ({number}): `wortlaut actors split AKTEUR NAME --article ARTIKEL`",
    ),
    "doubts.more": Message(en="  … and {number} more: --limit 0", de="  … und {number} weitere: --limit 0"),
    "doubts.stands": Message(
        en="{statements} statements in {articles} articles", de="{statements} Aussagen in {articles} Artikeln"
    ),
    "doubts.perhaps": Message(en="perhaps", de="vielleicht"),
    "resolve.running": Message(en="Asking who is meant", de="Wer gemeint ist"),
    "resolve.done": Message(
        en="{articles} articles · asked anew in {asked}", de="{articles} Artikel · neu bestimmt in {asked}"
    ),
}
