import json
import re

import pytest
from starlette.testclient import TestClient

from wortlaut import Filters, service
from wortlaut.settings import Settings
from wortlaut.types import Found


@pytest.fixture
def found(settings: Settings) -> Found:
    """The statement about the old dikes."""
    return next(each for each in service.statements(settings=settings) if "Bo" in each.article.text)


def test_statement_shows_its_words_in_context(client: TestClient, found: Found) -> None:
    page = client.get(f"/statements/{found.statement.id}").text
    heading, text = page.partition("<h1")[2].split('<article class="text"')
    assert ("„Die Deiche sind alt“" in heading, "„Die Deiche sind alt“" in text) == (True, True)


def test_address_for_citing_is_that_of_the_page(client: TestClient, found: Found) -> None:
    page = client.get(f"/statements/{found.statement.id[:8]}").text
    assert f"http://127.0.0.1:8765/statements/{found.statement.id}" in page


def test_decision_stands_in_the_history(client: TestClient, found: Found, settings: Settings) -> None:
    before = client.get(f"/statements/{found.statement.id}").text
    service.confirm(found.statement.id, by="Cleo", why="gehört", settings=settings)
    after = client.get(f"/statements/{found.statement.id}").text
    assert ("Cleo" in before, "Cleo" in after, "gehört" in after, "confirmation" in after) == (False, True, True, True)


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("bib", "application/x-bibtex; charset=utf-8"),
        ("ris", "application/x-research-info-systems; charset=utf-8"),
        ("jsonld", "application/ld+json; charset=utf-8"),
    ],
)
def test_citation_is_a_file(client: TestClient, found: Found, ending: str, kind: str) -> None:
    answer = client.get(f"/statements/{found.statement.id}.{ending}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    assert answer.headers["content-disposition"] == f'attachment; filename="{found.statement.id}.{ending}"'


def test_annotation_names_the_places_of_the_words(client: TestClient, found: Found) -> None:
    made = json.loads(client.get(f"/statements/{found.statement.id}.jsonld").text)
    (quote, position) = made["target"][0]["selector"]
    assert found.article.text[position["start"] : position["end"]] == quote["exact"] == "„Die Deiche sind alt“"


def test_why_tells_of_every_party(client: TestClient, found: Found) -> None:
    page = client.get(f"/statements/{found.statement.id}/why").text
    assert "speaker: Bo" in page


@pytest.mark.parametrize("path", ["s0000", "s0000.bib", "s0000/why", "%2e%2e", "s' OR 1=1"])
def test_unknown_statement_is_no_page(client: TestClient, path: str) -> None:
    assert client.get(f"/statements/{path}").status_code == 404


def test_statement_leads_to_what_was_said_before(example_client: TestClient, examples: Settings) -> None:
    found = [
        each
        for each in service.statements(settings=examples)
        if any(party.name == "Taron Welidse" for party in each.speakers) and each.article.published is not None
    ]
    days = sorted({each.article.published for each in found if each.article.published})
    last = next(each for each in found if each.article.published == days[-1])
    before = example_client.get(f"/statements/{last.statement.id}").text.partition("said before")[2]
    shown = re.findall(r'<a class="q l0 [a-z_]+" href="/statements/(\w+)">', before.partition("</ol>")[0])
    assert shown == [
        each.statement.id
        for each in service.paged(
            None, Filters(actor="person:taron-welidse", until=days[-2]), limit=4, settings=examples
        ).found
    ]
    first = next(each for each in found if each.article.published == days[0])
    assert "said before" not in example_client.get(f"/statements/{first.statement.id}").text
