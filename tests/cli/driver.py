"""The program with the toy reader as a process of its own, to be started by the tests.

It may not touch the network: the first try ends it with status 99. `DRIVER_PAUSE` makes the reader slow, `DRIVER_PROBE`
makes it reach for the network itself, which shows that the guard is awake.
"""

import os
import socket
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.builder import ToyReader
from wortlaut.cli import main
from wortlaut.types import Article, Document, Statement


def _guard(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        os.write(2, f"network: {event} {arguments}\n".encode())
        os._exit(99)


class _Reader(ToyReader):
    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        time.sleep(float(os.environ.get("DRIVER_PAUSE", "0")) * len(articles))
        if "DRIVER_PROBE" in os.environ:
            socket.getaddrinfo("localhost", 80)
        return super().read(articles, documents)


if __name__ == "__main__":
    sys.addaudithook(_guard)
    sys.exit(main(reader=_Reader()))
