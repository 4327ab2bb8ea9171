"""Writes the reference documents that are made from the code; with `--check` says which of them are stale.

- `docs/commands.md` from the Typer application
- `docs/statement.schema.json` from the model of a statement
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer

from wortlaut.cli.app import app
from wortlaut.cli.helping import option_rows, usage_line
from wortlaut.cli.status import Status
from wortlaut.export.statement import statement_schema
from wortlaut.texts import TEXTS, Texts

DOCS = Path(__file__).parent

_HEAD = r"""# Commands

<!-- Made by docs/generate.py from the program itself: do not edit. -->

`wortlaut COMMAND --help` says the same, in German where the locale or `--lang de` asks for it. Results go to standard
output, everything about the run to standard error. `--json` and `export` write UTF-8 whatever the locale says; control,
direction and zero-width characters stand as `\uXXXX` in JSON and as `⟨U+XXXX⟩` everywhere else.
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
    rows = [(str(status.value), texts(f"status.{status.name.lower()}")) for status in Status]
    parts.append("## Exit status\n\n" + _table("status", "meaning", rows))
    return "\n".join(parts)


def schema() -> str:
    """`docs/statement.schema.json`: the JSON Schema of a statement."""
    return json.dumps(statement_schema(), ensure_ascii=False, indent=2) + "\n"


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


DOCUMENTS = {"commands.md": commands, "statement.schema.json": schema}


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
