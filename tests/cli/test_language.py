import pytest

from wortlaut.cli.language import chosen_language


@pytest.mark.parametrize(
    ("argv", "environ", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, "de"),
        ([], {"LANG": "DE"}, "de"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {"LC_MESSAGES": "de_AT", "LANG": "en_US"}, "de"),
        ([], {"LC_ALL": "en_US", "LC_MESSAGES": "de_AT", "LANG": "de_DE"}, "en"),
        ([], {"LC_ALL": "", "LANG": "de_DE"}, "de"),
        (["--lang", "de"], {}, "de"),
        (["read", "x", "--lang=en"], {"LANG": "de_DE"}, "en"),
        (["search", "--", "--lang", "de"], {}, "en"),
        (["--lang", "fr"], {"LANG": "de_DE"}, "de"),
        (["--lang"], {}, "en"),
    ],
)
def test_language_is_the_option_or_the_locale(argv: list[str], environ: dict[str, str], language: str) -> None:
    assert chosen_language(argv, environ) == language
