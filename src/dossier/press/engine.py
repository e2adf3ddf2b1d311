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
    _forget_floats_of_what_moved_on()
    _keep_to_the_right_edge()
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


def _forget_floats_of_what_moved_on() -> None:
    """Keep the end of a split float off the next page where the float itself was moved there whole.

    WeasyPrint 70 remembers the rest of a float that a page break cuts. Where the block around it then gives up its place and
    is set again on the next page, the rest stays remembered (``block_container_layout`` looks for the float it laid out among
    those it did not), and is set there a second time, over the text: the second line of a date in a timeline, say.
    """
    from weasyprint.layout import block

    lay_out = block.block_container_layout
    if getattr(lay_out, "is_dossiers_own", False):
        return

    def forgetting(context: Any, box: Any, *arguments: Any, **options: Any) -> Any:
        before = frozenset(context.broken_out_of_flow)
        result = lay_out(context, box, *arguments, **options)
        if result[0] is None:
            for rest in context.broken_out_of_flow.keys() - before:
                del context.broken_out_of_flow[rest]
        return result

    forgetting.is_dossiers_own = True  # type: ignore[attr-defined]
    block.block_container_layout = forgetting


def _keep_to_the_right_edge() -> None:
    """Take the space off the end of a line from right to left without moving the line's last words.

    Such a space stands left of the last words. Without it, all that stands right of these must move towards them; WeasyPrint 70
    moves them as well, so that they stand a space too far left: out of the column, or behind a gap.
    """
    from weasyprint.layout import inline

    trim = inline.remove_last_whitespace
    if getattr(trim, "is_dossiers_own", False):
        return

    def trimming(context: Any, line: Any) -> None:
        before = line.children[-1].position_x if line.children else 0
        trim(context, line)
        moved = line.children[-1].position_x - before if line.children else 0
        if moved:
            _move_back(line.children[-1], moved)

    trimming.is_dossiers_own = True  # type: ignore[attr-defined]
    inline.remove_last_whitespace = trimming


def _move_back(box: Any, moved: float) -> None:
    """Undo a move of ``box``, but not of what stands right of the text at its end, however deep that lies."""
    box.translate(dx=-moved, ignore_floats=True)
    while children := getattr(box, "children", ()):
        for child in children[:-1]:
            child.translate(dx=moved, ignore_floats=True)
        box = children[-1]


def _missing(reason: str) -> DossierError:
    first_line = reason.strip().splitlines()[0] if reason.strip() else "no reason given"
    return DossierError(
        Diagnostic(CODES["S001"], "a system library that sets pages cannot be loaded", details=(("reason", first_line),))
    )
