"""An :class:`~dossier.model.bundle.HtmlBundle` becomes a PDF. One file for each profile."""

from collections.abc import Mapping
from types import MappingProxyType

from dossier.model.bundle import HtmlBundle, OutputIntent, Page, PageText, PdfResult
from dossier.model.records import Profile
from dossier.press.engine import load_engine
from dossier.press.pdf import archive, print, screen
from dossier.press.pdf.profile import PdfProfile

PROFILES: Mapping[Profile, PdfProfile] = MappingProxyType(
    {Profile.SCREEN: screen.PROFILE, Profile.PRINT: print.PROFILE, Profile.ARCHIVE: archive.PROFILE}
)


def where_anchors_stand(bundle: HtmlBundle, profile: Profile = Profile.SCREEN) -> Mapping[str, Page]:
    """On which page each anchor of the bundle's page comes to stand: layout alone, about two thirds of the work.

    Raises
    ------
    DossierError, RuntimeError
        As :func:`render`.
    """
    load_engine()
    from dossier.press.pdf.rendering import page_map

    return page_map(bundle, PROFILES[profile])


def texts_of_pages(bundle: HtmlBundle, profile: Profile = Profile.SCREEN) -> tuple[PageText, ...]:
    """Which words of the bundle's page come to stand on which page of the PDF: layout alone.

    Raises
    ------
    DossierError, RuntimeError
        As :func:`render`.
    """
    load_engine()
    from dossier.press.pdf.beginnings import page_texts
    from dossier.press.pdf.rendering import laid_out

    return page_texts(laid_out(bundle, PROFILES[profile]), bundle.metadata.digits)


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
    from dossier.press.pdf.rendering import set_pages

    return set_pages(bundle, PROFILES[profile], intent)
