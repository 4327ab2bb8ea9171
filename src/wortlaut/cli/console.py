"""The console that results are printed on; apart from `terminal`, since importing rich takes a while."""

from rich.console import Console

__all__ = ["ResultConsole"]


class ResultConsole(Console):
    """A console that leaves a closed pipe to `run`, where rich itself would end the program with status 1."""

    def on_broken_pipe(self) -> None:
        """Raises the `BrokenPipeError` that is being handled."""
        raise  # noqa: PLE0704  rich calls this while it handles the error
