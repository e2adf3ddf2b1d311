"""WeasyPrint, loaded when the first PDF is made: ``dossier --help`` must not wait for it, nor fail without Pango."""

import warnings
from contextlib import redirect_stdout
from io import StringIO
from types import ModuleType

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.press.fontconfig import are_bundled_faces_in_use, forget_other_faces
from dossier.press.mends import mend_all


def load_engine() -> ModuleType:
    """The module ``weasyprint``, ready to set pages in the bundled faces.

    Raises
    ------
    DossierError
        S001 where Pango, HarfBuzz or another system library is missing.
    RuntimeError
        Where :func:`dossier.press.fontconfig.use_bundled_faces` was not called, or its file is gone: faces of the machine would
        slip in.
    """
    if not are_bundled_faces_in_use():
        raise RuntimeError("call dossier.press.fontconfig.use_bundled_faces before the first PDF")
    try:
        # WeasyPrint tells of a missing library on standard output, which may carry our JSON.
        with redirect_stdout(StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            import weasyprint
            from weasyprint.text.ffi import harfbuzz_subset
    except OSError as error:
        raise _missing(str(error)) from error
    if harfbuzz_subset is None:
        # WeasyPrint would go on with fontTools, with other bytes than on every other machine.
        raise _missing("cannot load library 'libharfbuzz-subset.so.0'")
    mend_all()
    forget_other_faces()
    module: ModuleType = weasyprint
    return module


def _missing(reason: str) -> DossierError:
    first_line = reason.strip().splitlines()[0] if reason.strip() else "no reason given"
    return DossierError(
        Diagnostic(CODES["S001"], "a system library that sets pages cannot be loaded", details=(("reason", first_line),))
    )
