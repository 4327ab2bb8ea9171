"""The codes that event data has for an act, where a class matches: CAMEO and PLOVER.

CAMEO (Gerner, Schrodt and Yilmaz; codebook 1.1b3, 2012) names events between political actors by numbers, PLOVER by
words. Which PLOVER class a CAMEO code belongs to is said by `CAMEO2PLOVER-2021.txt` of the repository
`openeventdata/PLOVER`, which has the codes from 03 on; 01 and its parts PLOVER leaves out. Acts that are several
classes there, or none (`announce`, `ask`, `decide`, `doubt`, `expect`, `propose`, `warn`), have no code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wortlaut.types.acts import Act

__all__ = ["EventCodes", "event_codes"]


@dataclass(frozen=True, slots=True)
class EventCodes:
    """A CAMEO code with its name, and the PLOVER class where there is one."""

    cameo: str
    name: str
    plover: str | None


_CODES: Mapping[Act, EventCodes] = {
    Act.ASSERT: EventCodes("010", "Make statement", None),
    Act.LEAVE_OPEN: EventCodes("011", "Decline comment", None),
    Act.ADMIT: EventCodes("015", "Acknowledge or claim responsibility", None),
    Act.DENY: EventCodes("016", "Reject accusation, deny responsibility", None),
    Act.APPROVE: EventCodes("051", "Praise or endorse", "SUPPORT"),
    Act.DEFEND: EventCodes("052", "Defend verbally", "SUPPORT"),
    Act.DEMAND: EventCodes("100", "Demand", "DEMAND"),
    Act.CRITICISE: EventCodes("111", "Criticize or denounce", "ACCUSE"),
    Act.ACCUSE: EventCodes("112", "Accuse", "ACCUSE"),
    Act.REFUSE: EventCodes("120", "Reject", "REJECT"),
    Act.THREATEN: EventCodes("130", "Threaten", "THREATEN"),
}


def event_codes(act: Act) -> EventCodes | None:
    """The codes of the act, `None` where no class matches it."""
    return _CODES.get(act)
