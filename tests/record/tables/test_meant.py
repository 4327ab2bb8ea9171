import json
import zlib
from datetime import date

import pytest

from wortlaut.record.contents import Meant
from wortlaut.record.tables.meant import pack_meant, unpack_meant
from wortlaut.types import Act, SaidBefore, Sense, Span

SENSE = Sense("s1", Act.DENY, 0.5, said_before=SaidBefore("Wahl", date(2026, 3, 2), None, (Span(4, 12),)))


def packed(*values: object) -> bytes:
    return zlib.compress(json.dumps([[], [values]]).encode())


def test_what_was_packed_is_unpacked() -> None:
    meant = Meant((), "1", (SENSE,))
    assert unpack_meant(pack_meant(meant), "1") == meant


def test_what_the_fourth_schema_packed_tells_no_event() -> None:
    fourth = packed("s1", "deny", 0.5, "neutral", "claims", False, False, False, *[None] * 11)
    assert unpack_meant(fourth, "1").senses == (Sense("s1", Act.DENY, 0.5),)


def test_other_numbers_of_values_are_damage() -> None:
    with pytest.raises(ValueError, match="argument"):
        unpack_meant(packed("s1", "deny", 0.5), "1")
