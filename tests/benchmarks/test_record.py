from benchmarks.record import run


def test_the_figures_are_those_of_a_record_that_was_filled_and_asked() -> None:
    figures = run(statements=200)
    assert 200 <= figures.statements < 230
    assert figures.articles > 10
    assert figures.bytes_per_statement > 100
    assert figures.keep_wall_ms >= figures.keep_cpu_ms * 0.9 > 0
    found = {latency.name: latency.found for latency in figures.latencies}
    assert found["count all"] == figures.statements
    assert found["list the newest"] == 20
    assert found["search a rare word"] > 0
    assert all(latency.median_ms <= latency.p99_ms for latency in figures.latencies)
