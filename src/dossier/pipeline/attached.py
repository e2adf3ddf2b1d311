"""The files that a PDF for keeping carries along: what the edition was made from."""

from dossier.edition.compose import Edition
from dossier.model.bundle import Attachment
from dossier.model.files import Files


def attachments(files: Files, edition: Edition) -> tuple[Attachment, ...]:
    """Documents, locale files and records of ``edition``, as it was made from them."""
    return ()
