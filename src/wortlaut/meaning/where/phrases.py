"""Noun phrases: names behind a noun, what belongs to an occasion, and phrases put into the nominative."""

from __future__ import annotations

from wortlaut.meaning.where.scene import ARTICLES, OPENING, QUOTATION, Scene

__all__ = ["bare", "is_name", "name_behind", "noun_phrase_end", "phrases_behind", "quoted_behind"]

_LONGEST_NAME = 8  # words between quotation marks that may be a name
_NEUTER = (
    "amt", "ium", "haus", "werk", "gericht", "büro", "institut", "unternehmen", "zentrum", "magazin", "blatt",
    "parlament", "komitee", "kabinett", "gesetz", "papier", "portal", "radio", "fernsehen", "team", "schreiben",
    "interview", "video", "band", "dokument", "gutachten", "netzwerk", "bündnis", "königshaus", "militär", "lager",
    "krankenhaus", "buch", "protokoll", "kommando", "bistum", "präsidium", "rathaus", "volk",
)  # fmt: skip
_JOINING = frozenset("de la le der des van von and of & di du al el".split())
_LINKING = frozenset("in im zu zum zur von vom mit für bei beim auf am an vor über aus nach anlässlich".split())
_DAYS = (
    "tag",
    "tage",
    "tagen",
    "wochen",
    "monaten",
    "jahren",
    "stunden",
    "abend",
    "morgen",
    "woche",
    "wochenende",
    "woch",
    "nachmittag",
    "vormittag",
    "nacht",
    "uhr",
)
_MONTHS = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember jänner mittag jahr".split()
)


def is_name(scene: Scene, place: int) -> bool:
    """Whether the word may be part of a name that follows a noun."""
    form = scene.form(place)
    if not form or form in QUOTATION or (form[0].isupper() and scene.is_function_word(place)):
        return False
    return (
        (form[0].isupper() and scene.nouns[place] is None)
        or ("-" in form and form[0].islower() and form[form.index("-") + 1 : form.index("-") + 2].isupper())
        or ("." in form[1:-1] and form[0].isalpha())
    )


def quoted_behind(scene: Scene, place: int) -> tuple[int, int] | None:
    """The words between quotation marks that open at the place, None where there are none, or too many for a name."""
    if scene.form(place) not in OPENING:
        return None
    for end in range(place + 1, min(place + 2 + _LONGEST_NAME, len(scene))):
        if scene.forms[end] in QUOTATION:
            return (place + 1, end) if end > place + 1 else None
        if scene.forms[end] in {":", ".", "!", "?"}:
            return None
    return None


def name_behind(scene: Scene, place: int) -> tuple[int, int, int] | None:
    """A name that begins at the place: its words, half-open, and where the phrase goes on; None where none begins."""
    if (quoted := quoted_behind(scene, place)) is not None:
        return (*quoted, quoted[1] + 1)
    if not is_name(scene, place):
        return None
    end = place + 1
    while end < len(scene) and (
        is_name(scene, end)
        or (scene.lower[end] in _JOINING and scene.forms[end].islower() and is_name(scene, end + 1)
            and scene.lower[end] not in {"der", "des", "von", "in"})
    ):  # fmt: skip
        end += 1
    return place, end, end


def noun_phrase_end(scene: Scene, place: int) -> int:
    """Behind the noun phrase that begins at the place with article, adjectives or the noun; `place` where none does."""
    at = place
    while at < len(scene) and at - place < 6:
        form = scene.forms[at]
        if form[0].isupper() or form[0].isdigit() or (form in OPENING and quoted_behind(scene, at)):
            break
        if form.lower() not in ARTICLES and not (form.islower() and form.endswith(("e", "en", "er", "es", "em", "r"))):
            return place
        at += 1
    else:
        return place
    if (quoted := quoted_behind(scene, at)) is not None:
        return quoted[1] + 1
    if at >= len(scene) or not (scene.forms[at][0].isupper() or scene.forms[at][0].isdigit()):
        return place
    end = at + 1
    while end < len(scene) and (scene.forms[end][0].isupper() and scene.forms[end] not in QUOTATION):
        end += 1
    if (quoted := quoted_behind(scene, end)) is not None:
        return quoted[1] + 1
    return end


def phrases_behind(scene: Scene, place: int, last: int) -> list[tuple[int, int]]:
    """What belongs to a noun that ends before the place: genitives and prepositional phrases one after another.

    Each as its tokens, with the preposition. Days and what lies at or behind `last` end the row.
    """
    found: list[tuple[int, int]] = []
    while place < last:
        small = scene.lower[place]
        if small in _LINKING:
            end = noun_phrase_end(scene, place + 1)
            if end == place + 1:
                break
        elif small in {"des", "der", "eines", "einer", "seines", "seiner", "ihres", "ihrer"}:
            end = noun_phrase_end(scene, place)
            if end == place:
                break
        else:
            break
        if end > last or _is_day(scene, place + 1, end):
            break
        found.append((place, end))
        place = end
    return found


def _is_day(scene: Scene, start: int, end: int) -> bool:
    return any(
        scene.lower[at].endswith(_DAYS) or scene.lower[at].isdigit() or scene.lower[at] in _MONTHS
        for at in range(start, end)
    )


def bare(scene: Scene, start: int, end: int) -> str:
    """The words of a phrase in the nominative without article, as well as its endings tell: "britisches Amt"."""
    article = ""
    if scene.at(start) in ARTICLES | {"im", "vom", "zum", "zur", "beim", "seiner", "seines", "ihrer", "ihres"}:
        article, start = scene.lower[start], start + 1
    words = [form for form in scene.forms[start:end] if form not in QUOTATION]
    head = next((at for at, word in enumerate(words) if _is_head(word, words[at + 1 :], article)), None)
    if head is None:
        return _joined(words)
    if article in {"des", "eines", "seines", "ihres"}:
        words[head] = _without_genitive(words[head])
    elif article in {"der", "einer"} and words[head].endswith("innen"):
        pass
    ending = _ending(article, words[head])
    words[:head] = [_adjective(word, ending) if ending else word for word in words[:head]]
    return _joined(words)


def _is_head(word: str, behind: list[str], article: str) -> bool:
    """Whether the word is the noun and no capital adjective before it: "Auswärtigen Amtes"."""
    if not word[0].isupper():
        return False
    is_adjective = word.endswith(("en", "e", "er")) and bool(behind) and behind[0][0].isupper() and len(word) > 4
    is_weak = bool(article) and word.endswith(("en", "er"))  # "der Kleinen Werke", "des Berliner Senats"
    return not (is_adjective and (is_weak or word.endswith(("chen", "tigen", "ten", "che", "tige", "ßen", "eren"))))


def _ending(article: str, head: str) -> str:
    if article in {"des", "eines", "dem", "einem", "im", "vom", "zum", "beim", "seines", "ihres"}:
        return "es" if head.lower().endswith(_NEUTER) else "er"
    if not article and head.lower().endswith(("zeitung", "zeitschrift", "rundschau", "presse", "post")):
        return "e"  # „Kleinstädtischen Zeitung“, whose article stands before the quotation marks
    return "e" if article in {"der", "einer", "zur", "die", "seiner", "ihrer"} else ""


def _adjective(word: str, ending: str) -> str:
    return word[:-2] + ending if word.endswith(("en", "er", "em", "es")) and _declines(word) else word


def _declines(word: str) -> bool:
    return not (word[0].isupper() and word.endswith("er"))  # "Berliner"


def _without_genitive(word: str) -> str:
    if word.isupper() or not word.endswith("s") or word.endswith("ss"):
        return word
    for ending in ("tes", "kes", "des", "ses", "ges", "fes"):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ises"):
            return word[:-2]
    return word[:-1]


def _joined(words: list[str]) -> str:
    """The words with blanks, without blanks before marks."""
    made = ""
    for word in words:
        made += word if not made or word in {",", ".", ")", "-"} or made.endswith(("(", "-")) else " " + word
    return made.strip(" ,")
