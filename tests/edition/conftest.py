"""What the tests of this room share."""

import pytest
from small_dossier import ROOT

from dossier.edition.environment import Templates, layered


@pytest.fixture(scope="session")
def templates() -> Templates:
    root = ROOT / "templates"
    return layered({path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()})
