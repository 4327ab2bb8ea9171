import json
import random
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from evaluation.corpus import MalformedFile
from evaluation.duplicates import (
    Index,
    Pair,
    Result,
    Trap,
    Variant,
    duplicates,
    measure,
    pieces,
    read_lines,
    trap,
    vary,
)
from evaluation.figures import Share
from wortlaut.matching.likeness import sketch


def article(seed: int, words: int = 120) -> str:
    """A text of words that other seeds share a part of."""
    rng = random.Random(seed)
    return " ".join(f"wort{rng.randrange(2000)}" for _ in range(words))


ARTICLES = [article(seed) for seed in range(12)]
WORDS = [f" neu{number}" for number in range(50)]
QUOTATION = "„" + " ".join(f"sagen{number}" for number in range(30)) + "“"


def result(*, found: Share, astray: int = 0, trapped: int = 0, taken: bool = False) -> Result:
    return Result(
        found={Variant.CUT: found},
        best={Variant.CUT: found},
        astray=astray,
        trapped={Trap.SEQUEL: Share(trapped, 10)},
        pairs=(Pair(0, 1, 0.2, taken),),
    )


def test_recall_is_the_share_of_the_variants_that_were_found() -> None:
    assert result(found=Share(3, 4)).recall == 0.75


def test_precision_counts_wrong_articles_traps_and_pairs_of_the_corpus_against_it() -> None:
    assert result(found=Share(8, 10)).precision == 1.0
    assert result(found=Share(8, 10), astray=3, trapped=4, taken=True).precision == 8 / 16


def test_nothing_found_is_neither_precise_nor_complete() -> None:
    nothing = result(found=Share(0, 10))
    assert (nothing.recall, nothing.precision) == (0.0, 0.0)


@pytest.mark.parametrize("seed", range(5))
def test_edited_text_has_some_of_its_words_changed(seed: int) -> None:
    words, edited = ARTICLES[0].split(), vary(ARTICLES[0], Variant.EDITED, random.Random(seed), WORDS).split()
    same = sum(word in words for word in edited)
    assert 0.85 * len(words) <= same
    assert edited != words
    assert 0.85 * len(words) <= len(edited) <= 1.15 * len(words)


@pytest.mark.parametrize("seed", range(5))
def test_cut_text_is_the_beginning_of_it(seed: int) -> None:
    cut = vary(ARTICLES[0], Variant.CUT, random.Random(seed), WORDS)
    assert ARTICLES[0].startswith(cut)
    assert 102 <= len(cut.split()) <= 117  # 3 to 15 % of 120 words are gone


def test_framed_text_holds_it_whole() -> None:
    framed = vary(ARTICLES[0], Variant.FRAMED, random.Random(1), WORDS)
    before, middle, behind = framed.partition(ARTICLES[0])
    assert middle
    assert before
    assert behind


def test_variants_are_made_again_from_the_same_seed() -> None:
    assert vary(ARTICLES[0], Variant.ALL, random.Random(7), WORDS) == vary(
        ARTICLES[0], Variant.ALL, random.Random(7), WORDS
    )


def test_trap_quotes_the_passage_within_another_article() -> None:
    texts = [f"{ARTICLES[0]}\n{QUOTATION}", ARTICLES[1]]
    made = trap(texts, 0, Trap.QUOTATION, random.Random(1))
    assert made is not None
    assert sorted(made.split("\n")) == sorted([ARTICLES[1], QUOTATION])
    assert trap(texts, 1, Trap.QUOTATION, random.Random(1)) is None  # nothing to quote


def test_article_that_is_half_quotation_makes_no_trap() -> None:
    assert trap([f"{article(0, 20)}\n{QUOTATION}", ARTICLES[1]], 0, Trap.QUOTATION, random.Random(1)) is None


def test_sequel_copies_a_third_to_a_half_behind_words_of_others() -> None:
    made = trap(ARTICLES, 3, Trap.SEQUEL, random.Random(1))
    assert made is not None
    own, _, copied = made.rpartition("\n\n")
    assert copied.strip() in ARTICLES[3]
    assert 36 <= len(copied.split()) <= 60
    assert len(own.split()) + len(copied.split()) == 120
    assert set(own.split()) <= {word for place, text in enumerate(ARTICLES) if place != 3 for word in text.split()}


def test_index_names_the_reprints_most_alike_first() -> None:
    index = Index()
    for text in (ARTICLES[0], " ".join(ARTICLES[0].split()[:100]), ARTICLES[1]):
        index.add(sketch(text))
    assert index.reprints(sketch(" ".join(ARTICLES[0].split()[:110]))) == (0, 1)
    assert index.reprints(sketch(ARTICLES[2])) == ()


def test_measure_finds_the_variants_and_nothing_else() -> None:
    measured = measure(ARTICLES, seed=1)
    assert measured.found == dict.fromkeys(Variant, Share(12, 12))
    assert measured.best == measured.found
    assert measured.astray == 0
    assert measured.trapped == {Trap.QUOTATION: Share(0, 0), Trap.SEQUEL: Share(0, 12)}
    assert [pair for pair in measured.pairs if pair.taken] == []
    assert (measured.recall, measured.precision) == (1.0, 1.0)


def test_measure_tells_where_an_article_stands_twice() -> None:
    measured = measure([*ARTICLES, ARTICLES[4]], seed=1)
    assert measured.pairs[0] == Pair(4, 12, 1.0, taken=True)
    assert measured.astray == 2 * len(Variant)  # each variant of both is taken for one of the other, too
    assert measured.precision < 0.98


def test_running_text_is_cut_into_pieces_without_loss() -> None:
    lines = [f"1999-05-03\tRika Ammerling\t{article(seed, 70)}\n" for seed in range(20)]
    cut = list(pieces(lines, seed=1))
    assert " ".join(cut).split() == [word for seed in range(20) for word in article(seed, 70).split()]
    assert all(100 <= len(piece.split()) <= 400 for piece in cut[:-1])


def test_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.txt.xz"
    path.write_bytes(b"no xz")
    with pytest.raises(MalformedFile, match=r"broken\.txt\.xz: cannot be read as UTF-8 lines"):
        list(read_lines(path))


def write_corpus(path: Path, texts: list[str]) -> Path:
    lines = (json.dumps({"documentName": f"{number}", "originalText": text}) for number, text in enumerate(texts))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(("texts", "code"), [(ARTICLES, 0), ([*ARTICLES, ARTICLES[4]], 1)], ids=["apart", "twice"])
def test_command_fails_below_the_bar(tmp_path: Path, texts: list[str], code: int) -> None:
    app = typer.Typer()
    app.command()(duplicates)
    corpus = write_corpus(tmp_path / "corpus.jsonl", texts)
    unrelated = tmp_path / "running.txt"
    unrelated.write_text("\n".join(article(seed) for seed in range(100, 140)), encoding="utf-8")
    done = CliRunner().invoke(app, ["--corpus", str(corpus), "--unrelated", str(unrelated)])
    assert done.exit_code == code
    assert "recall 1.0000" in done.stdout
