"""The lexicon: how entries are written, found and refused."""

import pytest

from tests.meaning.acts.articles import Said, seen
from wortlaut.errors import InputError
from wortlaut.language import analyse
from wortlaut.meaning.acts.cues import Entry, Lexicon, best, read_entries, shipped
from wortlaut.meaning.acts.words import Words
from wortlaut.types import Act, Effect, Stance

HEADER = "cue\tkind\tact\teffect\tstance"


def found(lexicon: Lexicon, cue: str) -> str | None:
    words = Words(analyse(cue))
    match = best(lexicon.in_cue(words, range(len(words.forms)), ()))
    return match.entry.cue if match else None


def entry(cue: str, kind: str = "verb", act: Act | None = Act.DEMAND) -> Entry:
    return Entry(cue, kind, act, Effect.OPEN, Stance.NEUTRAL)


@pytest.mark.parametrize("cue", ["kündigte an", "ankündigte", "hat angekündigt", "kündigen an"])
def test_separable_verb_is_found_in_every_form(cue: str) -> None:
    assert found(Lexicon([entry("an|kündigen")]), cue) == "an|kündigen"


def test_most_words_win_then_an_act_then_a_verb() -> None:
    lexicon = Lexicon(
        [entry("stellen"), entry("in Frage stellen", "phrase", Act.DOUBT), entry("Frage", "noun", Act.ASK)]
    )
    assert found(lexicon, "stellte in Frage") == "in Frage stellen"
    assert found(lexicon, "stellte eine Frage") == "stellen"


def test_noun_is_found_at_the_end_of_a_compound() -> None:
    assert found(Lexicon([entry("Forderung", "noun")]), "die Rücktrittsforderungen") == "Forderung"


def test_verb_with_zu_reports_nothing() -> None:
    text = "Adler nutzte den Tag, um das Amt abzulehnen."
    assert seen(text, Said(text[:-1], type="reported")).told is None


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("fordern\tverb\tdemand\topen", "line 2: 4 columns, 5 are needed"),
        ("fordern\tverbum\tdemand\topen\tneutral", "unknown kind 'verbum'"),
        ("fordern\tverb\twish\topen\tneutral", "'wish' is not a valid Act"),
        ("fordern\tverb\tdemand\topen\tneutral\nfordern\tverb\t-\topen\tneutral", "stands on line 2 already"),
    ],
)
def test_entry_that_cannot_be_is_refused_with_its_line(line: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_entries(f"{HEADER}\n{line}".splitlines(), "own.tsv")


def test_shipped_lexicon_is_large_and_every_entry_is_found_in_itself() -> None:
    lexicon = shipped()
    assert len(lexicon.entries) >= 1000
    missed = [each.cue for each in lexicon.entries if found(lexicon, each.cue.replace("|", "")) is None]
    assert missed == []
