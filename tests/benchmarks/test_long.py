import pytest

from benchmarks.documents import items
from benchmarks.long import exponent, long, long_text


def test_text_has_exactly_so_many_words_and_keeps_paragraphs() -> None:
    assert long_text(["Eins zwei.\n\nDrei.", "  ", "Vier fünf sechs."], 5) == "Eins zwei.\n\nDrei.\n\nVier fünf"


def test_few_texts_are_repeated() -> None:
    assert long_text(["Eins zwei."], 5) == "Eins zwei.\n\nEins zwei.\n\nEins"


def test_text_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="not one word"):
        long_text([" \n"], 5)


@pytest.mark.parametrize("power", [0.5, 1, 2])
def test_exponent_is_the_power_that_time_grows_with(power: float) -> None:
    lengths = (100, 200, 400)
    assert exponent(lengths, [3 * length**power for length in lengths]) == pytest.approx(power)


def test_every_length_is_timed_in_a_process_of_its_own() -> None:
    figures = long(list(items(3)), reader="shipped", runs=1, lengths=(300, 600))
    assert [(figure.name, figure.unit) for figure in figures if "memory" not in figure.name] == [
        ("article of 300 words", "s"),
        ("article of 600 words", "s"),
        ("time grows with length to the", "power"),
    ]
    assert all(figure.median > 0 for figure in figures if figure.unit == "s")
    assert all(0 <= figure.median < 500 for figure in figures if figure.unit == "MiB")
