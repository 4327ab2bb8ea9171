"""Every word of an article that may tell of a channel: outlets, occasions, documents, spokesmen, places.

Found once for a document; which of them belong to a statement, and as what, is decided afterwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from wortlaut.meaning.actors import in_use
from wortlaut.meaning.where.phrases import bare, name_behind, noun_phrase_end
from wortlaut.meaning.where.scene import ARTICLES, OPENING, PREPOSITIONS, QUOTATION, Lead, Scene
from wortlaut.meaning.where.tables import NounClass, Outlet, noun_of, outlets, verbs
from wortlaut.meaning.who.lists import towns

__all__ = ["Mention", "find", "place_name"]

_SITE = re.compile(r"[A-Za-z][\w-]*\.(?:de|com|net|org|at|ch|tv|info|eu|co|ru|uk)")
_REPORTING = frozenset("laut nach gemäß gegenüber zufolge meint so".split())
_GENITIVE = frozenset("des der eines einer von vom".split())
# Endings of nouns that also stand behind a bare "in", and such nouns: "in Anspielung auf", "in Form von".
_NO_TOWNS = (
    "ung",
    "heit",
    "keit",
    "schaft",
    "tion",
    "tät",
    "ern",
    "isch",
    "ungen",
    "nisse",
    "zeiten",
    "jahren",
    "fällen",
)
_BARE_NOUNS = frozenset(
    "bezug frage form kraft haft gefahr sicht sachen sicherheit anbetracht hinblick zukunft wahrheit teilen kreisen"
    " aussicht not serie folge anlehnung runde ruhe richtung höhe zusammenhang verbindung ordnung betrieb rente pension"
    " panik tränen deutsch englisch russisch französisch arabisch wirklichkeit privatbesitz auftrag händen freiheit"
    " januar februar märz april juni juli august september oktober november dezember abwesenheit kontakt krieg frieden"
    " konkurs insolvenz umlauf mode erinnerung einklang abstimmung begleitung vertretung zweifel verdacht kürze".split()
)
_LOCAL = frozenset(
    "Nachrichten Rundschau Anzeiger Allgemeine Allgemeinen Tagblatt Tageblatt Volksstimme Volksblatt Kurier Merkur"
    " Abendblatt Morgenpost Generalanzeiger Landeszeitung Volkszeitung Neueste".split()
)
_BY_NAME = (NounClass.MEDIUM, NounClass.AGENCY)
_NAMED = (NounClass.DOCUMENT, NounClass.RECORDING, NounClass.PLATFORM, NounClass.HOUSE)
_FRAMING = frozenset("rande rand abschluss auftakt beginn ende rahmen verlauf".split())


@dataclass(slots=True)
class Mention:
    """A phrase around a noun or a name: tokens `start` to `end` with its preposition, the noun at `head`.

    `preposition` is the word that governs it: also "zufolge" and "gegenüber" behind it, "berufung" for "unter Berufung
    auf", "rande" for "am Rande der …". `is_owner` says that it only tells to what another noun belongs ("Chefredakteur
    der Zeitung"), `of_report` that a report of it is what the phrase names ("Angaben der Tagesschau").
    """

    kinds: frozenset[NounClass]
    start: int
    head: int
    end: int
    preposition: str
    article: str
    name: str | None
    is_owner: bool = False
    of_report: bool = False
    inner: int = -1  # where the words for the outlet itself begin, where a report of it is named

    def is_a(self, *kinds: NounClass) -> bool:
        """Whether it is one of these."""
        return not self.kinds.isdisjoint(kinds)

    @property
    def is_media(self) -> bool:
        """Whether it is an outlet, an agency, or media without a name."""
        return self.is_a(NounClass.MEDIUM, NounClass.AGENCY, NounClass.MEDIA, NounClass.AGENCIES)


def find(scene: Scene) -> list[Mention]:
    """The mentions of a document, in order; of words within a name only the name."""
    found: list[Mention] = []
    known, place, size = outlets(), 0, len(scene)
    while place < size:
        mention = None
        noun = scene.nouns[place]
        if scene.forms[place] in known:
            mention = _outlet(scene, place)
        if mention is None and scene.forms[place] in _LOCAL:
            mention = _local(scene, place)
        if mention is None and noun is not None and noun.is_a(*_BY_NAME):
            mention = _medium(scene, place)
        if mention is None and noun is not None and not noun.is_a(*_BY_NAME):
            mention = _noun(scene, place)
        elif mention is None and scene.lower[place] in {"in", "im"}:
            mention = _town(scene, place)
        elif mention is None and "." in scene.forms[place] and _SITE.fullmatch(scene.forms[place]):
            mention = _media(scene, place, place, place + 1, Outlet(scene.forms[place], False, False))
        elif mention is None and "-" in scene.forms[place]:
            mention = _compound(scene, place)
        if mention is not None:
            while found and found[-1].start >= mention.start:
                found.pop()  # "Angaben" of "nach Angaben der Tagesschau"
            found.append(mention)
            place = max(mention.end, place + 1)
        else:
            place += 1
    return found


def _medium(scene: Scene, head: int) -> Mention | None:
    """A noun like "Zeitung", with the name that it has behind it or in it."""
    end, name, is_agency = head + 1, None, scene.nouns[head].is_a(NounClass.AGENCY)  # type: ignore[union-attr]  # asked for by `find`
    listed = _listed(scene, end + (scene.form(end) in OPENING))
    if listed is not None:
        end, name, is_agency = listed[1], listed[0].name, is_agency or listed[0].is_agency
        end += scene.form(end) in QUOTATION
    elif (behind := name_behind(scene, end)) is not None:
        end, name = behind[2], bare(scene, behind[0], behind[1])
        if scene.forms[head] == "Radio":
            name = f"Radio {name}"
    else:
        first = head
        while _is_name_before(scene, first - 1):
            first -= 1
        if first < head:
            name = bare(scene, first - (scene.at(first - 1) in ARTICLES), head + 1)
            name = name[:1].upper() + name[1:]
        elif _is_name_itself(scene.forms[head]):
            name = scene.nouns[head].base  # type: ignore[union-attr]  # as above
    mention = _media(scene, head, head, end, Outlet(name or "", is_agency, False))
    mention.name = name
    return mention


def _local(scene: Scene, place: int) -> Mention | None:
    """A paper named for its place: "Kleinstädter Nachrichten", "Musterhausener Anzeiger"."""
    before = scene.form(place - 1)
    if not before[:1].isupper() or not before.endswith(("er", "sche", "schen")) or scene.is_function_word(place - 1):
        return None
    is_feminine = scene.forms[place].startswith(("Rundschau", "Allgemeine", "Volksstimme"))
    last = "Allgemeine" if scene.forms[place] == "Allgemeinen" else scene.forms[place]
    first = before[:-1] if before.endswith("schen") and is_feminine else before
    return _media(scene, place, place - 1, place + 1, Outlet(f"{first} {last}", False, False))


def _is_name_before(scene: Scene, place: int) -> bool:
    """Whether a word belongs to the name of the paper behind it: "Neue Kleinstädter Zeitung"."""
    form = scene.form(place)
    if not form[:1].isupper() or scene.nouns[place] is not None or scene.is_function_word(place):
        return False
    return form.lower() not in PREPOSITIONS | ARTICLES and form.lower() != "wie"


def _is_name_itself(form: str) -> bool:
    """Whether a compound names one outlet: "Ärztezeitung" does, "Tageszeitung" does not."""
    noun = noun_of(form)
    return noun is not None and noun.base.lower() not in _plain_media() and "-" not in form.strip("-")


@cache
def _plain_media() -> frozenset[str]:
    kinds = "tages wochen sonntags boulevard fach lokal nachrichten fernseh radio privat staats fach online internet"
    stems = "zeitung zeitschrift blatt magazin sender fernsehen rundfunk portal dienst radio seite illustrierte hörfunk"
    made = {first + second for first in kinds.split() for second in stems.split()} | set(stems.split())
    return frozenset(
        made | {"nachrichtenagentur", "presseagentur", "agentur", "rundfunkanstalt", "branchendienst", "tv-sender",
                "wochenmagazin", "infodienst", "onlineangebot", "newsportal", "hörfunksender", "regierungszeitung",
                "parteizeitung", "wirtschaftszeitung", "wirtschaftsmagazin", "sportzeitung", "wissenschaftsmagazin",
                "schülerzeitung", "abendzeitung", "lokalzeitung", "regionalzeitung", "fernsehmagazin", "us-sender",
                "nachrichtensender", "rundfunksender"}
    )  # fmt: skip


def _outlet(scene: Scene, place: int) -> Mention | None:
    """An outlet of the list, where the words mean it."""
    listed = _listed(scene, place)
    if listed is None:
        return None
    outlet, end = listed
    is_quoted = scene.form(place - 1) in OPENING and scene.form(end) in QUOTATION
    if outlet.is_common and not is_quoted and not _is_meant(scene, place, end):
        return None
    if scene.form(place - 1) == "(" and scene.form(end) == ")":
        return None  # "die Deutsche Welle (DW)"
    if is_quoted:
        end += 1
        if scene.form(end) == "-" and scene.form(end + 1)[:1].isupper():
            end += 2  # „Bild“-Zeitung
    return _media(scene, place, place, end, outlet)


def _is_meant(scene: Scene, place: int, end: int) -> bool:
    """Whether a common word is the outlet's name: in capitals, or beside a word that tells of reporting."""
    form = scene.forms[place]
    if (form.isupper() and len(form) > 2) or form.endswith("-Zeitung"):
        return True
    before = scene.at(place - 1)
    if before in _REPORTING and scene.nouns[place - 1] is None:
        return True
    reports = verbs("report") | verbs("quote")
    near = {scene.at(place - 2), scene.at(end)} if before in {"der", "die", "das"} else {scene.at(end)}
    if near & reports:
        return True
    noun = scene.nouns[place - 2] if place > 1 else None
    return before in {"des", "der"} and noun is not None and noun.is_a(NounClass.REPORT)


def _listed(scene: Scene, place: int) -> tuple[Outlet, int] | None:
    """The outlet of the list whose name begins at the place, and where the name ends."""
    for words, outlet in outlets().get(scene.form(place), ()):
        end = place + len(words)
        if tuple(scene.forms[place:end]) == words:
            return outlet, end
    return None


def _media(scene: Scene, head: int, first: int, end: int, outlet: Outlet) -> Mention:
    """The mention of an outlet; with a report of it, or the noun that it belongs to."""
    kind = NounClass.AGENCY if outlet.is_agency else NounClass.MEDIUM
    made = _made(scene, frozenset({kind}), scene.lead(first), (head, end), outlet.name)
    return _reported(scene, made)


def _reported(scene: Scene, made: Mention) -> Mention:
    """The mention, widened by the noun before it where that is what it reports: "nach Angaben der Tagesschau"."""
    if made.preposition not in {"", "von", "vom"}:
        return made
    place = made.start - 1
    noun = scene.nouns[place] if place >= 0 else None
    is_genitive = made.article in _GENITIVE or made.preposition or scene.at(made.start).endswith("er")
    if noun is not None and noun.is_a(NounClass.REPORT) and (is_genitive or made.start == made.head):
        lead = scene.lead(place)
        made.inner = made.start + bool(made.preposition)
        made.start, made.article, made.of_report = lead.start, lead.article, True
        made.preposition = _governing(scene, lead, made.end)
    elif scene.form(place)[:1].isupper() and made.article in {"des", "der", "eines", "einer"} and not made.preposition:
        # "die Chefredakteurin der Zeitung", unless a verb stands between: there it is a dative.
        made.is_owner = scene.sentence(place) == scene.sentence(made.head) and not scene.is_function_word(place)
    return made


def _compound(scene: Scene, place: int) -> Mention | None:
    """An outlet's report in one word: "dpa-Meldung", "Spiegel-Bericht"."""
    first, _, second = scene.forms[place].partition("-")
    listed = next((outlet for words, outlet in outlets().get(first, ()) if len(words) == 1), None)
    noun = noun_of(second[:1].upper() + second[1:]) if second else None
    if listed is None or noun is None or not noun.is_a(NounClass.REPORT, NounClass.DOCUMENT):
        return None
    made = _media(scene, place, place, place + 1, listed)
    made.of_report = True
    return made


def _noun(scene: Scene, head: int) -> Mention | None:
    noun = scene.nouns[head]
    if noun is None:
        return None
    if noun.is_a(NounClass.TOWN):
        return None  # the preposition before it finds it
    listed = None
    if "-" in scene.forms[head] and noun.is_a(NounClass.REPORT, NounClass.DOCUMENT):
        listed = _compound(scene, head)
    if listed is not None:
        return listed
    end, name = head + 1, noun.base
    behind = name_behind(scene, end) if noun.is_a(*_NAMED) else None
    following = scene.nouns[end] if end < len(scene) else None
    if noun.is_a(NounClass.PLATFORM) and following is not None and following.is_a(NounClass.PLATFORM):
        behind = end, end + 1, end + 1  # "den Kurznachrichtendienst Twitter"
    if behind is not None and (scene.form(end) in OPENING or noun.is_a(NounClass.PLATFORM)):
        end, name = behind[2], bare(scene, behind[0], behind[1])
    made = _made(scene, noun.classes, scene.lead(head), (head, end), name)
    if made.is_a(NounClass.MEDIA):
        return _reported(scene, made)
    if made.is_a(NounClass.DOCUMENT, NounClass.RECORDING):
        return _in_part(scene, made) if _is_meant_so(scene, made) else None
    return made


def _is_meant_so(scene: Scene, made: Mention) -> bool:
    """Whether the noun is a document's: no name ("Papier sagte"), and not what somebody told ("nach Berichten")."""
    if not made.article and any(_is_first_name(scene.forms[at]) for at in range(max(made.start, 0), made.head)):
        return False
    is_bare = made.start == made.head and not made.article
    if is_bare and scene.form(made.head - 1)[:1].isupper():
        return False
    is_plural = scene.lower[made.head].endswith(("berichte", "berichten", "meldungen"))
    return not (is_bare and scene.at(made.head - 1) in verbs("report")) and not (is_plural and not made.article)


def _is_first_name(form: str) -> bool:
    """Whether a word with a capital before a noun is no adjective: "Hans-Jürgen Papier", but "Berliner Papier"."""
    return form[0].isupper() and form.lower() not in PREPOSITIONS and not form.endswith(("er", "sche", "schen", "ten"))


def _in_part(scene: Scene, made: Mention) -> Mention:
    """The mention, widened by the part of the document that is named: "im letzten Satz der Anordnung"."""
    place = made.start - 1
    noun = scene.nouns[place] if place >= 0 and not made.preposition else None
    if noun is not None and noun.is_a(NounClass.PART) and made.article in {"der", "des", "eines", "einer"}:
        lead = scene.lead(place)
        made.inner, made.start, made.article = made.start, lead.start, lead.article
        made.preposition = _governing(scene, lead, made.end)
    return made


def _town(scene: Scene, place: int) -> Mention | None:
    """A town behind "in": "in Bischkek", "in der kirgisischen Hauptstadt Bischkek".

    A word behind a bare "in" that is no noun, as far as its ending tells, may be a town, too; its preposition is "in?".
    """
    named = place_name(scene, place + 1)
    if named is not None:
        return Mention(frozenset({NounClass.TOWN}), place, place + 1, named[1], "in", "", named[0])
    form = scene.form(place + 1)
    if scene.lower[place] == "in" and form[:1].isupper() and form[1:].islower() and _may_be_town(scene, place + 1):
        return Mention(frozenset({NounClass.TOWN}), place, place + 1, place + 2, "in?", "", form)
    end = noun_phrase_end(scene, place + 1)
    for head in range(place + 1, min(end, place + 6)):
        noun = scene.nouns[head]
        if noun is not None and noun.is_a(NounClass.TOWN):
            behind = name_behind(scene, head + 1)
            name = bare(scene, behind[0], behind[1]) if behind else None
            if name is not None and behind is not None:
                return Mention(frozenset({NounClass.TOWN}), place, head, behind[2], "in", "", name)
    return None


def _may_be_town(scene: Scene, place: int) -> bool:
    small = scene.lower[place]
    if scene.nouns[place] is not None or small.endswith(_NO_TOWNS) or small in _BARE_NOUNS or len(small) < 4:
        return False
    return small not in ARTICLES and not scene.form(place + 1)[:1].isupper()


def place_name(scene: Scene, place: int) -> tuple[str, int] | None:
    """The name of a town or land that begins at the place, in the nominative, and where it ends."""
    form = scene.form(place)
    if not form[:1].isupper():
        return None
    for size in (3, 2):
        name = " ".join(scene.forms[place : place + size])
        if name in _places():
            return name, place + size
    return (form, place + 1) if form in _places() or form.endswith("-Stadt") else None


@cache
def _places() -> frozenset[str]:
    """Towns and lands of both lists; a list that comes into use later is not asked for these."""
    listed = {name for place in in_use().places.values() for name in (place.name, *place.aliases)}
    return frozenset(listed | towns()) - {"Westen", "Osten", "Union", "Kreml", "Amerika"}


def _made(scene: Scene, kinds: frozenset[NounClass], lead: Lead, where: tuple[int, int], name: str | None) -> Mention:
    head, end = where
    start, preposition = lead.start, _governing(scene, lead, end)
    if preposition == "" and lead.article in {"der", "des", "einer", "eines", "seines", "seiner", "ihres", "ihrer"}:
        before = scene.at(start - 1)
        if before in _FRAMING and scene.at(start - 2) in {"am", "zum", "zu", "im", "an", "in"}:
            start, preposition = start - 2, "rande"
    return Mention(kinds, start, head, end, preposition, lead.article, name)


def _governing(scene: Scene, lead: Lead, end: int) -> str:
    """The word that governs a phrase, in front of it or behind."""
    if lead.preposition == "auf" and _refers(scene, lead.start):
        return "berufung"
    if not lead.preposition and scene.at(end) in {"zufolge", "gegenüber"}:
        return scene.lower[end]
    return lead.preposition


def _refers(scene: Scene, place: int) -> bool:
    """Whether the "auf" is that of "unter Berufung auf", "beruft sich auf"."""
    low = max(place - 8, scene.bounds(scene.sentence(place))[0])
    return any(
        scene.lower[at] in {"berufung", "bezug", "beruft", "berufen", "berief", "beriefen"} for at in range(low, place)
    )
