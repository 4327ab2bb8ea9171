"""Draws the pictures of the README anew, from the real output of the demo: `python examples/pictures.py`.

The page's picture needs Chromium; where there is none, that picture stays as it was and the program says so.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
PAGE = ROOT / "demo" / "staudamm-mai.html"
COLUMNS = 118
SHOWN = ("wortlaut read", "--speaker", "wortlaut search")  # the commands that the terminal's picture shows
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    """The exit code: 0 where both pictures were drawn, 3 where no browser was found for the second."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(ROOT / "demo", ignore_errors=True)
    _draw_terminal(_demo_output(), IMAGES / "terminal.svg")
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print(f"no browser found ({', '.join(BROWSERS)}): {IMAGES / 'page.png'} was not drawn", file=sys.stderr)
        return 3
    _draw_page(browser, PAGE, IMAGES / "page.png")
    return 0


def _demo_output() -> str:
    environment = os.environ | {"FORCE_COLOR": "1", "COLUMNS": str(COLUMNS), "LC_ALL": "C.UTF-8"}
    environment.pop("NO_COLOR", None)
    done = subprocess.run(
        [sys.executable, ROOT / "examples" / "demo.py"],
        check=True,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.stdout


def _draw_terminal(output: str, picture: Path) -> None:
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True)
    for line in _shown(output):
        style = "dim" if line.startswith("# ") else "bold" if line.startswith("$ ") else ""
        console.print(Text.from_ansi(line, style=style), overflow="fold")
    svg = console.export_svg(title="make demo", unique_id="wortlaut")
    # The picture loads nothing: fonts are those of the reader's machine.
    picture.write_text(re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL), "utf-8")


def _shown(output: str) -> list[str]:
    """The lines of those steps of the demo whose command is one of `SHOWN`."""
    steps: list[list[str]] = []
    for line in output.splitlines():
        if line.startswith("# "):
            steps.append([])
        steps[-1].append(line)
    return [line for step in steps if any(words in step[1] for words in SHOWN) for line in step]


def _draw_page(browser: str, page: Path, picture: Path) -> None:
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",  # it opens our own file only, and may run as root in a container
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--force-device-scale-factor=1.25",
                "--window-size=1280,900",
                f"--user-data-dir={profile}",
                f"--screenshot={picture}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )


if __name__ == "__main__":
    sys.exit(main())
