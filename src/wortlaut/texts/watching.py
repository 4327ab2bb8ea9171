"""Following feeds: help, and what is said on the way."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "help.watch": Message(
        en="Follow feeds, and read what is new in them.", de="Feeds verfolgen und lesen, was darin neu ist."
    ),
    "help.watch.long": Message(
        en="Looks at feeds (RSS, Atom, JSON Feed, news sitemaps) again and again, reads what is new or has changed, "
        "and keeps it in the record: the full text where the feed has it, else the page behind the entry. Without FEED "
        "it follows all feeds that the record knows. Ctrl-C or SIGTERM ends it; what was printed is safe.\n"
        "Servers are asked no more often than needed: only for what is new, once a second at most, as their robots.txt "
        "allows, later where they ask for it, and ever more seldom where they fail. What could not be had is tried "
        "again at the next look, three times at most.",
        de="Sieht immer wieder nach Feeds (RSS, Atom, JSON Feed, News-Sitemaps), liest, was darin neu oder geändert "
        "ist, und hebt es in der Sammlung auf: den ganzen Text, wo der Feed ihn hat, sonst die Seite hinter dem "
        "Eintrag. Ohne FEED verfolgt es alle Feeds, die die Sammlung kennt. Strg-C oder SIGTERM beendet es; was "
        "ausgegeben wurde, ist sicher.\n"
        "Server werden nicht öfter als nötig gefragt: nur nach Neuem, höchstens einmal je Sekunde, wie ihre robots.txt "
        "es erlaubt, später, wo sie darum bitten, und immer seltener, wo es misslingt. Was nicht zu haben war, wird "
        "beim nächsten Mal noch einmal versucht, höchstens dreimal.",
    ),
    "help.feeds": Message(
        en="Addresses of feeds [all that the record follows].", de="Adressen von Feeds [alle, die die Sammlung kennt]."
    ),
    "help.once": Message(en="Look at each feed once, and end.", de="Nach jedem Feed einmal sehen, und dann enden."),
    "help.every": Message(
        en="Minutes between two looks at a feed, 1 or more [WORTLAUT_FEED_MINUTES, else 15].",
        de="Minuten zwischen zwei Blicken auf einen Feed, 1 oder mehr [WORTLAUT_FEED_MINUTES, sonst 15].",
    ),
    "help.list_feeds": Message(
        en="List the feeds that are followed, and end.", de="Die verfolgten Feeds auflisten, und dann enden."
    ),
    "help.forget_feeds": Message(
        en="Follow these feeds no more; what came from them stays.",
        de="Diese Feeds nicht mehr verfolgen; was von ihnen kam, bleibt.",
    ),
    "metavar.FEED": Message(en="FEED", de="FEED"),
    "metavar.MINUTES": Message(en="MINUTES", de="MINUTEN"),
    "usage.minutes": Message(
        en="--every {value} is no number of minutes: write 1 or more.",
        de="--every {value} ist keine Anzahl von Minuten: Schreiben Sie 1 oder mehr.",
    ),
    "watch.none": Message(
        en="No feed is named, and the record follows none. Name the address of one.",
        de="Es ist kein Feed genannt, und die Sammlung kennt keinen. Nennen Sie die Adresse von einem.",
    ),
    "watch.forgotten": Message(en="{feed}: is not followed any more.", de="{feed}: wird nicht mehr verfolgt."),
    "watch.not_asked": Message(en="gone", de="gibt es nicht mehr"),
    "table.feed": Message(en="feed", de="Feed"),
    "table.title": Message(en="title", de="Titel"),
    "table.looked_at": Message(en="last look", de="letzter Blick"),
    "table.due": Message(en="next look", de="nächster Blick"),
    "watch.changed": Message(
        en="{feed}: new or changed: {new} of {entries}",
        de="{feed}: neu oder geändert: {new} von {entries}",
    ),
    "watch.left": Message(
        en="{feed}: left for the next look: {left}",
        de="{feed}: bleiben für das nächste Mal: {left}",
    ),
    "watch.unchanged": Message(en="{feed}: nothing new", de="{feed}: nichts Neues"),
    "watch.failed": Message(en="Failed: {message}", de="Misslungen: {message}"),
    "watch.next": Message(en="{feed}: next try not before {due}", de="{feed}: nächster Versuch nicht vor {due}"),
    "watch.resting": Message(
        en="{feed}: failed not long ago; next try not before {due}",
        de="{feed}: misslang vor Kurzem; nächster Versuch nicht vor {due}",
    ),
    "watch.gone": Message(en="{feed}: is not asked for any more.", de="{feed}: wird nicht mehr abgerufen."),
    "watch.still_gone": Message(
        en="{feed}: is gone for good and is not asked for any more.",
        de="{feed}: gibt es endgültig nicht mehr und wird nicht mehr abgerufen.",
    ),
    "watch.and_withdrawn": Message(en=", {withdrawn} taken back", de=", {withdrawn} zurückgezogen"),
    "watch.summary": Message(
        en="{stored} stored, {unchanged} unchanged, {rejected} rejected{withdrawn} · statements: {statements} · {db}",
        de="{stored} gespeichert, {unchanged} unverändert, {rejected} abgelehnt{withdrawn} · "
        "Aussagen: {statements} · {db}",
    ),
}
