"""The application: all pages and the API behind the layers of safety."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from pkgutil import iter_modules
from secrets import token_bytes

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.telemetry import TelemetryConfig
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from wortlaut import __version__
from wortlaut.errors import WortlautError
from wortlaut.settings import Settings
from wortlaut.web import pages
from wortlaut.web.api import actors, articles, exports, history, statements, writing
from wortlaut.web.api.answers import PROBLEMS
from wortlaut.web.imports.jobs import Jobs
from wortlaut.web.options import WebOptions
from wortlaut.web.page import Page
from wortlaut.web.problems import error_response, problem_response
from wortlaut.web.safety.headers import AnswerHeaders
from wortlaut.web.safety.hosts import Hosts
from wortlaut.web.safety.limits import Bodies, Rates
from wortlaut.web.safety.log import Log
from wortlaut.web.safety.origins import Origins
from wortlaut.web.safety.tokens import check_token
from wortlaut.web.site import Site
from wortlaut.web.view import texts_of

__all__ = ["application", "registered_pages"]

_ROUTERS = (statements.router, articles.router, actors.router, history.router, exports.router)
_FILES = ("static", "vendor")
# FastAPI records requests, errors and their messages for OpenTelemetry, and sends them where the environment says so.
_SILENCE: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}


def application(settings: Settings, options: WebOptions | None = None, *, jobs: Jobs | None = None) -> FastAPI:
    """The application that serves the record of the settings; `jobs` are passed in by tests alone.

    Every request opens the record for itself, in the one thread that answers it: a connection of SQLite belongs to its
    thread, and no reader waits for another. Pages are therefore plain functions, which run in a pool of threads.
    """
    options = options or WebOptions()
    app = FastAPI(
        title="wortlaut",
        version=__version__,
        docs_url=None,  # the shipped ones load scripts from elsewhere
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        redirect_slashes=False,
        separate_input_output_schemas=False,
        middleware=_layers(options),
        telemetry=_SILENCE,
        lifespan=_alive,
    )
    shown = registered_pages()
    places = sorted((each.place for each in shown if each.place is not None), key=lambda each: each.order)
    app.state.site = Site(settings, options, tuple(places), token_bytes(32), jobs or Jobs(settings))
    for router in (*_ROUTERS, *((writing.router,) if options.write else ())):
        app.include_router(router, prefix="/api/v1", responses=PROBLEMS)
    for page in shown:
        app.include_router(page.router, include_in_schema=False, dependencies=[Depends(check_token)])
    for name in _FILES:
        folder = Path(str(files("wortlaut.web").joinpath(name)))
        app.mount(f"/{name}", StaticFiles(directory=folder, check_dir=False), name=name)
    app.add_exception_handler(WortlautError, _told)
    app.add_exception_handler(HTTPException, _http_told)
    app.add_exception_handler(RequestValidationError, _invalid_told)
    return app


def registered_pages() -> list[Page]:
    """The `PAGE` of every module in `wortlaut.web.pages`, by the modules' names."""
    names = sorted(each.name for each in iter_modules(pages.__path__) if not each.name.startswith("_"))
    return [
        page
        for name in names
        if isinstance(page := getattr(import_module(f"{pages.__name__}.{name}"), "PAGE", None), Page)
    ]


@asynccontextmanager
async def _alive(app: FastAPI) -> AsyncIterator[None]:
    """A context as long as the application runs: what is being read in has ended when it does."""
    yield
    await run_in_threadpool(app.state.site.jobs.close)


def _layers(options: WebOptions) -> list[Middleware]:
    """The layers of safety, the outermost first."""
    return [
        Middleware(AnswerHeaders),
        Middleware(Log),
        Middleware(Rates, limits=options.limits),
        Middleware(Hosts, host=options.host),
        Middleware(Origins, write=options.write),
        Middleware(Bodies, limits=options.limits),
    ]


def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, WortlautError)  # noqa: S101  registered for these
    return error_response(request, error)


def _http_told(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101  registered for these
    known = {400: "web.form", 404: "web.not_found", 405: "web.method"}
    code = error.detail if error.detail.startswith("web.") else known.get(error.status_code, "web.http")
    return problem_response(request.scope, status=error.status_code, code=code, headers=error.headers)


def _invalid_told(request: Request, error: Exception) -> Response:
    """Which value cannot be used; the value itself is not repeated."""
    assert isinstance(error, RequestValidationError)  # noqa: S101  registered for these
    told = "; ".join(f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in error.errors())
    detail = texts_of(request)("web.invalid", what=told)
    return problem_response(request.scope, status=422, code="web.invalid", detail=detail)
