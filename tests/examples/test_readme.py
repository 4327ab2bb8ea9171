import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = (
    "README.md",
    "DEVELOPMENT.md",
    "CHANGELOG.md",
    "docs/flow.md",
    "docs/intake.md",
    "docs/readers.md",
    "docs/training.md",
    "examples/README.md",
)


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "WORTLAUT_DB"}
    environment |= {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, check=False, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clone")
    (folder / "examples").symlink_to(ROOT / "examples")
    return folder


def test_every_command_of_the_readme_works_as_pasted(folder: Path) -> None:
    made, *tours = blocks("sh")
    targets = re.findall(r"^make (\w+)", made, re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert targets == ["demo", "test"]
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
    commands = [line for tour in tours for line in tour.splitlines() if line != ". .venv/bin/activate"]
    assert len(commands) >= 9
    for command in commands:
        done = run(["bash", "-c", command], folder)
        assert (done.returncode, command) == (0, command), done.stderr
    assert (folder / "streik.html").stat().st_size > 0
    assert (folder / "statements.csv").stat().st_size > 0


def test_the_python_of_the_readme_works_after_the_tour(folder: Path) -> None:
    (program,) = blocks("python")
    done = run([sys.executable, "-W", "error", "-c", program], folder)
    assert done.returncode == 0, done.stderr
    assert "2026-05-27" in done.stdout


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_links_to_is_there(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if not target.startswith("https://")]
    assert [target for target in targets if not (ROOT / page).parent.joinpath(target).exists()] == []


def test_every_example_has_its_row() -> None:
    table = (ROOT / "examples" / "README.md").read_text("utf-8")
    names = {path.name for path in (ROOT / "examples" / "items").iterdir() if not path.name.startswith(".")}
    assert {name for name in names if f"`{name}`" in table} == names
