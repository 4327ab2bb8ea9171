"""The record of who said what, from German-language news.

    import wortlaut

    wortlaut.read(["news/", "https://zeitung.example/artikel"])       # find the statements and keep them
    wortlaut.watch(["https://zeitung.example/feed.xml"], once=True)   # and those of a feed
    for found in wortlaut.statements(wortlaut.Filters(speaker="Kersten")):
        print([span.of(found.article.text) for span in found.statement.quote])
    for found in wortlaut.search("Friedensgespräche"):
        print(wortlaut.statement_json(found))
    for queued in wortlaut.review(limit=10):                          # what nobody has looked at yet
        wortlaut.correct(queued.found.statement.id, wortlaut.Wording(speakers=("Kersten",)), by="Ada")

The record is the file `wortlaut.db`, or the one in `settings=wortlaut.Settings(db="…")`. Everything is imported when it
is first used, so `import wortlaut` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wortlaut.agreement import Agreement
    from wortlaut.decisions import NO_PARENT, Action, Entry, Values, Waiting, Who, Withdrawal
    from wortlaut.errors import WortlautError
    from wortlaut.export.entry import entry_json
    from wortlaut.export.statement import statement_json
    from wortlaut.reading import InstalledReader
    from wortlaut.record import Filters, Sort
    from wortlaut.record.people.queueing import Queued, ReviewOrder
    from wortlaut.service import (
        ActorShown,
        CheckedCodebook,
        CheckedExample,
        CodebookShown,
        CodingRun,
        Decided,
        DecidedActor,
        Doubts,
        Erasure,
        ExportFormat,
        LedgerLine,
        Look,
        LookKind,
        Retracted,
        Shown,
        ShownEntry,
        ShownWaiting,
        Signed,
        Summary,
        Taken,
        Timed,
        ToErase,
        VersionChanges,
        Watched,
        Why,
        Wording,
        actor,
        actors,
        add,
        add_alias,
        add_codebook,
        add_office,
        apply_codebooks,
        assign_actor,
        backup,
        check_codebook,
        check_reader,
        codebook,
        codebooks,
        compare,
        complete,
        confirm,
        correct,
        count,
        demands,
        doubts,
        erase,
        export_lines,
        followed_feeds,
        forget_feed,
        forget_search,
        history,
        history_head,
        keep_actors_apart,
        merge_actors,
        new_in,
        page,
        read,
        readers,
        reject,
        remove_alias,
        remove_codebook,
        remove_office,
        rename_actor,
        reprints,
        resolve,
        restore,
        review,
        save_search,
        saved_searches,
        search,
        show,
        similar,
        split_actor,
        statements,
        tell_retracted,
        times,
        to_erase,
        undo,
        verify,
        versions,
        waiting,
        watch,
        why,
    )
    from wortlaut.settings import Settings
    from wortlaut.types import (
        Act,
        ArticleHead,
        Attribution,
        Candidate,
        FeedState,
        Found,
        Label,
        Labelled,
        Medium,
        Party,
        PartyKind,
        Position,
        Rejected,
        ResolvedParty,
        Sense,
        Span,
        Standing,
        Statement,
        StatementPart,
        StatementType,
        TimeModifier,
        TimeRef,
        TimeRelation,
        TimeType,
        Verdict,
        Withdrawn,
    )

__version__ = "0.5.0"

__all__ = [
    "NO_PARENT",
    "Act",
    "Action",
    "ActorShown",
    "Agreement",
    "ArticleHead",
    "Attribution",
    "Candidate",
    "CheckedCodebook",
    "CheckedExample",
    "CodebookShown",
    "CodingRun",
    "Decided",
    "DecidedActor",
    "Doubts",
    "Entry",
    "Erasure",
    "ExportFormat",
    "FeedState",
    "Filters",
    "Found",
    "InstalledReader",
    "Label",
    "Labelled",
    "LedgerLine",
    "Look",
    "LookKind",
    "Medium",
    "Party",
    "PartyKind",
    "Position",
    "Queued",
    "Rejected",
    "ResolvedParty",
    "Retracted",
    "ReviewOrder",
    "Sense",
    "Settings",
    "Shown",
    "ShownEntry",
    "ShownWaiting",
    "Signed",
    "Sort",
    "Span",
    "Standing",
    "Statement",
    "StatementPart",
    "StatementType",
    "Summary",
    "Taken",
    "TimeModifier",
    "TimeRef",
    "TimeRelation",
    "TimeType",
    "Timed",
    "ToErase",
    "Values",
    "Verdict",
    "VersionChanges",
    "Waiting",
    "Watched",
    "Who",
    "Why",
    "Withdrawal",
    "Withdrawn",
    "Wording",
    "WortlautError",
    "__version__",
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
    "entry_json",
    "erase",
    "export_lines",
    "followed_feeds",
    "forget_feed",
    "forget_search",
    "history",
    "history_head",
    "keep_actors_apart",
    "merge_actors",
    "new_in",
    "page",
    "read",
    "readers",
    "reject",
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
    "statement_json",
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

_HOMES = {
    "wortlaut.agreement": "Agreement",
    "wortlaut.decisions": "NO_PARENT Action Entry Values Waiting Who Withdrawal",
    "wortlaut.errors": "WortlautError",
    "wortlaut.export.entry": "entry_json",
    "wortlaut.export.statement": "statement_json",
    "wortlaut.reading": "InstalledReader",
    "wortlaut.record": "Filters Sort",
    "wortlaut.record.people.queueing": "Queued ReviewOrder",
    "wortlaut.service": (
        "ActorShown CheckedCodebook CheckedExample CodebookShown CodingRun Decided DecidedActor Doubts Erasure "
        "ExportFormat LedgerLine Look LookKind Retracted Shown ShownEntry ShownWaiting Signed Summary Taken Timed "
        "ToErase VersionChanges Watched Why Wording actor actors add add_alias add_codebook add_office "
        "apply_codebooks assign_actor backup check_codebook check_reader codebook codebooks compare complete "
        "confirm correct count demands doubts erase export_lines followed_feeds forget_feed forget_search history "
        "history_head keep_actors_apart merge_actors new_in page read readers reject remove_alias remove_codebook "
        "remove_office rename_actor reprints resolve restore review save_search saved_searches search show "
        "similar split_actor statements tell_retracted times to_erase undo verify versions waiting watch why"
    ),
    "wortlaut.settings": "Settings",
    "wortlaut.types": (
        "Act ArticleHead Attribution Candidate FeedState Found Label Labelled Medium Party PartyKind Position "
        "Rejected ResolvedParty Sense Span Standing Statement StatementPart StatementType TimeModifier TimeRef "
        "TimeRelation TimeType Verdict Withdrawn"
    ),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """The public name, imported from where it lives (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module 'wortlaut' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
