"""The names and phrases by which sites mark what is not the article: in classes and ids, and in the text itself."""

from __future__ import annotations

import re
from functools import lru_cache

from wortlaut.intake.markup.tree import Element

__all__ = ["Mark", "is_aside_heading", "is_aside_line", "is_key_points", "is_offer", "joined_name", "mark_of"]


class Mark:
    """What an element's own name, classes and role say of it: bits of a number (an IntFlag takes ten times as long)."""

    NOTHING = 0
    BODY = 1  # holds the article
    LEAD = 2
    OUTSIDE = 4  # surely no part of the article: navigation, comments, consent
    ASIDE = 8  # something beside the article
    SMALL = 16  # what stands around a text: byline, date, caption, tags; only where it is short
    EMBED = 32  # a post from elsewhere
    TICKER = 64
    OFFER = 128  # what those see who do not pay
    MAIN = 256  # an element that is made for the main content
    QUOTE = 1024  # shows a quotation
    WEAK = 512  # a box or the like: beside the article unless most of its kind are in it


def _any(words: str) -> str:
    return "|".join(words.split())


# Classes are cut at humps and signs and joined by hyphens again: `readMore__box` is `read-more-box`.
_HUMP = re.compile(r"(?<=[a-zäöüß0-9])(?=[A-Z])")
_STYLED = re.compile(r"(?<=[a-z])styled(?=__|-)|-sc-[0-9a-z-]+$|__(?=[A-Za-z0-9]{5,8}$)[A-Za-z]*[0-9][A-Za-z0-9]*$")
_SIGNS = re.compile(r"[^a-zäöüß0-9]+")
_OUTSIDE = re.compile(
    rf"""(?<![a-z])(?:{
        _any(
            "aside nav navi navigation navbar breadcrumbs? menu menue menubar footer fusszeile siteheader site-header"
            " pageheader page-header comment(?!ar)[a-z]*"
            " kommentare? kommentarbereich leserkommentare? leserbriefe? disqus discussion diskussion forum cookies?"
            " cookiebanner consent"
            " cmp gdpr dsgvo usercentrics onetrust sourcepoint didomi modal popup pop-up lightbox login-form loginbox"
            " skip-links? skiplinks?"
            " sidebar side-bar seitenleiste marginalspalte marginalien rightcol right-col right-column rightcolumn"
            " sidecol tickerbar suche search searchbar"
        )
    })(?![a-z])"""
)
_ASIDE = re.compile(
    rf"""(?<![a-z])(?:{
        _any(
            "ads? adv advert[a-z]* adslot adbox adunit adcontainer anzeigen? werbung werbe[a-z]* sponsor(?:ed|s)?"
            " promo[a-z]* banner billboard"
            " mehr mc4wp[a-z]* mailchimp contact kontakt outbrain taboola plista ligatus partner partnerinhalte? affiliate shopping"
            " related[a-z]* recommend[a-z]* empfehlung(?:en)? empfehlen"
            " recirc(?:ulation)? readmore read-more read-also more-articles more-news more-stories more-on"
            " mehr-zum-thema mehr-zu mehr-artikel mehr-dazu"
            " mehrzumthema weitere-artikel weitere-themen weitere-meldungen weitere-nachrichten weiterlesen"
            " weiterelinks weiterfuehrend[a-z]*"
            " further-reading furtherreading similar[a-z]* aehnlich[a-z]* also-read lesen-sie lies-auch"
            " lesen-sie-auch lesetipps? auch-interessant interessant link-?lists? linkbox link-box linkliste[a-z]*"
            " linkteaser crosslinks? cross-links?"
            " querverweis[a-z]* verweis[a-z]* topiclinks? topic-links? topicbox themen-?links? themen-?box"
            " top-stories most-read"
            " most-viewed most-popular meistgelesen[a-z]* beliebt[a-z]* trending popular ranking teasers?"
            " teaser[a-z]* anreisser[a-z]* next-article prev-article"
            " pagination pager paging seitennavigation upnext up-next suggest[a-z]* carousel karussell slider"
            " socials? social-?media[a-z]* share sharing"
            " share-?[a-z]* teilen follow-us newsletter[a-z]* subscri[a-z]* abo abonn[a-z]* piano register"
            " registrier[a-z]* signup sign-up poll umfrage"
            " votes? voting quiz rating bewertung feedback survey push-?notification app-?download apphinweis appbox"
            " podcast[a-z]* audio[a-z]* [a-z]*player[a-z]* vid(?:eo[a-z]*)?"
            " vorlesen vorlesefunktion readaloud read-aloud listen tools toolbar toolbox werkzeuge tags tag-?list"
            " tagcloud schlagwort[a-z]* schlagworte keywords"
            " infobox[a-z]* info-box[a-z]* info-kasten infokasten factbox[a-z]* fact-box faktenbox fakten-box"
            " faktenkasten kasten boxout zusatzinfo steckbrief"
            " nl nlb? toc [a-z]?toc inhaltsverzeichnis table-of-contents cta call-to-action pullquote pull-quote"
            " zitat-?kasten callout-quote author-?box author-?bio author-?card about-author about-the-author"
            " autorenbox"
            " autoren-?box autoreninfo autor-?info autorenprofil author-?info author-?profile zur-?person adspot[a-z]* event-?list"
            " termine service-?box gallery"
            " galerie[a-z]* bildergalerie fotostrecke bilderstrecke slideshow bottom-links outro-links bio rel anhang produkt[a-z]* product[a-z]* wetter boerse"
            " stellenmarkt"
            " reklame gewinnspiel spenden spendenaufruf donation support support-us unterstuetzen leserservice"
        )
    })(?![a-z])"""
)
_SMALL = re.compile(
    rf"""(?<![a-z])(?:{
        _any(
            "bylines? author[a-z]* autor(?:en|in|innen|enzeile|enname)? verfasser(?:in)? redakteur(?:in)? kuerzel"
            " meta metadata metainfo meta-[a-z]+ date dates datetime"
            " datum time timestamp zeit uhrzeit published publish-?date pub-?date dateline erschienen stand updated"
            " reading-?time readingtime read-?time lesezeit lesedauer"
            " credits? copyright bildquelle bild-?nachweis bildrechte source sources quelle quellen quellenangabe"
            " kicker dachzeile overline topline spitzmarke"
            " rubrik ressort category kategorie section-name section-title caption[a-z]* bu bildu bildunterschrift[a-z]*"
            " image-?container image-?wrapper image-?wrap img-?wrap(?:per)? bild-?container media-?container"
            " media-?element article-?image articleimage foto photo bild pics? bildtext bildzeile image-?text"
            " image-?caption imagetext legend"
            " wp-caption[a-z]* photo-?credit foto-?credit fotograf photographer agentur agency label badge flag"
            " icon-?text counter count print drucken tag hinweis"
            " paywall-?label plus-?label premium-?label comment-?count kommentar-?zahl number-of-comments disclaimer"
            " permalink"
        )
    })(?![a-z])"""
)
_WEAK = re.compile(r"(?:^|-)(?:[a-z]*box|kasten|callout)(?:-|$)")
_QUOTE = re.compile(r"(?<![a-z])(?:[a-z]*quote[a-z]*|zitat[a-z]*|pull|testimonial[a-z]*)(?![a-z])")
_EMBED = re.compile(
    r"(?<![a-z])(?:embed[a-z]*|oembed|twitter[a-z]*|tweet[a-z]*|instagram[a-z]*|facebook|fb-post|tiktok[a-z]*"
    r"|youtube|threads-post|bluesky[a-z]*|mastodon[a-z]*"
    r"|social-?embed[a-z]*|opt-in|optin|two-click|externer-?inhalt|external-?content|content-?blocker|platzhalter"
    r"|datawrapper|infogram)(?![a-z])"
)
_LEAD = re.compile(
    r"(?<![a-z])(?:lead|lede|intro|introduction|einleitung|vorspann|standfirst|abstract|anleser|teaser-?text"
    r"|lead-?text|summary|excerpt|sub-?head(?:line)?|deck|dek"
    r"|article-?teaser|artikel-?teaser|einstieg|anrisstext|anriss|description|perex)(?![a-z])"
)
_BODY = re.compile(
    r"(?<![a-z])(?:article-?(?:body|text|content|main|copy)|artikel-?(?:text|inhalt|body|content)|entry-?content"
    r"|post-?(?:content|body|text)|story-?(?:body|text|content)"
    r"|body-?(?:text|copy)|main-?text|rich-?text|text-?body|content-?(?:body|text|main)|fliess-?text|news-?(?:text"
    r"|body|content)|haupttext|news-text-wrap|bodytext"
    r"|single-?content|beitrag(?:s)?-?(?:text|inhalt)|meldung(?:s)?-?text|ce-bodytext|pressemitteilung)(?![a-z])"
)
_TICKER = re.compile(
    r"(?<![a-z])(?:live-?(?:blog|ticker|stream|feed|entries)|ticker|newsticker|news-?blog|minutenticker|liveblog[a-z]*|liveticker[a-z]*)(?![a-z])"
)
_OFFER = re.compile(
    r"(?<![a-z])(?:paywall[a-z]*|pay-wall|[a-z]*wall|blur(?:red)?|pay-?gate|paygate|plus-?offer|abo-?(?:box|angebot|hinweis|layer|teaser"
    r"|offer|schranke)|offer-?(?:box|page|layer|teaser)?|bezahlschranke"
    r"|bezahl-?(?:hinweis|barriere)|premium-?(?:offer|barrier|teaser|layer)|registration-?wall|regwall|barrier"
    r"|fade-?out|subscribe-?(?:box|wall|teaser)|upsell|checkout"
    r"|conversion[a-z]*|metered|login-?wall|plus-?schranke|plus-?wall)(?![a-z])"
)
_NAMES = {
    "nav": Mark.OUTSIDE,
    "footer": Mark.OUTSIDE,
    "aside": Mark.ASIDE,
    "form": Mark.ASIDE,
    "dialog": Mark.OUTSIDE,
    "menu": Mark.OUTSIDE,
    "figure": Mark.SMALL,
    "figcaption": Mark.ASIDE,
    "caption": Mark.SMALL,
    "address": Mark.SMALL,
    "time": Mark.SMALL,
    "fieldset": Mark.ASIDE,
    "details": Mark.NOTHING,
    "article": Mark.MAIN,
    "main": Mark.MAIN,
}
_ROLES = {
    "navigation": Mark.OUTSIDE,
    "banner": Mark.NOTHING,
    "contentinfo": Mark.OUTSIDE,
    "complementary": Mark.ASIDE,
    "search": Mark.OUTSIDE,
    "dialog": Mark.OUTSIDE,
    "alertdialog": Mark.OUTSIDE,
    "main": Mark.MAIN,
    "article": Mark.MAIN,
    "doc-pullquote": Mark.ASIDE,
    "note": Mark.ASIDE,
    "region": Mark.NOTHING,
}


_PROPERTIES = dict.fromkeys(("articlebody", "text"), Mark.BODY) | dict.fromkeys(
    (
        "author",
        "creator",
        "datepublished",
        "datemodified",
        "publisher",
        "image",
        "caption",
        "articlesection",
        "keywords",
    ),
    Mark.SMALL,
)


def mark_of(element: Element, prefixes: frozenset[str] = frozenset()) -> int:
    """What the element says of itself; `prefixes` are what the site begins its own names with."""
    mark = _marked(joined_name(element.name)) if "-" in element.name else _NAMES.get(element.name, Mark.NOTHING)
    if element.inner - element.start < len(element.name) + 6:  # no attribute fits in
        return mark
    attributes = element.attributes
    mark |= _ROLES.get(attributes.get("role", ""), Mark.NOTHING)
    mark |= _PROPERTIES.get(attributes.get("itemprop", "").lower(), Mark.NOTHING)
    named = " ".join(attributes[name] for name in _TELLING if name in attributes)
    if not named:
        return mark
    said = _named(named, prefixes)
    if element.name in ("p", "h2", "strong", "div") and "teaser" in named.lower():
        said |= Mark.LEAD
    return mark | said


_TELLING = (
    "class",
    "id",
    "data-component",
    "data-module",
    "data-type",
    "data-testid",
    "data-area",
    "data-block-type",
    "data-qa",
)


@lru_cache(maxsize=8192)
def _named(names: str, prefixes: frozenset[str]) -> int:
    """What classes and ids say."""
    mark = Mark.NOTHING
    for name in names.split():
        # Variants for devices and states (`md:hidden`, `has-sidebar`) say nothing of what is in it.
        if ":" in name or name.startswith(_STATES):
            continue
        joined = joined_name(name)
        first, _, rest = joined.partition("-")
        mark |= _marked(rest if rest and first in prefixes else joined)
    return mark


_STATES = ("has-", "is-", "no-", "with-", "js-", "overflow-")


@lru_cache(maxsize=8192)
def joined_name(name: str) -> str:
    """A class or id in small letters, its words joined by hyphens, without what style tools add to it."""
    return _SIGNS.sub("-", _HUMP.sub("-", _STYLED.sub("", name)).lower()).strip("-")


@lru_cache(maxsize=8192)
def _marked(joined: str) -> int:
    mark = Mark.NOTHING
    for shape, meaning in (
        (_BODY, Mark.BODY),
        (_LEAD, Mark.LEAD),
        (_OUTSIDE, Mark.OUTSIDE),
        (_ASIDE, Mark.ASIDE),
        (_SMALL, Mark.SMALL),
        (_EMBED, Mark.EMBED),
        (_TICKER, Mark.TICKER),
        (_OFFER, Mark.OFFER),
        (_WEAK, Mark.WEAK),
        (_QUOTE, Mark.QUOTE),
    ):
        if shape.search(joined):
            mark |= meaning
    return mark


_ASIDE_HEADING = re.compile(
    r"(?:mehr (?:zum|zu|aus|über|von|dazu|artikel|nachrichten)\b|mehr$|lesen sie|lies (?:auch|mehr)"
    r"|auch interessant|das könnte (?:sie|dich|ihnen)|weitere (?:artikel|themen|meldungen"
    r"|nachrichten|beiträge|informationen|links)|(?:ähnliche|verwandte|passende) (?:artikel|themen|beiträge)"
    r"|zum thema$|themen$|schlagw(?:orte|örter)|schlagworte|meistgelesen|am meisten gelesen|meistgeklickt"
    r"|top-?themen|aktuelle (?:nachrichten|meldungen|artikel)|neueste|neuste|kommentare?\b|leserkommentare"
    r"|diskutieren sie|ihre meinung|newsletter|anzeige$|werbung$|empfehlungen|empfohlen"
    r"|(?:artikel )?teilen|teilen sie|jetzt teilen|folgen sie|podcast|videos?$|bilderstrecke|fotostrecke|galerie"
    r"|über den autor|über die autor|zur person|zum autor|zur autorin|autor(?:in|en)?$"
    r"|lesermeinungen|meinungen$|quellen?$|links?$|weblinks|downloads?$|pressekontakt|medienkontakt|kontakt(?:e"
    r"|daten)?\b|ansprechpartner|rückfragen|steckbrief|unsere (?:empfehlung|leseempfehlung)|leseempfehlung"
    r"|lesetipps?|aus dem ressort|nicht verpassen"
    r"|jetzt (?:lesen|weiterlesen|abonnieren)|weiterlesen|dieser artikel|sie haben (?:noch )?kein|bereits abonnent"
    r"|passend dazu|archiv$|verpassen sie|service$|spiele$|rätsel$"
    r"|externer inhalt|empfohlener (?:externer|redaktioneller) inhalt|umfrage|quiz\b|push|whatsapp)",
    re.IGNORECASE,
)
_ASIDE_LINE = re.compile(
    r"(?:lesen sie (?:auch|mehr|hier|dazu|weiter)|lies (?:auch|mehr|hier)|mehr (?:zum thema|dazu|lesen|infos"
    r"|informationen)\b|auch interessant|siehe auch|hier (?:geht|geht's|lesen)|zum thema:|rückfragen\b"
    r"|original-content von|"
    r"weiterlesen|weiter lesen|mehr:|video(?: zum thema)?:|podcast:|bildergalerie|fotostrecke|bilderstrecke"
    r"|lesetipp|interaktiv:|hintergrund:|kommentar:|analyse:|"
    r"(?:anzeige|werbung|advertisement|sponsored|promotion)\W*$|foto\s*:|fotos\s*:|bild\s*:|bilder\s*:|grafik\s*:"
    r"|quelle\s*:\s*\S+(?:\s\S+){0,3}$|©|\(c\)\s|alle rechte vorbehalten|ausgedruckt|copyright\b|symbolfoto"
    r"|symbolbild|archivfoto|archivbild|"
    r"artikel (?:teilen|merken|drucken|anhören|vorlesen|hören)|teilen\b.{0,20}$|drucken$|merken$"
    r"|kommentare?\s*(?:\(?\d+\)?)?$|\d+ kommentare?|lesezeit|lesedauer|\d+ min(?:uten|\.)? ?(?:lesezeit"
    r"|lesedauer)?$|"
    r"stand:\s|aktualisiert(?: am|:)|zuletzt aktualisiert|veröffentlicht(?: am|:)|erschienen am|(?:eine? \w+ "
    r"|interview |protokoll |text |reportage )?von:? \S+ \S+(?:(?: und |, )\S+ \S+)*$|(?:interview|protokoll|text"
    r"|fotos?): \S+ \S+$|(?:haben sie|sie haben) (?:einen? )?(?:fehler|hinweis)|fehler (?:gefunden|entdeckt)"
    r"|schreiben sie uns|"
    r"newsletter|jetzt (?:abonnieren|anmelden|registrieren|testen|kostenlos)|melden sie sich|abonnieren sie"
    r"|folgen sie|sie (?:wollen|möchten) (?:mehr|keine)|dieser (?:artikel|text|beitrag) (?:ist|erschien|wurde"
    r"|stammt)|"
    r"an dieser stelle (?:finden|steht|befindet)|empfohlener (?:externer|redaktioneller) inhalt|externer inhalt"
    r"|mit (?:dem|ihrer) (?:klick|zustimmung|einwilligung)|ich bin damit einverstanden|inhalt (?:laden|anzeigen"
    r"|entsperren)|"
    r"wir benötigen ihre (?:zustimmung|einwilligung)|zum inhalt springen|zurück zur|nach oben|startseite)",
    re.IGNORECASE,
)
_OFFERING = re.compile(
    r"lorem ipsum|\bmit unserer app\b|war dieser (?:artikel|beitrag|text) (?:hilfreich|interessant)|\b(?:schicken|senden) wir ihnen\b|sie erhalten diese (?:e-?mail|nachricht)|\b(?:newsletter|briefing|abo|ausgabe)\b.{0,30}\b(?:bestellen|abonnieren|anmelden|testen|erscheint)\b|in ihrem postfach\b",
    re.IGNORECASE,
)
_TECHNICAL = re.compile(
    r"\b(?:javascript|ad-?blocker|browser-?einstellungen|cookies)\b.{0,80}\b(?:aktivier|benötig|deaktivier|verhinder|akzeptier|zustimm)"
    r"|\b(?:aktivier|benötig|deaktivier|verhinder|akzeptier)\w*.{0,60}\b(?:javascript|ad-?blocker|cookies)\b|\biban\b",
    re.IGNORECASE,
)
_SOLICITING = re.compile(
    r"\b(?:newsletter|whatsapp-kanal|push-(?:nachricht|mitteilung)|morgenbriefing|briefing)\b.{0,160}"
    r"\b(?:anmeld|abonn|bestell|hier geht|kostenlos|registrier)|\b(?:hier geht es zur|hier können sie|jetzt) .{0,40}anmeld",
    re.IGNORECASE,
)
_SURELY_ASIDE = re.compile(
    r"©|quelle: https?://|diesen artikel finden sie|alle rechte vorbehalten|über dieses thema berichte|dieses thema im programm"
    r"|original-content von|lesen sie (?:auch|dazu auch|hierzu|mehr dazu)\s*:|mehr zum thema\s*:"
    r"|auch interessant\s*:|das könnte sie (?:auch )?interessieren"
    r"|empfohlener (?:externer|redaktioneller) inhalt|an dieser stelle (?:finden|steht|befindet)|seite \d+ von \d+"
    r"|wir benötigen ihre (?:zustimmung|einwilligung)|mit (?:dem klick|ihrer zustimmung)",
    re.IGNORECASE,
)
_LONGEST_ASIDE = 220


def is_aside_heading(text: str) -> bool:
    """Whether a heading of that text leads away from the article: to other articles, comments, offers."""
    return len(text) < 90 and _ASIDE_HEADING.match(text) is not None


_OFFER_WORDS = re.compile(
    r"\babo|\bweiterlesen\b|\b(?:kostenlos|gratis) (?:testen|lesen)|\bregistrier|\banmelden\b|\beinloggen\b|\bprobemonat|\b(?:euro|€|franken)\b"
    r".{0,20}\bmonat|\bmonat.{0,20}(?:€|euro|franken)|\bplus\b.{0,40}\blesen\b|\btagespass\b|lorem ipsum",
    re.IGNORECASE,
)


def is_offer(text: str) -> bool:
    """Whether the text offers what costs money or asks readers to register."""
    return _OFFER_WORDS.search(text) is not None


_KEY_POINTS = re.compile(
    r"\W*(?:das wichtigste|darum gehts?|darum geht.s|worum geht.s|auf einen blick|in kürze|kurz zusammengefasst|kurz und bündig"
    r"|zusammenfassung|überblick|im überblick|die wichtigsten punkte|key ?points|kernpunkte|fakten in kürze|das steckt dahinter)",
    re.IGNORECASE,
)


def is_key_points(text: str) -> bool:
    """Whether a heading of that text stands over the article's own points."""
    return len(text) < 60 and _KEY_POINTS.match(text.strip()) is not None


def is_aside_line(text: str, links: int) -> bool:
    """Whether a line of that text (`links` of its characters are links) points elsewhere or only serves the page."""
    if len(text) > _LONGEST_ASIDE:
        return False
    if (
        _SURELY_ASIDE.match(text)
        or (links and _SOLICITING.search(text))
        or _OFFERING.search(text)
        or _TECHNICAL.search(text)
    ):
        return True
    found = _ASIDE_LINE.match(text)
    if found is None:
        return False
    return links > 0 or len(text) < 90 or not text.rstrip().endswith((".", "!", "?", "“", "”", "«", "»", '"'))
