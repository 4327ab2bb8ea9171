"""The house style, where a machine can see it."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import wortlaut

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "wortlaut"
PACKAGES = (PACKAGE, ROOT / "evaluation", ROOT / "benchmarks", ROOT / "training")
ASIDE = (ROOT / "tests", ROOT / "docs", ROOT / "examples")
LONGEST_MODULE = 400
LONGEST_FUNCTION = 40
HEAVY = (
    *("alembic", "fastapi", "jinja2", "nltk", "onnxruntime", "pydantic", "rich", "scipy", "simplemma", "sqlalchemy"),
    *("starlette", "torch", "uvicorn"),
)
# Nothing of the place where it was written may stand in what is given away: folders, and hosts of package registries.
FORBIDDEN = re.compile(
    r"(?<![\w.])/work/(?=\w)|/tmp/|/opt/(?:pypi|wheels)|pypi\.org|pythonhosted\.org|registry\.npmjs\.org"
)


def modules(*folders: Path) -> list[Path]:
    return sorted(path for folder in folders for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def exported(tree: ast.Module) -> list[str] | None:
    """What `__all__` lists, `None` where there is none."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
            assert isinstance(node, ast.Assign)
            names: list[str] = ast.literal_eval(node.value)
            return names
    return None


def defined(tree: ast.Module) -> Iterator[str]:
    """The public functions and classes that a module defines at its top level."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


def imported(tree: ast.Module) -> Iterator[str]:
    """The top-level names of all that a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def tracked() -> list[Path]:
    """Every file that git keeps or would keep."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip(f"no git checkout: {listed.stderr.strip()}")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def case_insensitively(name: str) -> tuple[int, str]:
    """The order that the linter keeps: CONSTANTS, then Classes, then functions."""
    rank = 0 if name.isupper() else 1 if name[0].isupper() else 2
    return rank, name


@pytest.mark.parametrize("path", modules(*PACKAGES), ids=named)
def test_public_names_stand_in_a_sorted_all(path: Path) -> None:
    tree = tree_of(path)
    listed = exported(tree)
    public = set(defined(tree))
    if path.name in {"__main__.py", "env.py"} or path.parent.name == "versions":
        return  # run by Python and by Alembic, never imported for their names
    if listed is None:
        assert not public, "public names, but no __all__"
        return
    assert listed == sorted(listed, key=case_insensitively)
    assert len(listed) == len(set(listed))
    assert public <= set(listed), "public names that __all__ does not list"


@pytest.mark.parametrize("path", modules(*PACKAGES, ROOT / "tests"), ids=named)
def test_module_is_not_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", modules(*PACKAGES, *ASIDE), ids=named)
def test_functions_are_not_too_long(path: Path) -> None:
    lengths = {
        node.name: (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("path", modules(PACKAGE), ids=named)
def test_private_names_stay_in_their_package(path: Path) -> None:
    borrowed = [
        f"{node.module}.{alias.name}"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("wortlaut")
        for alias in node.names
        if alias.name.startswith("_") and not alias.name.startswith("__")
    ]
    assert borrowed == []


def test_only_the_command_line_prints() -> None:
    printing = {
        named(path)
        for path in modules(PACKAGE)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert {name for name in printing if not name.startswith("src/wortlaut/cli/")} == set()


def test_no_file_speaks_of_the_place_where_it_was_written() -> None:
    here = Path(__file__)
    speaking = {
        named(path): found.group()
        for path in tracked()
        if path != here and (found := FORBIDDEN.search(path.read_bytes().decode("latin-1")))
    }
    assert speaking == {}


@pytest.mark.parametrize("text", ["cd /work/main", "https://pypi.org/simple", "x=/tmp/y"])
def test_forbidden_words_are_recognised(text: str) -> None:
    assert FORBIDDEN.search(text)


def test_relative_folder_named_work_is_no_forbidden_word() -> None:
    assert not FORBIDDEN.search("/.work/ is ignored, ../work/ too")


def test_import_brings_in_nothing_heavy() -> None:
    program = "import sys, wortlaut; print(*sorted(name for name in sys.modules if '.' not in name))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert "wortlaut" in loaded
    assert sorted(set(loaded) & set(HEAVY)) == []


def contracts(folder: Path) -> "subprocess.CompletedProcess[str]":
    """What the import linter says about the packages in `folder`."""
    linter = str(Path(sys.executable).with_name("lint-imports"))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(folder / "src"), str(folder)])}
    command = [linter, "--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_import_contracts_hold() -> None:
    done = contracts(ROOT)
    assert done.returncode == 0, done.stdout


def test_import_of_a_later_stage_breaks_a_contract(tmp_path: Path) -> None:
    for package in PACKAGES:
        shutil.copytree(package, tmp_path / package.relative_to(ROOT), ignore=shutil.ignore_patterns("*.onnx", "*.xz"))
    with (tmp_path / "src" / "wortlaut" / "language" / "tokens.py").open("a", encoding="utf-8") as file:
        file.write("\nfrom wortlaut.service import read\n")
    done = contracts(tmp_path)
    assert done.returncode == 1
    assert "wortlaut.language.tokens -> wortlaut.service" in done.stdout


def test_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\S+)", changelog, re.MULTILINE)
    assert newest is not None
    assert (project["version"], newest.group(1)) == (wortlaut.__version__, wortlaut.__version__)


def test_everything_that_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {normal(re.split(r"[\[<>=~! ;]", name)[0]) for name in project["dependencies"]}
    owners = packages_distributions()
    foreign = {name for path in modules(PACKAGE) for name in imported(tree_of(path))} - set(sys.stdlib_module_names)
    undeclared = {name for name in foreign - {"wortlaut"} if not declared & {normal(owner) for owner in owners[name]}}
    assert undeclared == set()


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    wanted += [name for extra in ("parquet", "evaluation") for name in extras[extra]]
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {normal(line.partition("==")[0]) for line in lines if not line.startswith("#")}
    assert {normal(re.split(r"[\[<>=~! ;]", name)[0]) for name in wanted} - pinned == set()


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
