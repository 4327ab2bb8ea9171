"""Times that are told as past, present or coming and no more: "kürzlich", "bald", "Ex-Minister"."""

from __future__ import annotations

from wortlaut.meaning.when.days import Interval
from wortlaut.meaning.when.patterns import Group, Hit
from wortlaut.meaning.when.scene import Scene
from wortlaut.types import TimeRef, TimeRelation, TimeType

__all__ = ["VAGUE"]

_PRESENT = frozenset({"zurzeit", "zur zeit"})
_COMING = ("in kürze", "in nächster", "in absehbarer", "in naher")


def _made(scene: Scene, group: Group, value: str) -> list[TimeRef]:
    days = Interval(scene.published, scene.published) if scene.published and value == "PRESENT_REF" else None
    return [scene.made(group, TimeType.DATE, value, days, relation=TimeRelation.AT)]


def _vague(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    place = group.last - 1
    if group.has("VAGUEADJ") and scene.pieces.words[place][:1].isupper() and not _opens(scene, place):
        return []  # "die Ehemaligen"
    for kind in ("VAGUE", "VAGUEADJ", "VAGUETIME", "EX"):
        if (value := group.name(kind)) is not None:
            return _made(scene, group, value)
    return []


def _opens(scene: Scene, place: int) -> bool:
    return scene.pieces.bounds(scene.pieces.sentence(place))[0] == place


def _words(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    written = " ".join(scene.pieces.small[group.first : group.last])
    if written in _PRESENT:
        return _made(scene, group, "PRESENT_REF")
    return _made(scene, group, "FUTURE_REF" if written.startswith(_COMING) else "PAST_REF")


VAGUE = {"vague": _vague, "vague_words": _words}
