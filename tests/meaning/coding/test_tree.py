import pytest

from wortlaut.types import Tree

PARENTS = {"a": None, "a1": "a", "a2": "a", "a11": "a1", "b": None, "b1": "b"}


@pytest.mark.parametrize(
    ("exclusive", "first", "second", "excludes"),
    [
        ((), "a", "b", False),
        ((None,), "a", "b", True),
        ((None,), "a11", "b1", True),
        ((None,), "a1", "a2", False),  # of one branch of the top
        (("a",), "a1", "a2", True),
        (("a",), "a11", "a2", True),
        (("a",), "a1", "b1", False),
        (("a", None), "a", "a1", False),  # one stands below the other
        (("a", None), "a11", "a", False),
        (("a", None), "a1", "a1", False),
        (("a", None), "a1", "weg", False),  # of a former version
    ],
)
def test_categories_exclude_each_other_in_branches_below_what_is_exclusive(
    exclusive: tuple[str | None, ...], first: str, second: str, excludes: bool
) -> None:
    tree = Tree(PARENTS, frozenset(exclusive))
    assert tree.excludes(first, second) is tree.excludes(second, first) is excludes


def test_a_circle_of_parents_comes_to_an_end() -> None:
    assert Tree({"a": "b", "b": "a", "c": None}, frozenset({None})).excludes("a", "c") is True
