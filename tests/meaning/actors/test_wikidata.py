import bz2
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.meaning.actors.folders import TARNIEN, folder_of
from wortlaut.errors import InputError
from wortlaut.meaning.actors import Actors, load
from wortlaut.meaning.actors.wikidata import Imported, Wanted, read_dump, read_query, write

PRESIDENT, OTHER = "Q900000100", "Q900000200"
WANTED = Wanted({PRESIDENT: "tn.praesident"}, "https://wissen.example/dump", "2024-06-01")


def snak(value: object) -> dict[str, Any]:
    return {"snaktype": "value", "datavalue": {"value": value}}


def item(qid: str) -> dict[str, Any]:
    return snak({"entity-type": "item", "id": qid})


def time(day: str, precision: int = 11) -> dict[str, Any]:
    return snak({"time": f"+{day}T00:00:00Z", "precision": precision})


def held(position: str, start: dict[str, Any] | None, end: dict[str, Any] | None = None, rank: str = "normal") -> Any:
    qualifiers = {claim: [value] for claim, value in (("P580", start), ("P582", end)) if value}
    return {"mainsnak": item(position), "qualifiers": qualifiers, "rank": rank}


def person(qid: str, name: str, *positions: Any, aliases: tuple[str, ...] = (), gender: str = "Q6581072") -> Any:
    claims = {
        "P31": [{"mainsnak": item("Q5"), "rank": "normal"}],
        "P21": [{"mainsnak": item(gender), "rank": "normal"}],
        "P39": list(positions),
    }
    german = [{"language": "de", "value": alias} for alias in aliases]
    return {"id": qid, "labels": {"de": {"value": name}}, "aliases": {"de": german}, "claims": claims}


BRONS = person(
    "Q900000001",
    "Ilka Brons",
    held(PRESIDENT, time("2010-03-01"), time("2016-05-31")),
    held(OTHER, time("2001-01-01")),
    aliases=("Ilka Brons-Tamm", "Brons | Tamm"),
)
RIVER = {"id": "Q900000300", "labels": {"de": {"value": "Velm"}}, "claims": []}


def dumped(*entities: Any) -> str:
    return "[\n" + ",\n".join(map(json.dumps, entities)) + "\n]\n"


def dump(folder: Path, *entities: Any) -> Path:
    path = folder / "dump.json"
    path.write_text(dumped(*entities), encoding="utf-8")
    return path


def terms(imported: Imported) -> list[tuple[str, str, str]]:
    return [(term.person, term.start, term.end) for term in imported.terms.values()]


def test_a_dump_gives_the_terms_of_wanted_positions(tmp_path: Path) -> None:
    imported = read_dump(dump(tmp_path, RIVER, BRONS), WANTED)
    assert terms(imported) == [("ilka-brons", "2010-03-01", "2016-05-31")]


def test_a_dump_gives_german_names_gender_and_id(tmp_path: Path) -> None:
    (found,) = read_dump(dump(tmp_path, BRONS), WANTED).persons.values()
    assert (found.name, found.family, found.aliases, found.gender, found.wikidata) == (
        "Ilka Brons",
        "Brons",
        ("Ilka Brons-Tamm", "Brons Tamm"),
        "f",
        "Q900000001",
    )


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_a_packed_dump_is_unpacked(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "dump"
    path.write_bytes(pack(dumped(BRONS).encode()))
    assert len(read_dump(path, WANTED).terms) == 1


@pytest.mark.parametrize(("precision", "start"), [(11, "2010-03-01"), (10, "2010-03"), (9, "2010")])
def test_a_day_is_as_exact_as_the_dump_says(tmp_path: Path, precision: int, start: str) -> None:
    entity = person("Q900000001", "Ilka Brons", held(PRESIDENT, time("2010-03-01", precision)))
    assert terms(read_dump(dump(tmp_path, entity), WANTED)) == [("ilka-brons", start, "")]


@pytest.mark.parametrize(
    ("entity", "reason"),
    [
        (person("Q900000002", "Jost Tamm", held(PRESIDENT, None)), "no first day is known"),
        (person("Q900000002", "Jost Tamm", held(PRESIDENT, time("1900-01-01", 7))), "no first day is known"),
        (person("Q900000002", "", held(PRESIDENT, time("2010-03-01"))), "the person has no German label"),
        (
            person("Q900000002", "Jost Tamm", held(PRESIDENT, time("2010-03-01"), time("2009-03-01"))),
            "the term ends before it begins",
        ),
    ],
)
def test_what_cannot_be_taken_is_counted_by_reason(tmp_path: Path, entity: Any, reason: str) -> None:
    imported = read_dump(dump(tmp_path, entity), WANTED)
    assert (imported.left_out, imported.terms) == ({reason: 1}, {})


def test_deprecated_statements_are_read_past(tmp_path: Path) -> None:
    entity = person("Q900000002", "Jost Tamm", held(PRESIDENT, time("2010-03-01"), rank="deprecated"))
    assert read_dump(dump(tmp_path, entity), WANTED) == Imported()


def test_what_is_no_human_is_read_past(tmp_path: Path) -> None:
    entity = person("Q900000002", "Jost Tamm", held(PRESIDENT, time("2010-03-01")))
    entity["claims"]["P31"] = [{"mainsnak": item("Q95074"), "rank": "normal"}]
    assert read_dump(dump(tmp_path, entity), WANTED) == Imported()


def test_two_persons_of_one_name_get_two_ids(tmp_path: Path) -> None:
    entities = [person(f"Q90000000{n}", "Jost Tamm", held(PRESIDENT, time(f"201{n}-03-01"))) for n in (1, 2)]
    imported = read_dump(dump(tmp_path, *entities), WANTED)
    assert [term[0] for term in terms(imported)] == ["jost-tamm", "jost-tamm-q900000002"]


def test_a_person_whom_the_list_has_keeps_her_id(tmp_path: Path) -> None:
    wanted = Wanted(WANTED.positions, WANTED.source, WANTED.as_of, {"Q900000001": "brons"})
    assert terms(read_dump(dump(tmp_path, BRONS), wanted))[0][0] == "brons"


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    path.write_text(dumped(BRONS).replace('"id"', "id", 1), encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        read_dump(path, WANTED)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_dump(tmp_path / "fehlt.json", WANTED)


def binding(**values: str) -> dict[str, dict[str, str]]:
    return {name: {"type": "literal", "value": value} for name, value in values.items()}


ROW = binding(
    person="http://www.wikidata.org/entity/Q900000001",
    personLabel="Ilka Brons",
    personAltLabel="Ilka Brons-Tamm, Brönsi",
    gender="http://www.wikidata.org/entity/Q6581072",
    position=f"http://www.wikidata.org/entity/{PRESIDENT}",
    start="2010-03-01T00:00:00Z",
    end="2016-05-31T00:00:00Z",
)


def query(folder: Path, *bindings: Any) -> Path:
    path = folder / "query.json"
    result = {"head": {"vars": ["person"]}, "results": {"bindings": list(bindings)}}
    path.write_text(json.dumps(result, indent=1), encoding="utf-8")
    return path


def test_a_query_gives_the_same_as_a_dump(tmp_path: Path) -> None:
    asked, dumped_ = (read_query(query(tmp_path, ROW), WANTED), read_dump(dump(tmp_path, BRONS), WANTED))
    assert asked.terms == dumped_.terms


def test_a_query_gives_german_aliases(tmp_path: Path) -> None:
    (found,) = read_query(query(tmp_path, ROW), WANTED).persons.values()
    assert found.aliases == ("Ilka Brons-Tamm", "Brönsi")


def test_a_person_without_a_label_is_left_out(tmp_path: Path) -> None:
    row = ROW | binding(personLabel="Q900000001")
    assert read_query(query(tmp_path, row), WANTED).left_out == {"the person has no German label": 1}


def test_a_result_longer_than_what_is_read_at_once_is_read_whole(tmp_path: Path) -> None:
    many = [
        ROW | binding(person=f"http://www.wikidata.org/entity/Q9{n:06}", personLabel=f"Brons {n}") for n in range(400)
    ]
    path = query(tmp_path, *many)
    assert path.stat().st_size > 1 << 17
    assert len(read_query(path, WANTED).terms) == 400


@pytest.mark.parametrize(
    ("content", "reason"), [("{}", "no `bindings`"), ('{"results": {"bindings": [{"person": ', "cut off")]
)
def test_what_is_no_result_of_a_query_is_told(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "query.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=reason):
        read_query(path, WANTED)


@pytest.fixture
def tarnien(tmp_path: Path) -> Actors:
    tables = dict(TARNIEN)
    header = "id|masculine|feminine|kind|place|wikidata|source"
    tables["offices.tsv"] = f"{header}\ntn.praesident|Präsident|Präsidentin|head-of-state|tn|{PRESIDENT}|almanach"
    del tables["terms.tsv"]
    tables["places.tsv"] = "id|name|kind|source\ntn|Tarnien|country|almanach"
    return load(folder_of(tmp_path / "tarnien", tables), over_shipped=False)


def test_what_is_wanted_follows_from_the_list(tarnien: Actors) -> None:
    wanted = Wanted.by(tarnien, source="a/b", as_of="2024")
    assert (wanted.positions, wanted.known) == ({PRESIDENT: "tn.praesident"}, {"Q900000001": "ilka-brons"})


def test_what_is_written_can_be_loaded_over_the_list(tmp_path: Path, tarnien: Actors) -> None:
    wanted = Wanted.by(tarnien, source="https://wissen.example/dump", as_of="2024-06-01")
    write(read_dump(dump(tmp_path, BRONS), wanted), tmp_path / "neu")
    loaded = load(tmp_path / "tarnien", tmp_path / "neu", over_shipped=False)
    assert (loaded.faults, [term.start for term in loaded.terms_of("ilka-brons")]) == ((), ["2010-03-01"])
