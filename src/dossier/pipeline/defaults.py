"""The templates and catalogs that come with the programme.

In an installed package they lie in ``dossier/defaults``; in a checkout (an editable install) at the top of the repository,
where people edit them.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def _root() -> Path:
    packaged = _PACKAGE / "defaults"
    return packaged if packaged.is_dir() else _PACKAGE.parents[1]


def default_templates() -> dict[str, bytes]:
    """Every default template and style sheet, by its path below ``templates/``."""
    return _tree(_root() / "templates")


def default_catalog(language: str) -> bytes | None:
    """The PO file of the templates' own strings in ``language``, if the programme has one."""
    path = _root() / "locales" / language.replace("-", "_") / "LC_MESSAGES" / "templates.po"
    return path.read_bytes() if path.is_file() else None


def starter() -> dict[str, bytes]:
    """The files of the project that ``dossier init`` begins, by their path."""
    return _tree(_PACKAGE / "starter")


def _tree(root: Path) -> dict[str, bytes]:
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
