"""What commands that ask engines share: the key of a server, and a line that tells how far an engine is."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dossier.pipeline.drafting_progress import Pace, Watch

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

SERVER_KEY = "DOSSIER_SERVER_KEY"
"""The environment variable with what a server asks for; never an option, which others on the machine could see."""
INTERRUPTED = 130


def server_key() -> str:
    """The key of the user's server; empty where it needs none."""
    return os.environ.get(SERVER_KEY, "")


@contextmanager
def watching() -> Iterator[Watch | None]:
    """A line on a terminal that tells how far the engine is; nothing in a pipe."""
    from rich.console import Console
    from rich.progress import Progress, TextColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    column = TextColumn("{task.description}", markup=False)
    with Progress(column, console=console, transient=True, redirect_stdout=True) as progress:
        task = progress.add_task("", visible=False)
        yield lambda pace: _show(progress, task, pace)


def _show(progress: "Progress", task: "TaskID", pace: Pace) -> None:
    """Between two rounds there is no line: findings may be told then."""
    progress.update(task, description=_line(pace), visible=not pace.is_over, refresh=pace.is_over)


def _line(pace: Pace) -> str:
    left = pace.seconds_left
    time = "" if left is None else f", {_duration(left)} left"
    return f"{pace.label}: {pace.done:,} of {pace.total:,} sentences, {pace.words_per_second:,.0f} words/s{time}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
