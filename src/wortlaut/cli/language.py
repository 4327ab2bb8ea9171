"""Which language to speak: `--lang`, else the locale."""

from collections.abc import Mapping, Sequence

__all__ = ["LANGUAGES", "chosen_language"]

LANGUAGES = ("de", "en")


def chosen_language(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """`de` or `en`; needed before the arguments are parsed, since what is wrong with them must be said, too."""
    for place, argument in enumerate(argv):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        if name == "--lang":
            value = value if equals else "".join(argv[place + 1 : place + 2])
            if value in LANGUAGES:
                return value
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "de" if locale.lower().startswith("de") else "en"
