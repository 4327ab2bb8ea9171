"""A large stock of generated articles with statements about invented people, to fill a record with.

Words are drawn as often as they occur: either from a list with counts (`WORD<tab>COUNT` a line) or from a made one
whose counts fall as Zipf's law says. Statements are of the length that they have in the German quotation corpus
(median 14 tokens, mean 17), four or five an article; nothing is read by a reader, so that only the record is measured.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import TypeVar

from benchmarks.documents import proper_names
from benchmarks.happenings import Diary
from wortlaut.types import (
    Act,
    Article,
    Attribution,
    Confidence,
    Document,
    Medium,
    Origin,
    Part,
    Party,
    PartyKind,
    Provenance,
    ResolvedParty,
    Run,
    Sense,
    SourceMap,
    Span,
    Stance,
    Statement,
    StatementType,
    Telling,
    TokenRange,
    article_id,
    statement_id,
)

__all__ = ["MADE_BY", "Item", "Population", "Vocabulary", "made_vocabulary", "read_vocabulary"]

MADE_BY = Provenance("benchmark", "sha256:0", "0")
_Each = TypeVar("_Each")
_FIRST_DAY = date(2010, 1, 1)
_DAYS = 5800
_OPEN = 0.2  # of the speakers: nobody can say who is meant
_OFFICES = ("Ministerin", "Präsident", "Sprecherin", "Bürgermeister", "Parteichef", "Richter", "Botschafterin")
_PRONOUNS = ("er", "sie", "der Sprecher", "die Regierung", "das Ministerium", "die Polizei")
_PAPERS = ("bote", "kurier", "anzeiger", "post", "blatt", "zeitung", "rundschau", "funk")
_CUES = ("sagte", "erklärte", "teilte mit", "kritisierte", "betonte", "forderte", "warnte", "kündigte an")
_TYPES = tuple(StatementType)
_TYPE_WEIGHTS = (38, 30, 24, 5, 3)
_ADDRESSED = 0.15  # of the statements: said to another of the article's cast
_TARGETED = 0.15  # directed at one
_ACTS = tuple(Act)
_STANCES = tuple(Stance)
_STANCE_WEIGHTS = (85, 6, 4, 5)
_FUNCTION_WORDS = (
    "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
    "dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr "
    "durch man sein wurde sei"
).split()
_ENDINGS = ("en", "er", "ung", "keit", "lich", "isch", "te", "t", "e", "schaft")
_MADE_WORDS = 60_000


class Vocabulary:
    """Words, and how often each is drawn."""

    def __init__(self, words: Sequence[str], counts: Sequence[float]) -> None:
        self.words = words
        self._cumulated = list(accumulate(counts))

    def draw(self, random: Random, count: int) -> list[str]:
        """So many words, each drawn by its count."""
        return random.choices(self.words, cum_weights=self._cumulated, k=count)

    def part(self, first: int, last: int) -> Sequence[str]:
        """The words of these ranks, the commonest being 0."""
        return self.words[first:last]


def read_vocabulary(path: Path) -> Vocabulary:
    """The vocabulary of a list, `WORD<tab>COUNT` a line, the commonest first."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return Vocabulary([word for word, _ in rows], [float(count) for _, count in rows])


def made_vocabulary(*, seed: int = 1) -> Vocabulary:
    """A vocabulary of real function words and made content words, the n-th as often as 1 / (n + 2.7)."""
    random = Random(seed)
    made = dict.fromkeys(_FUNCTION_WORDS)
    names = proper_names(random)
    while len(made) < _MADE_WORDS:
        stem = "".join(next(names) for _ in range(random.choice((1, 1, 1, 2)))).capitalize()
        word = stem + random.choice(_ENDINGS)
        made[word if random.random() < 0.5 else word.lower()] = None
    return Vocabulary(list(made), [1 / (rank + 2.7) for rank in range(len(made))])


@dataclass(frozen=True, slots=True)
class Item:
    """An article with all that the record is given with it."""

    article: Article
    document: Document
    lemmas: Sequence[str]
    statements: Sequence[Statement]
    attributions: Sequence[Attribution]
    senses: Sequence[Sense]
    tellings: Sequence[Telling]


class Population:
    """The articles; the same ones for the same seed and vocabulary."""

    def __init__(self, vocabulary: Vocabulary, lemma: Callable[[str], str], *, seed: int = 1) -> None:
        self.vocabulary = vocabulary
        self._lemma = lemma
        self._random = Random(seed)
        names = proper_names(self._random)
        self.names = [f"{next(names)} {next(names)}" for _ in range(30_000)]
        self.sources = [f"{next(names)}er {self._random.choice(_PAPERS).capitalize()}" for _ in range(300)]
        self._diary = Diary(seed=seed)

    def items(self, statements: int) -> Iterator[Item]:
        """Articles until they have so many statements."""
        number = 0
        while statements > 0:
            item = self._item(number, min(statements, 1 + min(int(self._random.expovariate(1 / 3.9)), 30)))
            statements -= len(item.statements)
            number += 1
            yield item

    def zipf(self, among: Sequence[_Each]) -> _Each:
        """One of them, the first ones more often."""
        return among[int(len(among) ** self._random.random()) - 1]

    def _item(self, number: int, statements: int) -> Item:
        text = _Text(self._lemma)
        title = " ".join(self.vocabulary.draw(self._random, 6))
        casts = [self.zipf(self.names) for _ in range(3)]
        marks = [self._sentence(text, casts) for _ in range(statements)]
        article = self._article(number, title, text.text)
        document = Document(text.text, tuple(text.tokens), (TokenRange(0, len(text.tokens)),))
        found = [self._statement(article, *mark) for mark in marks]
        meant = [self._meant(each, casts) for each in found]
        senses = [self._sense(each) for each in found]
        return Item(article, document, text.lemmas, found, meant, senses, self._diary.tellings(article, casts, found))

    def _sense(self, statement: Statement) -> Sense:
        """What it does: some acts much more often than others."""
        stance = self._random.choices(_STANCES, _STANCE_WEIGHTS)[0]
        return Sense(statement.id, self.zipf(_ACTS), round(self._random.betavariate(6, 1), 4), stance)

    def _meant(self, statement: Statement, casts: Sequence[str]) -> Attribution:
        """Who speaks: mostly one of the article's cast, by name."""
        mention = statement.speakers[0].mention
        if self._random.random() < _OPEN:
            return Attribution(statement.id, (ResolvedParty(mention, PartyKind.UNKNOWN, None, None, 0.5),), ())
        name = self._random.choice(casts)
        office = self._random.choice(_OFFICES) if self._random.random() < 0.5 else None
        party = ResolvedParty(mention, PartyKind.PERSON, name, office, 0.75, actor=f"person:{name.lower()}")
        return Attribution(statement.id, (party,), self._other(casts, _ADDRESSED), self._other(casts, _TARGETED))

    def _other(self, casts: Sequence[str], share: float) -> tuple[ResolvedParty, ...]:
        """To or against whom it is, where the article says so: another of its cast, without a mention beside it."""
        if self._random.random() >= share:
            return ()
        name = self._random.choice(casts)
        return (ResolvedParty((), PartyKind.PERSON, name, None, 0.6, actor=f"person:{name.lower()}"),)

    def _article(self, number: int, title: str, text: str) -> Article:
        # Nine of ten come in day after day, the others late.
        late = self._random.random() < 0.1
        day = self._random.randrange(_DAYS) if late else number // 40 % _DAYS
        url = f"https://example.org/{number}"
        return Article(
            id=article_id(text=text, url=url, source=None, declared_id=None),
            text=text,
            raw=text.encode(),
            source_map=_source_map(text),
            origin=Origin("benchmark.jsonl", number + 1, number + 1),
            form="jsonl",
            encoding="utf-8",
            title=title,
            published=None if self._random.random() < 0.01 else _FIRST_DAY + timedelta(days=day),
            source=self.zipf(self.sources),
            url=url,
        )

    def _sentence(self, text: "_Text", casts: Sequence[str]) -> tuple[Span, Span, Span]:
        """Where quote, cue and speaker stand, after a sentence of narrative."""
        random = self._random
        text.add([*self.vocabulary.draw(random, random.randint(4, 14)), "."])
        if random.random() < 0.4:
            speaker = random.choice(_PRONOUNS).split()
        else:
            office = [random.choice(_OFFICES)] if random.random() < 0.4 else []
            speaker = office + random.choice(casts).split()[random.random() < 0.3 :]
        length = max(3, min(80, round(random.lognormvariate(2.64, 0.6))))
        quote = text.add(self.vocabulary.draw(random, length))
        cue = text.add([",", *random.choice(_CUES).split()])
        mention = text.add(speaker)
        text.add(["."])
        return quote, Span(cue.start + 2, cue.end), mention

    def _statement(self, article: Article, quote: Span, cue: Span, speaker: Span) -> Statement:
        random = self._random
        return Statement(
            id=statement_id(article, (quote,), 0),
            article_id=article.id,
            type=random.choices(_TYPES, _TYPE_WEIGHTS)[0],
            medium=Medium.SPEECH,
            quote=(quote,),
            cue=Part((cue,), 0.75),
            frame=Part((Span(cue.start, speaker.end),), 0.5),
            speakers=(Party((speaker,), round(random.betavariate(5, 1), 4)),),
            addressees=(),
            parent=None,
            confidence=Confidence(round(random.betavariate(6, 1), 4), round(random.betavariate(8, 1), 4), 0.99),
            made_by=MADE_BY,
        )


class _Text:
    """A text that grows by words, with its tokens and their lemmas."""

    def __init__(self, lemma: Callable[[str], str]) -> None:
        self.tokens: list[Span] = []
        self.lemmas: list[str] = []
        self._pieces: list[str] = []
        self._length = 0
        self._lemma = lemma

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._pieces)

    def add(self, words: Sequence[str]) -> Span:
        """Where the words stand, which are added with blanks between them, but none before punctuation."""
        first = len(self.tokens)
        for word in words:
            if self._length and word not in ".,":
                self._pieces.append(" ")
                self._length += 1
            self._pieces.append(word)
            self.tokens.append(Span(self._length, self._length + len(word)))
            self.lemmas.append(self._lemma(word))
            self._length += len(word)
        return Span(self.tokens[first].start, self._length)


def _source_map(text: str) -> SourceMap:
    runs: list[Run] = []
    byte = 0
    for position, char in enumerate(text):
        width = len(char.encode())
        if not runs or runs[-1].width != width:
            runs.append(Run(position, byte, width))
        byte += width
    return SourceMap(len(text), tuple(runs))
