"""Fitting the choice of the day on which something was said."""

from pathlib import Path

from training.said_on import Example, fit, lines_of
from wortlaut.meaning.when.saying import NOBODY, SayingWeights


def example(right: int, *features: str) -> Example:
    """A choice of two, of which the first one has the features."""
    return Example((frozenset(features), frozenset({"plain"})), right)


def test_feature_of_the_right_ones_gets_heavier_than_another() -> None:
    fitted = fit([example(0, "frame")] * 20)
    assert fitted.of["frame"] > fitted.of["plain"]


def test_nobody_gets_likelier_where_nobody_is_right() -> None:
    assert fit([example(-1, "frame")] * 20).nobody > 0


def test_lines_have_every_weight() -> None:
    rows = [line.split("\t") for line in lines_of(SayingWeights({"frame": 1.25}, 2.0, 0.5)).splitlines()[1:]]
    assert rows == [[NOBODY, "2.000"], ["least", "0.500"], ["frame", "1.250"]]


def test_shipped_weights_are_lines_of_this_module() -> None:
    path = Path(__file__).parents[2] / "src" / "wortlaut" / "meaning" / "when" / "saying.tsv"
    assert path.read_text("utf-8").startswith(lines_of(SayingWeights({}, 0.0, 0.0)).partition("\n")[0])
