"""The command `chancery correct`: people put right what was read, and take it back."""

import click

from importers.corrections.add_command import add_group
from importers.corrections.fact_commands import FACT_COMMANDS
from importers.corrections.undo_command import undo


@click.group(name="correct")
def correct_group() -> None:
    """Put right what was read, so that it stays right over every later reading.

    What a correction changes is shown first, and asked for. `chancery report to-check` lists what is likeliest wrong,
    with the commands that put it right or say that it is right; the ids of all facts are columns of the saved reports,
    such as exchange_id of `chancery report exchanges --format csv`. `chancery report corrections` lists what was put
    right.
    """


for command in (*FACT_COMMANDS, add_group, undo):
    correct_group.add_command(command)
