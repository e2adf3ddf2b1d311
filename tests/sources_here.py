"""The texts of the first dossier's sources, which are not ours to publish and so not in this repository."""

from pathlib import Path

from judges import not_judged
from workshop import REPOSITORY

SNAPSHOTS = REPOSITORY.parent / "shared" / "sources"


def snapshots() -> Path:
    """The folder of the scraped texts, where the founders have it; without it a test says aloud that it did not look."""
    if not SNAPSHOTS.is_dir():
        reason = f"NOT TESTED: the sources' texts are not here ({SNAPSHOTS.name}/ beside the repository)"
        not_judged(reason, required_by="CI")
    return SNAPSHOTS
