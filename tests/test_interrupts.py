import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from wortlaut.interrupts import interrupt_held


def work(presses: int) -> Iterator[str]:
    """Keeps an item, is interrupted, tells of it, is interrupted again."""
    with interrupt_held():
        yield "kept"
        for _ in range(presses):
            signal.raise_signal(signal.SIGINT)
        yield "told"


def run(presses: int, done: list[str]) -> None:
    done.extend(work(presses))


def test_an_interrupt_waits_for_the_end_of_the_block() -> None:
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        run(1, done)
    assert done == ["kept", "told"]


def test_a_second_interrupt_comes_through_at_once() -> None:
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        run(2, done)
    assert done == ["kept"]


def test_the_handler_from_before_stands_again_and_gets_what_was_held() -> None:
    got: list[int] = []

    def note(number: int, _frame: object) -> None:
        got.append(number)

    before = signal.signal(signal.SIGINT, note)
    try:
        with pytest.raises(KeyboardInterrupt):
            run(1, [])
        assert got == [signal.SIGINT]
        assert signal.getsignal(signal.SIGINT) is note
    finally:
        signal.signal(signal.SIGINT, before)


def test_another_thread_is_left_alone() -> None:
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: list(work(0))).result() == ["kept", "told"]
