"""Codes of event data."""

from wortlaut.types import Act, event_codes


def test_acts_with_a_class_have_codes_and_others_none() -> None:
    demand = event_codes(Act.DEMAND)
    assert demand is not None
    assert (demand.cameo, demand.plover) == ("100", "DEMAND")
    assert [act for act in Act if event_codes(act) is None] == [
        Act.PROPOSE, Act.ANNOUNCE, Act.WARN, Act.DOUBT, Act.EXPECT, Act.ASK, Act.DECIDE,
    ]  # fmt: skip
