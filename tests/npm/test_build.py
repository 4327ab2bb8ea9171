import json
import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

NPM = Path(__file__).parents[2] / "npm"


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """`npm/build.py`, which stands in no package."""
    spec = spec_from_file_location("npm_build", NPM / "build.py")
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_everything_is_locked_by_digest_and_names_no_registry() -> None:
    packages = json.loads((NPM / "package-lock.json").read_text("utf-8"))["packages"]
    taken = {name: each for name, each in packages.items() if name}
    assert set(taken) == {"node_modules/htmx.org", "node_modules/axe-core"}
    assert all(each["integrity"].startswith("sha512-") for each in taken.values())
    assert not [name for name, each in taken.items() if "resolved" in each or each.get("hasInstallScript")]


def test_versions_are_exact() -> None:
    wanted = json.loads((NPM / "package.json").read_text("utf-8"))
    assert all(
        re.fullmatch(r"\d+\.\d+\.\d+", each) for each in (wanted["dependencies"] | wanted["devDependencies"]).values()
    )


def test_failure_of_npm_is_told(build: ModuleType) -> None:
    assert build.build([sys.executable, "-c", "raise SystemExit(7)"]) == 1


def test_licence_goes_along(build: ModuleType) -> None:
    names = set(build.SHIPPED.values())
    assert {f"{Path(name).stem}.LICENSE.txt" for name in names if name.endswith(".js")} <= names
