"""The evaluation's commands: `python -m evaluation --help`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from evaluation.acts import acts
from evaluation.compounds import compounds
from evaluation.duplicates import duplicates
from evaluation.events import events
from evaluation.followed import followed
from evaluation.gate import gate
from evaluation.gold import gold
from evaluation.language import Agreement, run_konjunktiv, run_lemmas, run_sentences, run_tokens
from evaluation.linking import linking
from evaluation.paging import pages
from evaluation.pressed import pressed
from evaluation.pronouns import pronouns
from evaluation.quotes import quotes, score_file
from evaluation.risk import risk
from evaluation.robustness import robustness
from evaluation.said_on import said_on
from evaluation.search import search
from evaluation.spans import spans
from evaluation.targets import run as run_targets
from evaluation.time import time
from evaluation.where import where
from wortlaut.errors import WortlautError

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Measure what the program is worth.")
app.command("quotes")(quotes)
app.command("score")(score_file)
app.command("gate")(gate)
app.command("gold")(gold)
app.command("acts")(acts)
app.command("spans")(spans)
app.command("search")(search)
app.command("duplicates")(duplicates)
app.command("events")(events)
app.command("followed")(followed)
app.command("pressed")(pressed)
app.command("compounds")(compounds)
app.command("linking")(linking)
app.command("pages")(pages)
app.command("pronouns")(pronouns)
app.command("risk")(risk)
app.command("robustness")(robustness)
app.command("said_on")(said_on)
app.command("targets")(run_targets)
app.command("time")(time)
app.command("where")(where)


def _agreement(measure: Callable[[Path], Agreement]) -> Callable[[Path], None]:
    """The command that prints what `measure` finds in a corpus."""

    def command(
        gold: Annotated[
            Path, typer.Option("--gold", help="The quotation corpus or a treebank (CoNLL-U), plain or gzip.")
        ],
    ) -> None:
        print(measure(gold))

    command.__doc__ = measure.__doc__
    return command


app.command("tokens")(_agreement(run_tokens))
app.command("sentences")(_agreement(run_sentences))
app.command("lemmas")(_agreement(run_lemmas))
app.command("konjunktiv")(_agreement(run_konjunktiv))


def main() -> None:
    """Run the command that was asked for; a file that cannot be used ends with its message and exit status 2."""
    try:
        app()
    except WortlautError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
