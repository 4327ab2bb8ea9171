"""One function for each thing that people do; the only place where the stages meet.

    paths ─ intake ─▶ Article ─ language ─▶ Document ─ reader ─▶ Statement ─▶ record        `reading`
    record ─▶ Found ─▶ whoever asked                                                        `finding`
    what a person says ─▶ Decision ─▶ record ─▶ Found, Entry                                `deciding`
    record ─▶ Problem, copy of the record                                                   `keeping`

Stages are imported where they are used, so that a command waits only for what it needs.
"""

from wortlaut.service.finding import ExportFormat, Shown, count, export_lines, page, search, show, statements
from wortlaut.service.keeping import verify
from wortlaut.service.reading import Outcome, Summary, Taken, explain, read, remark

__all__ = [
    "ExportFormat",
    "Outcome",
    "Shown",
    "Summary",
    "Taken",
    "count",
    "explain",
    "export_lines",
    "page",
    "read",
    "remark",
    "search",
    "show",
    "statements",
    "verify",
]
