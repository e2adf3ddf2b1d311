"""Every test of this room sets its pages in the bundled faces."""

from pathlib import Path

import pytest

from dossier.press.fontconfig import use_bundled_faces


@pytest.fixture(autouse=True, scope="session")
def _bundled_faces(tmp_path_factory: pytest.TempPathFactory) -> None:
    use_bundled_faces(Path(tmp_path_factory.mktemp("fontconfig")))
