"""The evaluation's commands: `python -m evaluation --help`."""

import sys

import typer

from evaluation.gate import gate
from evaluation.quotes import quotes, score_file
from evaluation.spans import spans
from wortlaut.errors import WortlautError

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Measure what the program is worth.")
app.command("quotes")(quotes)
app.command("score")(score_file)
app.command("gate")(gate)
app.command("spans")(spans)


def main() -> None:
    """Run the command that was asked for; a file that cannot be used ends with its message and exit status 2."""
    try:
        app()
    except WortlautError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
