"""Packages of the extra ``dossier[mt]``, imported when they are first needed."""

from importlib import import_module
from types import ModuleType

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError


def required(name: str) -> ModuleType:
    """The package ``name`` of the extra.

    Raises
    ------
    DossierError
        M030 where it is not installed.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise DossierError(Diagnostic(CODES["M030"], f"the package “{name}” is not installed")) from error
