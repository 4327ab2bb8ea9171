"""The names by which sites mark what is not the article: in classes, ids, roles and elements."""

from __future__ import annotations

import re
from functools import lru_cache

from wortlaut.intake.markup.tree import Element

__all__ = ["Mark", "joined_name", "mark_of", "weak_name"]


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


def _names(listed: str) -> re.Pattern[str]:
    """What finds one of the names, each a small expression of its own, as a word or several within a joined name."""
    return re.compile(f"(?<![a-z])(?:{'|'.join(listed.split())})(?![a-z])")


# Classes are cut at humps and signs and joined by hyphens again: `readMore__box` is `read-more-box`.
_HUMP = re.compile(r"(?<=[a-zäöüß0-9])(?=[A-Z])")
_STYLED = re.compile(r"(?<=[a-z])styled(?=__|-)|-sc-[0-9a-z-]+$|__(?=[A-Za-z0-9]{5,8}$)[A-Za-z]*[0-9][A-Za-z0-9]*$")
# A letter behind a figure: made by a program.
_HASH = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]*[0-9]+[A-Za-z][A-Za-z0-9]*(?![A-Za-z0-9])")
_SIGNS = re.compile(r"[^a-zäöüß0-9]+")
_OUTSIDE = _names(
    """
    aside breadcrumbs? cmp comment(?!ar)[a-z]* consent cookiebanner cookies? didomi discussion diskussion disqus
    dsgvo footer forum fusszeile gdpr kommentarbereich kommentare? leserbriefe? leserkommentare? lightbox
    login-form loginbox marginalien marginalspalte menu menubar menue modal nav navbar navi navigation onetrust
    page-header pageheader pop-up popup right-col right-column rightcol rightcolumn search searchbar
    seitenleiste side-bar sidebar sidecol site-header siteheader skip-links? skiplinks? sourcepoint suche
    tickerbar usercentrics
    """
)
_ASIDE = _names(
    """
    blur(?:red)? boilerplate glossary? glossar
    hilfe help notice
    opinary[a-z]* civey[a-z]*
    not-prose
    [a-z]*player[a-z]* [a-z]?toc abo abonn[a-z]* about-author about-the-author adbox adcontainer ads? adslot
    adspot[a-z]* adunit adv advert[a-z]* aehnlich[a-z]* affiliate also-read anhang anreisser[a-z]* anzeigen?
    app-?download appbox apphinweis auch-interessant audio[a-z]* author-?bio author-?box author-?card
    author-?info author-?profile autor-?info autoren-?box autorenbox autoreninfo autorenprofil banner
    beliebt[a-z]* bildergalerie bilderstrecke billboard bio boerse bottom-links boxout call-to-action
    callout-quote carousel contact cross-links? crosslinks? cta donation empfehlen empfehlung(?:en)? event-?list
    fact-box factbox[a-z]* fakten-box faktenbox faktenkasten feedback follow-us fotostrecke further-reading
    furtherreading galerie[a-z]* gallery gewinnspiel info-box[a-z]* info-kasten infobox[a-z]* infokasten
    inhaltsverzeichnis interessant karussell kasten keywords kontakt lesen-sie lesen-sie-auch leserservice
    lesetipps? lies-auch ligatus link-?lists? link-box linkbox linkliste[a-z]* linkteaser listen mailchimp
    mc4wp[a-z]* mehr mehr-artikel mehr-dazu mehr-zu mehr-zum-thema mehrzumthema meistgelesen[a-z]* more-articles
    more-news more-on more-stories most-popular most-read most-viewed newsletter[a-z]* next-article nl nlb?
    outbrain outro-links pager pagination paging partner partnerinhalte? piano plista podcast[a-z]* poll popular
    prev-article product[a-z]* produkt[a-z]* promo[a-z]* pull-quote pullquote push-?notification
    querverweis[a-z]* quiz ranking read-aloud read-also read-more readaloud readmore recirc(?:ulation)?
    recommend[a-z]* register registrier[a-z]* reklame rel related[a-z]* schlagwort[a-z]* schlagworte
    seitennavigation service-?box share share-?[a-z]* sharing shopping sign-up signup similar[a-z]* slider
    slideshow social-?media[a-z]* socials? spenden spendenaufruf sponsor(?:ed|s)? steckbrief stellenmarkt
    subscri[a-z]* suggest[a-z]* support support-us survey table-of-contents taboola tag-?list tagcloud tags
    teaser[a-z]* teasers? teilen termine themen-?box themen-?links? toc toolbar toolbox tools top-stories
    topic-links? topicbox topiclinks? trending umfrage unterstuetzen up-next upnext verweis[a-z]*
    vid(?:eo[a-z]*)? vorlesefunktion vorlesen votes? voting weitere-artikel weitere-meldungen
    weitere-nachrichten weitere-themen weiterelinks weiterfuehrend[a-z]* weiterlesen werbe[a-z]* werbung
    werkzeuge wetter zitat-?kasten zur-?person zusatzinfo
    """
)
_SMALL = _names(
    """
    agency agentur article-?image articleimage author[a-z]* autor(?:en|in|innen|enzeile|enname)? badge bild
    bild-?container bild-?nachweis bildquelle bildrechte bildtext bildu bildunterschrift[a-z]* bildzeile bu
    bylines? caption[a-z]* category comment-?count copyright count counter credits? dachzeile date dateline
    dates datetime datum disclaimer drucken erschienen flag foto foto-?credit fotograf hinweis icon-?text
    image-?caption image-?container image-?text image-?wrap image-?wrapper imagetext img-?wrap(?:per)? kategorie
    kicker kommentar-?zahl kuerzel label legend lesedauer lesezeit media-?container media-?element meta
    meta-[a-z]+ metadata metainfo number-of-comments overline paywall-?label permalink photo photo-?credit
    photographer pics? plus-?label premium-?label print pub-?date publish-?date published quelle quellen
    quellenangabe read-?time reading-?time readingtime redakteur(?:in)? ressort rubrik section-name
    section-title source sources spitzmarke stand tag time timestamp topline uhrzeit updated verfasser(?:in)?
    picture-?caption picture-?text wp-caption[a-z]* zeit
    """
)
_EMBED = _names(
    """
    bluesky[a-z]* content-?blocker datawrapper embed[a-z]* external-?content externer-?inhalt facebook fb-post
    infogram instagram[a-z]* mastodon[a-z]* oembed opt-in optin platzhalter social-?embed[a-z]* threads-post
    tiktok[a-z]* tweet[a-z]* twitter[a-z]* two-click youtube
    """
)
_LEAD = _names(
    """
    abstract anleser anriss anrisstext article-?teaser artikel-?teaser deck dek description einleitung einstieg
    excerpt intro introduction lead lead-?text lede perex standfirst sub-?head(?:line)? summary teaser-?text
    vorspann
    """
)
_BODY = _names(
    """
    article-?(?:body|text|content|main|copy) artikel-?(?:text|inhalt|body|content)
    beitrag(?:s)?-?(?:text|inhalt) body-?(?:text|copy) bodytext ce-bodytext content-?(?:body|text|main)
    entry-?content fliess-?text haupttext main-?text meldung(?:s)?-?text news-?(?:text|body|content)
    news-text-wrap post-?(?:content|body|text) pressemitteilung rich-?text single-?content
    story-?(?:body|text|content) text-?body
    """
)
_TICKER = _names(
    """
    live-?(?:blog|ticker|stream|feed|entries) liveblog[a-z]* liveticker[a-z]* minutenticker news-?blog
    newsticker ticker
    """
)
_OFFER = _names(
    """
    [a-z]*wall abo-?(?:box|angebot|hinweis|layer|teaser|offer|schranke) barrier bezahl-?(?:hinweis|barriere)
    bezahlschranke blur(?:red)? checkout conversion[a-z]* fade-?out login-?wall metered
    offer-?(?:box|page|layer|teaser)? pay-?gate pay-wall paygate paywall[a-z]* plus-?offer plus-?schranke
    plus-?wall premium-?(?:offer|barrier|teaser|layer) registration-?wall regwall subscribe-?(?:box|wall|teaser)
    upsell
    """
)
_QUOTE = _names(
    """
    [a-z]*quote[a-z]* pull testimonial[a-z]* zitat[a-z]*
    """
)
_WEAK = re.compile(
    r"(?:^|-)(?!(?:text|content|article|artikel|main|body|inner|story|page)-?box)(?:[a-z]*box|widget|kasten|callout)(?:-|$)"
)
_ELEMENTS = {
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
    mark = _marked(joined_name(element.name)) if "-" in element.name else _ELEMENTS.get(element.name, Mark.NOTHING)
    if element.inner - element.start < len(element.name) + 6:  # no attribute fits in
        return mark
    attributes = element.attributes
    mark |= _ROLES.get(attributes.get("role", ""), Mark.NOTHING)
    mark |= _PROPERTIES.get(attributes.get("itemprop", "").lower(), Mark.NOTHING)
    # The id of a heading or paragraph is an anchor in its words.
    telling = _TELLING[:1] if element.name in _ANCHORED else _TELLING
    named = " ".join(attributes[name] for name in telling if name in attributes)
    if not named:
        return mark
    said = _named(named, prefixes)
    if element.name in ("p", "h2", "strong", "div") and "teaser" in named.lower():
        said |= Mark.LEAD
    return mark | said


_ANCHORED = frozenset("h1 h2 h3 h4 h5 h6 p".split())
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
        if name.endswith("--social") and name.removesuffix("--social") in names.split():
            continue  # a variant of what the other class says
        joined = joined_name(name)
        first, _, rest = joined.partition("-")
        mark |= _marked(rest if rest and first in prefixes else joined)
    return mark


_STATES = ("has-", "is-", "no-", "with-", "js-", "overflow-")


@lru_cache(maxsize=8192)
def joined_name(name: str) -> str:
    """A class or id in small letters, its words joined by hyphens, without what style tools add to it."""
    plain = _HASH.sub("", _STYLED.sub("", name))
    return _SIGNS.sub("-", _HUMP.sub("-", plain).lower()).strip("-")


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


def weak_name(element: Element) -> str:
    """The name by which an element is marked weakly, empty where it is not."""
    joined = (joined_name(name) for name in element.get("class").split())
    return next((found[0] for found in map(_WEAK.search, joined) if found is not None), "")
