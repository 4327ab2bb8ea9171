"""Many read while articles come in: nobody is told of an error, and everything comes in."""

import json
import threading
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

from tests.builder import ToyReader
from tests.web.serving import serving
from wortlaut import service
from wortlaut.settings import Settings

READERS, PAGES = 50, 6


def test_fifty_readers_and_an_import_do_not_hinder_each_other(settings: Settings, tmp_path: Path) -> None:
    article = next(service.statements(settings=settings)).article.id
    actor = service.actors(settings=settings, limit=1)[0].id
    paths = (
        *(f"/articles/{article}", "/api/v1/statements?limit=20", "/api/v1/search?q=Satz"),
        *("/", "/?q=Satz", "/?types=direct&acts=assert", "/suggestions?beginning=a"),
        *("/actors", f"/actors/{quote(actor)}", "/ledger", "/events", "/overview"),
    )
    items = tmp_path / "many.jsonl"
    lines = [
        {"id": f"n{number}", "text": f"„Satz {number}“, sagte Ada.", "date": "2026-02-03"} for number in range(400)
    ]
    items.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    told: list[int | str] = []

    def read_on(address: str, first: int) -> None:
        for path in islice(cycle(paths), first, first + PAGES):
            try:
                with urlopen(address + path, timeout=60) as answer:
                    told.append(answer.status)
            except OSError as error:
                told.append(str(error))

    with serving(settings) as address:
        readers = [threading.Thread(target=read_on, args=(address, number)) for number in range(READERS)]
        for each in readers:
            each.start()
        summary = service.read([str(items)], settings=settings, reader=ToyReader())
        for each in readers:
            each.join()
    assert told == [200] * READERS * PAGES
    assert summary.stored == len(lines)
