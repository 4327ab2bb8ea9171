"""Days and times as pages write them for readers."""

from __future__ import annotations

import re

__all__ = ["WRITTEN"]

_WEEKDAY = r"(?:(?:mo|di|mi|do|fr|sa|so)\.?|\w+tag|mittwoch|sonnabend),?\s+"
_CLOCK = r"(?:\s*[,|/–—·•T-]?\s*(?:um\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*Uhr)?)?"
WRITTEN = re.compile(
    rf"\b(?:{_WEEKDAY})?(?:den\s+)?\d{{1,2}}\.\s?(?:\d{{1,2}}\.\s?\d{{2,4}}|[a-zä]{{3,9}}\.?\s+\d{{4}}){_CLOCK}"
    r"|\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
