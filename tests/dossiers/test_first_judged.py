"""The dossier in this repository before every judge, in three languages and every format."""

import pytest
from first_built import first_built

from dossier.model.records import Output
from judges import coloured_text
from outputs import complaints, outputs
from workshop import Workshop


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return first_built(tmp_path_factory)


def test_the_first_dossier_passes_every_judge(built: Workshop) -> None:
    """VeraPDF (3a and ua1 for the archive, ua1 for the screen), qpdf, EPUBCheck, Ace and the preflight."""
    assert complaints(built.root) == []


def test_its_text_is_printed_with_black_alone_and_shown_in_colours(built: Workshop) -> None:
    """What must not be on paper is there to be found: running feet and links of the screen's PDF have colours."""
    printed, shown = (outputs(built.root, output) for output in (Output.PRINT, Output.PDF))
    assert {path.parent.name: coloured_text(path) for path in printed} == {"en": [], "fr": [], "fa": []}
    assert {path.parent.name for path in shown if coloured_text(path, first_pages=6)} == {"en", "fr", "fa"}
