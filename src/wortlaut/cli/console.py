"""The console that results are printed on; apart from `terminal`, since importing rich takes a while."""

from typing import Any

from rich.console import Console

__all__ = ["ResultConsole"]


class ResultConsole(Console):
    """A console for results: in a pipe its lines have no blanks at the end.

    A closed pipe is left to `run`, where rich itself would end the program with status 1.
    """

    def print(self, *objects: Any, **options: Any) -> None:
        """Nothing; the objects are printed."""
        if self.is_terminal:
            super().print(*objects, **options)
            return
        with self.capture() as captured:  # rich fills the cells of tables up to the width
            super().print(*objects, **options)
        self.file.write("".join(f"{line.rstrip(' ')}\n" for line in captured.get().split("\n"))[:-1])
        self.file.flush()

    def on_broken_pipe(self) -> None:
        """Raises the `BrokenPipeError` that is being handled."""
        raise  # noqa: PLE0704  rich calls this while it handles the error
