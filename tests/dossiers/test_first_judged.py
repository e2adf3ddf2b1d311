"""The dossier in this repository before every judge, in three languages and every format."""

import shutil
from pathlib import Path

import pytest

from dossier.model.diagnostics import Severity
from outputs import verdicts
from shared_builds import once
from workshop import REPOSITORY, Workshop

NAME = "un-letter-1988"
EVERYTHING = 'outputs = ["pdf", "print", "archive", "epub", "html"]'


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """The dossier with all its outputs, whatever its file asks for."""

    def make(root: Path) -> None:
        for folder in ("content", "locales", "templates"):
            shutil.copytree(REPOSITORY / folder, root / folder)
        path = root / f"content/{NAME}/dossier.toml"
        lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join(EVERYTHING if one.startswith("outputs =") else one for one in lines), encoding="utf-8")
        run = Workshop(root).run("build")
        assert (run.exit_code, run.errors) == (0, "")

    return Workshop(once(tmp_path_factory, "first-dossier", make))


def test_the_first_dossier_passes_every_judge(everything: Workshop) -> None:
    """VeraPDF (3a and ua1 for the archive, ua1 for the screen), qpdf, EPUBCheck, Ace and the preflight."""
    assert [str(one) for one in verdicts(everything.root) if one.severity is not Severity.NOTE] == []
