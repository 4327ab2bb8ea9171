"""The templates of what the evaluation draws and writes."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

__all__ = ["rendered", "stored"]

_FOLDER = Path(__file__).with_name("templates")


def rendered(template: str, **values: object) -> str:
    """The template of that name with `values` in it, each escaped."""
    return _environment().get_template(template).render(values)


def stored(name: str) -> str:
    """What stands in the file of that name beside the templates."""
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
