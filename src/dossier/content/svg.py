"""SVG made safe: shapes stay; script, style from elsewhere and references out of the file go.

Two cleaners, because each knows what the other does not: svg-hush (an allow-list of elements and attributes, kept by
Cloudflare) and, before and after it, our own pass with lxml. It is there because svg-hush leaves relative addresses in
place, writes broken CSS where it took an ``@import`` apart, and has no limit of depth (100,000 nested groups took all memory).
"""

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

import py_svg_hush
from lxml import etree  # type: ignore[import-untyped]

from dossier.content.image_error import ImageError
from dossier.content.raster import clean_raster
from dossier.model.document import Image

_LARGEST = 8 * 1024 * 1024
_SPACE = "{http://www.w3.org/2000/svg}"
_ACTS = frozenset(
    {"script", "foreignObject", "handler", "animate", "animateTransform", "animateMotion", "animateColor", "set", "discard"}
)
_SHOWS_REFERENCE = frozenset({"image", "feImage", "use", "mpath", "tref", "cursor"})
_DATA = re.compile(r"\s*data:image/(?:png|jpe?g)((?:;[^,;]*)*),(.*)", re.DOTALL | re.IGNORECASE)
_URL = re.compile(r"url\s*\(\s*[\"']?\s*(.?)", re.IGNORECASE | re.DOTALL)
_CLEVER_CSS = re.compile(r"[@\\]|expression\s*\(|javascript:|image(?:-set)?\s*\(|<", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px|pt|pc|mm|cm|in|Q)?\s*")
_PIXELS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "Q": 96 / 101.6}


def clean_svg(data: bytes) -> Image:
    """A safe SVG that draws the same shapes.

    Raises
    ------
    ImageError
        Where it is too large, no well-formed SVG, too deep, or declares entities.
    """
    if len(data) > _LARGEST:
        raise ImageError(f"it has {len(data):,} bytes, more than {_LARGEST:,}", mend="simplify the drawing, or export it as PNG")
    try:
        hushed = py_svg_hush.filter_svg(_serialised(_pruned(_parse(data))), {"image": ["png", "jpeg"]})
    except ValueError as error:
        raise ImageError(f"it is no SVG that can be read ({error})") from error
    root = _pruned(_parse(hushed))
    width, height = _size(root)
    return Image(_serialised(root), "image/svg+xml", width, height)


def _parse(data: bytes) -> etree._Element:
    # huge_tree=False keeps libxml2's limits: 256 levels, no entity that grows without bound.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ImageError(_fault_of_xml(error.msg or ""), position=error.position) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise ImageError("it declares entities", mend="save it as “plain SVG”, without a DOCTYPE")
    if root.tag != f"{_SPACE}svg":
        raise ImageError("it is no SVG: its outermost element is not <svg> of the SVG namespace")
    return root


def _fault_of_xml(told: str) -> str:
    if "depth" in told:
        return "its groups are nested too deeply"
    return f"it is no well-formed XML ({told.partition(', line ')[0]})"


def _serialised(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=False))


def _pruned(root: etree._Element) -> etree._Element:
    """Take out of the tree what acts, or what refers out of the file. The tree is changed in place."""
    for element in list(root.iter(etree.Element)):
        name = etree.QName(element).localname
        if not (_may_stay(element, name) and _attributes_cleaned(element, name)):
            _remove(element)
    return root


def _may_stay(element: etree._Element, name: str) -> bool:
    return name not in _ACTS and (name != "style" or _is_plain_css("".join(element.itertext())))


def _attributes_cleaned(element: etree._Element, name: str) -> bool:
    """Clean the attributes; ``False`` where the element is nothing without what was taken off."""
    for key, value in list(element.attrib.items()):
        local = etree.QName(key).localname.lower()
        if local == "href":
            kept = _reference(str(value), name)
            if kept is None and name in _SHOWS_REFERENCE:
                return False
            _set(element, key, kept)
        elif local.startswith("on") or local in ("base", "src") or not _is_plain_value(str(value), local):
            _set(element, key, None)
    return True


def _set(element: etree._Element, key: str | bytes, value: str | None) -> None:
    if value is None:
        del element.attrib[key]
    else:
        element.set(key, value)


def _remove(element: etree._Element) -> None:
    """Remove an element and keep the text behind it, which belongs to its parent."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _reference(value: str, name: str) -> str | None:
    """What becomes of an address: fragments stay, embedded pictures are written anew, the rest goes."""
    if value.strip().startswith("#"):
        return value.strip()
    embedded = _DATA.fullmatch(value)
    if embedded is None or name not in ("image", "feImage"):
        return None
    image = clean_raster(_decoded(embedded[1], embedded[2]))
    return f"data:{image.media_type};base64,{base64.b64encode(image.data).decode()}"


def _decoded(parameters: str, payload: str) -> bytes:
    raw = unquote_to_bytes("".join(payload.split()))
    if "base64" not in parameters.lower():
        return raw
    try:
        return base64.b64decode(raw)
    except binascii.Error as error:
        raise ImageError("a picture embedded in it is no base64") from error


def _is_plain_value(value: str, name: str) -> bool:
    if name == "style":
        return _is_plain_css(value)
    return "javascript:" not in value.lower() and _only_fragments(value) and not ("\\" in value and "(" in value)


def _is_plain_css(text: str) -> bool:
    """Whether CSS refers to nothing but fragments. Escapes are not read but refused: they serve to hide ``url``."""
    return _CLEVER_CSS.search(text) is None and _only_fragments(text)


def _only_fragments(text: str) -> bool:
    return all(first == "#" for first in _URL.findall(text))


def _size(root: etree._Element) -> tuple[int, int]:
    width, height = _pixels(root.get("width")), _pixels(root.get("height"))
    if width and height:
        return width, height
    box = re.findall(r"[-+0-9.eE]+", root.get("viewBox") or "")
    return (_pixels(box[2]), _pixels(box[3])) if len(box) == 4 else (0, 0)


def _pixels(length: str | None) -> int:
    """A CSS length in pixels (96 to the inch); 0 for none, and for percentages, which say nothing by themselves."""
    found = _LENGTH.fullmatch(length or "")
    return round(float(found[1]) * _PIXELS[found[2] or "px"]) if found else 0
