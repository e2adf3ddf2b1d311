"""Contributors and rights of sources in a PDF's metadata."""

from dossier.model.bundle import Contributor, Metadata
from dossier.press.engine import load_engine


def test_a_pdf_names_contributors_and_all_rights() -> None:
    load_engine()
    from dossier.press.pdf.metadata import _dublin_core

    own = Metadata("urn:x", "T", "en", "ltr", "2026-01-01", 0, rights="Mine", source_rights=("A: theirs",))
    with_people = Metadata(
        "urn:x",
        "T",
        "en",
        "ltr",
        "2026-01-01",
        0,
        rights="Mine",
        source_rights=("A: theirs",),
        contributors=(Contributor("Jo", "trl"),),
    )
    assert [one.text for one in _dublin_core(own).iter() if one.text] == [*_known(own), "Mine\nA: theirs"]
    assert "Jo" in [one.text for one in _dublin_core(with_people).iter()]


def _known(metadata: Metadata) -> list[str]:
    return ["application/pdf", metadata.identifier, metadata.language, metadata.date]
