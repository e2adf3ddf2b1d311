"""The dossier in this repository, built once for all tests that look at it."""

import os
import shutil
from pathlib import Path

import pytest

from shared_builds import once
from workshop import REPOSITORY, Workshop


def first_built(factory: pytest.TempPathFactory) -> Workshop:
    """The dossier in all its languages and outputs, in a folder of its own, which nobody may change."""
    return Workshop(once(factory, "first-dossier", _make))


def _make(root: Path) -> None:
    for folder in ("content", "locales", "templates"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    if os.environ.get("FIRST_DOSSIER_BUILT"):  # by .ci/run, which stops where a build tells of anything
        shutil.copytree(REPOSITORY / "build", root / "build")
    else:
        run = Workshop(root).run("build")
        assert (run.exit_code, run.errors) == (0, "")
