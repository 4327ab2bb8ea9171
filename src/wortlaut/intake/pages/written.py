"""Days, times and names as pages write them for readers."""

from __future__ import annotations

import re

__all__ = ["NAME", "WRITTEN"]

_WEEKDAY = r"(?:(?:mo|di|mi|do|fr|sa|so)\.?|\w+tag|mittwoch|sonnabend),?\s+"
_CLOCK = r"(?:\s*[,|/–—·•T-]?\s*(?:um\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*Uhr)?)?"
WRITTEN = re.compile(
    rf"(?:\b{_WEEKDAY})?(?:\bden\s+)?(?<!\d)\d{{1,2}}\.\s?(?:\d{{1,2}}\.\s?\d{{2,4}}|[a-zä]{{3,9}}\.?\s+\d{{4}}){_CLOCK}"
    r"|(?<!\d)\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)

# The name of a person, from the first name to the last.
NAME = re.compile(
    r"(?:(?:Dr|Prof|Dipl)\.(?:-\w+\.)?\s+)*[A-ZÄÖÜÉÁÓŠŽČĆÞØÅ][\w’'.-]*(?:\s+(?:von|van|de|der|den|zu|zum|zur|la|di"
    r"|el|al|bin|ibn|ten|ter|da|do|dos|[A-ZÄÖÜÉÁÓŠŽČĆÞØÅ][\w’'.-]*)){1,5}$"
)
