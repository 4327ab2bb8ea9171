"""Words as a person writes them, found in an article's text.

White space, quotation marks and dashes may be others than in the text, and hidden characters be left out; capitals
count only where that is needed to find anything. `71-133` is taken as a place, `71-90 95-133` as several.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wortlaut.decisions import SaidDays, Values
from wortlaut.errors import InputError, NotInText
from wortlaut.types import Act, Labelled, Medium, Position, Span, StatementType

__all__ = ["Wording", "placed"]

Spans = tuple[Span, ...]
_Cost = tuple[int, int]  # how many characters apart all stand, and how many of them inside the quote
# Characters that a mention inside the quote counts as away. Of 660 speakers and addressees of the training part whose
# words stand several times in the text, this took the right place of most: 92 %, with 0 or 100 91 %, with no end 84 %.
_INSIDE = 40

_MARKS = "\"'„“”‟‚‘’‛«»‹›`´′″"
_DASHES = "-‐‑‒–—―−"
_UNSEEN = "[\u00ad\u200b-\u200d\u2060]*"
_THIN = "[\u00a0\u202f]?"  # as some put between words and quotation marks
_PLACES = re.compile(r"\d+-\d+(?: +\d+-\d+)*")
_BETWEEN = re.compile(rf"([\s{re.escape(_MARKS)}]+)")
_TOLD = 5  # places that a message names
_AROUND = 20  # characters on each side of a place that a message shows


@dataclass(frozen=True, slots=True)
class Wording:
    """What parts of a statement are to be, in words of the article, or places in it such as `71-133`.

    A part that is None is not spoken of, an empty one is said not to be there. Several of `quote`, `cue` and `frame`
    are stretches of the text in order; each of `speakers` and `addressees` is one mention. `parent` is the id of a
    statement, or `decisions.NO_PARENT`; `venue` a name, or `decisions.NO_VENUE`. `who` has who is meant by each
    speaker: an actor's id or name, another name, or `unnamed`, `group`, `document`, `unknown`. `labels` are given and
    `no_labels` taken away, each as `CODEBOOK:CATEGORY`, the former also with `:agree` or `:disagree` behind it; of
    others nothing is said.
    """

    quote: tuple[str, ...] | None = None
    type: StatementType | None = None
    medium: Medium | None = None
    cue: tuple[str, ...] | None = None
    frame: tuple[str, ...] | None = None
    speakers: tuple[str, ...] | None = None
    addressees: tuple[str, ...] | None = None
    parent: str | None = None
    who: tuple[str, ...] | None = None
    act: Act | None = None
    said_on: SaidDays | None = None
    venue: str | None = None
    labels: tuple[str, ...] | None = None
    no_labels: tuple[str, ...] | None = None


def placed(wording: Wording, text: str, *, near: Spans = ()) -> Values:
    """The same with the places of all words in `text`; raises `NotInText`.

    Of several occurrences the one nearest to the quote is taken, of a quote's the one nearest to `near`, where the
    statement stood before; of a split quote's parts those that stand closest together.
    """
    quote = None if wording.quote is None else _Search(text, near, within=()).chain(wording.quote)
    around = _Search(text, quote or near, within=quote or near)
    return Values(
        quote=quote,
        type=wording.type,
        medium=wording.medium,
        cue=None if wording.cue is None else around.chain(wording.cue),
        frame=None if wording.frame is None else around.chain(wording.frame),
        speakers=None if wording.speakers is None else around.each(wording.speakers),
        addressees=None if wording.addressees is None else around.each(wording.addressees),
        parent=wording.parent,
        act=wording.act,
        said_on=wording.said_on,
        venue=wording.venue,
        labels=_labels(wording),
    )


def _labels(wording: Wording) -> tuple[Labelled, ...] | None:
    """What is said of labels; None where nothing is."""
    said = [*(_labelled(each) for each in wording.labels or ())]
    said += (replace(_labelled(each), applies=False, position=None) for each in wording.no_labels or ())
    return tuple(said) or None


def _labelled(written: str) -> Labelled:
    """The label that is written so; raises `InputError`."""
    codebook, _, rest = written.partition(":")
    category, _, side = rest.partition(":")
    if not codebook or not category or (side and side not in set(Position)):
        raise InputError("label_malformed", label=written)
    return Labelled(codebook, category, position=Position(side) if side else None)


@dataclass(frozen=True, slots=True)
class _Search:
    """A text, the spans near to which words are sought, and those inside of which they are less often meant."""

    text: str
    near: Spans
    within: Spans

    def each(self, mentions: Sequence[str]) -> tuple[Spans, ...]:
        """The place of each mention."""
        return tuple(self.chain((words,)) for words in mentions)

    def chain(self, parts: Sequence[str]) -> Spans:
        """The places of all parts, one behind the other; raises `NotInText`."""
        paths: list[tuple[_Cost, tuple[Spans, ...]]] = [((0, 0), ())]
        for words in parts:
            options = self._occurrences(words)
            longer: list[tuple[_Cost, tuple[Spans, ...]]] = []
            for option in options:
                fitting = [
                    (self._added(cost, option, path), (*path, option))
                    for cost, path in paths
                    if not path or path[-1][-1].end <= option[0].start
                ]
                longer += sorted(fitting)[:2]  # a second one shows that the first is not the only best
            if not longer:
                raise NotInText("words_disordered", words=words, places=self._told(options))
            paths = longer
        paths.sort()
        if len(paths) > 1 and paths[0][0] == paths[1][0]:
            self._refuse_ambiguous(parts, paths[0][1], paths[1][1])
        return tuple(span for option in paths[0][1] for span in option)

    def _added(self, cost: _Cost, option: Spans, path: tuple[Spans, ...]) -> _Cost:
        """The cost with that of one more place: in the quote, and away from `near` or the place before."""
        inside = any(span.start < other.end and other.start < span.end for span in option for other in self.within)
        start, end = option[0].start, option[-1].end
        away = min((max(other.start - end, start - other.end, 0) for other in self.near), default=0)
        apart = start - path[-1][-1].end if path else 0
        return cost[0] + away + apart + _INSIDE * inside, cost[1] + inside

    def _occurrences(self, words: str) -> list[Spans]:
        """Every place of the words, or the places that they are; raises `NotInText` where there is none."""
        if _PLACES.fullmatch(words.strip()):
            return [tuple(_span(each) for each in words.split())]
        for flags in (0, re.IGNORECASE):
            found: list[Spans] = [(span,) for span in _find(words, self.text, flags)]
            if found:
                return found
        nearest = self._told([(span,) for span in _longest_part(words, self.text)])
        if nearest:
            raise NotInText("words_absent_but", words=words, places=nearest)
        raise NotInText("words_absent", words=words)

    def _refuse_ambiguous(self, parts: Sequence[str], first: tuple[Spans, ...], second: tuple[Spans, ...]) -> None:
        words = next(each for each, one, other in zip(parts, first, second, strict=True) if one != other)
        raise NotInText("words_ambiguous", words=words, places=self._told(self._occurrences(words)))

    def _told(self, options: Sequence[Spans]) -> str:
        """The places for a message, each with the words around it."""
        told = [
            f"{span.start}-{span.end} (…{self.text[max(span.start - _AROUND, 0) : span.end + _AROUND]}…)"
            for option in options[:_TOLD]
            for span in option
        ]
        return "; ".join(told) + ("; …" if len(options) > _TOLD else "")


def _span(place: str) -> Span:
    start, end = map(int, place.split("-"))
    if start >= end:
        raise NotInText("place_impossible", place=place)
    return Span(start, end)


def _find(words: str, text: str, flags: int) -> Iterator[Span]:
    pattern = _pattern(words)
    return (Span(*match.span()) for match in re.finditer(pattern, text, flags)) if pattern else iter(())


def _pattern(words: str) -> str:
    """The regular expression for words; empty where there is nothing to look for."""
    pieces = _BETWEEN.split(unicodedata.normalize("NFC", words).strip())
    marks = f"[{re.escape(_MARKS)}]"
    inner = pieces[2 if not pieces[0] else 0 : -2 if not pieces[-1] else None]
    if not any(inner[::2]):
        return ""
    before = rf"(?:(?<!\w){marks}{_THIN}){{0,{len(pieces[1])}}}" if not pieces[0] else ""
    behind = rf"(?:{_THIN}{marks}(?!\w)){{0,{len(pieces[-2])}}}" if not pieces[-1] else ""
    body = "".join(
        _word(piece) if at % 2 == 0 else rf"(?:\s|{marks}){'+' if piece.isspace() else '*'}"
        for at, piece in enumerate(inner)
    )
    start = r"(?<!\w)" if inner[0][0].isalnum() else ""
    end = r"(?!\w)" if inner[-1][-1].isalnum() else ""
    return f"{before}{start}{body}{end}{behind}"


def _word(word: str) -> str:
    return _UNSEEN.join(_letter(letter) for letter in word)


def _letter(letter: str) -> str:
    if letter in _DASHES:
        return f"[{_DASHES}]"
    apart = unicodedata.normalize("NFD", letter)
    return re.escape(letter) if apart == letter else f"(?:{re.escape(letter)}|{re.escape(apart)})"


def _longest_part(words: str, text: str) -> list[Span]:
    """Where the longest beginning or end of the words stands, at a word's bound; empty where none does."""
    every = words.split()
    for length in range(len(every) - 1, 0, -1):
        for part in (every[:length], every[-length:]):
            found = list(_find(" ".join(part), text, re.IGNORECASE))
            if found:
                return found
    return []
