"""Keys of the words in the lists of acts."""

from pathlib import Path

from training.keys import keys, main
from wortlaut.meaning.acts.words import KEYS, derived_key, fold, shipped_keys


def test_shipped_keys_are_those_of_the_lists_and_of_the_dictionary() -> None:
    assert shipped_keys() == keys()  # else: python -m training.keys


def test_written_file_is_the_shipped_one(tmp_path: Path) -> None:
    main(["--out", str(tmp_path / KEYS)])
    shipped = Path(__file__).parents[2] / "src" / "wortlaut" / "meaning" / "acts" / KEYS
    assert (tmp_path / KEYS).read_bytes() == shipped.read_bytes()


def test_word_that_no_list_has_is_looked_up() -> None:
    assert "Fährmänner" not in shipped_keys()
    assert fold("Fährmänner") == derived_key("Fährmänner")
