"""Where locale files lie (DESIGN: on disk). Dossiers and documents are named by their ids."""


def locale_folder(language: str) -> str:
    """The folder of everything in one language, named as gettext names locales (``zh_Hant``)."""
    return f"locales/{language.replace('-', '_')}"


def po_folder(dossier: str, language: str) -> str:
    """The folder of all PO files of one dossier in one language."""
    return f"{locale_folder(language)}/LC_MESSAGES/{dossier}"


def po_path(dossier: str, document: str, language: str) -> str:
    """``locales/fa/LC_MESSAGES/<dossier>/<document>.po``."""
    return f"{po_folder(dossier, language)}/{document}.po"


def strings_path(language: str) -> str:
    """``locales/fa/LC_MESSAGES/templates.po``: the templates' own strings."""
    return f"{po_folder('templates', language)}.po"


def pot_path(dossier: str, document: str) -> str:
    """``locales/templates/<dossier>/<document>.pot``."""
    return f"locales/templates/{dossier}/{document}.pot"
