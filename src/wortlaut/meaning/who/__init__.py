"""Who speaks and who is spoken to: mentions resolved to persons, organisations and others of the article.

Everything comes from the article itself; the list of office-holders (`wortlaut.meaning.actors`) only helps to tell
which of the persons in the article is meant by a title.
"""

from wortlaut.meaning.who.attributing import attribute
from wortlaut.meaning.who.linking import Link, link
from wortlaut.meaning.who.places import NamedPlace, named_places

__all__ = ["Link", "NamedPlace", "attribute", "link", "named_places"]
