"""Setting pages with WeasyPrint: layout, metadata, the page map, and what its PDF lacks.

Import this module only after :func:`dossier.press.engine.load_engine`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import weasyprint

from dossier.model.bundle import Attachment, HtmlBundle, Metadata, Page, PageText, PdfResult
from dossier.model.diagnostics import Diagnostic
from dossier.press.collection import uncollected
from dossier.press.fetcher import BASE, BundleFetcher, shown
from dossier.press.findings import refusal
from dossier.press.pdf.attachments import attach
from dossier.press.pdf.beginnings import page_texts
from dossier.press.pdf.edges import beyond
from dossier.press.pdf.messages import diagnostics, listening
from dossier.press.pdf.metadata import CatalogueMetadata
from dossier.press.pdf.profile import PdfProfile
from dossier.press.pdf.viewing import printed, tell_viewers


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages that are laid out, to be written in each profile that lays out alike."""

    bundle: HtmlBundle
    document: Any
    stylesheet: str
    fetcher: BundleFetcher
    astray: tuple[str, ...]
    told: tuple[Diagnostic, ...]

    @property
    def page_map(self) -> Mapping[str, Page]:
        """On which page each anchor stands."""
        return _page_map(self.document, self.bundle.metadata.digits)

    @property
    def texts(self) -> tuple[PageText, ...]:
        """Which words stand on which page."""
        return page_texts(self.document, self.bundle.metadata.digits)


def laid_out(bundle: HtmlBundle, profile: PdfProfile) -> Pages:
    """Lay ``bundle`` out, about two thirds of the work."""
    fetcher = BundleFetcher(bundle.assets)
    with listening() as records, uncollected():
        document = _layout(bundle, profile.stylesheet, fetcher)
    told = (*diagnostics(records), *beyond(document))
    return Pages(bundle, document, profile.stylesheet, fetcher, _drop_links(document, profile), told)


def written(pages: Pages, profile: PdfProfile, attachments: Sequence[Attachment] = ()) -> PdfResult:
    """Write ``pages`` as a PDF of ``profile``: the same bytes, whatever they were written as before.

    Raises
    ------
    ValueError
        Where ``profile`` would have laid them out otherwise.
    """
    if profile.stylesheet != pages.stylesheet:
        raise ValueError("these pages were laid out for another profile")
    metadata = pages.bundle.metadata
    document = pages.document.copy()  # faces and colours are noted in it while it is written
    document.color_profiles = dict(document.color_profiles)
    with listening() as records, uncollected():
        document.metadata = CatalogueMetadata(metadata, accessible=profile.accessible)
        data: bytes = document.write_pdf(finisher=_finisher(metadata, profile, attachments), **_options(profile))
    refused = dict.fromkeys((*pages.fetcher.refused, *pages.astray))  # what is drawn asks for files too
    found = dict.fromkeys((*pages.told, *diagnostics(records)))
    return PdfResult(data, len(document.pages), pages.page_map, (*map(refusal, refused), *found))


def _layout(bundle: HtmlBundle, stylesheet: str, fetcher: BundleFetcher) -> Any:
    html = weasyprint.HTML(string=bundle.html, base_url=BASE, url_fetcher=fetcher)
    sheets = [weasyprint.CSS(string=stylesheet, url_fetcher=fetcher)] if stylesheet else []
    return html.render(stylesheets=sheets, custom_metadata=True)


def _options(profile: PdfProfile) -> dict[str, object]:
    return {"custom_metadata": True, "pdf_variant": profile.variant, **profile.options}


def _drop_links(document: Any, profile: PdfProfile) -> tuple[str, ...]:
    """Take out links the profile does not want, those into the bundle (no file lies there for the reader), and double ones.

    Returns
    -------
    tuple
        The addresses of those into the bundle.
    """
    astray: dict[str, None] = {}
    for page in document.pages:
        inside = [link for link in page.links if link[0] != "internal" and link[1].startswith(BASE)]
        astray |= dict.fromkeys(shown(link[1]) for link in inside)
        page.links = [link for link in _outermost(page.links) if profile.links and link not in inside]
    return tuple(astray)


def _outermost(links: list[Any]) -> list[Any]:
    """``links`` without those of boxes within a link: WeasyPrint gives each of them the same link once more.

    What such a box covers beyond its link, in the same line, the link covers then.
    """
    kept: list[Any] = []
    for link in links:
        if link[3].link is None and kept and kept[-1][:2] == link[:2] and _are_in_line(kept[-1][2], link[2]):
            kind, target, outer, box = kept[-1]
            kept[-1] = (kind, target, _both(outer, link[2]), box)
        else:
            kept.append(link)
    return kept


def _are_in_line(outer: tuple[float, ...], inner: tuple[float, ...]) -> bool:
    return outer[1] <= (inner[1] + inner[3]) / 2 <= outer[3]


def _both(outer: tuple[float, ...], inner: tuple[float, ...]) -> tuple[float, ...]:
    """``outer``, made as wide as it and ``inner`` are; faces of another size do not make it higher."""
    return min(outer[0], inner[0]), outer[1], max(outer[2], inner[2]), outer[3]


def _finisher(metadata: Metadata, profile: PdfProfile, attachments: Sequence[Attachment]) -> Any:
    def finish(document: Any, pdf: Any) -> None:
        tell_viewers(pdf, metadata, profile, len(document.pages))
        if profile.carries:
            attach(pdf, attachments, metadata.modified)
        if profile.variant is None:
            # WeasyPrint writes XMP with the standards' variants only; these arguments claim none.
            document.metadata.include_in_pdf(pdf, "", None, None, True)

    return finish


def _page_map(document: Any, digits: str) -> Mapping[str, Page]:
    found: dict[str, Page] = {}
    for number, page in enumerate(document.pages, start=1):
        for anchor in page.anchors:
            found.setdefault(anchor, Page(number, printed(number, digits)))
    return found
