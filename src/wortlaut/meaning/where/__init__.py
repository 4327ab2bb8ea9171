"""Where: the venue and occasion of statements, and the chain by which each came to the article.

`docs/where.md` says what is found and how well; the tables beside this file are the words it goes by.
"""

from wortlaut.meaning.where.finding import disputed_channels, places_and_channels

__all__ = ["disputed_channels", "places_and_channels"]
