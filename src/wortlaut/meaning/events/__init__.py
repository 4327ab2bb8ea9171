"""Events that are said to come: who, what, where, when, about what; and what became of them.

`docs/events.md` says what is found and how well; `README.md` beside this file what the table of words is.
"""

from wortlaut.meaning.events.finding import announced, mentioned
from wortlaut.meaning.events.following import follow, tellings

__all__ = ["announced", "follow", "mentioned", "tellings"]
