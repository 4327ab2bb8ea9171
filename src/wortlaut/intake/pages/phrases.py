"""The phrases by which pages lead away from their article: to other articles, newsletters, offers, comments."""

from __future__ import annotations

import re

__all__ = ["is_aside_heading", "is_aside_line", "is_informing", "is_key_points", "is_offer", "is_verdict"]


def _phrases(listed: str) -> re.Pattern[str]:
    """What finds one of the phrases, whose lines are alternatives, in any case."""
    return re.compile("|".join(line.strip() for line in listed.strip().splitlines()), re.IGNORECASE)


_ASIDE_HEADING = _phrases(
    r"""
    mehr (?:zum|zu|aus|über|von|dazu|artikel|nachrichten)\b|mehr$|lesen sie|lies (?:auch|mehr)|auch interessant
    das könnte (?:sie|dich|ihnen)|weitere (?:artikel|themen|meldungen|nachrichten|beiträge|informationen|links)
    (?:ähnliche|verwandte|passende) (?:artikel|themen|beiträge)|zum thema$|themen$|schlagw(?:orte|örter)
    schlagworte|meistgelesen|am meisten gelesen|meistgeklickt|top-?themen
    aktuelle (?:nachrichten|meldungen|artikel)|neueste|neuste|kommentare?(?:$| \()|leserkommentare|diskutieren sie
    ihre meinung|newsletter|anzeige$|werbung$|empfehlungen|empfohlen|(?:artikel )?teilen|teilen sie|jetzt teilen
    folgen sie|podcast|videos?$|bilderstrecke|fotostrecke|galerie|über den autor|über die autor|zur person
    zum autor|zur autorin|autor(?:in|en)?$|lesermeinungen|meinungen$|quellen?$|links?$|weblinks|downloads?$
    pressekontakt|medienkontakt|kontakt(?:e|daten)?\b|ansprechpartner|rückfragen|steckbrief
    unsere (?:empfehlung|leseempfehlung)|leseempfehlung|lesetipps?|aus dem ressort|nicht verpassen
    jetzt (?:lesen|weiterlesen|abonnieren)|weiterlesen|dieser artikel|sie haben (?:noch )?kein|bereits abonnent
    passend dazu|archiv$|verpassen sie|service$|spiele$|rätsel$|externer inhalt
    empfohlener (?:externer|redaktioneller) inhalt|umfrage$|zur umfrage|quiz\b|push-|whatsapp(?:$|-kanal)
    so arbeite(?:n wir|t (?:die|unsere) redaktion)|artikel bewerten|zitiervorschlag
    """
)
_ASIDE_LINE = _phrases(
    r"""
    lesen sie (?:auch|mehr|hier|dazu|weiter)|lies (?:auch|mehr|hier)
    mehr (?:zum thema|dazu|lesen|infos|informationen)\b|auch interessant|siehe auch|hier (?:geht|geht's|lesen)
    zum thema:|rückfragen\b|original-content von|weiterlesen|weiter lesen|mehr:|video(?: zum thema)?:|podcast:
    bildergalerie|fotostrecke|bilderstrecke|lesetipp|interaktiv:|hintergrund:|kommentar:|analyse:
    (?:anzeige|werbung|advertisement|sponsored|promotion)\W*$|foto\s*:|fotos\s*:|bild\s*:|bilder\s*:|grafik\s*:
    quelle\s*:\s*\S+(?:\s\S+){0,3}$|©|\(c\)\s|alle rechte vorbehalten|ausgedruckt|copyright\b|symbolfoto
    symbolbild|archivfoto|archivbild|artikel (?:teilen|merken|drucken|anhören|vorlesen|hören)|teilen\b.{0,20}$
    drucken$|merken$|kommentare?\s*(?:\(?\d+\)?)?$|\d+ kommentare?|lesezeit|lesedauer
    \d+ min(?:uten|\.)? ?(?:lesezeit|lesedauer)?$|stand:\s|aktualisiert(?: am|:)|zuletzt aktualisiert
    veröffentlicht(?: am|:)|erschienen am
    (?:eine? \w+ |interview |protokoll |text )?von:? (?-i:[A-ZÄÖÜ]\S+ [A-ZÄÖÜ]\S+)(?:(?: und |, )\S+(?: \S+)?)*$
    (?:interview|protokoll|text|fotos?): \S+ \S+$|(?:haben sie|sie haben) (?:einen? )?(?:fehler|hinweis)
    fehler (?:gefunden|entdeckt)|schreiben sie uns|newsletter
    jetzt (?:abonnieren|anmelden|registrieren|testen|kostenlos)|melden sie sich|abonnieren sie|folgen sie
    sie (?:wollen|möchten) (?:mehr|keine)|dieser (?:artikel|text|beitrag) (?:ist|erschien|wurde|stammt)
    an dieser stelle (?:finden|steht|befindet)|empfohlener (?:externer|redaktioneller) inhalt|externer inhalt
    mit (?:dem|ihrer) (?:klick|zustimmung|einwilligung)|ich bin damit einverstanden
    inhalt (?:laden|anzeigen|entsperren)|wir benötigen ihre (?:zustimmung|einwilligung)|zum inhalt springen
    zurück zur|nach oben|startseite|(?:diesen )?artikel bewerten|bewerten sie|jetzt bewerten|wie (?:bewerten|gefällt)
    zitiervorschlag
    """
)
_SURELY_ASIDE = _phrases(
    r"""
    ©|quelle: https?://|diesen artikel finden sie|alle rechte vorbehalten|über dieses thema berichte
    dieses thema im programm|original-content von|lesen sie (?:auch|dazu auch|hierzu|mehr dazu)\s*:
    mehr zum thema\s*:|auch interessant\s*:|das könnte sie (?:auch )?interessieren
    empfohlener (?:externer|redaktioneller) inhalt
    an dieser stelle (?:finden sie|steht ein|befindet sich ein)\b.{0,60}(?:inhalt|element|video|karte|grafik)
    seite \d+ von \d+|ende des (?:artikels|beitrags)\b|dieser (?:text|artikel|beitrag) enthält material (?:der|von)
    .{0,200}\(abgerufen am:? [^)]*\)$
    wir benötigen ihre (?:zustimmung|einwilligung)|mit (?:dem klick|ihrer zustimmung)
    """
)
_OFFERING = _phrases(
    r"""
    \b(?:unser\w*|gratis\w*|kostenlos\w*)\b.{0,20}\bapp\b.{0,60}\b(?:verpassen|installieren|herunterladen|laden)
    \b(?:mit|in) unserer\b.{0,12}\bapp\b|lorem ipsum|war dieser (?:artikel|beitrag|text) (?:hilfreich|interessant)
    melden sie sich .{0,60}newsletter|\b(?:schicken|senden) wir ihnen\b|sie erhalten diese (?:e-?mail|nachricht)
    \b(?:\w*newsletter|briefing|abo)\b.{0,30}\b(?:bestellen|abonnieren|anmelden|testen|erscheint)\b
    in ihrem postfach\b
    """
)
_SOLICITING = _phrases(
    r"""
    \b(?:newsletter|whatsapp-kanal|push-nachricht|push-mitteilung|morgenbriefing|briefing)\b.{0,160}\b(?:anmeld|abonn)
    \b(?:newsletter|whatsapp-kanal|push-nachricht|morgenbriefing|briefing)\b.{0,160}\b(?:bestell|hier geht)
    \b(?:newsletter|whatsapp-kanal|push-nachricht|morgenbriefing|briefing)\b.{0,160}\b(?:kostenlos|registrier)
    \b(?:hier geht es zur|hier können sie|jetzt) .{0,40}anmeld
    """
)
_TECHNICAL = _phrases(
    r"""
    (?=.*\b(?:bitte|ihr(?:e[nrms]?)?|wir|unsere[nrms]?)\b).*\b(?:javascript|ad-?blocker|browser-?einstellungen|cookies)\b
    .*\biban\b
    """
)
_KEY_POINTS = _phrases(
    r"""
    das wichtigste|darum gehts?|darum geht.s|worum geht.s|auf einen blick|in kürze|kurz zusammengefasst
    kurz und bündig|zusammenfassung|überblick|im überblick|die wichtigsten punkte|key ?points|kernpunkte
    fakten in kürze|das steckt dahinter
    """
)
_VERDICT = _phrases(r"(?:die )?(?:behauptung|bewertung|einschätzung|unser urteil|fazit|einordnung)\W*$")
_INFORMING = _phrases(
    r"""
    (?:zahlen|daten)(?:, (?:zahlen|daten|fakten))?(?:,? und| &) (?:zahlen|daten|fakten)|fakten$|hintergrund$|stichwort\b
    wissenswertes|zur sache|glossar|infos?(?:$|:)|info-?(?:box|kasten)|wissen:|kurz erklärt|was (?:ist|sind|bedeutet)\b
    """
)
_OFFER_WORDS = _phrases(
    r"""
    \babo|\bweiterlesen\b|\b(?:kostenlos|gratis) (?:testen|lesen)|\bregistrier|\banmelden\b|\beinloggen\b
    \bprobemonat|\b(?:euro|€|franken)\b.{0,20}\bmonat|\bmonat.{0,20}(?:€|euro|franken)|\bplus\b.{0,40}\blesen\b
    \btagespass\b|lorem ipsum
    """
)
_ASKING = _phrases(
    r"""
    lesen sie|lies (?:auch|mehr)|folgen sie|abonnieren sie
    jetzt (?:abonnieren|anmelden|registrieren|testen|kostenlos)|newsletter
    (?:haben sie|sie haben) (?:einen? )?(?:fehler|hinweis)|fehler (?:gefunden|entdeckt)|schreiben sie uns
    sie (?:wollen|möchten) (?:mehr|keine)
    ich bin damit einverstanden|anzeige$|werbung$|zum inhalt springen|nach oben
    """
)
_LINKED = 0.15  # the part of a sentence that must be a link where it leads to somewhere
_LONGEST_ASIDE = 220


def is_aside_heading(text: str) -> bool:
    """Whether a heading of that text leads away from the article: to other articles, comments, offers."""
    return len(text) < 90 and _ASIDE_HEADING.match(text) is not None


def is_aside_line(text: str, links: int) -> bool:
    """Whether a line of that text (`links` of its characters are links) points elsewhere or only serves the page."""
    if len(text) > _LONGEST_ASIDE:
        return False
    bare = text.lstrip(" >»→•–-|")
    if _SURELY_ASIDE.match(bare) or _OFFERING.search(text) or _TECHNICAL.match(text):
        return True
    if links and _SOLICITING.search(text):
        return True
    if _ASIDE_LINE.match(bare) is None:
        return False
    is_sentence = text.rstrip().endswith((".", "!", "?", "“", "”", "«", "»", '"'))
    return not is_sentence or links > _LINKED * len(text) or _ASKING.match(bare) is not None


def is_key_points(text: str) -> bool:
    """Whether a heading of that text stands over the article's own points."""
    return len(text) < 60 and _KEY_POINTS.match(text.lstrip(" »>•–-|")) is not None


def is_verdict(text: str) -> bool:
    """Whether a heading of that text stands over what a fact-check has found, or what it checks."""
    return len(text) < 40 and _VERDICT.match(text) is not None


def is_informing(text: str) -> bool:
    """Whether a heading of that text stands over a box of facts beside the article."""
    return len(text) < 60 and _INFORMING.match(text) is not None


def is_offer(text: str) -> bool:
    """Whether the text offers what costs money or asks readers to register."""
    return _OFFER_WORDS.search(text) is not None
