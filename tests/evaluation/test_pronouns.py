"""Pronoun links against a corpus of coreference."""

import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evaluation.__main__ import app
from evaluation.corpus import MalformedFile
from evaluation.pronouns import LinkScore, measure_links

WORDS = "Trainerin Anna Lohfeld sah den Zaun . Sie lachte . Es regnete .".split()
MENTIONS = [
    {"spans": [[0, 3]], "set": "a", "type": "np"},
    {"spans": [[7, 8]], "set": "a", "type": "pronoun"},
    {"spans": [[10, 11]], "set": "b", "type": "pronoun"},
]


def corpus(path: Path, *lines: object) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)
    return path


def test_links_are_judged_beside_the_nearest_noun(tmp_path: Path) -> None:
    path = corpus(tmp_path / "texts.jsonl.gz", {"words": WORDS, "mentions": MENTIONS})
    assert measure_links(path) == LinkScore(pronouns=1, linked=1, right=1, nearest=0, nearest_of_linked=0)


def test_command_prints_the_shares(tmp_path: Path) -> None:
    path = corpus(tmp_path / "texts.jsonl.gz", {"words": WORDS, "mentions": MENTIONS})
    done = CliRunner().invoke(app, ["pronouns", "--gold", str(path)])
    assert done.exit_code == 0
    assert "linked to somebody       100.0 % of 1" in done.stdout


def test_line_that_is_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(MalformedFile, match="line 1"):
        measure_links(corpus(tmp_path / "texts.jsonl.gz", {"words": []}))
