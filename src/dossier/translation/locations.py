"""Where locale files lie (DESIGN: on disk). Dossiers and documents are named by their ids."""


def po_folder(dossier: str, language: str) -> str:
    """The folder of all PO files of one dossier in one language."""
    return f"locales/{language.replace('-', '_')}/LC_MESSAGES/{dossier}"


def po_path(dossier: str, document: str, language: str) -> str:
    """``locales/fa/LC_MESSAGES/<dossier>/<document>.po``."""
    return f"{po_folder(dossier, language)}/{document}.po"


def pot_path(dossier: str, document: str) -> str:
    """``locales/templates/<dossier>/<document>.pot``."""
    return f"locales/templates/{dossier}/{document}.pot"
