"""A text over its own UTF-8."""

import numpy as np

from wortlaut.intake.mapped import Mapped

__all__ = ["mapped"]


def mapped(text: str) -> Mapped:
    """The text with the bytes that its characters take in UTF-8."""
    return Mapped.from_widths(text, np.array([len(sign.encode()) for sign in text], dtype=np.int32))
