import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("de-DE,de;q=0.9,en;q=0.8", "de"),
        ("en,de", "en"),
        ("fr", "en"),
        ("", "en"),
        ("en;q=0.1,de;q=0.5", "de"),
        ("x;q=9", "en"),
        ("de;q=0", "en"),
    ],
)
def test_browser_says_which_language_it_likes(client: TestClient, header: str, language: str) -> None:
    assert f'<html lang="{language}">' in client.get("/nowhere", headers={"accept-language": header}).text


def test_chosen_language_is_kept(client: TestClient) -> None:
    texts = [client.get(path).text for path in ("/nowhere?lang=de", "/nowhere", "/nowhere?lang=xx")]
    assert ['<html lang="de">' in text for text in texts] == [True, True, True]
