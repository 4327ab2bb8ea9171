"""The verb forms that mark reported speech: Konjunktiv I and II, `würde` with an infinitive, and `soll`.

Only forms that no indicative shares are looked for ("sie kommen" is both and marks nothing). Measured on `Mood=Sub` of
the UD treebanks GSD (dev, test) and PUD (`python -m evaluation konjunktiv`): precision 0.96, recall 0.91; the certain
ones 0.99, 0.85. Most of what is missed is "sollte", preterites, and "ich … habe", annotated wrongly.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from wortlaut.language._strong import FRONTS, STRONG_SUBJUNCTIVES
from wortlaut.language.lexicon import lexicon
from wortlaut.types import Document, TokenRange, VerbForm, VerbFormKind

__all__ = ["verb_forms"]

# Konjunktiv I whoever speaks; the indicative's first person is another word ("ich kann").
_FIRST = {
    "dürfe": "dürfen",
    "habest": "haben",
    "könne": "können",
    "möge": "mögen",
    "müsse": "müssen",
    "sei": "sein",
    "seien": "sein",
    "seiest": "sein",
    "solle": "sollen",
    "werdest": "werden",
    "wisse": "wissen",
    "wolle": "wollen",
}
_SECOND = {
    "bedürfte": "bedürfen",
    "dürfte": "dürfen",
    "hätte": "haben",
    "hättest": "haben",
    "könnte": "können",
    "könntest": "können",
    "möchte": "mögen",
    "müsste": "müssen",
    "müßte": "müssen",
    "wäre": "sein",
    "wärst": "sein",
    "wüsste": "wissen",
    "wüßte": "wissen",
}
_WUERDE = frozenset({"würde", "würden", "würdest", "würdet"})
_SOLL = frozenset({"soll", "sollen"})
# Preterite as well: of 32 in the treebanks 20 are annotated as Konjunktiv.
_SOLLTE = frozenset({"sollte", "sollten"})
# The plurals of these are other verbs or the indicative.
_NO_PLURAL = frozenset({"dränge", "flösse", "tränke", "trüge", "zwänge"})
_UMLAUTS = frozenset("äöü")
_BOUNDARIES = frozenset(",;:.!?…()–—")
# What may follow a verb that opens a sentence and is neither an order nor said by "ich".
_SUBJECTS = frozenset(
    "das dem den der des die dies diese dieser dieses doch ein eine einer er es etwas ihm ihr ihre jemand man sein"
    " seine sich sie".split()
)
_THIRD_PERSONS = frozenset("dies dieser er es jemand man sie".split())
# Nothing else is spelt like these, not even a noun.
_AUXILIARIES = frozenset("dürfte dürften hätte hätten könnte könnten müsste müssten wäre wären".split())
_JOINING = frozenset({"aber", "doch", "oder", "sondern", "und"})
_WERDE_HABE = frozenset({"habe", "werde"})
# More often other words.
_NO_VERBS = frozenset({"bitte", "danke", "date", "like"})
# Tokens to look at on each side; clauses are shorter, and without a limit a text of one endless clause takes hours.
_NEAR = 100
# Word forms kept with their answer.
_KEPT = 2**16
_PERFECT = frozenset({"haben", "sein"})


def verb_forms(document: Document) -> tuple[VerbForm, ...]:
    """The verb forms of the document that mark reported speech, in order."""
    return tuple(form for sentence in document.sentences for form in _Sentence(document, sentence).forms())


@cache
def _subjunctives() -> dict[str, str]:
    """The forms of Konjunktiv II that can be listed, with their infinitive."""
    singular = STRONG_SUBJUNCTIVES | _SECOND
    plural = {f"{form}n": verb for form, verb in singular.items() if _own_plural(form)}
    return singular | plural


def _own_plural(form: str) -> bool:
    unlike_preterite = not _UMLAUTS.isdisjoint(form) or form in {"brennte", "kennte", "nennte", "rennte"}
    return form.endswith("e") and unlike_preterite and form not in _NO_PLURAL


class _Sentence:
    """One sentence as lower-case words."""

    def __init__(self, document: Document, sentence: TokenRange) -> None:
        self._spans = document.tokens[sentence.start : sentence.end]
        self._forms = document.words(sentence.start, sentence.end)
        self._words = [form.lower() for form in self._forms]

    def forms(self) -> Iterator[VerbForm]:
        """The sentence's verb forms."""
        for index, word in enumerate(self._words):
            found = self._form(index, word)
            if found is not None:
                yield found

    def _form(self, index: int, word: str) -> VerbForm | None:
        if word in _WUERDE:
            return self._with_infinitive(index, VerbFormKind.WUERDE)
        if word in _SOLL or word in _SOLLTE:
            return self._with_infinitive(index, VerbFormKind.SOLL)
        if (lemma := _second(word)) and self._is_verb(index, _SUBJECTS):
            return VerbForm(self._spans[index], VerbFormKind.KONJUNKTIV_2, lemma, certain=True)
        if lemma := self._first(index, word):
            return VerbForm(self._spans[index], VerbFormKind.KONJUNKTIV_1, lemma, certain=True)
        return None

    def _first(self, index: int, word: str) -> str | None:
        """The infinitive of a Konjunktiv I at `index`."""
        if verb := _FIRST.get(word):
            return verb if self._is_verb(index, _SUBJECTS) else None
        verb = _plain_first(word)
        if verb is None or not self._is_verb(index, _THIRD_PERSONS) or self._said_by_me(index):
            return None
        return verb

    def _said_by_me(self, index: int) -> bool:
        """Whether the form's subject is "ich", in its own clause or in the one that it is joined to by "und"."""
        joined = index > 0 and self._words[index - 1] in _JOINING
        return "ich" in (self._words[max(0, index - _NEAR) : index] if joined else self._clause(index))

    def _is_verb(self, index: int, subjects: frozenset[str]) -> bool:
        """Whether the word is written as a verb here: small, or first in the sentence with one of `subjects` next."""
        if not self._forms[index][0].isupper():
            return True
        if not self._opens(index):
            return False
        after = self._words[index + 1] if index + 1 < len(self._words) else ""
        return after in subjects or self._words[index] in _AUXILIARIES

    def _opens(self, index: int) -> bool:
        """Whether only punctuation stands before the word."""
        return index < _NEAR and not any(word[0].isalnum() for word in self._words[:index])

    def _clause(self, index: int) -> list[str]:
        """The words around `index` up to the next punctuation on both sides."""
        start = index
        first = max(0, index - _NEAR)
        while start > first and self._words[start - 1] not in _BOUNDARIES:
            start -= 1
        return self._words[start : self._clause_end(index)]

    def _clause_end(self, index: int) -> int:
        end = index + 1
        last = min(len(self._words), index + _NEAR)
        while end < last and self._words[end] not in _BOUNDARIES:
            end += 1
        return end

    def _with_infinitive(self, index: int, kind: VerbFormKind) -> VerbForm | None:
        """The form with the infinitive that it governs; without one `würde` is the Konjunktiv II of `werden`."""
        word = self._words[index]
        if self._forms[index][0].isupper() and not self._opens(index):
            return None
        infinitive = self._infinitive(index)
        if infinitive is None:
            if kind is VerbFormKind.SOLL:
                return None if word in _SOLL else VerbForm(self._spans[index], kind, "sollen", certain=False)
            return VerbForm(self._spans[index], VerbFormKind.KONJUNKTIV_2, "werden", certain=True)
        lemma = lexicon().lemma(self._words[infinitive])
        certain = kind is VerbFormKind.WUERDE or (word in _SOLL and self._is_perfect(infinitive))
        return VerbForm(self._spans[index], kind, lemma, certain, self._spans[infinitive])

    def _infinitive(self, index: int) -> int | None:
        """Where the infinitive stands: last in the clause, or before a verb that is last itself."""
        is_infinitive = lexicon().is_infinitive
        for candidate in range(self._clause_end(index) - 1, index, -1):
            if self._forms[candidate].islower() and is_infinitive(self._words[candidate]):
                return candidate
        before = index - 1
        if before >= 0 and self._forms[before].islower() and is_infinitive(self._words[before]):
            return before
        return None

    def _is_perfect(self, infinitive: int) -> bool:
        """Whether a participle stands before `haben` or `sein` ("soll gesagt haben", "soll ernannt worden sein")."""
        if self._words[infinitive] not in _PERFECT or infinitive == 0:
            return False
        before = self._words[infinitive - 1]
        return before.endswith(("t", "en", "an")) and lexicon().lemma(before) != before and before.islower()


@lru_cache(maxsize=_KEPT)
def _second(word: str) -> str | None:
    """The infinitive of a Konjunktiv II, also behind a verb's front ("zurückkäme")."""
    table = _subjunctives()
    if verb := table.get(word):
        return verb
    for cut in range(2, min(len(word) - 3, 12)):
        if (verb := table.get(word[cut:])) and word[:cut] in FRONTS:
            return word[:cut] + verb
    return None


@lru_cache(maxsize=_KEPT)
def _plain_first(word: str) -> str | None:
    """The infinitive of a form in -e that is Konjunktiv I, or the indicative's first person."""
    if word in _WERDE_HABE:
        return f"{word}n"
    if not word.endswith("e") or len(word) < 4 or word in _NO_VERBS:
        return None
    known = lexicon()
    for infinitive in (f"{word}n", f"{word[:-1]}n", f"{word[:-2]}e{word[-2]}n"):
        if known.listed(word) == infinitive and known.is_infinitive(infinitive):
            return infinitive
    if known.listed(word) is None:
        for cut in range(2, min(len(word) - 3, 12)):
            if word[:cut] in FRONTS and (verb := _plain_first(word[cut:])):
                return word[:cut] + verb
    return None
