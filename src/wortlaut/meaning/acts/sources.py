"""What kind of source a statement comes from, by the nouns of its speaker: a report, an opinion, a reproach, a plan."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from wortlaut.meaning.acts.situation import Situation

__all__ = ["sources"]

_KINDS: Mapping[str, str] = {
    "report": "angabe aussage bericht information medium meldung studie zeitung polizei behörde nachrichtenagentur"
    " agentur fernsehen sender zeuge gutachten statistik untersuchung umfrage presse ergebnis",
    "opinion": "ansicht meinung auffassung sicht einschätzung wort",
    "estimate": "schätzung prognose vorhersage berechnung erwartung",
    "reproach": "vorwurf verdacht anklage kritik kritiker staatsanwaltschaft ermittlung beschuldigung",
    "plan": "plan planung entwurf gesetzentwurf vorschlag idee antrag konzept gesetz vorhaben",
    "judge": "gericht richter urteil gerichtshof kabinett parlament bundestag",
    "science": "forscher wissenschaftler experte astronom beobachter analyst",
    "side": "opposition partei gewerkschaft verband organisation fraktion grüne spd cdu fdp linke sprecher minister"
    " präsident",
}
_KIND_OF: Mapping[str, str] = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_SHORTEST = 6  # letters of a noun that may be the end of a compound
_KEPT = 2**14  # words kept with their answer


def sources(each: Situation) -> frozenset[str]:
    """The kinds of the speaker's nouns, "other" where none is known, "none" where no speaker is marked."""
    if not each.speaker:
        return frozenset({"none"})
    kinds = {kind for place in each.speaker if (kind := _kind(each.words.keys[place]))}
    return frozenset(kinds or {"other"})


@lru_cache(maxsize=_KEPT)
def _kind(key: str) -> str | None:
    """The kind of a noun or of the noun that a compound ends with: "Polizeiangaben"."""
    if key in _KIND_OF:
        return _KIND_OF[key]
    ends = (key[start:] for start in range(1, len(key) - _SHORTEST + 1))
    return next((_KIND_OF[end] for end in ends if end in _KIND_OF), None)
