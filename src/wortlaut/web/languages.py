"""Which language to speak: `?lang=`, else what was chosen before, else what the browser asks for."""

from __future__ import annotations

import re

from starlette.requests import Request

__all__ = ["LANGUAGES", "LANGUAGE_COOKIE", "asked_language", "language_of"]

LANGUAGES = ("de", "en")
LANGUAGE_COOKIE = "wortlaut_lang"
_accepted = re.compile(r"\s*([A-Za-z]{1,8})(?:-[A-Za-z0-9-]*)?\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?))?\s*")


def language_of(request: Request) -> str:
    """`de` or `en`."""
    asked = asked_language(request)
    if asked is not None:
        return asked
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    return chosen if chosen in LANGUAGES else _preferred(request.headers.get("accept-language", ""))


def asked_language(request: Request) -> str | None:
    """The language that the address names, None where it names none that is known."""
    asked = request.query_params.get("lang")
    return asked if asked in LANGUAGES else None


def _preferred(header: str) -> str:
    """The one of our languages that the header likes best; of two alike the first, English where it names none."""
    best, weight = "en", 0.0
    for part in header.split(","):
        match = _accepted.fullmatch(part)
        if match is None or match[1].lower() not in LANGUAGES:
            continue
        liked = float(match[2] or 1)
        if liked > weight:
            best, weight = match[1].lower(), liked
    return best
