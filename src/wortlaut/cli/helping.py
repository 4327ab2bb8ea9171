"""Help in the user's language: commands and options carry keys of the catalogue, which are looked up when shown."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal
from wortlaut.errors import InputError
from wortlaut.texts import TEXTS, Texts

__all__ = ["Verb", "Verbs", "metavar", "option_rows", "usage_line"]


class Verb(TyperCommand):
    """A command whose help is in the user's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: D102  as in the base class
        _write_help(self, ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: D102
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest:
            raise InputError(_texts(ctx)("usage.too_many", arguments=" ".join(rest)))
        return rest


class Verbs(TyperGroup):
    """The program: its help names the commands and what the exit status says."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: D102
        _write_help(self, ctx, formatter)
        texts, styled = _texts(ctx), _is_styled(ctx)
        with formatter.section(_heading(texts("help.commands"), styled)):
            formatter.write_dl(
                [(_bold(name, styled), texts(command.help or "")) for name, command in self.commands.items()]
            )
        with formatter.section(_heading(texts("help.status"), styled)):
            formatter.write_dl([(str(status.value), texts(f"status.{status.name.lower()}")) for status in Status])
        formatter.write_paragraph()
        formatter.write_text(texts("help.more"))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: D102
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            commands = ", ".join(self.commands)
            raise InputError(_texts(ctx)("usage.no_command", name=args[0], commands=commands))
        return super().resolve_command(ctx, args)


def usage_line(command: Any, ctx: Any, texts: Texts) -> str:
    """How a command is called, without `Usage:` and the program's name."""
    pieces = [f"[{texts('metavar.OPTIONS')}]"]
    for param in command.get_params(ctx):
        if param.param_type_name == "argument":
            name = metavar(param, texts) + ("…" if param.nargs == -1 else "")
            pieces.append(name if param.required else f"[{name}]")
    if isinstance(command, Verbs):
        pieces.append(f"{texts('metavar.COMMAND')} …")
    return " ".join(pieces)


def option_rows(command: Any, ctx: Any, texts: Texts, kind: str) -> list[tuple[str, str]]:
    """How each parameter of that kind (`argument`, `option`) is written, and what it is for."""
    return [
        (_written(param, texts), texts(_HELP if param.name == "help" else param.help or ""))
        for param in command.get_params(ctx)
        if param.param_type_name == kind and not param.hidden
    ]


_HELP = "help.help"


def _written(param: Any, texts: Texts) -> str:
    if param.param_type_name == "argument":
        return metavar(param, texts)
    names = ", ".join(sorted(param.opts, key=len))
    return names if param.is_flag else f"{names} {metavar(param, texts)}"


def metavar(param: Any, texts: Texts) -> str:
    """What stands for the value of a parameter."""
    name = str(param.metavar or param.name).upper() if param.metavar is None else str(param.metavar)
    key = f"metavar.{name}"
    return texts(key) if key in TEXTS else name


def _write_help(command: Any, ctx: Any, formatter: Any) -> None:
    texts, styled = _texts(ctx), _is_styled(ctx)
    formatter.write_usage(
        ctx.command_path, usage_line(command, ctx, texts), prefix=_heading(texts("help.usage"), styled) + ": "
    )
    for paragraph in texts(f"{command.help}.long" if f"{command.help}.long" in TEXTS else command.help).split("\n"):
        formatter.write_paragraph()
        formatter.write_text(paragraph)
    for kind in ("argument", "option"):
        rows = option_rows(command, ctx, texts, kind)
        if rows:
            with formatter.section(_heading(texts(f"help.{kind}s"), styled)):
                formatter.write_dl([(_bold(written, styled), purpose) for written, purpose in rows])


def _texts(ctx: typer.Context) -> Texts:
    return ctx.obj.texts if isinstance(ctx.obj, Terminal) else Texts("en")


def _is_styled(ctx: typer.Context) -> bool:
    return isinstance(ctx.obj, Terminal) and ctx.obj.styled(ctx.obj.out)


def _heading(text: str, styled: bool) -> str:
    return typer.style(text, fg="yellow", bold=True) if styled else text


def _bold(text: str, styled: bool) -> str:
    return typer.style(text, bold=True) if styled else text
