"""The program as a process of its own, to be started by the tests.

It may not touch the network: the first try ends it, with status 99 where Python makes it, by SIGSYS where native code
does. It reads with the toy reader, with the installed one where `DRIVER_SHIPPED` is set. `DRIVER_PAUSE` makes the toy
slow, `DRIVER_PROBE` (`python`, `native`) makes it reach for the network itself, which shows that the guards are awake.
"""

import ctypes
import os
import socket
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.builder import ToyReader
from tests.cli.guard import forbid_sockets
from wortlaut.cli import main
from wortlaut.types import Article, Document, Statement


def _guard(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        os.write(2, f"network: {event} {arguments}\n".encode())
        os._exit(99)


class _Reader(ToyReader):
    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        time.sleep(float(os.environ.get("DRIVER_PAUSE", "0")) * len(articles))
        if os.environ.get("DRIVER_PROBE") == "python":
            socket.getaddrinfo("localhost", 80)
        elif os.environ.get("DRIVER_PROBE") == "native":
            ctypes.CDLL(None).socket(socket.AF_INET, socket.SOCK_STREAM, 0)
        return super().read(articles, documents)


if __name__ == "__main__":
    sys.addaudithook(_guard)
    forbid_sockets()
    sys.exit(main(reader=None if "DRIVER_SHIPPED" in os.environ else _Reader()))
