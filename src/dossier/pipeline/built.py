"""What builds write into ``build/``: editions, the index page, catalogues and digests.

Nobody edits these files, but two builds may be at them at once. Who writes is alone for that moment, and so may take away what
killed builds left beside the same files.
"""

from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from dossier.model.bundle import Artifact
from dossier.pipeline.deposit.abandoned import alone_in
from dossier.pipeline.leftovers import sweep_beside
from dossier.pipeline.writing import write_all

BUILD = "build"


def write_built(root: Path, artifacts: Sequence[Artifact]) -> tuple[str, ...]:
    """Write files as :func:`dossier.pipeline.writing.write_all` does; wait for another build that is writing.

    Where the system has no lock for folders (Windows, some network drives), nothing is taken away.

    Returns
    -------
    The paths whose bytes changed.

    Raises
    ------
    DossierError
        S002, S003 or S006 where the system refuses.
    """
    folder = root / BUILD
    with ExitStack() as stack:
        with suppress(OSError):  # what is in the way is told by the writing, with the file's name
            folder.mkdir(parents=True, exist_ok=True)
            if stack.enter_context(alone_in(folder)):
                sweep_beside(root / one.path for one in artifacts)
        return write_all(root, artifacts)
