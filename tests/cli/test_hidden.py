"""Whatever is hidden in what came in, in file names and in names of people, is shown and commands nothing."""

import json
import unicodedata
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run

HIDDEN = "\u202e\u2066\u200b\u00ad\ufeff\x1b[2J\x9b\u2028\U000e0041\u2800"
NAME = "urn:newsml:dpx.example:20260301:17"
ITEM = {
    "uri": NAME,
    "version": "1",
    "pubstatus": "usable",
    "versioncreated": "2026-03-01T10:00:00Z",
    "headlines": [
        {"role": "main", "value": f"Ti{HIDDEN}tel"},
        {"role": "sub", "value": f"Un{HIDDEN}ter"},
        {"role": "kicker", "value": f"Ki{HIDDEN}cker"},
    ],
    "byline": f"Jo{HIDDEN}st Harms",
    "provider": f"dp{HIDDEN}x",
    "body_text": f"„Der De{HIDDEN}ich hält noch lange genug für alle hier“, rief Ad{HIDDEN}a zu Be{HIDDEN}n.",
}
LATER = ITEM | {"version": "2", "body_text": f"{ITEM['body_text']} „Ne{HIDDEN}u ist das nicht“, sagte Bo."}
KILL = ITEM | {"version": "2", "pubstatus": "canceled", "ednote": f"Fal{HIDDEN}sch."}
BROKEN = f'{{"uri": "{NAME}", "pubstatus": "usable", "versioncreated": 1, "body_text": "'
NAMED = "meldungen\u202e\u200b\x1b[2J.ninjs"


@pytest.fixture
def told(run: Run, tmp_path: Path) -> list[str]:
    """All that reading said."""
    said = []
    for number, items in enumerate(([ITEM], [LATER], [LATER | {"uri": f"{NAME}:b"}])):
        folder = tmp_path / f"{number}\u202e"
        folder.mkdir()
        (folder / NAMED).write_text(json.dumps(items), "utf-8")
        (folder / f"kaputt{NAMED}").write_text(BROKEN, "utf-8")
        with zipfile.ZipFile(folder / "a\u202e.zip", "w") as archive:
            archive.writestr(f"drin{NAMED}", json.dumps(items))
            archive.writestr(f"leer{NAMED}", "")
        ran = run("read", str(folder), "--db", "record.db")
        said += [ran.out, ran.err]
    return said


def hidden(*written: str) -> set[str]:
    """What is in it that nobody sees, but for the ends of lines."""
    chars = {char for each in written for char in each}
    return {char for char in chars if unicodedata.category(char) in ("Cc", "Cf", "Zl") or char == "\u2800"} - {
        "\r",
        "\n",
    }


def test_reading_shows_it(told: list[str]) -> None:
    assert hidden(*told) == set()
    everything = "".join(told)
    for name in (
        "Ti⟨U+202E⟩",
        "dp⟨U+202E⟩",
        "De⟨U+202E⟩",
        "kaputtmeldungen⟨U+202E⟩⟨U+200B⟩⟨U+001B⟩[2J.ninjs",
        "leermeldungen⟨U+202E⟩",
    ):
        assert name in everything


VERBS = (
    ("statements",),
    ("search", "Deich*", "--context", "10"),
    ("search", "hält"),
    ("review",),
    ("reprints",),
    ("history",),
    ("waiting",),
    ("verify",),
    ("saved",),
    ("saved", "deich"),
    ("export", "--format", "csv"),
    ("export", "--format", "jsonl"),
    ("export", "--format", "corpus"),
)


@pytest.mark.usefixtures("told")
def test_every_verb_shows_it(run: Run, tmp_path: Path) -> None:
    (found, *_) = [json.loads(line) for line in run("statements", "--db", "record.db", "--json").out.splitlines()]
    article, statement = found["article"]["id"], found["id"]
    run("search", "Deich*", "--save", "deich", "--db", "record.db")
    run("confirm", statement, "--db", "record.db", "--by", f"An{HIDDEN}na", "--why", f"so{HIDDEN}")
    run("complete", article, "--db", "record.db", "--by", f"An{HIDDEN}na")
    (tmp_path / "kill.ninjs").write_text(json.dumps([KILL, KILL | {"uri": f"{NAME}:b"}]), "utf-8")
    verbs = [*VERBS, ("show", article), ("show", article, "--html", "-"), ("versions", article), ("similar", statement)]
    said = []
    for _ in range(2):
        for verb in verbs:
            for json_or_not in ((), ("--json",)) if verb[0] not in ("verify", "export", "versions") else ((),):
                for language in ("de", "en"):
                    ran = run(*verb, *json_or_not, "--db", "record.db", "--lang", language)
                    assert "Traceback" not in ran.err
                    said += [ran.out, ran.err]
        ran = run("read", "kill.ninjs", "--db", "record.db")
        said += [ran.out, ran.err]
    assert hidden(*said) == set()
    shown = run("show", article, "--db", "record.db").out
    for name in ("Ti⟨U+202E⟩", "Un⟨U+202E⟩", "Ki⟨U+202E⟩", "Jo⟨U+202E⟩", "dp⟨U+202E⟩", "Fal⟨U+202E⟩"):
        assert name in "".join(shown.split("\n")), name
