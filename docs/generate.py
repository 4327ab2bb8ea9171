"""Writes the reference documents that are made from the code; with `--check` says which of them are stale.

- `docs/api.md` from the description of the API
- `docs/commands.md` from the Typer application
- `docs/python.md` from the docstrings of the public names
- `docs/statement.schema.json`, `docs/entry.schema.json`, `docs/why.schema.json`, `docs/actor.schema.json` and
  `docs/event.schema.json` from the models of a statement, of an entry, of why a statement is somebody's, of an actor,
  and of an event
"""

import dataclasses
import inspect
import json
import re
import sys
from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, is_typeddict

import typer

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it also runs as a file

import wortlaut
from docs.api_reference import api
from wortlaut.cli.app import app
from wortlaut.cli.helping import option_rows, usage_line
from wortlaut.cli.status import Status
from wortlaut.export.actor import actor_schema
from wortlaut.export.entry import entry_schema
from wortlaut.export.event import event_schema
from wortlaut.export.statement import statement_schema
from wortlaut.export.why import why_schema
from wortlaut.texts import TEXTS, Texts

DOCS = Path(__file__).parent

_HEAD = r"""# Commands

<!-- Made by docs/generate.py from the program itself: do not edit. -->

`wortlaut COMMAND --help` says the same, in German where the locale or `--lang de` asks for it. Results go to standard
output, everything about the run to standard error. `--json` and `export` write UTF-8 whatever the locale says; control,
direction and zero-width characters stand as `\uXXXX` in JSON and as `⟨U+XXXX⟩` everywhere else.
"""

_PYTHON_HEAD = """# Python

<!-- Made by docs/generate.py from the program itself: do not edit. -->
"""


def commands() -> str:
    """`docs/commands.md`: every command with its arguments and options, and what the exit status says."""
    texts = Texts("en")
    program = typer.main.get_command(app)
    context = program.make_context("wortlaut", [], resilient_parsing=True)
    parts = [_HEAD, _section(program, context, texts, title="wortlaut")]
    for name, command in program.commands.items():  # type: ignore[attr-defined]  # a group has commands
        below = command.make_context(name, [], parent=context, resilient_parsing=True)
        parts.append(_section(command, below, texts, title=f"wortlaut {name}"))
        for verb, its in getattr(command, "commands", {}).items():
            inner = its.make_context(verb, [], parent=below, resilient_parsing=True)
            parts.append(_section(its, inner, texts, title=f"wortlaut {name} {verb}"))
    rows = [(str(status.value), texts(f"status.{status.name.lower()}")) for status in Status]
    parts.append("## Exit status\n\n" + _table("status", "meaning", rows))
    return "\n".join(parts)


def python() -> str:
    """`docs/python.md`: what `import wortlaut` offers."""
    parts = [_PYTHON_HEAD, _fenced_examples(inspect.getdoc(wortlaut) or "")]
    for name in wortlaut.__all__:
        if not name.startswith("_"):
            parts.append(_public(name, getattr(wortlaut, name)))
    return "\n".join(parts)


def schema() -> str:
    """`docs/statement.schema.json`: the JSON Schema of a statement."""
    return json.dumps(statement_schema(), ensure_ascii=False, indent=2) + "\n"


def entry() -> str:
    """`docs/entry.schema.json`: the JSON Schema of an entry of the history."""
    return json.dumps(entry_schema(), ensure_ascii=False, indent=2) + "\n"


def why() -> str:
    """`docs/why.schema.json`: the JSON Schema of why a statement is somebody's."""
    return json.dumps(why_schema(), ensure_ascii=False, indent=2) + "\n"


def actor() -> str:
    """`docs/actor.schema.json`: the JSON Schema of an actor."""
    return json.dumps(actor_schema(), ensure_ascii=False, indent=2) + "\n"


def event() -> str:
    """`docs/event.schema.json`: the JSON Schema of an event."""
    return json.dumps(event_schema(), ensure_ascii=False, indent=2) + "\n"


def _public(name: str, what: Any) -> str:
    parts = [f"## `{name}`\n"]
    if inspect.isfunction(what):
        parts.append(f"```python\n{_signature(name, what)}\n```\n")
    parts.append(f"{inspect.getdoc(what)}\n")
    if inspect.isclass(what):
        names = [field.name for field in dataclasses.fields(what)] if dataclasses.is_dataclass(what) else []
        names += [str(member.value) for member in what] if issubclass(what, Enum) else []
        names += list(getattr(what, "model_fields", ()))
        names += list(what.__annotations__) if is_typeddict(what) else []
        if names:
            kind = "Values" if issubclass(what, Enum) else "Fields"
            parts.append(f"{kind}: {', '.join(f'`{each}`' for each in names)}.\n")
    return "\n".join(parts)


def _signature(name: str, function: Callable[..., Any]) -> str:
    """One parameter a line, types as they are written in the source."""
    signature = inspect.signature(function)
    lines = []
    for each in signature.parameters.values():
        if each.kind is each.KEYWORD_ONLY and "    *," not in lines:
            lines.append("    *,")
        default = "" if each.default is each.empty else f" = {_default(each.default)}"
        stars = "**" if each.kind is each.VAR_KEYWORD else ""
        lines.append(f"    {stars}{each.name}: {_type(each.annotation)}{default},")
    return "\n".join([f"{name}(", *lines, f") -> {_type(signature.return_annotation)}"])


def _type(annotation: Any) -> str:
    return annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)


def _default(value: Any) -> str:
    """A default as it is written in a call; functions have no such form and are told by their names."""
    if inspect.isroutine(value):
        return str(value.__name__)
    if isinstance(value, Enum) and not isinstance(value, str):
        return str(value)
    return repr(getattr(value, "value", value))


def _fenced_examples(docstring: str) -> str:
    """`docstring` with its indented example as a code block of Python."""
    return re.sub(r"((?:^    .*\n|^\n(?=    ))+)", _fenced, docstring, count=1, flags=re.MULTILINE) + "\n"


def _fenced(match: re.Match[str]) -> str:
    return f"\n```python\n{inspect.cleandoc(match[0])}\n```\n"


def _section(command: Any, context: Any, texts: Texts, *, title: str) -> str:
    key = f"{command.help}.long" if f"{command.help}.long" in TEXTS else str(command.help)
    parts = [f"## {title}\n", f"    {title} {usage_line(command, context, texts)}\n"]
    parts.append(texts(key).replace("\n", "\n\n") + "\n")
    for kind in ("argument", "option"):
        rows = option_rows(command, context, texts, kind)
        if rows:
            parts.append(_table(kind, "", rows))
    return "\n".join(parts)


def _table(left: str, right: str, rows: Sequence[tuple[str, str]]) -> str:
    lines = [f"| {left} | {right} |", "|---|---|"]
    lines += [f"| `{_cell(name)}` | {_cell(purpose)} |" for name, purpose in rows]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


DOCUMENTS = {
    "api.md": api,
    "commands.md": commands,
    "python.md": python,
    "statement.schema.json": schema,
    "entry.schema.json": entry,
    "why.schema.json": why,
    "actor.schema.json": actor,
    "event.schema.json": event,
}


def stale(folder: Path) -> list[str]:
    """The names of the documents in `folder` that are not what the code says now."""
    return [
        name
        for name, made in DOCUMENTS.items()
        if not (folder / name).is_file() or (folder / name).read_text("utf-8") != made()
    ]


def main(arguments: Sequence[str]) -> int:
    """The exit code: 1 where `--check` finds a stale document."""
    if arguments == ["--check"]:
        names = stale(DOCS)
        for name in names:
            print(f"docs/{name} is stale: run `make docs`", file=sys.stderr)
        return 1 if names else 0
    for name, made in DOCUMENTS.items():
        (DOCS / name).write_text(made(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
