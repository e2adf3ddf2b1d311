"""Independent judges of finished files, as far as this machine has them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from dossier.model.diagnostics import Diagnostic
from dossier.pipeline.edition import JobResult


def judged(root: Path, results: Sequence[JobResult]) -> Iterator[Diagnostic]:
    """What the judges of this machine say of the files that ``results`` wrote below ``root``, and which judges are missing."""
    yield from ()
