"""What speaks for each of those that may be the target of a statement: names of features that are there."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.meaning.targets.scene import Mentioned, Option
from wortlaut.meaning.targets.things import base_of
from wortlaut.meaning.targets.view import View
from wortlaut.meaning.who.classes import Class
from wortlaut.types import Act, PartyKind

__all__ = ["features", "features_of_none"]

_INDEFINITE = frozenset("ein eine einen einem einer eines".split())
_NO_SUBJECT = frozenset("den dem des einen einem eines keinen keinem seinen seinem ihren ihrem diesen diesem".split())
_NEAR = 4  # tokens
_MODALS = frozenset({"müssen", "sollen", "dürfen", "brauchen", "mögen"})
_PASSIVE = frozenset("wird werden wurde wurden worden werde".split())
_OFTEN = (2, 4, 8)
_FAR = (1, 3, 6, 12, 25)
# Acts whose targets are alike.
_GROUPS = {
    Act.ACCUSE: "person", Act.THREATEN: "person", Act.DEMAND: "person", Act.ASK: "person", Act.CRITICISE: "judged",
    Act.APPROVE: "judged", Act.WARN: "thing", Act.REFUSE: "thing", Act.DOUBT: "thing", Act.DENY: "answer",
    Act.DEFEND: "answer",
}  # fmt: skip


def features(view: View, option: Option) -> set[str]:
    """The features of an option of the statement."""
    act, group, kind = view.act.value, _GROUPS[view.act], _kind(option)
    found = {f"{act}: {kind}", f"{group}: {kind}", kind}
    own = [(mention, stretch) for other, mention, stretch in view.found if other is option]
    for mention, stretch in own:
        for name in (*_of_place(view, mention, stretch), f"{kind}, {stretch}, {_where(view, mention)}"):
            found.update((name, f"{act}: {name}", f"{group}: {name}"))
        found.update((f"{kind}, {stretch}", f"{group}: {kind}, {stretch}"))
    if not own:
        found.update(("far", f"{act}: far"))
    for name in _of_roles(view, option):
        found.update((name, f"{act}: {name}", f"{group}: {name}"))
    for name in _of_article(view, option):
        found.update((name, f"{act}: {name}"))
    return found


def features_of_none(view: View) -> set[str]:
    """The features of there being no target."""
    act = view.act.value
    found = {"none", f"{act}: none"}
    told = view.each.told
    cue = told.entry.cue if told else "no cue"
    found.add(f"none, cue {cue}")
    if not view.addressees:
        found.update(("none, nobody addressed", f"{act}: none, nobody addressed"))
    kinds = {_kind(option) for option, _, stretch in view.found if stretch in {"quote", "told"}}
    for kind in ("person", "body", "people", "thing"):
        if kind not in kinds:
            found.update((f"none, no {kind} in quote", f"{act}: none, no {kind} in quote"))
    verbs = {verb.verb for verb in view.each.verbs if verb.verb in _MODALS}
    for verb in verbs:
        found.update((f"none, {verb}", f"{act}: none, {verb}"))
    if view.each.is_report:
        found.update(("none, report", f"{act}: none, report"))
    return found


def _kind(option: Option) -> str:
    if option.kind is PartyKind.PERSON:
        return "person"
    if option.kind is PartyKind.ORGANISATION:
        return "body"
    return "people" if option.kind in {PartyKind.GROUP, PartyKind.UNNAMED} else "thing"


def _of_place(view: View, mention: Mentioned, stretch: str) -> Iterator[str]:
    script = view.scene.script
    where = _where(view, mention)
    yield stretch
    yield f"{stretch}, {where}"
    told = view.each.told
    cue = "no cue" if told is None else "cue tells" if told.entry.act is view.act else "cue open"
    yield f"{cue}, {stretch}"
    yield f"{cue}, {stretch}, {where}"
    if view.is_short:
        yield f"short, {stretch}, {where}"
    yield from _beside_cue(view, mention, stretch, where)
    if stretch in {"told", "report"} and told is not None:
        yield f"{stretch}, cue {told.entry.cue}, {where}"
        behind = mention.head > told.places[0]
        yield f"{stretch}, {'behind' if behind else 'before'} cue, {where}"
    if mention.governing >= 0:
        yield f"of {base_of(script.forms[mention.governing])}"
        yield f"{stretch}, of {base_of(script.forms[mention.governing])[-4:]}"
    elif script.kind(mention.head).name in {"NOUN", "DOCUMENT", "UTTERANCE"}:
        noun = base_of(script.forms[mention.head]).lower()
        yield f"noun {noun[-4:]}"
        yield f"whole noun {noun}"
    yield f"{stretch}, {_article(mention)}"
    if stretch == "quote":
        far = mention.head - min(view.quote)
        yield f"quote, {next((bound for bound in _FAR if far <= bound), 'further')} tokens on"
    if script.kind(mention.head) is Class.PLACE:
        yield f"place, {stretch}, {where}"
    if mention.is_pronoun:
        yield f"{stretch}, pronoun {script.lower[mention.head]}"
    yield from _of_order(view, mention, stretch)
    if stretch in {"quote", "told"}:
        yield from _of_clause(view, mention, stretch)


def _article(mention: Mentioned) -> str:
    article = mention.article
    if article in _INDEFINITE:
        return "a"
    if article.startswith(("dies", "jene", "solche")):
        return "this"
    if article.startswith(("sein", "ihr", "unser")):
        return "own"
    if article.startswith("kein"):
        return "no"
    return "the" if article else "no article"


def _beside_cue(view: View, mention: Mentioned, stretch: str, where: str) -> Iterator[str]:
    """Whether it is the next behind or before the cue, but for those who speak and are spoken to."""
    if stretch not in {"told", "report"} or view.cue_at < 0:
        return
    others = [
        other
        for option, other, its in view.found
        if its == stretch and option not in view.speakers and other.governing < 0
    ]
    behind = [other for other in others if other.head > view.cue_at]
    before = [other for other in others if other.head < view.cue_at]
    if behind and behind[0] == mention:
        yield "next behind cue"
        yield f"next behind cue, {where}"
    if before and before[-1] == mention:
        yield "last before cue"
        yield f"last before cue, {where}"
    if len(others) == 1 and others[0] == mention:
        yield f"alone in {stretch}"


def _where(view: View, mention: Mentioned) -> str:
    if mention.governing >= 0:
        return "genitive"
    if mention.preposition:
        return mention.preposition
    if mention.is_pronoun:
        return "pronoun"
    return "object" if mention.article in _NO_SUBJECT else "bare"


def _of_order(view: View, mention: Mentioned, stretch: str) -> Iterator[str]:
    """Whether it is the first or the last in its stretch."""
    same = [other for _, other, its in view.found if its == stretch]
    if same[0] == mention:
        yield f"{stretch}, first"
    if same[-1] == mention:
        yield f"{stretch}, last"
    bare = [other for other in same if not other.preposition and other.governing < 0]
    if bare and bare[0] == mention:
        yield f"{stretch}, first bare"


def _of_clause(view: View, mention: Mentioned, stretch: str) -> Iterator[str]:
    clause = view.clause(mention.head)
    script = view.scene.script
    bare = [
        other
        for _, other, _ in view.found
        if other.head in clause and not other.preposition and other.governing < 0 and other.article not in _NO_SUBJECT
    ]
    first = bool(view.each.quote) and clause.start <= view.each.quote[0] + _NEAR
    is_subject = bool(bare) and bare[0] == mention
    place = "main" if first else "inner"
    if is_subject:
        yield f"{stretch}, subject, {place}"
        for verb in view.each.verbs:
            if verb.place in clause:
                yield f"subject of {verb.verb} {verb.mood}"
    for verb in view.each.verbs:
        if verb.place in clause:
            word = verb.verb if verb.verb in _MODALS else "verb"
            if is_subject and verb.verb in _MODALS:
                yield f"{stretch}, subject of {word}"
    if is_subject and not _PASSIVE.isdisjoint(script.lower[at] for at in clause):
        yield f"{stretch}, subject of passive"


def _of_roles(view: View, option: Option) -> Iterator[str]:
    if option in view.addressees:
        yield "addressee"
        yield f"addressee, {_kind(option)}"
    if option in view.speakers:
        yield "speaker"
    for back, earlier in enumerate(reversed(view.earlier[-3:])):
        same = "same speaker" if set(earlier.speakers) & set(view.speakers) else "another"
        if earlier.target is option:
            yield f"target {back} before, {same}"
            yield f"target before, {same}"
            if earlier.act is view.act:
                yield f"target before, {same}, same act"
        if option in earlier.speakers and option not in view.speakers:
            yield f"spoke {back} before"
    if view.answered is not None:
        if option in view.answered.speakers:
            yield "answered"
        if option is view.answered.target:
            yield "target of what is answered"


def _of_article(view: View, option: Option) -> Iterator[str]:
    if option.entity is None:
        return
    often = len(option.entity.mentions)
    for bound in _OFTEN:
        if often >= bound:
            yield f"often {bound}"
    most = max((len(each.mentions) for each in view.scene.cast.entities if each.kind is option.kind), default=0)
    if often == most:
        yield f"most often {_kind(option)}"
    if option.entity.mentions and view.scene.script.number(option.entity.mentions[0].start) == 0:
        yield "in the first sentence"
