import gzip
import json
from pathlib import Path

import pytest

from evaluation.corpus import (
    Annotation,
    CorpusDocument,
    MalformedFile,
    Prediction,
    RawText,
    TokenText,
    has_gold,
    read_gold,
    read_predictions,
    read_texts,
    read_tokens,
)
from wortlaut.types import Span, TokenRange

NONE: dict[str, object] = {"spans": [], "text": "", "tokenIds": []}


def part(*tokens: int) -> dict[str, object]:
    return {"spans": [], "text": "", "tokenIds": list(tokens)}


def annotation(**changes: object) -> dict[str, object]:
    whole: dict[str, object] = {
        "id": 0,
        "type": "Direct",
        "medium": "Speech",
        "quote": part(2, 3),
        "speaker": part(0),
        "cue": part(1),
        "frame": part(0, 1),
        "addressee": NONE,
        "isNested": False,
        "hasNested": False,
    }
    return whole | changes


def entry(**changes: object) -> dict[str, object]:
    whole: dict[str, object] = {
        "documentName": "17 - Streit",
        "originalText": "Moll sagt: „Nein“",
        "tokens": [
            {"charBegin": 0, "charEnd": 4, "id": 0},
            {"charBegin": 5, "charEnd": 10, "id": 1},
            {"charBegin": 11, "charEnd": 16, "id": 2},
            {"charBegin": 16, "charEnd": 17, "id": 3},
        ],
        "sentences": [{"begin": 0, "end": 4}],
        "annotations": [annotation()],
    }
    return whole | changes


def write(path: Path, *entries: object) -> Path:
    path.write_text("\n".join(json.dumps(value) for value in entries) + "\n", encoding="utf-8")
    return path


def test_gold_becomes_frozen_records(tmp_path: Path) -> None:
    assert read_gold(write(tmp_path / "gold.jsonl", entry())) == (
        CorpusDocument(
            name="17 - Streit",
            text="Moll sagt: „Nein“",
            tokens=(Span(0, 4), Span(5, 10), Span(11, 16), Span(16, 17)),
            sentences=(TokenRange(0, 4),),
            annotations=(
                Annotation(
                    "Direct",
                    "Speech",
                    quote=frozenset({2, 3}),
                    cue=frozenset({1}),
                    frame=frozenset({0, 1}),
                    speaker=frozenset({0}),
                ),
            ),
        ),
    )


def test_gzip_and_blank_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress(b"\n" + json.dumps(entry()).encode() + b"\n\n"))
    assert [document.name for document in read_gold(path)] == ["17 - Streit"]


def test_texts_are_name_and_text_alone(tmp_path: Path) -> None:
    path = write(
        tmp_path / "gold.jsonl", {"documentName": "a", "originalText": "Nein.", "annotations": "not looked at"}
    )
    assert list(read_texts(path)) == [RawText("a", "Nein.")]


def test_corpus_without_tokens_gets_our_own(tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", {"documentName": "a", "originalText": "Nein."})
    assert list(read_tokens(path)) == [TokenText("a", "Nein.", (Span(0, 4), Span(4, 5)))]


def test_corpus_without_statements_is_told_apart(tmp_path: Path) -> None:
    bare = write(tmp_path / "bare.jsonl", {"documentName": "a", "originalText": "Nein."})
    assert (has_gold(bare), has_gold(write(tmp_path / "gold.jsonl", entry()))) == (False, True)


def test_predictions_keep_their_line(tmp_path: Path) -> None:
    path = tmp_path / "pred.jsonl"
    path.write_text("\n" + json.dumps({"documentName": "a", "annotations": []}) + "\n", encoding="utf-8")
    assert read_predictions(path) == (Prediction("a", (), 2),)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (entry(annotations=[annotation(quote={"spans": []})]), "line 2, annotations 0, quote: no 'tokenIds'"),
        (entry(annotations=[annotation(quote=part(4))]), "line 2, annotations 0, quote: a token id lies outside 0-3"),
        (entry(annotations=[annotation(type=7)]), "line 2, annotations 0: 'type' must be a string, not int"),
        (entry(annotations=["no object"]), "line 2, annotations 0: must be an object, not str"),
        (entry(annotations={}), "line 2: 'annotations' must be a list, not dict"),
        (
            entry(tokens=[{"charBegin": 3, "charEnd": 3}]),
            "line 2, tokens 0: characters 3-3 are no place in a text of 17",
        ),
        (entry(tokens=[{"charBegin": True, "charEnd": 3}]), "line 2, tokens 0: 'charBegin' must be a whole number"),
        ([], "line 2: must be a JSON object, not list"),
    ],
)
def test_malformed_gold_is_refused_with_its_line(tmp_path: Path, changed: object, message: str) -> None:
    path = write(tmp_path / "gold.jsonl", entry(documentName="first"), changed)
    with pytest.raises(MalformedFile) as refused:
        read_gold(path)
    assert str(refused.value).startswith(f"{path}, {message}")


def test_broken_json_is_refused_with_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"documentName": ', encoding="utf-8")
    with pytest.raises(MalformedFile, match=r"line 1: no JSON \(Expecting value at column 18\)"):
        read_gold(path)


def test_document_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedFile, match="document '17 - Streit' stands there twice"):
        read_gold(write(tmp_path / "gold.jsonl", entry(), entry()))


def test_misspelt_role_in_a_prediction_is_refused(tmp_path: Path) -> None:
    # a suite that reads another key than is written drops every addressee in silence
    renamed = annotation(addr=NONE)
    del renamed["addressee"]
    with pytest.raises(MalformedFile, match="line 1, annotations 0: unknown key 'addr'; known are addressee, cue"):
        read_predictions(write(tmp_path / "pred.jsonl", entry(annotations=[renamed])))


def test_missing_role_in_a_prediction_is_refused(tmp_path: Path) -> None:
    lacking = annotation()
    del lacking["addressee"]
    with pytest.raises(MalformedFile, match="line 1, annotations 0: no 'addressee'"):
        read_predictions(write(tmp_path / "pred.jsonl", entry(annotations=[lacking])))


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedFile, match="there is no such file"):
        read_gold(tmp_path / "gone.jsonl")


def test_damaged_gzip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(entry()).encode())[:-12])
    with pytest.raises(MalformedFile, match="cannot be read as UTF-8 lines"):
        read_gold(path)
