"""Setting pages with WeasyPrint: layout, metadata, the page map, and what its PDF lacks.

Import this module only after :func:`dossier.press.engine.load_engine`.
"""

from collections.abc import Mapping
from typing import Any

import weasyprint

from dossier.model.bundle import HtmlBundle, OutputIntent, Page, PdfResult
from dossier.model.diagnostics import Diagnostic
from dossier.press.collection import uncollected
from dossier.press.colours import for_printing
from dossier.press.fetcher import BASE, BundleFetcher, shown
from dossier.press.findings import refusal
from dossier.press.pdf.attachments import attach
from dossier.press.pdf.messages import diagnostics, listening
from dossier.press.pdf.metadata import CatalogueMetadata
from dossier.press.pdf.profile import PdfProfile
from dossier.press.pdf.viewing import printed, tell_viewers


def set_pages(bundle: HtmlBundle, profile: PdfProfile, intent: OutputIntent | None = None) -> PdfResult:
    """Set ``bundle`` as ``profile`` asks; see :func:`dossier.press.pdf.render`."""
    fetcher = BundleFetcher(bundle.assets)
    with listening() as records, uncollected():
        document = _layout(bundle, profile, fetcher)
        document.metadata = CatalogueMetadata(bundle.metadata, accessible=profile.accessible)
        astray = _drop_links(document, profile)
        data: bytes = document.write_pdf(finisher=_finisher(bundle, profile), **_options(profile))
    refused, told = tuple(dict.fromkeys((*fetcher.refused, *astray))), tuple[Diagnostic, ...]()
    if intent is not None:
        data, told = for_printing(data, intent, bundle.metadata)
    return PdfResult(
        data=data,
        pages=len(document.pages),
        page_map=_page_map(document, bundle.metadata.digits),
        diagnostics=(*map(refusal, refused), *diagnostics(records), *told),
    )


def page_map(bundle: HtmlBundle, profile: PdfProfile) -> Mapping[str, Page]:
    """Lay ``bundle`` out; see :func:`dossier.press.pdf.where_anchors_stand`. What is wrong with it is told when it is set."""
    return _page_map(laid_out(bundle, profile), bundle.metadata.digits)


def laid_out(bundle: HtmlBundle, profile: PdfProfile) -> Any:
    """WeasyPrint's document of ``bundle``, laid out and not written: what a judge of pages looks at."""
    with listening(), uncollected():
        return _layout(bundle, profile, BundleFetcher(bundle.assets))


def _layout(bundle: HtmlBundle, profile: PdfProfile, fetcher: BundleFetcher) -> Any:
    html = weasyprint.HTML(string=bundle.html, base_url=BASE, url_fetcher=fetcher)
    sheets = [weasyprint.CSS(string=profile.stylesheet, url_fetcher=fetcher)] if profile.stylesheet else []
    return html.render(stylesheets=sheets, **_options(profile))


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


def _finisher(bundle: HtmlBundle, profile: PdfProfile) -> Any:
    def finish(document: Any, pdf: Any) -> None:
        tell_viewers(pdf, bundle.metadata, profile, len(document.pages))
        if profile.carries:
            attach(pdf, bundle.attachments, bundle.metadata.modified)
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
