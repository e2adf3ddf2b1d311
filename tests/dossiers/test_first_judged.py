"""The dossier in this repository before every judge, in three languages and every format."""

import pytest
from first_built import first_built

from dossier.model.diagnostics import Severity
from outputs import verdicts


def test_the_first_dossier_passes_every_judge(tmp_path_factory: pytest.TempPathFactory) -> None:
    """VeraPDF (3a and ua1 for the archive, ua1 for the screen), qpdf, EPUBCheck, Ace and the preflight."""
    built = first_built(tmp_path_factory)
    assert [str(one) for one in verdicts(built.root) if one.severity is not Severity.NOTE] == []
