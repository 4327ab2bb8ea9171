"""Adding a statement that no reader found: by selecting its words in the whole article, or typing them."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from wortlaut import service
from wortlaut.errors import DecisionError, InputError, WortlautError
from wortlaut.export.cards import cards_of
from wortlaut.export.told import appeared, entitled
from wortlaut.types import StatementType
from wortlaut.web.addresses import Address
from wortlaut.web.page import Page
from wortlaut.web.pages.review import Sent, refuse_readers, signed_by
from wortlaut.web.passages import whole_text
from wortlaut.web.problems import status_of
from wortlaut.web.signing import remembered, signer_of
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of
from wortlaut.web.wordings import fields_of, fields_sent, wording_of

__all__ = ["PAGE", "add", "adding_page"]

_router = APIRouter(dependencies=[Depends(refuse_readers)])
PAGE = Page(_router)

_MOST_ENTRIES = 200  # that an address names, to be taken back at once; of more only the last one


@_router.get("/review/add/{article}")
def adding_page(request: Request, article: str, added: Annotated[str, Query(max_length=64)] = "") -> HTMLResponse:
    """The article with what is known to be said in it, and fields for what is missing; `added` was added just now."""
    return _article_page(request, article, added=added)


@_router.post("/review/add/{article}")
def add(request: Request, article: str, sent: Sent) -> Response:
    """Back to the article, which has one statement more, or of which no statement is missing."""
    texts, settings = texts_of(request), site_of(request).settings
    head = service.show(article, settings=settings).article
    target = Address(f"/review/add/{head.id}")
    try:
        signed = signed_by(request, sent)
        if sent.get("action") == "complete":
            decided = service.complete(head.id, **signed)
        else:
            wording = wording_of(fields_of(None, texts), sent, head.text, texts)
            kind = wording.type or StatementType.DIRECT
            decided = service.add(head.id, replace(wording, type=kind), **signed)
            target = target.adding("added", decided.entry.statement or "")
    except (DecisionError, InputError) as error:
        return _article_page(request, article, sent=sent, error=error)
    confirmed = decided.confirmed if len(decided.confirmed) < _MOST_ENTRIES else ()
    for each in (*confirmed, decided.entry):
        target = target.adding("entry", str(each.number))
    return remembered(RedirectResponse(str(target), 303), signed.get("by") or "")


def _article_page(
    request: Request, article: str, *, added: str = "", sent: FormData | None = None, error: WortlautError | None = None
) -> HTMLResponse:
    texts = texts_of(request)
    shown = service.show(article, settings=site_of(request).settings)
    head, fields = shown.article, fields_of(None, texts)
    return rendered(
        request,
        "review_add.html.j2",
        status=200 if error is None else status_of(error),
        article=head,
        date=appeared(head, texts.language),
        title=entitled(head, texts),
        body=whole_text(shown.found, cards_of(shown.found, texts), texts, head.text),
        fields=fields if sent is None else fields_sent(fields, sent),
        problem=None if error is None else error.text(texts.language),
        reason="" if sent is None else str(sent.get("why", "")),
        added=added,
        entries=[each for each in request.query_params.getlist("entry") if each.isdecimal()],
        back=f"/review/add/{head.id}",
        signer=signer_of(request),
    )
