"""Lemmas from simplemma's dictionary, with what it misses: participles, small words in capitals, names in the genitive.

Measured on the content words of the UD treebanks GSD (dev, test) and PUD (`python -m evaluation lemmas`): 95.3 of 100
are the treebank's (simplemma alone 94.9), of participles 94.6 (90.4).
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from wortlaut.language._dictionary import Blocks
from wortlaut.language.sentences import punkt
from wortlaut.types import Document

__all__ = ["Lexicon", "lemmas", "lexicon"]

_LANGUAGE = "de"
# Word forms kept with their lemma, about 20 MB; the forms of 10,000 news items are fewer.
_KEPT = 2**17
# Frequent forms that simplemma gives back as they are.
_MISSED = {
    "befohlen": "befehlen",
    "brach": "brechen",
    "entschieden": "entscheiden",
    "erschienen": "erscheinen",
    "gestanden": "stehen",
    "stand": "stehen",
    "verloren": "verlieren",
    "wußte": "wissen",
    "wußten": "wissen",
}
_IRREGULAR = frozenset({"sein", "tun"})
# The separable ones put "ge" behind their front, others have none.
_PARTICIPLE = re.compile(
    r"(?P<front>ab|an|auf|aus|bei|durch|ein|entgegen|fest|fort|frei|her|heran|heraus|herbei|hervor|hin|hinaus|hinein"
    r"|hinzu|hoch|los|mit|nach|nieder|statt|teil|um|unter|vor|voran|voraus|vorbei|weg|weiter|wieder|zu|zurück"
    r"|zusammen)?(?P<ge>ge)?(?P<stem>[a-zäöüß]{2,})(?P<end>t|en)"
)
_WITHOUT_GE = re.compile(r"(?:be|emp|ent|er|miss|über|um|unter|ver|wider|wieder|zer)[a-zäöüß]+t|[a-zäöüß]+iert")
# Participles that live on as words of their own.
_OWN_WORDS = frozenset({"beliebt", "erneut", "geeignet", "gesondert", "gewillt", "überhaupt", "verheiratet"})
# Adjectives by their ending, where the dictionary does not have them.
_ADJECTIVE = re.compile(r"([a-zäöüß-]{3,}(?:bar|ell|haft|ig|isch|lich|los|sam))(?:e[mnrs]?)")
# A name's genitive: nothing after which German writes an apostrophe.
_GENITIVE = re.compile(r"[A-ZÄÖÜ]\w+[^\W\d_sxzß]s")


class Lexicon:
    """What the dictionary knows of single words; answers are kept."""

    def __init__(self, forms: Mapping[str, str] | None) -> None:
        # Here and not above: importing simplemma takes 0.15 s.
        from simplemma import Lemmatizer
        from simplemma.strategies import DefaultStrategy
        from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

        factory = DEFAULT_DICTIONARY_FACTORY if forms is None else _Fixed(forms)
        self._forms = factory.get_dictionary(_LANGUAGE)
        self._lemmatizer = Lemmatizer(
            cache_max_size=1, lemmatization_strategy=DefaultStrategy(dictionary_factory=factory)
        )
        self.lemma = lru_cache(maxsize=_KEPT)(self._lemma)
        self.is_infinitive = lru_cache(maxsize=_KEPT)(self._is_infinitive)

    def listed(self, form: str) -> str | None:
        """The lemma that the dictionary gives for exactly this form."""
        return self._forms.get(form)

    def _lemma(self, form: str) -> str:
        """The lemma of the form; a form of which nothing is known is its own."""
        if missed := _MISSED.get(form):
            return missed
        lemma = self._lemmatizer.lemmatize(form, _LANGUAGE)
        if lemma != form or not form.islower():
            return lemma
        if (match := _ADJECTIVE.fullmatch(form)) and self.listed(form) is None:
            return match[1]
        return (form[-1] in "tn" and self._of_participle(form)) or form

    def _is_infinitive(self, form: str) -> bool:
        """Whether the form is a verb's infinitive: its own lemma, and that of a form which only verbs have."""
        if form in _IRREGULAR:
            return True
        if form[-1:] != "n" or not form.islower() or self._forms.get(form) != form:
            return False
        stem = form[:-1] if form.endswith(("eln", "ern")) else form[:-2]
        return any(self._forms.get(stem + ending) == form for ending in ("t", "et", "e"))

    def _of_participle(self, form: str) -> str | None:
        """The infinitive that a participle belongs to, where taking it apart finds one."""
        match = _PARTICIPLE.fullmatch(form)
        if match is None or form in _OWN_WORDS:
            return None
        front, ge, stem, end = match["front"] or "", match["ge"], match["stem"], match["end"]
        if end == "en" and not (front and ge):
            return None  # "gehören", "gefallen" are infinitives themselves
        if not ge and not _WITHOUT_GE.fullmatch(form):
            return None
        candidates = (f"{front}{stem}en", f"{front}{stem}n")
        return next(filter(self._is_infinitive, candidates), None)


class _Fixed:
    """A simplemma dictionary factory that always gives the same dictionary."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = forms

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        """The dictionary."""
        return self._forms


@cache
def lexicon() -> Lexicon:
    """The lexicon, opened when first asked for (0.3 s)."""
    return Lexicon(Blocks.shipped())


def lemmas(document: Document) -> tuple[str, ...]:
    """The lemma of every token; of punctuation and numbers the token itself."""
    forms = document.words()
    known = set(forms)
    lemma = lexicon().lemma
    found = [_nominative(form, lemma(form), known) for form in forms]
    small = punkt().written_small
    for sentence in document.sentences:
        first = forms[sentence.start]
        if first[0].isupper() and (lowered := first.lower()) in small:
            found[sentence.start] = lemma(lowered)
    return tuple(found)


def _nominative(form: str, lemma: str, known: set[str]) -> str:
    """The lemma, or for a name in the genitive the name, if the article has it without the s."""
    if lemma == form and form[-1] == "s" and form[:-1] in known and _GENITIVE.fullmatch(form):
        return form[:-1]
    return lemma
