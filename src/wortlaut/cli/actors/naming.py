"""How actors are named in the commands under `wortlaut actors`."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = ["ActorId", "Articles", "Others", "Statements"]

ActorId = Annotated[str, typer.Argument(metavar="ACTOR", help="help.actor_id")]
Others = Annotated[list[str], typer.Argument(metavar="OTHER", help="help.actor_others")]
Articles = Annotated[list[str] | None, typer.Option("--article", metavar="ARTICLE", help="help.actor_articles")]
Statements = Annotated[list[str] | None, typer.Option("--statement", metavar="ID", help="help.actor_statements")]
