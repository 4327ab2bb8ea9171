"""Which form a file has, by its content first and its name second, and the way to that form's reader."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from wortlaut.errors import InputError
from wortlaut.intake.articles import Wishes
from wortlaut.intake.decoding import charset_of
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.kinds import check_is_text
from wortlaut.intake.ownership import owned
from wortlaut.intake.packing import unpacked
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.streams import HEAD, Budget, Stream
from wortlaut.types import Origin

__all__ = ["forms", "read_stream"]

_GROUP = "wortlaut.forms"
# In the order in which they are asked; plain text takes what no other form claims.
_SHIPPED = (
    "archives.wacz",
    "documents.docx",
    "documents.odt",
    "tables.excel",
    "archives.zip",  # behind the forms that are ZIP archives themselves
    "archives.tar",
    "archives.warc",
    "documents.compound",
    "tables.parquet",
    "documents.pdf",
    "documents.rtf",
    "mail.mailbox",
    "mail.message",
    "wikis.dump",
    "agency.newsml",
    "agency.newsml1",
    "agency.nitf",
    "feeds.rss",
    "feeds.atom",
    "feeds.sitemap",
    "texts.wired",
    "pages.page",
    "markup.unknown",  # behind all forms that are XML
    "feeds.jsonfeed",
    "agency.ninjs",
    "records.lines",
    "records.file",
    "tables.delimited",
    "exports.text",
    "texts.marked",
    "texts.plain",
)


@cache
def forms() -> tuple[Form, ...]:
    """All forms in the order in which they are asked: those of other packages by name, then the shipped ones."""
    foreign = sorted(entry_points(group=_GROUP), key=lambda each: each.name)
    shipped = (import_module(f"wortlaut.intake.{name}").FORM for name in _SHIPPED)
    return (*(_loaded(each) for each in foreign), *shipped)


def _loaded(entry: object) -> Form:
    name, load = getattr(entry, "name", "?"), getattr(entry, "load", None)
    try:
        form = load() if load is not None else None
    except Exception as error:
        raise InputError("form_unusable", name=name, problem=f"{type(error).__name__}: {error}") from error
    if not isinstance(form, Form):
        raise InputError("form_unusable", name=name, problem="it is no wortlaut.intake.form.Form")
    return form


def read_stream(
    stream: Stream,
    origin: Origin,
    wishes: Wishes,
    *,
    budget: Budget | None = None,
    declared: str | None = None,
    url: str | None = None,
) -> Iterator[Item]:
    """What is in the bytes of a file, whatever form they have; what cannot be read as refusals.

    What is packed is unpacked, out of `budget`; without one, `stream` is taken as the outermost file. `declared` is the
    encoding that the transport names, `url` the address that the bytes came from.
    """
    budget = budget or Budget()
    budget.measure(stream)
    stream = unpacked(stream, budget, origin.path)
    budget = budget.deeper(stream.layers)
    try:
        if budget.too_deep is not None:
            raise Refused.of(budget.too_deep)
        head = stream.peek(HEAD)
        if not head:
            raise Refused("empty") if stream.damage is None else Refused.of(stream.damage)
        charset = charset_of(head, wishes.encoding, declared)
        start = head[charset.mark :].decode(charset.name or "utf-8", "replace")
        source = Source(stream, origin, charset, wishes, head, start, budget, declared, url)
        yield from owned(_read(_form_of(source), source), url)
    except Refused as refused:
        yield reject(refused.why, origin)


def _read(form: Form, source: Source) -> Iterator[Item]:
    """What the form gives; a form that fails on a file refuses that file, and the run goes on with the next."""
    is_empty = True
    try:
        for item in form.read(source):
            is_empty = False
            yield item
    except (Refused, InputError):
        raise
    except Exception as error:
        raise Refused("form_failed", form=form.name, problem=f"{type(error).__name__}: {error}"[:300]) from error
    if is_empty:
        raise Refused("empty_text")


def _form_of(source: Source) -> Form:
    """The form of a file; raises `Refused` for bytes that no form takes."""
    every = forms()
    found = next((form for form in every if form.fits(source)), None)
    if found is None:
        named = (form for form in every if form.endings and source.name.endswith(form.endings))
        found = next(named, every[-1])
    if found.is_text:
        check_is_text(source.head, wide=source.charset.is_wide)
    return found
