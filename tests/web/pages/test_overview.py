import re

from starlette.testclient import TestClient

from wortlaut import service
from wortlaut.settings import Settings


def test_figures_are_those_of_the_record(example_client: TestClient, examples: Settings) -> None:
    page = example_client.get("/overview").text
    found = service.overview(settings=examples)
    assert f"<b>{found.statements}</b>" in page
    assert f"<b>{found.articles}</b>" in page


def test_every_mark_leads_to_as_many_statements_as_it_says(example_client: TestClient, examples: Settings) -> None:
    page = example_client.get("/overview").text
    marks = re.findall(r'<a href="([^"]+)" aria-label="[^"]*?(\d+) statements?">', page)
    shares = re.findall(
        r'<a href="(/\?[^"]+)" class="[^"]*"><span class="label">[^<]*</span> <small>(\d+)</small>', page
    )
    assert len(marks) == len(service.overview(settings=examples).periods)
    assert len(shares) > 10
    for address, number in (*marks, *shares):
        behind = example_client.get(address.replace("&amp;", "&")).text
        assert re.findall(r'<h2 id="found">(\d+) ', behind) == [number], address


def test_what_came_in_last_leads_to_its_article(client: TestClient, settings: Settings) -> None:
    page = client.get("/overview").text
    arrived = service.overview(settings=settings).arrived
    assert [f'href="/articles/{each.article.id}"' in page for each in arrived] == [True, True, True]
    assert "Hier spricht niemand." in page  # the first words stand for a title
