"""What is learned from needs torch, which the tests' own environment does without."""

from types import ModuleType

import numpy as np
import pytest

from training.corpus import Example, GoldQuote
from wortlaut.language import analyse
from wortlaut.reading.lexicon import Lexicon, shape_of
from wortlaut.reading.vectors import SubwordVectors
from wortlaut.types import StatementType

TEXTS = (
    ("Das sagte Präsident Holm am Montag.", (2, 3)),
    ("Laut Ministerin Vera Tamm fehlt Geld.", (1, 2, 3)),
    ("Am Dienstag rief Präsident Brons an.", (3, 4)),
)


@pytest.fixture(scope="module")
def torch() -> ModuleType:
    found: ModuleType = pytest.importorskip("torch")
    return found


def quote(speaker: tuple[int, ...], addressee: tuple[int, ...] = ()) -> GoldQuote:
    return GoldQuote(0, StatementType.REPORTED, None, (0,), (), (), speaker, addressee)


def vectors() -> SubwordVectors:
    table = np.random.default_rng(1).integers(-127, 127, (500, 8), dtype=np.int8)
    return SubwordVectors(table, np.full(8, 0.02, np.float32), shortest=3, longest=5)


def test_pairs_are_those_inside_and_at_the_ends_of_mentions(torch: ModuleType) -> None:
    from training.links import _pairs

    assert _pairs([quote((2, 3, 4)), quote((0,), (7, 8))], 9) == {
        0: False,
        1: False,
        2: True,
        3: True,
        4: False,
        6: False,
        7: True,
    }


def test_what_is_inside_one_mention_is_no_end_of_another(torch: ModuleType) -> None:
    from training.links import _pairs

    assert _pairs([quote((3,)), quote((2, 3, 4))], 9) == {1: False, 2: True, 3: True, 4: False}


def test_mentions_learned_by_heart_are_held_together_and_told_from_their_neighbours(torch: ModuleType) -> None:
    from training.links import fit_links

    examples = [Example(str(number), analyse(text), (quote(speaker),)) for number, (text, speaker) in enumerate(TEXTS)]
    links = fit_links(examples, vectors())
    for example, (_, speaker) in zip(examples, TEXTS, strict=True):
        words = example.document.words()
        of = Lexicon(vectors(), {}).of(words)
        joined = links.joined(of.vectors_WD, np.array([shape_of(word) for word in words], np.int64))
        inside = speaker[1:]
        assert all(joined[place] > np.log(0.5) for place in inside)
        assert joined[speaker[0]] < np.log(0.5)
        assert joined[speaker[-1] + 1] < np.log(0.5)


def test_without_a_mention_there_is_nothing_to_learn(torch: ModuleType) -> None:
    from training.links import fit_links

    with pytest.raises(ValueError, match="no mention"):
        fit_links([Example("a", analyse("Nichts."), ())], vectors())
