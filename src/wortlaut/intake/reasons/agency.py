"""Agency formats, feeds and what else is written in XML."""

from wortlaut.messages import Message

__all__ = ["NOTES", "REFUSALS"]

REFUSALS = {
    "xml_too_large": Message(
        en="The XML file is too large to be held at once (at least {size} bytes, {count} tags). "
        "Split it, and read the parts.",
        de="Die XML-Datei ist zu groß, um auf einmal gehalten zu werden (mindestens {size} Bytes, {count} Tags). "
        "Teilen Sie sie, und lesen Sie die Teile ein.",
    ),
    "xml_cut_off": Message(
        en="The XML breaks off: <{name}> has no end (line {line}). What would follow is lost; fetch the file again.",
        de="Das XML bricht ab: <{name}> hat kein Ende (Zeile {line}). "
        "Was folgen müsste, fehlt; holen Sie die Datei noch einmal.",
    ),
    "feed_entry_without_text": Message(
        en="The feed has no full text of this entry, only its address: {url}. "
        "Follow the feed with `wortlaut watch`, or read that address.",
        de="Der Feed hat von diesem Eintrag keinen ganzen Text, nur die Adresse: {url}. "
        "Verfolgen Sie den Feed mit `wortlaut watch`, oder lesen Sie diese Adresse ein.",
    ),
    "feed_entry_empty": Message(
        en="The entry has neither a full text nor an address. Check where the feed comes from.",
        de="Der Eintrag hat weder einen ganzen Text noch eine Adresse. Prüfen Sie, woher der Feed kommt.",
    ),
    "feed_entry_unpublished": Message(
        en="The entry {id} was not published (its status is {status}). It is left out; publish it, and export it anew.",
        de="Der Eintrag {id} wurde nicht veröffentlicht (sein Status ist {status}). "
        "Er bleibt außen vor; veröffentlichen Sie ihn, und exportieren Sie ihn neu.",
    ),
    "feed_too_large": Message(
        en="The feed has more than the {limit} bytes that can be held at once. Split it, and read the parts.",
        de="Der Feed hat mehr als die {limit} Bytes, die auf einmal gehalten werden können. "
        "Teilen Sie ihn, und lesen Sie die Teile ein.",
    ),
    "feed_unknown": Message(
        en="This is no feed: neither RSS nor Atom, JSON Feed or a sitemap. Check the address; "
        "the page of a site often names its feed.",
        de="Das ist kein Feed: weder RSS noch Atom, JSON Feed oder eine Sitemap. Prüfen Sie die Adresse; "
        "oft nennt die Seite selbst ihren Feed.",
    ),
    "feed_without_entries": Message(
        en="The feed has no entries. Check that it is the right one, and that it was copied whole.",
        de="Der Feed hat keine Einträge. Prüfen Sie, ob es der richtige ist und ob er vollständig kopiert wurde.",
    ),
    "sitemap_without_texts": Message(
        en="This is a sitemap: it lists addresses ({count}) and further sitemaps ({sitemaps}), but no texts. "
        "Follow it with `wortlaut watch`, or read the addresses.",
        de="Das ist eine Sitemap: Sie nennt Adressen ({count}) und weitere Sitemaps ({sitemaps}), aber keine Texte. "
        "Verfolgen Sie sie mit `wortlaut watch`, oder lesen Sie die Adressen ein.",
    ),
    "agency_not_text": Message(
        en="The item {id} is no text, but of this kind: {kind}. It is left out; nothing need be done.",
        de="Das Stück {id} ist kein Text, sondern von dieser Art: {kind}. Es bleibt außen vor; zu tun ist nichts.",
    ),
    "agency_text_elsewhere": Message(
        en="The item {id} has its text not in the file, but elsewhere: {url}. Fetch that, and read it.",
        de="Der Text des Stücks {id} steht nicht in der Datei, sondern anderswo: {url}. "
        "Holen Sie ihn dort, und lesen Sie ihn ein.",
    ),
    "agency_coded": Message(
        en="The text of the item {id} is packed or coded ({coding}), which is not read. Ask for it as plain XML.",
        de="Der Text des Stücks {id} ist gepackt oder kodiert ({coding}); das wird nicht gelesen. "
        "Lassen Sie ihn sich als einfaches XML geben.",
    ),
    "ninjs_no_object": Message(
        en="A ninjs item is an object with fields; here stands something else. Give one object an item.",
        de="Ein ninjs-Stück ist ein Objekt mit Feldern; hier steht etwas anderes. Geben Sie je Stück ein Objekt an.",
    ),
    "agency_without_text": Message(
        en="The item {id} has no text. Check that it was sent whole.",
        de="Das Stück {id} hat keinen Text. Prüfen Sie, ob es vollständig gesendet wurde.",
    ),
    "agency_kill_unnamed": Message(
        en="The agency takes an item back ({status}), but the message does not say by an id which one. "
        "Ask the agency, and erase the article yourself.",
        de="Die Agentur zieht ein Stück zurück ({status}), nennt aber keine Kennung, die sagt, welches. "
        "Fragen Sie dort nach, und löschen Sie den Artikel selbst.",
    ),
    "agency_without_items": Message(
        en="The message holds no items. Check that it was sent whole.",
        de="Die Sendung enthält keine Stücke. Prüfen Sie, ob sie vollständig ist.",
    ),
}

NOTES = {
    "xml_mended": Message(
        en="The XML is not well-formed and was mended ({count} ×, first in line {line}).",
        de="Das XML ist nicht wohlgeformt und wurde ausgebessert ({count}-mal, zuerst in Zeile {line}).",
    ),
    "feed_summary_is_text": Message(
        en="The feed has no text of its own for the entry; its summary is so long that it was taken for the full text.",
        de="Der Feed hat für den Eintrag keinen eigenen Text; die Zusammenfassung ist so lang, dass sie als ganzer "
        "Text genommen wurde.",
    ),
    "agency_correction": Message(
        en="The agency calls this version a correction.",
        de="Die Agentur nennt diese Fassung eine Berichtigung.",
    ),
    "agency_note": Message(
        en="The agency's note to editors: {text}",
        de="Hinweis der Agentur an die Redaktionen: {text}",
    ),
    "agency_embargo": Message(
        en="The agency put an embargo on the item: not to be published before {until}.",
        de="Die Agentur hat das Stück mit einer Sperrfrist versehen: nicht zu veröffentlichen vor {until}.",
    ),
    "agency_embargo_open": Message(
        en="The agency put an embargo on the item without saying when it ends.",
        de="Die Agentur hat das Stück mit einer Sperrfrist versehen und nicht gesagt, wann sie endet.",
    ),
    "agency_summary_is_text": Message(
        en="The item has no text of its own; its summary was taken for it.",
        de="Das Stück hat keinen eigenen Text; dafür wurde die Zusammenfassung genommen.",
    ),
}
