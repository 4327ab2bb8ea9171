"""Readers of another package, installed without an installer."""

import sys
from pathlib import Path

import pytest

__all__ = ["install", "put_metadata"]


def put_metadata(folder: Path, name: str, version: str, points: str) -> None:
    """Writes into `folder` what an installer writes: the package is there, with these entry points."""
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", "utf-8")
    (info / "entry_points.txt").write_text(points, "utf-8")


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, module: str, **readers: str) -> None:
    """Makes a package `plugged` 1.0 importable, whose module has the callables that `readers` name."""
    (folder / "plugged.py").write_text(module, "utf-8")
    points = "".join(f"{name} = plugged:{called}\n" for name, called in readers.items())
    put_metadata(folder, "plugged", "1.0", f"[wortlaut.readers]\n{points}")
    monkeypatch.delitem(sys.modules, "plugged", raising=False)  # of another test
    monkeypatch.syspath_prepend(folder)
