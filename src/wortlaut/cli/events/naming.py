"""How events are named in the commands under `wortlaut events`."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = ["AsOf", "EventId", "OtherEvent"]

EventId = Annotated[str, typer.Argument(metavar="EVENT", help="help.event_id")]
OtherEvent = Annotated[str, typer.Argument(metavar="OTHER", help="help.event_other")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="help.as_of")]
