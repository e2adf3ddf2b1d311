"""A CSL style read with suspicion and fitted to an edition (https://docs.citationstyles.org/en/stable/specification.html)."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

from dossier.attribution.csl.date_elements import fit_dates
from dossier.attribution.csl.locale import locale_element
from dossier.attribution.csl.names import CSL
from dossier.language.value import Language

MOST_BYTES = 4_000_000
MOST_ELEMENTS = 20_000_000
"""Elements of a style with all its macros written out: ten times as many as the largest published ones have."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style for one edition: its XML, and whether it sets citations in notes."""

    xml: bytes
    in_notes: bool


class UnusableError(ValueError):
    """Raised for bytes that are no usable style; says why."""


def fitted(style: bytes, language: Language) -> Style:
    """``style`` as it is handed to the processor for an edition in ``language``.

    Besides words, signs and dates, a few things change. Citations keep the order they are written in, so that “as quoted in”
    stands after what is quoted. Cross-references by a note's number go, since the processor does not know the numbers that an
    edition's notes get. The distance of “near” notes is doubled, as their numbers are (:mod:`dossier.attribution.csl.request`).
    The bibliography has every source.

    Raises
    ------
    UnusableError
        Where it is none: not XML, not CSL, without citations, with a document type, too large, or with endless macros.
    """
    root = _parsed(style)
    _check_macros(root)
    for step in _STEPS:
        step(root)
    fit_dates(root, language)
    root.insert(_place_of_locales(root), locale_element(language))
    return Style(etree.tostring(root, encoding="utf-8", xml_declaration=True), root.get("class") == "note")


def _parsed(style: bytes) -> etree._Element:
    if len(style) > MOST_BYTES:
        raise UnusableError("it is larger than 4 MB")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(style, parser)
    except etree.XMLSyntaxError as error:
        raise UnusableError(f"it is not well-formed XML: {error.msg}") from error
    if root.getroottree().docinfo.doctype:
        raise UnusableError("it has a document type declaration, which no CSL style needs")
    if root.tag != CSL + "style" or root.get("class") not in ("note", "in-text"):
        raise UnusableError("it is no CSL style")
    if root.find(f"{CSL}citation/{CSL}layout") is None:
        raise UnusableError("it says nothing about citations")
    return root


def _check_macros(root: etree._Element) -> None:
    """Refuse macros that never end, or that grow without measure: the processor writes all of them out."""
    macros = {macro.get("name", ""): macro for macro in root.iter(CSL + "macro")}
    calls = {name: [call for call in _calls(macro) if call in macros] for name, macro in macros.items()}
    sizes: dict[str, int] = {}

    def size(name: str, above: tuple[str, ...]) -> int:
        if name in above or len(above) > 100:
            raise UnusableError(f"its macro “{name}” calls itself")
        if name not in sizes:
            own = sum(1 for _ in macros[name].iter())
            sizes[name] = own + sum(size(call, (*above, name)) for call in calls[name])
        return sizes[name]

    layouts = [part for tag in ("citation", "bibliography") for part in root.findall(CSL + tag)]
    if sum(size(call, ()) for part in layouts for call in _calls(part) if call in macros) > MOST_ELEMENTS:
        raise UnusableError("its macros grow without measure")
    for name in macros:
        size(name, ())


def _calls(element: etree._Element) -> list[str]:
    return [str(found.get("macro")) for found in element.iter() if found.get("macro")]


def _keep_order(root: etree._Element) -> None:
    for sort in root.findall(f"{CSL}citation/{CSL}sort"):
        root.find(CSL + "citation").remove(sort)


def _forget_note_numbers(root: etree._Element) -> None:
    # “dimensions” is a variable that no item of ours has.
    for element in root.iter():
        if names := element.get("variable"):
            element.set("variable", names.replace("first-reference-note-number", "dimensions"))


def _double_distance(root: etree._Element) -> None:
    citation = root.find(CSL + "citation")
    distance = citation.get("near-note-distance", "5") if citation is not None else ""
    if citation is not None:
        citation.set("near-note-distance", str(2 * int(distance) - 1) if distance.isdecimal() and len(distance) < 6 else "9")


def _list_everything(root: etree._Element) -> None:
    """Branches that leave a kind of source out of the bibliography go: Chicago leaves out what readers cannot get at.

    What a dossier cites they can: it stands in the dossier.
    """
    for choose in root.findall(f"{CSL}bibliography/{CSL}layout/{CSL}choose"):
        for branch in choose.findall(CSL + "else-if"):
            if not len(branch):
                choose.remove(branch)


def _place_of_locales(root: etree._Element) -> int:
    """Where the edition's locale comes: before the style's own, after ``info``; the first of two that match wins."""
    return next((index + 1 for index, child in enumerate(root) if child.tag == CSL + "info"), 0)


_STEPS: tuple[Callable[[etree._Element], None], ...] = (
    _keep_order,
    _forget_note_numbers,
    _double_distance,
    _list_everything,
)
