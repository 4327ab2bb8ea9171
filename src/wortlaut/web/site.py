"""What all requests share."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from wortlaut.settings import Settings
from wortlaut.web.imports.jobs import Jobs
from wortlaut.web.options import WebOptions
from wortlaut.web.page import Place

__all__ = ["Site", "site_of"]


@dataclass(frozen=True, slots=True)
class Site:
    """Which record is served, how, and with which pages."""

    settings: Settings
    options: WebOptions
    navigation: tuple[Place, ...]
    secret: bytes  # made when the server starts; tokens are sealed with it
    jobs: Jobs  # what comes in through the browser


def site_of(request: Request) -> Site:
    """The site that the request came to."""
    site = request.app.state.site
    assert isinstance(site, Site)  # noqa: S101  set by `application`
    return site
