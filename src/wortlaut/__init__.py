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
    from wortlaut.export.event import event_json
    from wortlaut.export.statement import statement_json
    from wortlaut.reading import InstalledReader
    from wortlaut.record import Cursor, EventFilters, Filters, Sort, Total
    from wortlaut.record.people.queueing import Queued, ReviewOrder
    from wortlaut.record.search.faceting import Facet, FacetKind, Facets, FacetValue
    from wortlaut.record.search.overviewing import Overview
    from wortlaut.record.search.paging import Paged
    from wortlaut.record.search.profiling import ActorProfile
    from wortlaut.record.search.suggesting import Suggestion, SuggestionKind
    from wortlaut.service import (
        ActorShown,
        Decided,
        DecidedActor,
        DecidedEvent,
        Doubts,
        Erasure,
        ExportFormat,
        LedgerLine,
        Look,
        LookKind,
        Profile,
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
        add_office,
        assign_actor,
        backup,
        calendar,
        check_reader,
        compare,
        complete,
        confirm,
        confirm_event,
        correct,
        correct_event,
        count,
        demands,
        doubts,
        erase,
        event,
        events,
        export_lines,
        facets,
        followed_feeds,
        forget_feed,
        forget_search,
        history,
        history_head,
        join_events,
        keep_actors_apart,
        keep_events_apart,
        merge_actors,
        new_in,
        overview,
        page,
        paged,
        profile,
        read,
        readers,
        reject,
        reject_event,
        remove_alias,
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
        suggestions,
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
        AnnouncedEvent,
        ArticleHead,
        Attribution,
        Candidate,
        EventEntry,
        EventKind,
        EventPart,
        EventStatus,
        EventTelling,
        FeedState,
        Found,
        Medium,
        Outcome,
        Party,
        PartyKind,
        Rejected,
        ResolvedParty,
        Sense,
        Signs,
        Span,
        Standing,
        Statement,
        StatementPart,
        StatementType,
        Telling,
        TimeModifier,
        TimeRef,
        TimeRelation,
        TimeType,
        Verdict,
        Withdrawn,
    )

__version__ = "0.6.0"

__all__ = [
    "NO_PARENT",
    "Act",
    "Action",
    "ActorProfile",
    "ActorShown",
    "Agreement",
    "AnnouncedEvent",
    "ArticleHead",
    "Attribution",
    "Candidate",
    "Cursor",
    "Decided",
    "DecidedActor",
    "DecidedEvent",
    "Doubts",
    "Entry",
    "Erasure",
    "EventEntry",
    "EventFilters",
    "EventKind",
    "EventPart",
    "EventStatus",
    "EventTelling",
    "ExportFormat",
    "Facet",
    "FacetKind",
    "FacetValue",
    "Facets",
    "FeedState",
    "Filters",
    "Found",
    "InstalledReader",
    "LedgerLine",
    "Look",
    "LookKind",
    "Medium",
    "Outcome",
    "Overview",
    "Paged",
    "Party",
    "PartyKind",
    "Profile",
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
    "Signs",
    "Sort",
    "Span",
    "Standing",
    "Statement",
    "StatementPart",
    "StatementType",
    "Suggestion",
    "SuggestionKind",
    "Summary",
    "Taken",
    "Telling",
    "TimeModifier",
    "TimeRef",
    "TimeRelation",
    "TimeType",
    "Timed",
    "ToErase",
    "Total",
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
    "add_office",
    "assign_actor",
    "backup",
    "calendar",
    "check_reader",
    "compare",
    "complete",
    "confirm",
    "confirm_event",
    "correct",
    "correct_event",
    "count",
    "demands",
    "doubts",
    "entry_json",
    "erase",
    "event",
    "event_json",
    "events",
    "export_lines",
    "facets",
    "followed_feeds",
    "forget_feed",
    "forget_search",
    "history",
    "history_head",
    "join_events",
    "keep_actors_apart",
    "keep_events_apart",
    "merge_actors",
    "new_in",
    "overview",
    "page",
    "paged",
    "profile",
    "read",
    "readers",
    "reject",
    "reject_event",
    "remove_alias",
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
    "suggestions",
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
    "wortlaut.decisions": "Action Entry NO_PARENT Values Waiting Who Withdrawal",
    "wortlaut.errors": "WortlautError",
    "wortlaut.export.entry": "entry_json",
    "wortlaut.export.event": "event_json",
    "wortlaut.export.statement": "statement_json",
    "wortlaut.reading": "InstalledReader",
    "wortlaut.record": "Cursor EventFilters Filters Sort Total",
    "wortlaut.record.people.queueing": "Queued ReviewOrder",
    "wortlaut.record.search.faceting": "Facet FacetKind FacetValue Facets",
    "wortlaut.record.search.overviewing": "Overview",
    "wortlaut.record.search.paging": "Paged",
    "wortlaut.record.search.profiling": "ActorProfile",
    "wortlaut.record.search.suggesting": "Suggestion SuggestionKind",
    "wortlaut.service": (
        "ActorShown Decided DecidedActor DecidedEvent Doubts Erasure ExportFormat LedgerLine Look LookKind "
        "Profile Retracted Shown ShownEntry ShownWaiting Signed Summary Taken Timed ToErase VersionChanges "
        "Watched Why Wording actor actors add add_alias add_office assign_actor backup calendar check_reader "
        "compare complete confirm confirm_event correct correct_event count demands doubts erase event events "
        "export_lines facets followed_feeds forget_feed forget_search history history_head join_events "
        "keep_actors_apart keep_events_apart merge_actors new_in overview page paged profile read readers reject "
        "reject_event remove_alias remove_office rename_actor reprints resolve restore review save_search "
        "saved_searches search show similar split_actor statements suggestions tell_retracted times to_erase undo "
        "verify versions waiting watch why"
    ),
    "wortlaut.settings": "Settings",
    "wortlaut.types": (
        "Act AnnouncedEvent ArticleHead Attribution Candidate EventEntry EventKind EventPart EventStatus "
        "EventTelling FeedState Found Medium Outcome Party PartyKind Rejected ResolvedParty Sense Signs Span "
        "Standing Statement StatementPart StatementType Telling TimeModifier TimeRef TimeRelation TimeType "
        "Verdict Withdrawn"
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
