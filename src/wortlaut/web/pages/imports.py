"""Import: text, addresses and files come in; what became of each is told as soon as it is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from markupsafe import escape
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from wortlaut import service
from wortlaut.export.visible import one_line, shortened, web_link
from wortlaut.intake import Facts, say_note, say_place
from wortlaut.texts import Texts, day, moment
from wortlaut.types import Rejected
from wortlaut.web.imports.job import Arrived, Job, Kind, State
from wortlaut.web.imports.uploads import Sent, sent_addresses, sent_files, sent_text
from wortlaut.web.page import Page, Place
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of

__all__ = [
    "PAGE",
    "Given",
    "ShownArrival",
    "ShownJob",
    "Told",
    "import_addresses",
    "import_files",
    "import_page",
    "import_state",
    "import_text",
    "job_page",
    "stop_import",
]

_router = APIRouter()
PAGE = Page(_router, Place(70, "/import", "import.place", writes=True))

_MOST_ADDRESSES = 100
_ASKS_NO_MORE = 286  # the status by which htmx ends asking
_NAME = 80  # characters of what an import is called
_Line = Annotated[str, Form(max_length=2000)]


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed into the forms, shown again where it cannot be used."""

    text: str = ""
    title: str = ""
    source: str = ""
    published: str = ""
    url: str = ""
    addresses: str = ""


@dataclass(frozen=True, slots=True)
class ShownJob:
    """An import as the pages show it."""

    id: str
    name: str
    kind: str
    when: str
    state: str
    state_label: str
    is_over: bool
    is_running: bool
    step: str  # where it is
    percent: int | None  # None where nobody knows how much there is
    figures: tuple[tuple[int, str], ...]
    problem: str | None


@dataclass(frozen=True, slots=True)
class ShownArrival:
    """An article that came in."""

    id: str
    title: str
    source: str | None
    date: str | None
    statements: str
    arrival: str
    arrival_label: str
    place: str  # where it stood
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was refused or taken back: where it stood, and what is to be said of it."""

    place: str
    words: str


@_router.get("/import")
def import_page(request: Request) -> HTMLResponse:
    """The three ways in, and what came in lately."""
    return _page(request)


@_router.post("/import/text")
def import_text(
    request: Request,
    *,
    text: Annotated[str, Form()] = "",
    title: _Line = "",
    source: _Line = "",
    published: _Line = "",
    url: _Line = "",
) -> Response:
    """To the import of a text; back to the form where that cannot be read."""
    given = Given(text, title, source, published, url)
    if not text.strip():
        return _page(request, "import.no_text", given)
    try:
        on = date.fromisoformat(published.strip()) if published.strip() else None
    except ValueError:
        return _page(request, "import.no_day", given)
    address = url.strip()
    if address and web_link(address) is None:
        return _page(request, "import.no_address", given)
    facts = Facts(one_line(title) or None, on, one_line(source) or None, address or None)
    return _begun(request, sent_text(text, texts_of(request)("import.pasted"), facts))


@_router.post("/import/addresses")
def import_addresses(request: Request, addresses: Annotated[str, Form(max_length=100_000)] = "") -> Response:
    """To the import of what the addresses answer, one a line."""
    written = [line.strip() for line in addresses.splitlines() if line.strip()]
    if not written or len(written) > _MOST_ADDRESSES:
        return _page(request, "import.many_addresses" if written else "import.no_addresses", Given(addresses=addresses))
    return _begun(request, sent_addresses(written))


@_router.post("/import/files")
def import_files(request: Request, files: Annotated[list[UploadFile] | None, File()] = None) -> Response:
    """To the import of the files."""
    given = [(each.filename, each.file) for each in files or [] if each.filename]
    return _begun(request, sent_files(given)) if given else _page(request, "import.no_files")


@_router.get("/import/{name}")
def job_page(request: Request, name: str) -> HTMLResponse:
    """An import: how far it is, what came in, what was refused and why."""
    return _job_rendered(request, "import_job.html.j2", name)


@_router.get("/import/{name}/state")
def import_state(request: Request, name: str) -> HTMLResponse:
    """The part of that page that changes; where the import is not known any more, that, and not to ask again."""
    if site_of(request).jobs.get(name) is None:
        told = f'<div id="state"><p class="note">{escape(texts_of(request)("web.no_import"))}</p></div>'
        return HTMLResponse(told, _ASKS_NO_MORE)
    return _job_rendered(request, "parts/import_state.html.j2", name)


@_router.post("/import/{name}/stop")
def stop_import(request: Request, name: str) -> Response:
    """Back to the import, which ends with the articles at hand."""
    site_of(request).jobs.stop(_job(request, name).id)
    return RedirectResponse(f"/import/{name}", 303)


def _page(request: Request, problem: str | None = None, given: Given | None = None) -> HTMLResponse:
    site, texts = site_of(request), texts_of(request)
    if not site.options.write:
        raise HTTPException(403, "web.read_only")
    return rendered(
        request,
        "import.html.j2",
        status=422 if problem else 200,
        problem=problem and texts(problem),
        given=given or Given(),
        jobs=[_shown(each, texts, 0) for each in site.jobs.all()],
        most_bytes=site.options.limits.body_bytes,
        most=_megabytes(site.options.limits.body_bytes),
    )


def _begun(request: Request, sent: Sent) -> Response:
    """To the import that begins with what was sent."""
    job = site_of(request).jobs.submit(sent)
    if job is None:
        raise HTTPException(503, "web.imports_waiting", headers={"retry-after": "60"})
    return RedirectResponse(f"/import/{job.id}", 303)


def _job(request: Request, name: str) -> Job:
    job = site_of(request).jobs.get(name)
    if job is None:
        raise HTTPException(404, "web.no_import")
    return job


def _job_rendered(request: Request, template: str, name: str) -> HTMLResponse:
    job, texts = _job(request, name), texts_of(request)
    return rendered(
        request,
        template,
        job=_shown(job, texts, site_of(request).jobs.ahead_of(name)),
        arrived=[_shown_arrival(each, texts) for each in reversed(job.arrived)],
        refused=[_refused(each, texts.language) for each in job.refused],
        retracted=[service.tell_retracted(each, texts.language) for each in job.retracted],
        more_arrived=job.summary.stored + job.summary.unchanged - len(job.arrived),
        more_refused=job.summary.rejected - len(job.refused),
    )


def _shown(job: Job, texts: Texts, ahead: int) -> ShownJob:
    name = shortened(job.names[0], _NAME)
    if len(job.names) > 1:
        name = texts("import.and_more", name=name, count=len(job.names) - 1)
    percent = round(100 * job.share)
    failed = job.state is State.FAILED
    return ShownJob(
        job.id,
        name,
        job.kind.value,
        moment(job.asked_at.astimezone(), texts.language),
        job.state.value,
        texts(f"import.state.{job.state.value}"),
        job.state.is_over,
        job.state is State.READING,
        _step(job, ahead, texts),
        percent if percent or job.state.is_over else None,
        tuple(_figures(job, texts)),
        (job.error.text(texts.language) if job.error else texts("web.internal")) if failed else None,
    )


def _step(job: Job, ahead: int, texts: Texts) -> str:
    """Where a running import is; empty where it is over."""
    if job.state is State.WAITING:
        return texts("import.ahead", count=ahead) if ahead else ""
    if job.state is not State.READING:
        return ""
    items = texts("import.step", count=job.summary.read)
    if job.kind is Kind.TEXT or len(job.names) == 1:
        return items
    return texts("import.step_of", at=job.at + 1, of=len(job.names), items=items)


def _figures(job: Job, texts: Texts) -> Iterator[tuple[int, str]]:
    """What became of the items, in numbers; what there was none of is left out, but for what is new."""
    summary = job.summary
    yield summary.stored - job.changed, texts("import.new")
    for number, key in (
        (job.changed, "import.changed"),
        (summary.unchanged, "import.unchanged"),
        (summary.withdrawn, "import.withdrawn"),
        (summary.rejected, "import.rejected"),
    ):
        if number:
            yield number, texts(key)
    yield summary.statements, texts("import.statement" if summary.statements == 1 else "import.statements")


def _shown_arrival(each: Arrived, texts: Texts) -> ShownArrival:
    return ShownArrival(
        each.id,
        each.title,
        one_line(each.source) if each.source else None,
        day(each.published, texts.language) if each.published else None,
        texts("import.has", count=each.statements),
        each.arrival.value,
        texts(f"import.arrival.{each.arrival.value}"),
        say_place(each.origin, texts.language),
        tuple(say_note(note, texts.language) for note in each.notes),
    )


def _refused(rejected: Rejected, language: str) -> Told:
    place = say_place(rejected.origin, language)
    return Told(place, service.explain(rejected, language).removeprefix(f"{place}: "))


def _megabytes(size: int) -> int:
    return size // 2**20
