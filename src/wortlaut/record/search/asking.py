"""What pages ask of an open record beyond statements: pages of them, how they are spread, who and what there is."""

from wortlaut.record.search.acting import Acting
from wortlaut.record.search.faceting import Faceting
from wortlaut.record.search.paging import Paging

__all__ = ["Asking"]


class Asking(Paging, Faceting, Acting):
    """All that pages ask."""
