"""Review: one statement after the other that nobody decided about, with its passage, to accept, correct or reject.

Everything is a form that works without script; `review.js` adds the keys, and setting parts by selecting text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.datastructures import FormData, QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from wortlaut import service
from wortlaut.decisions import Values
from wortlaut.errors import DecisionError, DecisionImpossible, InputError, WortlautError
from wortlaut.export.cards import cards_of
from wortlaut.export.told import appeared, entitled
from wortlaut.record import Filters
from wortlaut.service import Decided, ShownEntry, Signed
from wortlaut.types import Found, StatementPart
from wortlaut.web.addresses import Address
from wortlaut.web.page import Page, Place
from wortlaut.web.pages.history import entries_told
from wortlaut.web.passages import Passage, passage_of, whole_text
from wortlaut.web.problems import status_of
from wortlaut.web.rows import act_class
from wortlaut.web.signing import remembered, signer_of
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of
from wortlaut.web.wordings import fields_of, fields_sent, wording_of

__all__ = [
    "PAGE",
    "decide",
    "queue_page",
    "refuse_readers",
    "sent_form",
    "signed_by",
    "single_page",
    "take_back",
    "waiting_page",
]


def refuse_readers(request: Request) -> None:
    """Nothing; raises `HTTPException` where the record may not be changed: then there is nothing to do here."""
    if not site_of(request).options.write:
        raise HTTPException(403, "web.read_only")


async def sent_form(request: Request) -> FormData:
    """The fields of the form that was sent; it was read already when its token was checked."""
    return await request.form()


_router = APIRouter(dependencies=[Depends(refuse_readers)])
PAGE = Page(_router, Place(60, "/review", "checking.place", writes=True))

_LONGEST = 400  # characters of a name and of a reason
# What narrows the queue, as in the address of the search; all else in the address tells where in it one is.
_NARROWING = ("actor", "article", "source", "speaker", "words")
_MOST_PASSED = 10_000  # that an address may name
Sent = Annotated[FormData, Depends(sent_form)]


_DIGITS = 15  # of a number


@dataclass(frozen=True, slots=True)
class _Queue:
    """Where in the queue somebody is: how it is narrowed, and how many at its head were passed over."""

    filters: Filters
    passed: int

    @classmethod
    def of(cls, given: QueryParams) -> _Queue:
        """The place in the queue that an address tells of."""
        actor, article, source, speaker, words = (given.get(name, "")[:_LONGEST] or None for name in _NARROWING)
        filters = Filters(actor=actor, article=article, source=source, speaker=speaker, words=words, decided=False)
        skip = given.get("skip", "")
        return cls(filters, min(int(skip[:_DIGITS]), _MOST_PASSED) if skip.isdecimal() else 0)

    @property
    def address(self) -> Address:
        """The address of the place."""
        pairs = [(name, value) for name in _NARROWING if (value := getattr(self.filters, name)) is not None]
        return Address("/review", (*pairs, *((("skip", str(self.passed)),) if self.passed else ())))

    def beyond(self) -> _Queue:
        """The place behind the statement that stands there."""
        return replace(self, passed=self.passed + 1)


@_router.get("/review")
def queue_page(request: Request, at: Annotated[str, Query(max_length=64)] = "") -> HTMLResponse:
    """The next statement that nobody decided about; or `at`, which one comes back to."""
    settings, queue = site_of(request).settings, _Queue.of(request.query_params)
    if at:
        return _statement_page(request, service.statement(at, settings=settings), queue)
    found = list(service.review(queue.filters, limit=queue.passed + 1, settings=settings))
    if len(found) <= queue.passed:
        return rendered(
            request,
            "review_end.html.j2",
            first=str(replace(queue, passed=0).address),
            is_narrowed=len(queue.address.without("skip").given) > 0,
            **_around(request, queue),
        )
    return _statement_page(request, found[queue.passed].found, queue)


@_router.get("/review/waiting")
def waiting_page(request: Request) -> HTMLResponse:
    """The decisions that have no place in the present text of their article."""
    texts = texts_of(request)
    found = service.waiting(settings=site_of(request).settings)
    # A decision of which several parts have no place is one entry.
    entries = {each.waiting.entry.number: ShownEntry(each.waiting.entry, each.text) for each in found}
    return rendered(
        request,
        "review_waiting.html.j2",
        entries=entries_told(entries.values(), texts),
        signer=signer_of(request),
    )


@_router.get("/review/{statement}")
def single_page(request: Request, statement: str) -> HTMLResponse:
    """Any one statement, to decide about."""
    return _statement_page(request, service.statement(statement, settings=site_of(request).settings), None)


@_router.post("/review/undo")
def take_back(request: Request, sent: Sent) -> Response:
    """Back to where the entries were made, which are taken back, the last one first."""
    signed, decided = signed_by(request, sent), None
    for number in sorted(
        {int(each) for each in map(str, sent.getlist("entry")) if each.isdecimal() and len(each) <= _DIGITS},
        reverse=True,
    ):
        decided = service.undo(number, **signed)
    target = _own_path(str(sent.get("next", "")))
    if decided is not None and decided.found is not None and target.path == "/review":
        target = target.without("entry", "at").adding("at", decided.found.statement.id)
    return remembered(RedirectResponse(str(target), 303), str(sent.get("by", "")))


@_router.post("/review/{statement}")
def decide(request: Request, statement: str, sent: Sent) -> Response:
    """On to the next statement of the queue, or back to this one; with what is wrong where nothing was decided."""
    found = service.statement(statement, settings=site_of(request).settings)
    in_queue = sent.get("queue") is not None
    queue = _Queue.of(QueryParams(str(sent.get("queue", "")))) if in_queue else None
    try:
        entries = _decided(request, found, sent)
    except (DecisionError, InputError) as error:
        now = service.statement(statement, settings=site_of(request).settings)
        return _statement_page(request, now, queue, sent=sent, error=error)
    target = Address(f"/review/{found.statement.id}") if queue is None else queue.address
    for each in entries:
        target = target.adding("entry", str(each.entry.number))
    return remembered(RedirectResponse(str(target), 303), str(sent.get("by", "")))


def _decided(request: Request, found: Found, sent: FormData) -> list[Decided]:
    """What came of the form: one entry, or two where the rest was said to be right besides what was corrected."""
    signed, name = signed_by(request, sent), found.statement.id
    seen = Signed(**signed, seen=str(sent.get("seen", "")) or None)
    action = sent.get("action")
    if action == "confirm":
        return [service.confirm(name, **seen)]
    if action == "reject":
        return [service.reject(name, **seen)]
    if action != "correct":
        raise HTTPException(422, "web.http")
    texts = texts_of(request)
    wording = wording_of(fields_of(found, texts), sent, found.article.text, texts)
    corrected = service.correct(name, wording, **seen)
    if not sent.get("rest") or corrected.found is None:
        return [corrected]
    rest = _rest_of(corrected)
    try:
        return [corrected, *([service.confirm(name, rest, **signed)] if rest else [])]
    except DecisionError:  # the correction stands, and its number is told
        return [corrected]


def _rest_of(corrected: Decided) -> list[StatementPart]:
    """The parts of which the correction says nothing: they were looked at as well, and are right."""
    values = corrected.entry.values or Values()
    found = corrected.found
    unasked = {StatementPart.LABELS, *values.parts()}
    if found is None or found.attribution is None:
        unasked |= {StatementPart.WHO}
    if found is None or found.sense is None:
        unasked |= {StatementPart.ACT, StatementPart.SAID_ON, StatementPart.VENUE}
    return [part for part in StatementPart if part not in unasked]


def signed_by(request: Request, sent: FormData) -> Signed:
    """Who decides and why, as the form says; raises `DecisionImpossible` where nobody is named."""
    why, by = (str(sent.get(name, "")).strip()[:_LONGEST] for name in ("why", "by"))
    if not by:  # else the one who runs the server would have decided
        raise DecisionImpossible("decision_without_person")
    return Signed(by=by, why=why or None, settings=site_of(request).settings)


def _statement_page(
    request: Request,
    found: Found,
    queue: _Queue | None,
    *,
    sent: FormData | None = None,
    error: WortlautError | None = None,
) -> HTMLResponse:
    """The page of a statement to decide about; with what was sent, and why that could not be, where it was in vain."""
    texts = texts_of(request)
    (card,) = cards_of([found], texts)
    head = found.article
    is_whole = request.query_params.get("whole") is not None
    passage = (
        Passage((whole_text([found], [card], texts, head.text),), is_whole=True)
        if is_whole
        else passage_of(found, card, texts)
    )
    fields = fields_of(found, texts)
    return rendered(
        request,
        "review.html.j2",
        status=200 if error is None else status_of(error),
        card=card,
        card_classes=act_class(card.act),
        found=found,
        article=head,
        date=appeared(head, texts.language),
        title=entitled(head, texts),
        passage=passage,
        whole=str(Address.of(request).adding("whole", "1")),
        fields=fields if sent is None else fields_sent(fields, sent),
        problem=None if error is None else error.text(texts.language),
        is_open=sent is not None and sent.get("action") == "correct",
        reason="" if sent is None else str(sent.get("why", "")),
        **_around(request, queue),
    )


def _around(request: Request, queue: _Queue | None) -> dict[str, Any]:
    """What stands around the statement: what was decided last, how many are left, and where one goes on."""
    settings = site_of(request).settings
    entries = [each for each in request.query_params.getlist("entry")[:2] if each.isdecimal()]
    left = None if queue is None else service.count(queue.filters, settings=settings)
    homeless = len({each.waiting.entry.number for each in service.waiting(settings=settings)})
    return {
        "queue": None if queue is None else str(queue.address).partition("?")[2],
        "left": left,
        "passed": 0 if queue is None else queue.passed,
        "skip": None if queue is None else str(queue.beyond().address),
        "back": str(queue.address if queue is not None else Address(request.url.path)),
        "entries": entries,
        "homeless": homeless,
        "signer": signer_of(request),
    }


def _own_path(given: str) -> Address:
    """The address of ours that the form names to go on to; the queue where it names none."""
    path, _, query = given.partition("?")
    is_own = path.startswith(("/review", "/history")) and "//" not in path and "\\" not in path
    return Address(path, tuple(QueryParams(query).multi_items())) if is_own else Address("/review")
