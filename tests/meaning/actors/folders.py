"""Folders of an invented country and its office-holders."""

from collections.abc import Mapping
from pathlib import Path

__all__ = ["TARNIEN", "folder_of", "rows"]

# Tab separated, as a user would write them: only the columns that are needed, or filled.
TARNIEN: Mapping[str, str] = {
    "sources.tsv": """
id|where|as_of|note
almanach|https://almanach.example/tarnien|2024-06-01|Staatskalender
""",
    "places.tsv": """
id|name|aliases|kind|within|stands_for|adjectives|demonyms|source
tn|Tarnien||country||tn.regierung|tarnisch|Tarnier~Tarnierin|almanach
tn.velm|Velm|Welm|city|tn|tn.regierung|||almanach
tn.wasserhof|Wasserhof||seat|tn|tn.praesident|||almanach
""",
    "bodies.tsv": """
id|name|aliases|kind|place|source
tn.regierung|tarnische Regierung||government|tn|almanach
tn.seebund|Seebund|Bündler|party|tn|almanach
""",
    "offices.tsv": """
id|masculine|feminine|names|titles|kind|body|place|shared|source
tn.praesident|tarnischer Präsident|tarnische Präsidentin|Wasserhofchef|Präsidentin|head-of-state||tn||almanach
tn.hafen|tarnischer Hafenminister|tarnische Hafenministerin||Hafenminister|minister|tn.regierung|tn||almanach
tn.seebund.vorsitz|Seebund-Vorsitzender|Seebund-Vorsitzende|Seebundchefin|Parteichefin|party|tn.seebund|tn|yes|almanach
""",
    "persons.tsv": """
id|name|family|aliases|gender|wikidata|source
ilka-brons|Ilka Brons|Brons|Ilka Brons-Tamm|f|Q900000001|almanach
jost-uschakow|Jost Uschakow|Uschakow||m||almanach
mato-gruesse|Mato Grüße|Grüße||m||almanach
""",
    "terms.tsv": """
person|office|from|to|source|as_of|note
ilka-brons|tn.praesident|2010-03-01|2016-05-31|almanach|2024-06-01|
jost-uschakow|tn.praesident|2016-05-31||almanach|2024-06-01|
mato-gruesse|tn.hafen|2012|2015-09|almanach|2024-06-01|
ilka-brons|tn.seebund.vorsitz|2018-01||almanach|2024-06-01|
mato-gruesse|tn.seebund.vorsitz|2019-02-02||almanach|2024-06-01|
""",
}


def rows(table: str) -> str:
    """The table as a file has it: columns apart by tabs, several names by a bar."""
    return table.strip().replace("|", "\t").replace("~", "|") + "\n"


def folder_of(path: Path, tables: Mapping[str, str]) -> Path:
    """The folder with those tables as files."""
    path.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        (path / name).write_text(rows(table), encoding="utf-8")
    return path
