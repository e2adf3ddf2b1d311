"""The printing condition that an edition is made for: the printing house's own ICC profile, or the free one that comes along."""

from dossier.model.bundle import OutputIntent
from dossier.model.files import Files
from dossier.model.records import DossierConfig


def output_intent(files: Files, config: DossierConfig) -> OutputIntent:
    """The printing condition of ``config``.

    Raises
    ------
    DossierError
        Where no profile can be had, or the one that is named is none for CMYK.
    """
    return OutputIntent(b"", "")
