"""The program as a process of its own that asks addresses of this machine only, to be started by the tests."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.builder import ToyReader
from tests.intake.web.server import local_guard
from wortlaut.cli import main
from wortlaut.intake.web.fetching import Fetcher
from wortlaut.settings import Settings

if __name__ == "__main__":
    sys.exit(main(reader=ToyReader(), fetcher=Fetcher(Settings(seconds_between_requests=0), guard=local_guard())))
