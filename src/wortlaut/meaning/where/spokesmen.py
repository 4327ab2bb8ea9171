"""Spokesmen: who speaks for whom, in the words of a statement's report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wortlaut.meaning.where.mentions import Mention
from wortlaut.meaning.where.phrases import bare, is_name, name_behind, noun_phrase_end, phrases_behind
from wortlaut.meaning.where.scene import Scene
from wortlaut.meaning.where.surroundings import Said, Surroundings
from wortlaut.meaning.where.tables import NounClass, verbs
from wortlaut.types import ChannelEvidence, ChannelKind, ChannelLink

__all__ = ["spokesman", "spokesmen_by_name"]

# Politicians who speak for a party in a field: an office, not another's voice.
_FIELDS = ("politische", "politischer", "politischen", "politischem")
_ENDS = ("pressesprecherin", "pressesprecher", "sprecherin", "sprecher", "pressestelle", "presseamt", "pressesekretär")
_THROUGH = frozenset("durch über".split())
_JOINTS = {"regierungs": "Regierung", "senats": "Senat", "ministeriums": "Ministerium", "gerichts": "Gericht"}
_NO_PRINCIPAL = frozenset({"presse", "co", "ex", "chef", "vize", "haupt", "wort", "konzern", "firmen", "unternehmens"})
_OF = frozenset("des der eines einer vom von".split())


@dataclass(frozen=True, slots=True)
class _Voice:
    """A spokesman as the words give them: tokens, own name, and those for whom they speak."""

    start: int
    end: int
    name: str | None
    principal: tuple[int, int] | None
    principal_name: str | None


def spokesmen_by_name(scene: Scene, mentions: Iterable[Mention]) -> Mapping[str, Mention]:
    """The spokesmen whom the article names, by family name: a later "laut Beispiel" is their word, too."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        if mention.is_a(NounClass.SPOKESMAN) and not _is_office(scene, mention):
            voice = _voice(scene, mention)
            if voice.name:
                found.setdefault(voice.name.split()[-1], mention)
    return found


def spokesman(surroundings: Surroundings, said: Said, known: Mapping[str, Mention]) -> Iterator[ChannelLink]:
    """The spokesman by whom it came, or none."""
    scene = surroundings.scene
    for mention in said.around:
        if mention.is_a(NounClass.SPOKESMAN) and not _is_office(scene, mention):
            voice = _voice(scene, mention)
            is_handed_on = any(scene.lower[place] in verbs("quote") for place in said.zone)
            if _is_speaking(said, mention, voice, is_handed_on=is_handed_on) or _is_through(scene, said, mention):
                yield _link(scene, voice, "spokesman speaking")
                return
        elif mention.is_a(NounClass.COUNSEL, NounClass.SPOKESMAN) and _is_through(scene, said, mention):
            yield _link(scene, _voice(scene, mention), "spokesman through")
            return
    named = [known[name] for name in sorted(said.who) if name in known]
    if named and said.speaker:
        yield _link(scene, _voice(scene, named[0]), "spokesman named before", carried=True)


def _is_office(scene: Scene, mention: Mention) -> bool:
    return any(scene.lower[place].endswith(_FIELDS) for place in range(mention.start, mention.head))


def _is_speaking(said: Said, mention: Mention, voice: _Voice, *, is_handed_on: bool) -> bool:
    """Whether the spokesman is the statement's speaker, also as what explains the speaker's name."""
    if said.speaker and not is_handed_on:
        reach = range(voice.start - 1, voice.end + 2)
        return any(place in reach for place in said.speaker)
    return mention.preposition in {"", "laut", "nach", "von", "vom", "zufolge"} and bool(said.cue or said.frame)


def _is_through(scene: Scene, said: Said, mention: Mention) -> bool:
    """Whether it came through the mouth of another: "ließ durch seinen Anwalt erklären"."""
    return mention.preposition in _THROUGH and any(scene.lower[place] in verbs("cause") for place in said.zone)


def _voice(scene: Scene, mention: Mention) -> _Voice:
    head = mention.head
    start = mention.start + (bool(mention.preposition) and mention.start < head)
    end, name, principal = head + 1, None, None
    principal_name = _in_compound(scene.forms[head])
    if (behind := name_behind(scene, end)) is not None and behind[2] == behind[1]:
        # "ein Sprecher Beispiels" is another's; "Regierungssprecher Beispiel" the spokesman's own
        if principal_name is None and scene.forms[behind[1] - 1].endswith("s") and behind[1] - behind[0] == 1:
            principal, principal_name = (behind[0], behind[1]), scene.forms[behind[0]][:-1]
        else:
            name = " ".join(scene.forms[behind[0] : behind[1]])
        end = behind[1]
    if principal is None and scene.at(end) in _OF:
        last = noun_phrase_end(scene, end + (scene.lower[end] in {"von", "vom"}))
        if last < len(scene) and scene.at(last) in _OF and (more := phrases_behind(scene, last, len(scene))):
            last = more[0][1]
        if last > end + 1:
            principal_name = bare(scene, end + (scene.lower[end] == "von"), last)
            principal, end = (end + (scene.lower[end] in {"von", "vom"}), last), last
    if principal is None and start == head and is_name(scene, head - 1) and scene.forms[head - 1].endswith("s"):
        start, principal, principal_name = head - 1, (head - 1, head), scene.forms[head - 1][:-1]
    if name is None:
        name = _beside(scene, start, end)
    return _Voice(start, end, name, principal, principal_name)


def _beside(scene: Scene, start: int, end: int) -> str | None:
    """The name that the phrase explains: "Erna Beispiel, Sprecherin der Werke", or the other way round."""
    if scene.form(start - 1) == ",":
        first = start - 1
        while first > 0 and is_name(scene, first - 1):
            first -= 1
        if start - 1 - first >= 2:
            return " ".join(scene.forms[first : start - 1])
    if scene.form(end) == "," and (behind := name_behind(scene, end + 1)) is not None and behind[1] - behind[0] >= 2:
        return " ".join(scene.forms[behind[0] : behind[1]])
    return None


def _in_compound(form: str) -> str | None:
    """For whom somebody speaks, as the word itself tells: "Polizei" of "Polizeisprecher", "WWF" of "WWF-Sprecher"."""
    small = form.lower()
    end = next((end for end in _ENDS if end in small), None)
    if end is None:
        return None
    first = form[: small.index(end)]
    if first.lower().strip("-") in _NO_PRINCIPAL or not first.strip("-"):
        return None
    if first.lower() in _JOINTS:
        return _JOINTS[first.lower()]
    if first.endswith("-"):
        return first.strip("-")
    return first[:-1] if first.endswith(("ts", "gs", "ms", "ns")) and len(first) > 4 else first


def _link(scene: Scene, voice: _Voice, rule: str, *, carried: bool = False) -> ChannelLink:
    span = scene.span(voice.start, voice.end)
    principal = (scene.span(*voice.principal),) if voice.principal else ()
    evidence = (ChannelEvidence(rule, (span,)),)
    kind = ChannelKind.SPOKESMAN
    return ChannelLink(kind, (span,), voice.name, principal, voice.principal_name, carried=carried, evidence=evidence)
