"""What pages ask of an open record beyond statements: pages of them, how they are spread, who and what there is."""

from wortlaut.record.search.faceting import Faceting
from wortlaut.record.search.overviewing import Overviewing
from wortlaut.record.search.paging import Paging
from wortlaut.record.search.profiling import Profiling
from wortlaut.record.search.suggesting import Suggesting

__all__ = ["Asking"]


class Asking(Paging, Faceting, Profiling, Overviewing, Suggesting):
    """All that pages ask."""
