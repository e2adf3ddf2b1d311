"""What a book says of its accessibility: discovery metadata and, on a named evaluation alone, a claim of conformance.

EPUB Accessibility 1.1, 2.2 and 4 (https://www.w3.org/TR/epub-a11y-11/); the words are those of the W3C's vocabulary
(https://www.w3.org/community/reports/a11y-discov-vocab/CG-FINAL-vocabulary-20230718/). Only what can be counted in the book
is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

from dossier.model.bundle import EpubBundle, Evaluation

_XHTML = "{http://www.w3.org/1999/xhtml}"
_SVG = "{http://www.w3.org/2000/svg}"
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HEADINGS = tuple(f"{_XHTML}h{level}" for level in range(1, 7))
_MAY_MOVE = ("image/gif", "image/webp", "image/apng", "image/avif", "video/")

Property = tuple[str, str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class _Contents:
    """What a book has: whether images and all of them with words, headings, roles, an index, pictures that may move."""

    images: bool
    described: bool
    headings: bool
    roles: bool
    index: bool
    moving: bool


def accessibility(bundle: EpubBundle) -> tuple[Property, ...]:
    """Property, value and further attributes of each ``<meta>``, in a fixed order.

    Raises
    ------
    lxml.etree.XMLSyntaxError
        Where a chapter is not well-formed.
    """
    found = _contents(bundle)
    return (*_discovery(bundle, found), *_claim(bundle.evaluation))


def report(bundle: EpubBundle) -> dict[str, str] | None:
    """The attributes of the ``<link>`` to the report of an evaluation, if there is one."""
    if bundle.evaluation is None or not bundle.evaluation.report:
        return None
    return {"rel": "a11y:certifierReport", "refines": "#certifier", "href": bundle.evaluation.report}


def _contents(bundle: EpubBundle) -> _Contents:
    chapters = [etree.fromstring(chapter.xhtml, _parser()) for chapter in bundle.chapters]
    described = [_has_text(image) for chapter in chapters for image in _images(chapter)]
    return _Contents(
        images=bool(described),
        described=all(described),
        headings=any(True for chapter in chapters for _ in chapter.iter(*_HEADINGS)),
        roles=any(element.get("role") for chapter in chapters for element in chapter.iter(etree.Element)),
        index=any(
            "index" in element.get(_EPUB_TYPE, "").split() for chapter in chapters for element in chapter.iter(etree.Element)
        ),
        moving=any(asset.media_type.startswith(_MAY_MOVE) for asset in bundle.assets.values()),
    )


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _discovery(bundle: EpubBundle, found: _Contents) -> Iterator[Property]:
    yield "schema:accessMode", "textual", {}
    if found.images:
        yield "schema:accessMode", "visual", {}
    yield "schema:accessModeSufficient", "textual" if found.described else "textual,visual", {}
    for feature in sorted(_features(bundle, found)):
        yield "schema:accessibilityFeature", feature, {}
    yield "schema:accessibilityHazard", "unknown" if found.moving else "none", {}
    yield "schema:accessibilitySummary", " ".join(_sentences(bundle, found)), {_XML_LANG: bundle.summary.language}
    if bundle.paginated:
        yield "pageBreakSource", bundle.paginated, {}


def _features(bundle: EpubBundle, found: _Contents) -> Iterator[str]:
    yield from ("displayTransformability", "readingOrder", "tableOfContents", "unlocked")
    if found.headings:
        yield "structuralNavigation"
    if found.roles:
        yield "ARIA"
    if found.index:
        yield "index"
    if found.images and found.described:
        yield "alternativeText"
    if bundle.paginated:
        yield from ("pageBreakMarkers", "pageNavigation")


def _sentences(bundle: EpubBundle, found: _Contents) -> Iterator[str]:
    words = bundle.summary
    yield words.structure
    if found.images:
        yield words.described if found.described else words.undescribed
    if bundle.paginated:
        yield words.pages
    yield words.conformance


def _claim(evaluation: Evaluation | None) -> Iterator[Property]:
    if evaluation is None:
        return
    yield "dcterms:conformsTo", evaluation.conforms_to, {"id": "conformance"}
    yield "a11y:certifiedBy", evaluation.evaluator, {"id": "certifier", "refines": "#conformance"}
    yield "dcterms:date", evaluation.date, {"refines": "#certifier"}


def _images(chapter: etree._Element) -> Sequence[etree._Element]:
    """Pictures that stand in the text. The cover's stands for the book, and shows what its title page says."""
    return [image for image in chapter.iter(f"{_XHTML}img", f"{_SVG}svg") if image.get("role") != "doc-cover"]


def _has_text(image: etree._Element) -> bool:
    if image.get("aria-hidden") == "true" or image.get("role") in ("presentation", "none"):
        return True
    title = image.find(f"{_SVG}title")
    return bool(image.get("alt") or image.get("aria-label") or image.get("aria-labelledby") or (title is not None and title.text))
