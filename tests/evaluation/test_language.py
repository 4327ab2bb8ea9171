import gzip
import json
from pathlib import Path

import pytest

from evaluation.corpus import MalformedFile
from evaluation.language import Agreement, run_konjunktiv, run_lemmas, run_sentences, run_tokens
from evaluation.treebank import TreeSentence, Word, read_treebank
from wortlaut.types import Span

TREEBANK = """\
# sent_id = 1
# text = Im Rat sagte er, er komme.
1-2\tIm\t_\t_\t_\t_\t_\t_\t_\t_
1\tIn\tin\tADP\t_\t_\t3\tcase\t_\t_
2\tdem\tder\tDET\t_\tCase=Dat\t3\tdet\t_\t_
3\tRat\tRat\tNOUN\t_\t_\t4\tobl\t_\t_
4\tsagte\tsagen\tVERB\t_\tMood=Ind|Tense=Past\t0\troot\t_\t_
5\ter\ter\tPRON\t_\t_\t4\tnsubj\t_\tSpaceAfter=No
6\t,\t,\tPUNCT\t_\t_\t8\tpunct\t_\t_
7\ter\ter\tPRON\t_\t_\t8\tnsubj\t_\t_
8\tkomme\tkommen\tVERB\t_\tMood=Sub\t4\tccomp\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

# sent_id = 2
# text = Ob alle gingen und Kern sei?
1\tOb\tob\tSCONJ\t_\t_\t3\tmark\t_\t_
2\talle\tall\tPRON\t_\t_\t3\tnsubj\t_\t_
3\tgingen\tgehen\tVERB\t_\tMood=Sub\t0\troot\t_\t_
4\tund\tund\tCCONJ\t_\t_\t6\tcc\t_\t_
5\tKern\tKernow\tPROPN\t_\t_\t6\tnsubj\t_\t_
6\tsei\tsein\tAUX\t_\tMood=Ind\t3\tconj\t_\tSpaceAfter=No
7\t?\t?\tPUNCT\t_\t_\t3\tpunct\t_\t_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "small.conllu.gz"
    path.write_bytes(gzip.compress(TREEBANK.encode()))
    return path


def test_a_treebank_is_read_with_contractions_as_they_are_written(treebank: Path) -> None:
    nothing: frozenset[str] = frozenset()

    assert read_treebank(treebank)[0] == TreeSentence(
        "Im Rat sagte er, er komme.",
        (
            Word(Span(0, 2), "", "", nothing),
            Word(Span(3, 6), "Rat", "NOUN", nothing),
            Word(Span(7, 12), "sagen", "VERB", frozenset({"Mood=Ind", "Tense=Past"})),
            Word(Span(13, 15), "er", "PRON", nothing),
            Word(Span(15, 16), ",", "PUNCT", nothing),
            Word(Span(17, 19), "er", "PRON", nothing),
            Word(Span(20, 25), "kommen", "VERB", frozenset({"Mood=Sub"})),
            Word(Span(25, 26), ".", "PUNCT", nothing),
        ),
    )


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("# text = Ja\n1\tJa\n", "2 columns"),
        ("# text = Ja\n1\tNein\tnein\tX\t_\t_\t0\t_\t_\t_\n", "does not have its word 'Nein'"),
    ],
)
def test_a_broken_treebank_is_refused(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "broken.conllu"
    path.write_text(content, "utf-8")

    with pytest.raises(MalformedFile, match=complaint):
        read_treebank(path)


def test_a_missing_treebank_is_named(tmp_path: Path) -> None:
    with pytest.raises(MalformedFile, match="no such file"):
        read_treebank(tmp_path / "nowhere.conllu")


def test_forms_that_only_one_side_marks_count_against_us(treebank: Path) -> None:
    assert run_konjunktiv(treebank) == Agreement(right=1, spurious=1, missed=1)


def test_a_wrong_lemma_is_spurious_and_missed(treebank: Path) -> None:
    assert run_lemmas(treebank) == Agreement(right=5, spurious=1, missed=1)


def test_sentences_of_a_treebank_are_joined_and_found_again(treebank: Path) -> None:
    assert run_sentences(treebank) == Agreement(right=1)


def test_tokens_and_sentences_are_measured_on_the_quotation_corpus(tmp_path: Path) -> None:
    text = "Am 3. Mai kam er. Wer?"
    spans = [(0, 2), (3, 4), (4, 5), (6, 9), (10, 13), (14, 16), (16, 17), (18, 21), (21, 22)]
    record = {
        "documentName": "one",
        "originalText": text,
        "tokens": [{"charBegin": start, "charEnd": end} for start, end in spans],
        "sentences": [{"begin": 0, "end": 3}, {"begin": 3, "end": 7}, {"begin": 7, "end": 9}],
        "annotations": [],
    }
    path = tmp_path / "corpus.jsonl"
    path.write_text(json.dumps(record), "utf-8")

    assert run_tokens(path) == Agreement(right=7, spurious=1, missed=2)
    assert run_sentences(path) == Agreement(right=1, spurious=0, missed=1)


def test_an_agreement_is_reckoned_in_shares() -> None:
    agreement = Agreement(right=6, spurious=2, missed=6)

    assert (agreement.precision, agreement.recall, agreement.f1) == (0.75, 0.5, 0.6)


def test_nothing_on_either_side_is_agreement_without_a_harmonic_mean() -> None:
    assert (Agreement().precision, Agreement().recall, Agreement().f1) == (1.0, 1.0, 0.0)
