"""One function for each thing that people do; the only place where the stages meet.

    paths ─ intake ─▶ Article ─ language ─▶ Document ─ reader ─▶ Statement
          ─ meaning ─▶ Attribution ─▶ record                                                `reading`, `meaning`
    record ─▶ Found ─▶ whoever asked                                                        `finding`
    record ─▶ ActorEntry, Doubts ─▶ whoever asked                                           `acting`, `doubting`
    what a person says ─ placing ─▶ Decision ─▶ record ─▶ Found, Entry                      `deciding`
    codebook file ─▶ Codebook ─▶ record ─▶ labels of all statements                          `coding`
    record ─▶ Problem, copy of the record                                                   `keeping`

Stages are imported where they are used, so that a command waits only for what it needs.
"""

from wortlaut.service.acting import (
    ActorShown,
    DecidedActor,
    HeldOffice,
    Resolved,
    actor,
    actors,
    add_alias,
    add_office,
    assign_actor,
    keep_actors_apart,
    list_faults,
    merge_actors,
    remove_alias,
    remove_office,
    rename_actor,
    resolve,
    split_actor,
)
from wortlaut.service.checking import check_reader
from wortlaut.service.coding import (
    CheckedCodebook,
    CheckedExample,
    CodebookShown,
    CodingRun,
    add_codebook,
    apply_codebooks,
    check_codebook,
    codebook,
    codebooks,
    remove_codebook,
)
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
from wortlaut.service.demanding import LEDGER_ACTS, LedgerLine, demands
from wortlaut.service.doubting import Doubts, MaybeOne, MaybeTwo, OpenShown, doubts
from wortlaut.service.erasing import Erasure, ToErase, erase, to_erase
from wortlaut.service.evidence import PartyWhy, Why, why
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
    "LEDGER_ACTS",
    "ActorShown",
    "CheckedCodebook",
    "CheckedExample",
    "CodebookShown",
    "CodingRun",
    "Decided",
    "DecidedActor",
    "Doubts",
    "Erasure",
    "ExportFormat",
    "HeldOffice",
    "LedgerLine",
    "Look",
    "LookKind",
    "MaybeOne",
    "MaybeTwo",
    "OpenShown",
    "Outcome",
    "PartyWhy",
    "Resolved",
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
    "Why",
    "Wording",
    "actor",
    "actors",
    "add",
    "add_alias",
    "add_codebook",
    "add_office",
    "apply_codebooks",
    "assign_actor",
    "backup",
    "check_codebook",
    "check_reader",
    "codebook",
    "codebooks",
    "compare",
    "complete",
    "confirm",
    "correct",
    "count",
    "demands",
    "doubts",
    "erase",
    "explain",
    "export_lines",
    "followed_feeds",
    "forget_feed",
    "forget_search",
    "history",
    "history_head",
    "keep_actors_apart",
    "list_faults",
    "merge_actors",
    "new_in",
    "page",
    "read",
    "readers",
    "reject",
    "remark",
    "remove_alias",
    "remove_codebook",
    "remove_office",
    "rename_actor",
    "reprints",
    "resolve",
    "restore",
    "review",
    "save_search",
    "saved_searches",
    "search",
    "show",
    "similar",
    "split_actor",
    "statements",
    "tell_retracted",
    "times",
    "to_erase",
    "undo",
    "verify",
    "versions",
    "waiting",
    "watch",
    "why",
]
