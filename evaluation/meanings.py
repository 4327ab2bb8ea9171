"""What the floors of meaning are held against: who speaks, and expressions of time."""

from collections.abc import Mapping
from pathlib import Path

from evaluation.corpus import RawText, read_gold
from evaluation.gold import judge_stage, read_statements
from evaluation.predicting import predict
from evaluation.time import measure, read_gold_texts
from wortlaut.reading import Reader
from wortlaut.settings import Settings

__all__ = ["time_reached", "who_reached"]

# The quotation corpus that the statement gold marks, beside it in the shared material.
_MARKED = Path("data/quotes/dev.jsonl.gz")
# Texts that the grammar was built on; only the others measure.
_BUILT_ON = "-42/"
_WHO = {
    "persons": "person right, of found",
    "organisations": "organisation right, of found",
    "kinds": "kind right, of found",
    "indirect mentions": "pronoun or description right, of found",
}
_WRONG = {
    "no wrong person": "wrong person's name shown, of found",
    "no person on others": "person's name on what is no person, of found",
}


def who_reached(gold: Path, reader: Reader) -> Mapping[str, float]:
    """Shares of the statements found, in percent, by measure; of wrong names how many are not."""
    marked = read_statements(gold)
    names = {each.document for each in marked}
    documents = [each for each in read_gold(gold.parents[1] / _MARKED) if each.name in names]
    texts = [RawText(document.name, document.text) for document in documents]
    found = list(predict(texts, reader, batch=Settings().batch))
    figures = judge_stage(marked, documents, found)
    shares = {each.name.strip(): 100 * each.part / each.whole for each in figures if each.whole}
    return {name: shares[of] for name, of in _WHO.items()} | {name: 100 - shares[of] for name, of in _WRONG.items()}


def time_reached(gold: Path) -> Mapping[str, float]:
    """F1 in percent of spans strictly and relaxed, and of values, on the texts that only measure."""
    scores = measure(text for text in read_gold_texts(gold) if _BUILT_ON not in text.id)
    return {name: 100 * scores.f1(name) for name in ("strict", "relaxed", "value")}
