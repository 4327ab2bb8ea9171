"""Constructions that speak for an act."""

import pytest

from tests.meaning.acts.articles import Said, seen
from wortlaut.meaning.acts.constructions import constructions
from wortlaut.types import Act


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Das Boot soll undicht sein", (Act.ASSERT, "is said to be")),
        ("Das Boot soll gesunken sein", (Act.ASSERT, "is said to have")),
        ("Das Boot soll bald fahren", (Act.ANNOUNCE, "is to")),
        ("Das Boot sollte bald fahren", (Act.DEMAND, "should")),
    ],
)
def test_what_is_to_be_is_parted_from_hearsay(quote: str, found: tuple[Act, str]) -> None:
    each = seen(f"{quote}.", Said(quote, type="free_indirect"))
    assert found in set(constructions(each, {}))
