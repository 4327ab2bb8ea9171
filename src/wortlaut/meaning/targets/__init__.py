"""Whom or what the act of a statement is directed at: the accused, the one asked, the one defended, the thing.

The weights are a plain file here; the README says what is in it.
"""

from wortlaut.meaning.targets.finding import Directed, targets

__all__ = ["Directed", "targets"]
