import ast
import re
from collections import Counter
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from string import Formatter

import pytest

from wortlaut import texts
from wortlaut.agreement import Aspect
from wortlaut.cli.status import Status
from wortlaut.decisions import Action
from wortlaut.export.segments import Role
from wortlaut.matching.overlap import ChangeKind
from wortlaut.meaning.who.evidence import FEATURES
from wortlaut.meaning.who.explaining import Gender, Outcome
from wortlaut.meaning.who.explicit import Way
from wortlaut.meaning.who.phrases import Form
from wortlaut.messages import Message
from wortlaut.record import Sort
from wortlaut.record.search.certainty import BANDS
from wortlaut.record.search.faceting import FacetKind
from wortlaut.record.search.overviewing import Step
from wortlaut.record.search.suggesting import SuggestionKind
from wortlaut.texts import TEXTS, Texts, day
from wortlaut.types import (
    Act,
    ArticleKind,
    ChannelKind,
    EventKind,
    EventStatus,
    Medium,
    Modality,
    PartyKind,
    Position,
    Stage,
    Stance,
    Standing,
    StatementPart,
    StatementType,
)
from wortlaut.types import Outcome as Became
from wortlaut.web.api.asked import Filtered
from wortlaut.web.imports.job import Arrival, State

PACKAGE = Path(__file__).parents[1] / "src" / "wortlaut"


def made_key(name: str) -> str:
    """A name of the stage of meaning as part of a key."""
    return re.sub("[^a-z]+", "_", name)


# What the commands about actors, about events and about codebooks share.
_SHARED = {"__init__", "group", "listing", "naming"}
# Keys that are put together from a value, with all the values.
MADE_KEYS = {
    *(f"type.{kind.value}" for kind in StatementType),
    *(f"medium.{medium.value}" for medium in Medium),
    *(f"role.{role.value}" for role in Role),
    *(f"status.{status.name.lower()}" for status in Status),
    *(f"refused.{stage.value}" for stage in (Stage.LANGUAGE, Stage.READING, Stage.MEANING)),
    *("help.arguments", "help.options", "retracted.withheld"),
    *(f"cite.{form}" for form in ("text", "bib", "ris")),
    *(f"part.{part}" for part in (*StatementPart, "all", "rejected")),
    *(f"standing.{standing.value}" for standing in Standing if standing is not Standing.FOUND),
    *(f"action.{action.value}" for action in Action),
    *(f"kind.{kind.value}" for kind in ArticleKind if kind is not ArticleKind.REPORT),
    *(f"aspect.{aspect.value}" for aspect in Aspect),
    *(f"change.{kind.value}" for kind in ChangeKind),
    *(f"feature.{made_key(feature)}" for feature in FEATURES),
    *(f"way.{made_key(way)}" for way in Way),
    *(f"form.{form.name.lower()}" for form in Form),
    *(f"gender.{gender.value}" for gender in Gender),
    *(f"outcome.{outcome.value}" for outcome in Outcome),
    "outcome.named_choice",
    *(f"who.{kind.value}" for kind in PartyKind),
    *(f"act.{act.value}" for act in Act),
    *(f"target.{act.value}" for act in Act if act.is_directed),
    *(f"channel.{kind.value}" for kind in ChannelKind),
    *(f"event.{kind.value}" for kind in EventKind),
    *(f"event.outcome.{outcome.value}" for outcome in Became),
    *(f"stance.{stance.value}" for stance in Stance if stance is not Stance.NEUTRAL),
    *(f"modality.{modality.value}" for modality in Modality),
    *(f"band.{least}" for least in BANDS),
    *(f"overview.time.{step.value}" for step in Step),
    *(f"overview.feed.{state}" for state in ("fine", "failing", "gone")),
    *("sense.repeated", "sense.earlier", "sense.negated"),
    *(f"position.{position.value}" for position in Position),
    *(f"labels.has.{value}" for value in ("none", "present", *Position)),
    *(f"agreement.{column}" for column in ("given", "kappa")),
    *(f"help.codebook.{verb}" for verb in ("check", "add", "list", "show", "apply", "remove")),
    *(f"help.actors.{path.stem}" for path in (PACKAGE / "cli" / "actors").glob("*.py") if path.stem not in _SHARED),
    *(f"help.events.{path.stem}" for path in (PACKAGE / "cli" / "events").glob("*.py") if path.stem not in _SHARED),
    *(f"event.says.{status.value}" for status in EventStatus),
    *(f"event.part.{part}" for part in ("verdict", "outcome", "when")),
    *(f"import.state.{state.value}" for state in State),
    *(f"import.arrival.{arrival.value}" for arrival in Arrival),
    *(f"weekday.{number}" for number in range(7)),
    *(f"merging.{group}" for group in ("pairs", "open", "divided")),
    *(f"facet.{kind.value}" for kind in FacetKind),
    *(f"facet.decided.{value}" for value in ("true", "false")),
    *(f"facet.stance.{stance.value}" for stance in Stance),
    *(f"chip.{name}" for name in Filtered.model_fields if name != "lang"),
    *(f"suggest.{kind.value}" for kind in SuggestionKind),
    *(f"search.by_{sort.value}" for sort in Sort),
    *(f"cast.do.{action}" for action in ("rename", "alias", "unalias", "merge", "apart")),
    *(f"cast.{name}" for name in ("addresses", "addressed_by", "mentioned_by")),
    *(f"calendar.do.{action}" for action in ("confirm", "reject", "correct", "same", "apart")),
}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_text_stands_in_both_languages_with_the_same_values(key: str) -> None:
    message = TEXTS[key]
    assert message.en.strip()
    assert message.de.strip()
    assert placeholders(message.en) == placeholders(message.de)


def used_keys() -> set[str]:
    """Every string in the outlets that looks like a key of the catalogue."""
    paths = [*(PACKAGE / "cli").rglob("*.py"), *(PACKAGE / "export").glob("*.py"), *(PACKAGE / "service").glob("*.py")]
    paths += (PACKAGE / "web").rglob("*.py")
    strings = {
        node.value
        for path in paths
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    templates = [path.read_text("utf-8") for name in ("export", "web") for path in (PACKAGE / name).rglob("*.j2")]
    return strings | {key for each in templates for key in re.findall(r"\"([a-z]+\.[a-z_]+)\"", each)}


def test_no_text_is_superfluous() -> None:
    used = used_keys() | MADE_KEYS
    verbs = {f"help.{path.stem}" for path in (PACKAGE / "cli").glob("*.py")}
    optional = {key for key in TEXTS if key.startswith("metavar.") or key.removesuffix(".long") in used | verbs}
    optional |= {key for key in TEXTS if key.removesuffix(".one") in used}  # of a single one
    assert set(TEXTS) - used - optional == set()


def test_no_key_stands_in_two_modules() -> None:
    modules = [import_module(each.name) for each in walk_packages(texts.__path__, "wortlaut.texts.") if not each.ispkg]
    keys = [key for each in modules for key in getattr(each, "TEXTS", {})]
    assert [key for key, number in Counter(keys).items() if number > 1] == []
    assert set(keys) == set(TEXTS)


def test_every_made_key_has_its_text() -> None:
    assert set(TEXTS) >= MADE_KEYS


def test_every_key_that_is_written_has_its_text() -> None:
    families = {key.partition(".")[0] for key in TEXTS} - {"role", "type", "medium"}
    others = {"page.css", "page.js", "search.by_"}
    keys = {each for each in used_keys() if re.fullmatch(r"[a-z]+\.[a-z_]+", each)} - others
    assert {key for key in keys if key.partition(".")[0] in families} <= set(TEXTS)


def test_texts_speak_one_language() -> None:
    assert Texts("de")("page.statements", count=3) == "Aussagen (3)"
    assert Texts("en")("page.statements", count=3) == "Statements (3)"


def test_single_one_has_its_own_text() -> None:
    assert [Texts("en")("search.total", count=count) for count in (0, 1, 2)] == [
        "0 statements",
        "1 statement",
        "2 statements",
    ]
    assert Texts("de")("search.total", count=1) == "1 Aussage"


def test_unknown_language_is_english() -> None:
    assert Texts("fr").language == "en"


def test_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        Texts("en")("page.nothing")


def test_braces_in_values_are_no_placeholders() -> None:
    assert Message(en="{a}", de="{a}").text("en", {"a": "{b}"}) == "{b}"


def test_days_are_written_out() -> None:
    assert (day(date(2026, 3, 1), "de"), day(date(2026, 12, 24), "en")) == ("1. März 2026", "24 December 2026")
