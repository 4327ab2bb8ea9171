"""What `make demo` runs: the bundled items are read, listed, searched and shown, each command before its output.

At the end the pages with all of it are offered: where somebody sits at the terminal, Enter opens them in the browser.
Everything goes into one folder (`demo/` unless another is named), which may be deleted at any time. Run it twice: the
second time nothing has changed and nothing is read again.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from wortlaut.cli.language import chosen_language
from wortlaut.messages import Message

ROOT = Path(__file__).parents[1]
PROGRAM = Path(sys.executable).with_name("wortlaut")
WHY_OF = ("--words", "Schleusen geöffnet")  # a sentence without a cue
PAGE_OF = ("--source", "Küstendienst", "--since", "2026-05-27", "--until", "2026-05-27")  # the dam, in May
_YES = ("", "y", "yes", "j", "ja")  # Enter alone is one, too

TEXTS = {
    "read": Message(
        en="Read fifteen items in all the forms in which they come, and keep them in one file.",
        de="Fünfzehn Meldungen lesen, in allen Formen, in denen sie kommen, und in einer Datei aufheben.",
    ),
    "speaker": Message(
        en="What did the minister say? In January he gave his word; and in May?",
        de="Was hat der Minister gesagt? Im Januar gab er sein Wort; und im Mai?",
    ),
    "type": Message(
        en="Reported speech without any cue: only the Konjunktiv tells.",
        de="Redewiedergabe ohne jedes Redewort: Nur der Konjunktiv verrät sie.",
    ),
    "search": Message(
        en="Search for words in any of their forms.",
        de="Wörter in allen ihren Formen suchen.",
    ),
    "actors": Message(
        en="Who is in the record, whatever the articles call them?",
        de="Wer kommt vor, wie auch immer die Artikel sie nennen?",
    ),
    "why": Message(
        en="Here the item says only „sie“ or nothing at all. Why is this hers?",
        de="Hier sagt die Meldung nur „sie“ oder gar nichts. Warum ist das ihre Aussage?",
    ),
    "page": Message(
        en="One item as a page of its own, every statement marked.",
        de="Eine Meldung als eigene Seite, jede Aussage markiert.",
    ),
    "serve": Message(
        en="Or look at all of it in the browser, at http://127.0.0.1:8765/, and read in more – Ctrl-C ends it:",
        de="Oder alles im Browser ansehen, unter http://127.0.0.1:8765/, und mehr einlesen – Strg-C beendet es:",
    ),
    "open": Message(en="Open it now? [Y/n] ", de="Jetzt öffnen? [J/n] "),
    "next": Message(en="Go on – open the page, or try:", de="Und weiter – die Seite öffnen oder ausprobieren:"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 where every command did its work, else that of the first that did not."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--into", type=Path, default=Path("demo"), help="folder for the record and the page")
    into = parser.parse_args(arguments).into
    os.chdir(ROOT)
    into.mkdir(parents=True, exist_ok=True)
    db = ("--db", str(into / "record.db"))
    try:
        _tour(db, str(into / "staudamm-mai.html"))
    except subprocess.CalledProcessError as error:
        return error.returncode
    _offer(["serve", "--open", "--write", *db])
    return 0


def _tour(db: tuple[str, str], page: str) -> None:
    _run("read", "read", "--quiet", "examples/items", *db)
    _run("speaker", "statements", "--speaker", "Welidse", *db)
    _run("type", "statements", "--type", "indirect_free_indirect", "--limit", "4", *db)
    _run("search", "search", "füllen", "--limit", "4", *db)
    _run("actors", "actors", "--limit", "8", *db)
    _run("why", "show", "--why", _statement(*WHY_OF, *db), *db)
    article = _article(*PAGE_OF, *db)
    _run("page", "show", article, "--html", page, *db)
    _say("next")
    for command in (
        ["show", article, *db],
        ["search", "Haushalt*", *db],
        ["actors", "doubts", *db],
        ["statements", "--addressee", "Sender", *db],
        ["export", "--out", str(Path(page).with_name("statements.csv")), *db],
    ):
        _print(_pasteable(command))


def _offer(command: list[str]) -> None:
    """Nothing; the pages are offered, and who wants them at the terminal has this program become their server."""
    _say("serve")
    _print(_pasteable(command))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return
    try:
        answer = input(_text("open"))
    except (EOFError, KeyboardInterrupt):
        answer = "n"
        _print()
    if answer.strip().lower() in _YES:
        os.execv(PROGRAM, [str(PROGRAM), *command])  # noqa: S606  Ctrl-C is then the server's alone


def _run(text: str, *command: str) -> None:
    _say(text)
    _print(f"$ {_pasteable(command)}")
    subprocess.run([PROGRAM, *command], check=True)
    _print()


def _article(*options: str) -> str:
    """The id of the article of the first statement that is found."""
    return str(_first(*options)["article"]["id"])


def _statement(*options: str) -> str:
    """The id of the first statement that is found."""
    return str(_first(*options)["id"])


def _first(*options: str) -> dict[str, Any]:
    """The first statement that is found."""
    found = subprocess.run([PROGRAM, "statements", "--json", *options], check=True, capture_output=True)
    first: dict[str, Any] = json.loads(found.stdout.splitlines()[0])
    return first


def _pasteable(command: Sequence[str]) -> str:
    program = PROGRAM.relative_to(ROOT) if PROGRAM.is_relative_to(ROOT) else Path("wortlaut")
    return shlex.join([str(program), *command])


def _say(text: str) -> None:
    _print(f"# {_text(text)}")


def _text(name: str) -> str:
    return TEXTS[name].text(chosen_language((), os.environ), {})


def _print(line: str = "") -> None:
    print(line, flush=True)  # before what the command prints


if __name__ == "__main__":
    sys.exit(main())
