from pathlib import Path

from benchmarks.record import run
from benchmarks.search import OVERALL, PAGES_MS


def test_the_figures_are_those_of_a_record_that_was_filled_and_asked(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    figures = run(statements=300, path=path, questions=2)
    assert figures.statements == 300
    assert figures.bytes_per_statement == path.stat().st_size / 300
    assert sum(stretch.statements for stretch in figures.stretches) == 300
    assert all(stretch.took.clock > 0 for stretch in figures.stretches)
    assert all(taken > 0 for taken in figures.queue_ms.values())
    found = {latency.name: latency.found for latency in figures.latencies}
    assert found["the newest"] == found["the oldest"] == found["a very common word"] == 20
    assert found["a speaker"] > 0
    *kinds, overall = figures.latencies
    pages = [latency for latency in kinds if latency.name.startswith(tuple(PAGES_MS))]
    assert len({begin for begin in PAGES_MS for latency in pages if latency.name.startswith(begin)}) == len(PAGES_MS)
    asked = sum(latency.asked for latency in kinds) - sum(latency.asked for latency in pages)
    assert (overall.name, overall.asked) == (OVERALL, asked)
    assert found["the overview"] == found["facets of everything"] == 300
    assert all(0 < latency.median_ms <= latency.p99_ms for latency in figures.latencies)
    again = run(statements=300, path=path, questions=1)
    assert (again.statements, again.stretches) == (300, ())
