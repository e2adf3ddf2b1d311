"""What a book says of its accessibility: discovery metadata (EPUB Accessibility 1.1, 2.2), found out from the book itself.

Only what can be counted is said. No conformance is claimed: that takes a person's judgement.
"""

from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from dossier.model.bundle import EpubBundle

_XHTML = "{http://www.w3.org/1999/xhtml}"
_SVG = "{http://www.w3.org/2000/svg}"
_SUMMARY = "The text is structured with headings and lists and can be reflowed; notes and contents are linked. "
_SUMMARY_DESCRIBED = "Images have alternative text. "
_SUMMARY_UNDESCRIBED = "Some images have no alternative text. "
_SUMMARY_END = "The book has not been evaluated against WCAG, and no conformance is claimed."

Properties = tuple[tuple[str, str, dict[str, str]], ...]


def accessibility(bundle: EpubBundle) -> Properties:
    """Property, value and further attributes of each ``<meta>``, in a fixed order.

    Raises
    ------
    lxml.etree.XMLSyntaxError
        Where a chapter is not well-formed.
    """
    described = [_has_text(image) for chapter in bundle.chapters for image in _images(chapter.xhtml)]
    return tuple(_properties(bool(described), all(described)))


def _properties(has_images: bool, all_described: bool) -> Iterator[tuple[str, str, dict[str, str]]]:
    yield "schema:accessMode", "textual", {}
    if has_images:
        yield "schema:accessMode", "visual", {}
    if all_described:
        yield "schema:accessModeSufficient", "textual", {}
    else:
        yield "schema:accessModeSufficient", "textual,visual", {}
    features = ["tableOfContents", "structuralNavigation", "displayTransformability", "unlocked"]
    if has_images and all_described:
        features.append("alternativeText")
    for feature in sorted(features):
        yield "schema:accessibilityFeature", feature, {}
    yield "schema:accessibilityHazard", "none", {}
    images = (_SUMMARY_DESCRIBED if all_described else _SUMMARY_UNDESCRIBED) if has_images else ""
    yield "schema:accessibilitySummary", _SUMMARY + images + _SUMMARY_END, {"{http://www.w3.org/XML/1998/namespace}lang": "en"}


def _images(xhtml: bytes) -> Iterator[etree._Element]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    yield from etree.fromstring(xhtml, parser).iter(f"{_XHTML}img", f"{_SVG}svg")


def _has_text(image: etree._Element) -> bool:
    if image.get("aria-hidden") == "true" or image.get("role") in ("presentation", "none"):
        return True
    title = image.find(f"{_SVG}title")
    return bool(image.get("alt") or image.get("aria-label") or image.get("aria-labelledby") or (title is not None and title.text))
