"""The record of who said what, from German-language news.

    import wortlaut

    wortlaut.read(["news/"])                                          # find the statements and keep them
    for found in wortlaut.statements(wortlaut.Filters(speaker="Kersten")):
        print([span.of(found.article.text) for span in found.statement.quote])
    for found in wortlaut.search("Friedensgespräche"):
        print(wortlaut.statement_json(found))

The record is the file `wortlaut.db`, or the one in `settings=wortlaut.Settings(db="…")`. Everything is imported when it
is first used, so `import wortlaut` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wortlaut.errors import WortlautError
    from wortlaut.export.statement import statement_json
    from wortlaut.record import Filters
    from wortlaut.service import (
        ExportFormat,
        Shown,
        Summary,
        Taken,
        count,
        export_lines,
        page,
        read,
        search,
        show,
        statements,
        verify,
    )
    from wortlaut.settings import Settings
    from wortlaut.types import ArticleHead, Found, Medium, Party, Rejected, Span, Statement, StatementType

__version__ = "0.2.0"

__all__ = [
    "ArticleHead",
    "ExportFormat",
    "Filters",
    "Found",
    "Medium",
    "Party",
    "Rejected",
    "Settings",
    "Shown",
    "Span",
    "Statement",
    "StatementType",
    "Summary",
    "Taken",
    "WortlautError",
    "__version__",
    "count",
    "export_lines",
    "page",
    "read",
    "search",
    "show",
    "statement_json",
    "statements",
    "verify",
]

_HOMES = {
    "wortlaut.errors": ("WortlautError",),
    "wortlaut.export.statement": ("statement_json",),
    "wortlaut.record": ("Filters",),
    "wortlaut.service": (
        *("ExportFormat", "Shown", "Summary", "Taken"),
        *("count", "export_lines", "page", "read", "search", "show", "statements", "verify"),
    ),
    "wortlaut.settings": ("Settings",),
    "wortlaut.types": (*("ArticleHead", "Found", "Medium", "Party", "Rejected", "Span", "Statement", "StatementType"),),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """The public name, imported from where it lives (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module 'wortlaut' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
