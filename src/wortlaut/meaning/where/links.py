"""The chain by which a statement came, by the words of its own report."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.meaning.where.mentions import Mention
from wortlaut.meaning.where.phrases import phrases_behind
from wortlaut.meaning.where.scene import PREPOSITIONS, Scene
from wortlaut.meaning.where.spokesmen import spokesman, spokesmen_by_name
from wortlaut.meaning.where.surroundings import Said, Surroundings
from wortlaut.meaning.where.tables import NounClass, verbs
from wortlaut.types import ChannelEvidence, ChannelKind, ChannelLink

__all__ = ["Linking"]

_CITED = frozenset("laut nach gemäß zufolge entsprechend".split())
_FAR = frozenset("berufung aus".split())  # what the outlet that reports goes by
_IN_DOCUMENTS = frozenset("in im aus laut gemäß zufolge per via mit auf entsprechend".split())
# "Nach dem Urteil" is a time; "nach der Studie", "nach einem Plan" tell where it stands.
_AFTER = (
    "studie", "bericht", "umfrage", "analyse", "gutachten", "plan", "dokument", "statistik", "prognose", "papier",
    "entwurf", "report", "protokoll", "meldung", "mitteilung", "erklärung", "untersuchung", "schreiben", "darstellung",
)  # fmt: skip
_ON = ("transparent", "plakat", "spruchband", "schild", "video", "band", "aufnahme", "aufzeichnung", "mitschnitt")
_STATING = frozenset(
    "lautet lautete besagt besagte heißt hieß enthält enthielt sieht steht stand zeigt zeigte belegt geht ergibt"
    " ergab hervor kommt kam stellt nennt spricht".split()
)
_SEEING = frozenset("sieht sehen sah sahen".split())
_BACK = frozenset("darin demnach danach wonach hierin demzufolge".split())
# Words from the beginning of a report in which a document is where it was written, not part of what was.
_EARLY = 30
_LINKED_BACK = 2  # sentences from "darin" back to what it means; the corpus has none further
_RELATIVE = frozenset("dem der denen welchem welcher".split())
_OF = frozenset("der des eines einer seiner ihrer von vom".split())
_BELONGING = 10  # words at most of what a document is of: "der Pressemitteilung des Verbandes"
_ORDER = {
    ChannelKind.SPOKESMAN: 0, ChannelKind.RECORDING: 1, ChannelKind.DOCUMENT: 1, ChannelKind.AGENCY: 2,
    ChannelKind.OUTLET: 3,
}  # fmt: skip


class Linking:
    """Finds the links of the statements of one article."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._scene = surroundings.scene
        self._spokesmen = spokesmen_by_name(surroundings.scene, surroundings.mentions)

    def own(self, said: Said) -> tuple[ChannelLink, ...]:
        """The links that the statement's own report tells, nearest to it first."""
        found = [*self._media(said), *self._documents(said), *spokesman(self._surroundings, said, self._spokesmen)]
        return tuple(sorted(found, key=lambda link: _ORDER[link.kind]))

    def _media(self, said: Said) -> Iterator[ChannelLink]:
        scene = self._scene
        media = [mention for mention in said.around if mention.is_media and not mention.is_owner]
        near = [mention for mention in media if mention.preposition in _FAR and self._is_handed_on(said, mention)]
        yield from (_link(scene, mention, _kind(mention), "media gone by") for mention in near)
        for mention in media:
            if mention in near:
                continue
            if mention.preposition in _CITED:
                yield _link(scene, mention, _kind(mention), f"media {mention.preposition}")
            elif mention.preposition in {"von", "vom", "durch"}:
                if self._has(said, verbs("quote")):
                    yield _link(scene, mention, _kind(mention), "media quoting")
            elif mention.preposition in {"in", "im", "bei", "beim"}:
                is_quoted = bool(said.cue) and self._has(said, verbs("quote"))
                if mention.head in said.speaker or (not said.speaker and said.cue) or is_quoted:
                    yield _link(scene, mention, _kind(mention), "media in which it stood")
            elif not mention.preposition and self._is_reporting(said, mention):
                yield _link(scene, mention, _kind(mention), "media reporting")

    def _is_handed_on(self, said: Said, mention: Mention) -> bool:
        """Whether an outlet took it from there: "zitiert aus der Zeitung", "unter Berufung auf die Agentur"."""
        return mention.preposition == "berufung" or self._has(said, verbs("quote"))

    def _is_reporting(self, said: Said, mention: Mention) -> bool:
        """Whether the outlet is the one that says it, or hands on another's words."""
        if mention.of_report and mention.head not in said.speaker:
            return False
        if mention.head in said.speaker or any(place in said.speaker for place in range(mention.start, mention.end)):
            return True
        scene, hands_on = self._scene, verbs("report") | verbs("quote")
        if mention.article in {"dem", "den", "des", "einem"}:
            return False
        beside = {scene.at(mention.end), scene.at(mention.start - 1)}
        if beside & verbs("quote") or (beside & hands_on and not said.speaker):
            return True
        # "wie die Zeitung … berichtet": the verb stands at the end
        is_clause = scene.at(mention.start - 1) in {"wie", "so"}
        return is_clause and any(scene.lower[place] in hands_on for place in said.zone if place > mention.head)

    def _has(self, said: Said, words: frozenset[str]) -> bool:
        return any(self._scene.lower[place] in words for place in said.zone)

    def _documents(self, said: Said) -> Iterator[ChannelLink]:
        scene, taken = self._scene, -1
        for mention in said.around:
            if not mention.is_a(NounClass.DOCUMENT, NounClass.RECORDING) or mention.is_media:
                continue
            if mention.start < taken:
                continue  # "in einem Kommentar zu dem Schreiben"
            rule = self._rule(said, mention)
            if rule:
                is_elsewhere = mention.head not in said.zone
                yield _link(scene, mention, _kind(mention), rule, carried=is_elsewhere)
                taken = mention.end + 6
        if taken < 0 and (holder := self._holder(said)) is not None:
            yield _link(scene, holder, _kind(holder), "document in whose clause", carried=True)
            taken = holder.end
        if (back := self._pointing(said)) is not None and taken < 0:
            meant = self._meant(back)
            if meant is not None:
                yield _link(scene, meant, _kind(meant), f"document {scene.lower[back]}", carried=True)

    def _rule(self, said: Said, mention: Mention) -> str:
        """By what the document is the one in which it stands; "" where it is not."""
        scene, base = self._scene, (mention.name or "").lower()
        noun = scene.nouns[mention.head]
        base = noun.base.lower() if noun is not None else base
        in_speaker = mention.head in said.speaker
        if in_speaker and mention.preposition in {"", "laut", "nach", "in", "im", "zufolge", "auf"} and base != "plan":
            return "document speaking" if self._is_first_noun(said, mention) else ""
        if in_speaker:
            return ""
        if self._is_relative(mention):
            return "document in which"
        if mention.preposition in _IN_DOCUMENTS:
            if mention.article in {"die", "das"}:
                return ""  # "in die Resolution aufnehmen": not where it stands
            if mention.preposition in {"in", "im"} and self._is_judged(said, mention):
                return ""
            if mention.preposition == "auf" and not base.endswith(_ON):
                return ""
            if mention.preposition == "mit" and not base.endswith(("transparent", "plakat", "spruchband", "schild")):
                return ""
            if said.is_report and mention.start > said.quote[0] + _EARLY:
                return ""
            return f"document {mention.preposition}"
        if mention.preposition == "nach" and (base.endswith(_AFTER)):
            return "document nach" if mention.start <= min(said.zone) + 2 or not said.speaker else ""
        if mention.preposition == "" and not said.speaker and said.cue:
            beside = {scene.at(mention.end), scene.at(mention.start - 1)}
            return "document stating" if beside & _STATING else ""
        return ""

    def _is_judged(self, said: Said, mention: Mention) -> bool:
        """Whether somebody only sees something in it: "sieht in dem Urteil eine Bestätigung"."""
        return mention.article in {"", "dem", "der", "diesem", "dieser"} and self._has(said, _SEEING)

    def _is_first_noun(self, said: Said, mention: Mention) -> bool:
        """Whether the speaker is the document, or what it found: "das Ergebnis einer Studie", not its author."""
        before = [place for place in said.speaker if place < mention.start and self._scene.forms[place][0].isupper()]
        return all(self._scene.lower[place].startswith(("ergebnis", "fazit", "die", "das", "der")) for place in before)

    def _is_relative(self, mention: Mention) -> bool:
        """Whether a clause follows that tells what stands in it: "ein Schreiben, in dem …"."""
        scene, end = self._scene, mention.end
        high = min(end + 6, len(scene) - 2)
        for place in range(end, high):
            if scene.forms[place] == ",":
                return scene.at(place + 1) in {"in", "auf", "nach"} and scene.at(place + 2) in _RELATIVE
        return False

    def _holder(self, said: Said) -> Mention | None:
        """The document in whose relative clause the statement stands: "der Mitschnitt, in dem er rät, …"."""
        scene = self._scene
        for start in (said.first, said.first - 2):
            opens = start > 1 and scene.forms[start - 1] == "," and scene.at(start) in {"in", "auf"}
            if opens and scene.at(start + 1) in _RELATIVE:
                kinds = (NounClass.DOCUMENT, NounClass.RECORDING)
                low, _ = scene.bounds(scene.sentence(start))
                near = self._surroundings.within(max(low, start - _BELONGING), start)
                found = [each for each in near if each.is_a(*kinds) and not each.is_media]
                return found[-1] if found else None
        return None

    def _pointing(self, said: Said) -> int | None:
        """The word by which the report points back to a document: "darin", "demnach"."""
        scene = self._scene
        return next((place for place in sorted(said.zone) if scene.lower[place] in _BACK), None)

    def _meant(self, place: int) -> Mention | None:
        """The document that was mentioned last before "darin"."""
        scene = self._scene
        first, _ = scene.bounds(max(scene.sentence(place) - _LINKED_BACK, 0))
        kinds = (NounClass.DOCUMENT, NounClass.RECORDING)
        earlier = [each for each in self._surroundings.within(first, place) if each.is_a(*kinds) and not each.is_media]
        return earlier[-1] if earlier else None


def _kind(mention: Mention) -> ChannelKind:
    if mention.is_a(NounClass.AGENCY, NounClass.AGENCIES):
        return ChannelKind.AGENCY
    if mention.is_media:
        return ChannelKind.OUTLET
    return ChannelKind.RECORDING if mention.is_a(NounClass.RECORDING) else ChannelKind.DOCUMENT


def _link(scene: Scene, mention: Mention, kind: ChannelKind, rule: str, *, carried: bool = False) -> ChannelLink:
    has_preposition = bool(mention.preposition) and scene.at(mention.start) in PREPOSITIONS
    start = mention.start + (has_preposition and mention.start < mention.head)
    end = mention.end
    if kind is ChannelKind.DOCUMENT and (behind := phrases_behind(scene, end, min(end + _BELONGING, len(scene)))):
        first, last = behind[0]
        end = last if scene.lower[first] in _OF else end
    span = scene.span(max(start, mention.inner), end)
    name = mention.name if kind in {ChannelKind.AGENCY, ChannelKind.OUTLET} or mention.name else None
    return ChannelLink(kind, (span,), name, carried=carried, evidence=(ChannelEvidence(rule, (span,)),))
