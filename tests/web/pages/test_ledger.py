import re

from starlette.testclient import TestClient

from wortlaut import service
from wortlaut.record import Filters
from wortlaut.settings import Settings
from wortlaut.types import Act


def shown(page: str) -> list[str]:
    return re.findall(r'<p class="words" lang="de"><a class="q l0 [a-z_]+" href="/statements/(\w+)">', page)


def test_ledger_is_that_of_the_command(example_client: TestClient, examples: Settings) -> None:
    page = example_client.get("/ledger").text
    lines = service.demands(Filters(), settings=examples)
    assert shown(page) == [each.found.statement.id for each in lines]
    conditions = [each for each in lines if each.found.sense and each.found.sense.condition]
    assert page.count("<dt>condition</dt>") == len(conditions) > 0


def test_ledger_is_narrowed(example_client: TestClient, examples: Settings) -> None:
    page = example_client.get("/ledger?act=threaten").text
    assert shown(page) == [
        each.found.statement.id for each in service.demands(Filters(act=Act.THREATEN), settings=examples)
    ]
    later = example_client.get("/ledger?since=2026-06-01&act=").text
    assert 0 < len(shown(later)) < len(shown(example_client.get("/ledger").text))
    assert example_client.get("/ledger?since=soon&act=nonsense").status_code == 200


def test_answered_lines_can_be_left_out(example_client: TestClient, examples: Settings) -> None:
    page = example_client.get("/ledger?open=1").text
    lines = service.demands(Filters(), open_only=True, settings=examples)
    assert shown(page) == [each.found.statement.id for each in lines]


def test_pair_leads_to_its_lines(example_client: TestClient) -> None:
    page = example_client.get("/ledger").text
    address, number = re.findall(r'<td class="num"><a href="([^"]+)">(\d+)</a>', page)[0]
    assert len(shown(example_client.get(address.replace("&amp;", "&")).text)) >= int(number)
