"""Where locale files lie (DESIGN: on disk)."""

from dossier.model.document import Document, Dossier


def po_path(dossier: Dossier, document: Document, language: str) -> str:
    """``locales/fa/LC_MESSAGES/<dossier>/<document>.po``."""
    return f"{po_folder(dossier, language)}/{document.id}.po"


def po_folder(dossier: Dossier, language: str) -> str:
    """The folder of all PO files of one dossier in one language."""
    return f"locales/{language.replace('-', '_')}/LC_MESSAGES/{dossier.id}"


def pot_path(dossier: Dossier, document: Document) -> str:
    """``locales/templates/<dossier>/<document>.pot``."""
    return f"locales/templates/{dossier.id}/{document.id}.pot"
