"""Days and times as pages write them for readers."""

from __future__ import annotations

import re

__all__ = ["WRITTEN"]

WRITTEN = re.compile(
    r"(?:(?:\w{2}\.?|\w+tag|Mittwoch|Sonnabend),?\s+)?(?:den\s+)?\b\d{1,2}\.\s?(?:\d{1,2}\.\s?\d{2,4}"
    r"|[A-Za-zäÄ]{3,9}\.?\s+\d{4})"
    r"(?:\s*[,|/–—·•T-]?\s*(?:um\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*Uhr)?)?"
    r"|\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
