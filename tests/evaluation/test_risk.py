import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from evaluation.__main__ import app
from evaluation.bootstrap import Draws
from evaluation.corpus import Annotation, CorpusDocument
from evaluation.coverage import Claim, Point, curve, from_threshold
from evaluation.predicting import Predicted, Sureness
from evaluation.risk import Certain, certain_of, measure_risk, risks
from evaluation.risk_picture import Line, picture
from tests.builder import ToyReader
from wortlaut.types import Span

TEXT = "„Komm her“, sagte Moll. „Geh“, rief Jork."
#       0 1    2  3 4 5    6   7 8 9  10 11 12  13
TOKENS = (
    (0, 1), (1, 5), (6, 9), (9, 10), (10, 11), (12, 17), (18, 22), (22, 23),
    (24, 25), (25, 28), (28, 29), (29, 30), (31, 35), (36, 40), (40, 41),
)  # fmt: skip


def document(*annotations: Annotation) -> CorpusDocument:
    return CorpusDocument("a", TEXT, tuple(Span(*token) for token in TOKENS), (), annotations)


def said(quote: set[int], speaker: set[int] | None = None) -> Annotation:
    return Annotation("Direct", "Speech", frozenset(quote), speaker=frozenset(speaker or ()))


def found(annotation: Annotation, quote: float, speaker: float | None = None) -> Predicted:
    return Predicted(annotation, Sureness(quote, 1.0, 1.0, speaker, None, None, None))


def verdict(gold: list[Annotation], predicted: Predicted) -> dict[tuple[str, bool], tuple[int, int]]:
    """How many of each kind are claimed, and how many are right."""
    return {
        (one.name, one.strict): (one.whole.claims, one.whole.right)
        for one in risks([document(*gold)], [[predicted]], Certain())
    }


def test_same_words_are_right_both_ways_punctuation_aside() -> None:
    assert verdict([said({0, 1, 2, 3}, {6})], found(said({1, 2}, {6}), 0.9, 0.8)) == {
        ("statements", False): (1, 1),
        ("statements", True): (1, 1),
        ("speakers", False): (1, 1),
        ("speakers", True): (1, 1),
    }


def test_half_of_the_words_is_right_loosely_alone() -> None:
    # quote {1,2} and {1}: F1 2/3; speaker {5,6} and {6}: F1 2/3
    assert verdict([said({1, 2}, {5, 6})], found(said({1}, {6}), 0.9, 0.8)) == {
        ("statements", False): (1, 1),
        ("statements", True): (1, 0),
        ("speakers", False): (1, 1),
        ("speakers", True): (1, 0),
    }


def test_fewer_shared_words_are_wrong_though_the_statement_is_paired() -> None:
    # quote {0,1,2,3} and {3,4,5,6}: F1 1/4, a pair; its speaker counts
    assert verdict([said({0, 1, 2, 3}, {6})], found(said({3, 4, 5, 6}, {6}), 0.9, 0.8)) == {
        ("statements", False): (1, 0),
        ("statements", True): (1, 0),
        ("speakers", False): (1, 1),
        ("speakers", True): (1, 1),
    }


def test_spurious_statement_and_its_speaker_are_wrong() -> None:
    assert set(verdict([said({9}, {13})], found(said({1, 2}, {13}), 0.9, 0.8)).values()) == {(1, 0)}


def test_speaker_where_the_gold_has_none_is_wrong_and_no_speaker_is_no_claim() -> None:
    assert verdict([said({1, 2})], found(said({1, 2}, {6}), 0.9, 0.8))["speakers", True] == (1, 0)
    assert verdict([said({1, 2}, {6})], found(said({1, 2}), 0.9))["speakers", True] == (0, 0)


def test_statements_and_speakers_each_have_their_own_confidence_and_threshold() -> None:
    gold = [said({1, 2}, {6}), said({9}, {13})]
    predicted = [found(said({1, 2}, {13}), 0.9, 0.6), found(said({9}, {13}), 0.7, 0.8)]
    by_name = {one.name: one for one in risks([document(*gold)], [predicted], Certain(0.8, 0.7)) if not one.strict}
    assert by_name["statements"].curve.points == (Point(0.9, 1, 1, 2), Point(0.7, 2, 2, 2))
    assert by_name["speakers"].curve.points == (Point(0.8, 1, 1, 2), Point(0.6, 2, 1, 2))
    assert [(one.certain.threshold, one.certain.kept) for one in by_name.values() if one.certain] == [
        (0.8, 1),
        (0.7, 1),
    ]
    assert [one.precise.threshold for one in by_name.values() if one.precise] == [0.7, 0.8]


def test_given_thresholds_win_over_those_of_the_weights_and_other_readers_have_none() -> None:
    assert certain_of("shipped", quote=0.5, speaker=0.25) == Certain(0.5, 0.25)
    assert certain_of("another", quote=None, speaker=0.25) == Certain(None, 0.25)


def corpus(path: Path) -> Path:
    entries = [
        {
            "documentName": name,
            "originalText": TEXT,
            "tokens": [{"charBegin": start, "charEnd": end} for start, end in TOKENS],
            "sentences": [{"begin": 0, "end": 8}, {"begin": 8, "end": 15}],
            "annotations": [
                {
                    "id": 0, "type": "Direct", "medium": "Speech", "isNested": False, "hasNested": False,
                    "quote": {"tokenIds": [0, 1, 2, 3]}, "speaker": {"tokenIds": [6]}, "cue": {"tokenIds": [5]},
                    "frame": {"tokenIds": []}, "addressee": {"tokenIds": []},
                }
            ],
        }
        for name in "ab"
    ]  # fmt: skip
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return path


def test_reader_is_asked_for_the_raw_texts(tmp_path: Path) -> None:
    # in each of two texts the toy finds both quotes, of which the gold has the first
    measured = measure_risk(corpus(tmp_path / "gold.jsonl"), ToyReader(), Certain(quote=0.9))
    statements = measured[0]
    assert (statements.whole.claims, statements.whole.right) == (4, 2)
    assert statements.certain is not None
    assert (statements.certain.kept, statements.certain.precision) == (4, 0.5)
    assert statements.precise is None


def test_command_prints_tables_and_json_and_draws(tmp_path: Path) -> None:
    gold, drawn = corpus(tmp_path / "gold.jsonl"), tmp_path / "risk.svg"
    arguments = ["risk", "--gold", str(gold), "--certain-quote", "0.1", "--certain-speaker", "0.1"]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    assert "statements, strictly" in done.stdout
    done = CliRunner().invoke(app, [*arguments, "--picture", str(drawn), "--json"])
    printed = json.loads(done.stdout)
    both = ["loosely", "strictly"]
    assert {name: sorted(ways) for name, ways in printed.items()} == {"statements": both, "speakers": both}
    loosely = printed["statements"]["loosely"]
    assert loosely["certain"]["threshold"] == 0.1
    assert loosely["curve"][-1][1] == 100.0
    assert ET.fromstring(drawn.read_text(encoding="utf-8")).tag.endswith("svg")


def line(name: str, rights: list[bool]) -> Line:
    claims = [Claim(1 - number / 1000, right, 0) for number, right in enumerate(rights)]
    return Line(name, curve(claims).points, from_threshold(claims, 0.99, Draws.of(1)))


def test_picture_has_a_line_a_name_and_a_text_for_each_curve_and_nothing_from_outside() -> None:
    drawn = picture([line("statements", [True] * 40), line("<speakers>", [True, False] * 20), line("none", [])])
    root = ET.fromstring(drawn)
    space = "{http://www.w3.org/2000/svg}"
    classes = [path.get("class") for path in root.iter(f"{space}path")]
    assert [name for name in classes if name and name.startswith("line")] == ["line l1", "line l2"]
    assert {"statements", "<speakers>"} <= {text.text for text in root.iter(f"{space}text")}
    described = root.find(f"{space}desc")
    assert described is not None
    assert "statements: 100.0 % right of all, certain: 100.0 % right of 28 %. <speakers>: 50.0 %" in " ".join(
        (described.text or "").split()
    )
    assert drawn.count("http") == 1  # the name space


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_every_point_lies_in_the_field(share: float) -> None:
    rights = [number < 100 * share for number in range(100)]
    drawn = picture([line("a", rights)])
    numbers = drawn.split('class="line l1" d="M')[1].split('"')[0].replace(" L", " ").split()
    xs, ys = [float(x) for x in numbers[::2]], [float(y) for y in numbers[1::2]]
    assert (min(xs) >= 72, max(xs) <= 616) == (True, True)
    assert (min(ys) >= 50, max(ys) <= 340) == (True, True)
