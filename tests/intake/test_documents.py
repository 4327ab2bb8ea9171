"""Whole documents in every form, against what they were written from."""

import re

from tests.generated import Expected, Generated, documents
from tests.intake.maps import places, taken
from wortlaut.types import Article

COUNT = 2400


def is_same_map(item: Article, expected: Expected) -> bool:
    """Whether all characters come from the bytes they were written as.

    The two line feeds of a paragraph mark may share its bytes as they like, and take in markup beside it.
    """
    starts, ends = places(item.source_map)
    if len(starts) != len(expected.starts):
        return False
    for found in re.finditer("\n\n", item.text):
        first, second = found.start(), found.end() - 1
        if not ends[first - 1] <= starts[first] <= expected.starts[first]:
            return False
        if not expected.ends[second] <= ends[second] <= starts[second + 1] or ends[first] != starts[second]:
            return False
        starts[first], ends[first] = expected.starts[first], expected.ends[first]
        starts[second], ends[second] = expected.starts[second], expected.ends[second]
    return (tuple(starts), tuple(ends)) == (expected.starts, expected.ends)


def differences(document: Generated) -> list[str]:
    """What intake gives otherwise than the document was written; empty where all is well."""
    found = taken(document.raw, document.name)
    if len(found) != len(document.articles):
        return [f"{document.name}: {len(found)} items for {len(document.articles)}"]
    wrong = []
    for item, expected in zip(found, document.articles, strict=True):
        if not isinstance(item, Article):
            wrong.append(str(item))
            continue
        wrong += [
            f"{item.origin}: {name}"
            for name, is_same in (
                ("text", item.text == expected.text),
                ("raw", item.raw == expected.raw),
                ("map", is_same_map(item, expected)),
                ("form", item.form == document.form),
                ("encoding", item.encoding == document.encoding),
                ("title", item.title == expected.title),
                ("published", item.published == expected.published),
                ("notes", bool(item.notes) == (document.encoding in ("windows-1252", "pdf"))),  # a PDF's day
            )
            if not is_same
        ]
    return wrong


def test_every_character_of_generated_documents_is_mapped_to_the_bytes_it_was_written_as() -> None:
    assert [wrong for document in documents(COUNT) for wrong in differences(document)] == []


def test_the_comparison_notices_a_map_that_is_off_by_one_byte() -> None:
    (document,) = documents(1)
    shifted = Generated(document.name, b" " + document.raw, document.form, document.encoding, document.articles)
    assert any("map" in wrong or "raw" in wrong for wrong in differences(shifted))
