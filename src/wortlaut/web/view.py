"""From values to a page: the templates, and what they all know."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from wortlaut import __version__
from wortlaut.export.visible import visible
from wortlaut.texts import Texts, day, moment
from wortlaut.web.languages import LANGUAGE_COOKIE, LANGUAGES, asked_language, language_of
from wortlaut.web.safety.tokens import SESSION_COOKIE, session_of, token_of
from wortlaut.web.site import site_of

__all__ = ["rendered", "static_address", "texts_of"]

_YEAR = 365 * 24 * 3600


def texts_of(request: Request) -> Texts:
    """The texts in the language of the request."""
    return Texts(language_of(request))


def rendered(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The page that `template` makes of `values`.

    Every template also knows `t` (texts), `language`, `navigation`, `here` (the path), `token` (for forms),
    `can_write`, `static`, `day`, `moment`. Whatever it writes is escaped, and hidden characters are made visible.
    """
    site, language = site_of(request), language_of(request)
    session, is_new = session_of(request)
    html = (
        _environment()
        .get_template(template)
        .render(
            t=Texts(language),
            language=language,
            languages=[(each, _here(request, each)) for each in LANGUAGES],
            navigation=[each for each in site.navigation if site.options.write or not each.writes],
            here=request.url.path,
            token=token_of(site.secret, session),
            can_write=site.options.write,
            program=__version__,
            **values,
        )
    )
    response = HTMLResponse(html, status_code=status)
    if is_new and site.options.write and status == 200:
        response.set_cookie(SESSION_COOKIE, session, httponly=True, samesite="strict")
    if (asked := asked_language(request)) is not None:
        response.set_cookie(LANGUAGE_COOKIE, asked, max_age=_YEAR, httponly=True, samesite="lax")
    return response


def _here(request: Request, language: str) -> str:
    """The page that is asked for in that language; never an address of elsewhere, as `//other.example` would be."""
    path = "/" + request.url.path.lstrip("/\\")
    query = urlencode(
        [*((name, value) for name, value in request.query_params.multi_items() if name != "lang"), ("lang", language)]
    )
    return f"{quote(path)}?{query}"


@cache
def static_address(name: str) -> str:
    """The address of a file in `static` or `vendor`, which changes with its content; empty where it is not there."""
    folder, _, rest = name.partition("/")
    path = files("wortlaut.web").joinpath(folder, rest)
    if not path.is_file():
        return ""
    return f"/{name}?v={sha256(path.read_bytes()).hexdigest()[:12]}"


def _finished(value: Any) -> Any:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("wortlaut.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finished,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(static=static_address, day=day, moment=moment)
    return environment
