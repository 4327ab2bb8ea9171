"""When: expressions of time in a text, with TIMEX3's types and values and the days that are meant.

`docs/times.md` says what is found and how it is reckoned; `README.md` beside this file what the word lists and the
grammar are.
"""

from wortlaut.meaning.when.finding import times

__all__ = ["times"]
