"""Who held which office when, and which words denote persons, offices, bodies and places: a dated list in plain files.

`shipped()` is the list that comes with the program, `load(folder)` the same with a user's own files over it, `in_use()`
the one that this process goes by (`use`). The files and their columns are described in `README.md` beside them.
"""

from wortlaut.meaning.actors.entries import Body, Holding, Office, Person, Place, Source, Term
from wortlaut.meaning.actors.loading import folders_in_use, in_use, load, remembered, shipped, use
from wortlaut.meaning.actors.lookup import Actors
from wortlaut.meaning.actors.tables import Fault

__all__ = [
    "Actors",
    "Body",
    "Fault",
    "Holding",
    "Office",
    "Person",
    "Place",
    "Source",
    "Term",
    "folders_in_use",
    "in_use",
    "load",
    "remembered",
    "shipped",
    "use",
]
