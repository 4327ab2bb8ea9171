"""One function for each thing that people do; the only place where the stages meet.

    paths ─ intake ─▶ Article ─ language ─▶ Document ─ reader ─▶ Statement ─▶ record        `reading`
    record ─▶ Found ─▶ whoever asked                                                        `finding`
    what a person says ─ placing ─▶ Decision ─▶ record ─▶ Found, Entry                      `deciding`
    record ─▶ Problem, copy of the record                                                   `keeping`

Stages are imported where they are used, so that a command waits only for what it needs.
"""

from wortlaut.service.checking import check_reader
from wortlaut.service.comparing import compare
from wortlaut.service.deciding import (
    Decided,
    ShownEntry,
    ShownWaiting,
    Signed,
    add,
    complete,
    confirm,
    correct,
    history,
    reject,
    undo,
    waiting,
)
from wortlaut.service.erasing import Erasure, ToErase, erase, to_erase
from wortlaut.service.finding import (
    ExportFormat,
    Shown,
    count,
    export_lines,
    page,
    reprints,
    review,
    search,
    show,
    similar,
    statements,
)
from wortlaut.service.keeping import VersionChanges, backup, history_head, restore, verify, versions
from wortlaut.service.placing import Wording
from wortlaut.service.reading import Outcome, Retracted, Summary, Taken, explain, read, readers, remark, tell_retracted
from wortlaut.service.saving import Watched, forget_search, new_in, save_search, saved_searches
from wortlaut.service.timing import Timed, times
from wortlaut.service.watching import Look, LookKind, followed_feeds, forget_feed, watch

__all__ = [
    "Decided",
    "Erasure",
    "ExportFormat",
    "Look",
    "LookKind",
    "Outcome",
    "Retracted",
    "Shown",
    "ShownEntry",
    "ShownWaiting",
    "Signed",
    "Summary",
    "Taken",
    "Timed",
    "ToErase",
    "VersionChanges",
    "Watched",
    "Wording",
    "add",
    "backup",
    "check_reader",
    "compare",
    "complete",
    "confirm",
    "correct",
    "count",
    "erase",
    "explain",
    "export_lines",
    "followed_feeds",
    "forget_feed",
    "forget_search",
    "history",
    "history_head",
    "new_in",
    "page",
    "read",
    "readers",
    "reject",
    "remark",
    "reprints",
    "restore",
    "review",
    "save_search",
    "saved_searches",
    "search",
    "show",
    "similar",
    "statements",
    "tell_retracted",
    "times",
    "to_erase",
    "undo",
    "verify",
    "versions",
    "waiting",
    "watch",
]
