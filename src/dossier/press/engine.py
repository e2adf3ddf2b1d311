"""WeasyPrint, loaded when the first PDF is made: ``dossier --help`` must not wait for it, nor fail without Pango."""

import warnings
from contextlib import redirect_stdout
from functools import partial
from io import StringIO
from types import ModuleType
from typing import Any

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.press.fontconfig import are_bundled_faces_in_use


def load_engine() -> ModuleType:
    """The module ``weasyprint``, ready to set pages in the bundled faces.

    Raises
    ------
    DossierError
        S001 where Pango, HarfBuzz or another system library is missing.
    RuntimeError
        Where :func:`dossier.press.fontconfig.use_bundled_faces` was not called: faces of the machine would slip in.
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
    _stop_the_clock()
    _keep_to_the_axes_there_are()
    module: ModuleType = weasyprint
    return module


def _stop_the_clock() -> None:
    """Keep the time of day out of embedded fonts.

    WeasyPrint 70 makes static instances of variable faces with fontTools, which then writes the present second into the table
    ``head``. There is no option for it; ``SOURCE_DATE_EPOCH`` would do, but a room that is pure sets no environment.
    """
    from fontTools.ttLib import TTFont
    from weasyprint.pdf import fonts

    fonts.TTFont = partial(TTFont, recalcTimestamp=False)


def _keep_to_the_axes_there_are() -> None:
    """Let a face that takes another's place be set although it lacks an axis that the style sheet moves.

    WeasyPrint 70 hands the whole of ``font-variation-settings`` to fontTools; where a letter falls to another variable face, one
    without optical sizes, say, that fails, and the face is embedded in its default weight.
    """
    from weasyprint.pdf import fonts

    instantiate = fonts.instantiateVariableFont
    if getattr(instantiate, "is_dossiers_own", False):
        return

    def with_known_axes(font: Any, location: dict[str, float], **options: Any) -> Any:
        known = {axis.axisTag for axis in font["fvar"].axes}
        return instantiate(font, {tag: value for tag, value in location.items() if tag in known}, **options)

    with_known_axes.is_dossiers_own = True  # type: ignore[attr-defined]
    fonts.instantiateVariableFont = with_known_axes


def _missing(reason: str) -> DossierError:
    first_line = reason.strip().splitlines()[0] if reason.strip() else "no reason given"
    return DossierError(
        Diagnostic(CODES["S001"], "a system library that sets pages cannot be loaded", details=(("reason", first_line),))
    )
