"""The weights in the package: their digest, and the reader made from them."""

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut import __version__
from wortlaut.errors import WeightsDamaged
from wortlaut.types import Provenance

if TYPE_CHECKING:
    from wortlaut.reading.reader import ShippedReader

__all__ = ["FILES", "WEIGHTS", "Manifest", "digest", "load_shipped", "read_manifest", "write_manifest"]

WEIGHTS = Path(__file__).parent / "weights"
FILES = ("choices.json", "encoder.onnx", "roles.onnx", "tables.safetensors", "vocabulary.json")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `manifest.json` beside the weights says: their digest, and the name of the reader that they make."""

    digest: str
    reader: str


def digest(folder: Path) -> str:
    """SHA-256, in hex, over the weight files' names and contents."""
    total = sha256()
    for name in FILES:
        total.update(name.encode() + b"\0" + sha256((folder / name).read_bytes()).digest())
    return total.hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder of weights; raises `WeightsDamaged` where it cannot be read."""
    try:
        values = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        return Manifest(digest=str(values["digest"]), reader=str(values["reader"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WeightsDamaged("weights_unreadable", folder=folder, what=error) from error


def load_shipped(folder: Path = WEIGHTS, *, threads: int = 1) -> "ShippedReader":
    """The reader made from the weights in `folder`; raises `WeightsDamaged` where they do not have their digest."""
    from wortlaut.reading.reader import ShippedReader

    manifest = read_manifest(folder)
    try:
        found = digest(folder)
    except OSError as error:
        raise WeightsDamaged("weights_unreadable", folder=folder, what=error) from error
    if found != manifest.digest:
        raise WeightsDamaged("weights_changed", folder=folder, found=found, expected=manifest.digest)
    made_by = Provenance(reader=manifest.reader, weights=f"sha256:{manifest.digest}", version=__version__)
    try:
        return ShippedReader(folder, made_by, threads=threads)
    except (ValueError, KeyError, TypeError) as error:  # written for another version
        raise WeightsDamaged("weights_unreadable", folder=folder, what=error) from error


def write_manifest(folder: Path, *, reader: str) -> Manifest:
    """The manifest that was written for the weight files in `folder`."""
    manifest = Manifest(digest(folder), reader)
    (folder / "manifest.json").write_text(json.dumps(asdict(manifest), indent=1) + "\n", encoding="utf-8")
    return manifest
