"""An :class:`~dossier.model.bundle.HtmlBundle` becomes a PDF. One file for each profile."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from dossier.model.bundle import Attachment, HtmlBundle, OutputIntent, PdfResult
from dossier.model.records import Profile
from dossier.press.colours import for_printing
from dossier.press.engine import load_engine
from dossier.press.pdf import archive, print, screen
from dossier.press.pdf.profile import PdfProfile

if TYPE_CHECKING:
    from dossier.press.pdf.rendering import Pages

PROFILES: Mapping[Profile, PdfProfile] = MappingProxyType(
    {Profile.SCREEN: screen.PROFILE, Profile.PRINT: print.PROFILE, Profile.ARCHIVE: archive.PROFILE}
)


def lay_out(bundle: HtmlBundle) -> "Pages":
    """The pages of ``bundle``, for :func:`write` to write as ``screen`` and as ``archive``.

    Raises
    ------
    DossierError, RuntimeError
        As :func:`render`.
    """
    load_engine()
    from dossier.press.pdf.rendering import laid_out

    return laid_out(bundle, PROFILES[Profile.SCREEN])


def write(pages: "Pages", profile: Profile, attachments: Sequence[Attachment] = ()) -> PdfResult:
    """The PDF of ``pages`` in ``profile``: the same bytes as :func:`render` gives.

    Parameters
    ----------
    pages:
        As :func:`lay_out` gives them.
    profile:
        ``screen`` or ``archive``.
    attachments:
        The files that ``archive`` carries; no other profile does.
    """
    from dossier.press.pdf.rendering import written

    return written(pages, PROFILES[profile], attachments)


def render(bundle: HtmlBundle, profile: Profile = Profile.SCREEN, intent: OutputIntent | None = None) -> PdfResult:
    """Set the bundle's page as a PDF.

    The same bundle and toolchain give the same bytes. Files the page asks for in vain, letters without a glyph and style that
    WeasyPrint does not know are told in the result's diagnostics.

    Parameters
    ----------
    bundle:
        The page and all it may see.
    profile:
        What the PDF is for.
    intent:
        The printing condition, for ``print``; without one such a file claims no standard.

    Raises
    ------
    DossierError
        S001 where a system library is missing.
    RuntimeError
        Where :func:`dossier.press.fontconfig.use_bundled_faces` was not called.
    """
    load_engine()
    # Only now: these modules import WeasyPrint.
    from dossier.press.pdf.rendering import laid_out, written

    result = written(laid_out(bundle, PROFILES[profile]), PROFILES[profile], bundle.attachments)
    if intent is None:
        return result
    data, told = for_printing(result.data, intent, bundle.metadata)
    return replace(result, data=data, diagnostics=(*result.diagnostics, *told))
