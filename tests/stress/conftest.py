"""Puts this folder on the path, and builds the stress dossier once."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from stress_dossier import stress_project

from shared_builds import once
from workshop import Workshop


@pytest.fixture(scope="session")
def stress(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """The stress dossier of about 30 pages, in every output and three languages."""

    def make(folder: Path) -> None:
        run = stress_project(folder).run("build")
        assert (run.exit_code, run.errors) == (0, "")

    return Workshop(once(tmp_path_factory, "stress", make) / "project")
