"""Which words of raw text are nouns, by how they are written, and which lemma each of their forms has."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

__all__ = ["Counts", "Nouns"]

# None that a hyphen stands for the rest of ("Leih- und Zeitarbeit").
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])")
_STEMS = "kein mein dein sein ihr unser euer dies jed jen welch solch all manch viel einig wenig mehrer beid".split()
_DETERMINERS = frozenset(
    [
        *"der die das des dem den ein eine einen einem einer eines vom zum zur beim im am ins ans".split(),
        *(stem + ending for stem in _STEMS for ending in ("", "e", "en", "em", "er", "es")),
    ]
)
_INFLECTED = re.compile(r"[a-zäöüß]{4,}(?:e|en|em|er|es)|[A-ZÄÖÜ][a-zäöüß]*(?:al|eutsch|isch|lich)(?:e|en|em|er|es)")
# Occurrences that make a form known where the dictionary does not list it, and where it does.
_KNOWN = 30
_LISTED = 5
# The least that a noun of the dictionary has of the occurrences that its verb has: "Rate" has 0.38 of those of "rate".
_SHARE = 0.3


@dataclass(slots=True)
class Counts:
    """How often words were met, by the way they were written and by what stood before them."""

    capital: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)
    inside: Counter[str] = field(default_factory=Counter)  # with a capital, behind another word
    determined: Counter[str] = field(default_factory=Counter)  # of these, behind an article or an inflected adjective
    behind_capital: Counter[str] = field(default_factory=Counter)  # of these, behind another capital: "Herr Berger"
    names: set[str] = field(default_factory=set)  # of people that the text names

    def add(self, text: str) -> None:
        """Count the words of a text."""
        end = -1
        before = ""
        for match in _WORD.finditer(text):
            word = match[0]
            if word[0].isupper():
                self.capital[word] += 1
                if end >= 0 and text[end : match.start()] == " ":
                    self._add_inside(word, before)
            else:
                self.small[word] += 1
            before, end = word, match.end()

    def _add_inside(self, word: str, before: str) -> None:
        self.inside[word] += 1
        if before.lower() in _DETERMINERS or _INFLECTED.fullmatch(before):
            self.determined[word] += 1
        elif before[0].isupper():
            self.behind_capital[word] += 1

    def share_determined(self, words: Iterable[str]) -> float:
        """The share of the words' occurrences that stand behind an article or the like."""
        words = list(words)
        return sum(self.determined[word] for word in words) / (sum(self.inside[word] for word in words) or 1)

    def are_names(self, words: Iterable[str]) -> bool:
        """Whether forms of a word are a name by what stands before them: seldom an article, often another name."""
        words = list(words)
        inside = sum(self.inside[word] for word in words)
        determined = sum(self.determined[word] for word in words)
        behind_capital = sum(self.behind_capital[word] for word in words)
        return inside >= 5 and (determined + 3) / (inside + 5) < 0.2 and behind_capital > 0.15 * inside


@dataclass(frozen=True, slots=True)
class Nouns:
    """The nouns of a text: how often each lemma was met, and the lemma of every form, in small letters."""

    lemmas: Mapping[str, int]
    forms: Mapping[str, str]

    @classmethod
    def of(cls, counts: Counts, dictionary: Mapping[str, str]) -> "Nouns":
        """The nouns by those counts; `dictionary` knows the lemmas of forms."""
        lemmas: Counter[str] = Counter()
        met: dict[str, list[str]] = defaultdict(list)
        for word, count in counts.capital.items():
            if _is_noun(word, counts, listed=dictionary.get(word, "").istitle()):
                lemma = _lemma(word, dictionary)
                lemmas[lemma] += count
                met[lemma].append(word)
        known = {
            lemma: count
            for lemma, count in lemmas.items()
            if (count >= _LISTED if lemma in dictionary else count >= _KNOWN and len(lemma) > 3)
        }
        forms = {form.lower(): lemma for lemma in sorted(known) for form in sorted(met[lemma])}
        for lemma in sorted(known):
            own = dictionary.get(lemma, lemma)  # of the lemma of "Arbeitens", "Arbeiten", it is "Arbeit"
            forms.setdefault(lemma.lower(), own if own in known else lemma)
        return cls(known, forms)


def _lemma(word: str, dictionary: Mapping[str, str]) -> str:
    """The noun's lemma; the noun itself where the dictionary has none that is one."""
    lemma = dictionary.get(word, word)
    return lemma if lemma[0].isupper() else word


def _is_noun(word: str, counts: Counts, *, listed: bool) -> bool:
    """Whether a word is mostly written with a capital, and not only because it begins a sentence."""
    least = (_SHARE if listed else 1) * counts.small[word.lower()]
    return word.isalpha() and word[1:].islower() and counts.inside[word] >= max(1, least)
