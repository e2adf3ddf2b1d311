"""A way through the colours of a PDF with pypdf, independent of the one that converts them."""

import io
from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.generic import ContentStream, IndirectObject

from dossier.model.bundle import HtmlBundle, OutputIntent, PdfResult
from dossier.model.records import Profile
from dossier.pipeline.output_profiles import default_profile
from dossier.press.pdf import render

_SETTING = {b"rg": "RGB", b"RG": "RGB", b"g": "Gray", b"G": "Gray", b"k": "CMYK", b"K": "CMYK"}
_SHOWING = {b"Tj", b"TJ", b"'", b'"'}
_NAMES = {"/DeviceRGB": "RGB", "/DeviceGray": "Gray", "/DeviceCMYK": "CMYK"}


def intent() -> OutputIntent:
    return OutputIntent(default_profile(), "FOGRA39", "http://www.color.org", "Offset")


def printed(bundle: HtmlBundle) -> PdfResult:
    return render(bundle, Profile.PRINT, intent())


def spaces(data: bytes) -> set[str]:
    """Every colour space that operators, images, gradients, groups and patterns of the PDF are in."""
    return {space for _, things in walked(data) for space, _ in things if space}


def text_colours(data: bytes) -> set[tuple[float, ...]]:
    """The fill colours in which words are shown, anywhere."""
    return {colour for _, things in walked(data) for what, colour in things if what == ""}


def walked(data: bytes) -> Iterator[tuple[int, list[tuple[str, tuple[float, ...]]]]]:
    reader, seen = pypdf.PdfReader(io.BytesIO(data)), set[int]()
    for number, page in enumerate(reader.pages, start=1):
        found = list(_operators(page.get_contents(), reader))
        if "/Group" in page and "/CS" in page["/Group"]:
            found.append((_space(page["/Group"]["/CS"]), ()))
        yield number, [*found, *_resources(page.get("/Resources", {}), reader, seen)]


def _resources(resources: Any, reader: Any, seen: set[int]) -> Iterator[tuple[str, tuple[float, ...]]]:
    resources = _open(resources)
    yield from ((_space(space), ()) for name, space in _open(resources.get("/ColorSpace", {})).items() if name != "/All")
    things: list[Any] = [
        thing for key in ("/XObject", "/Pattern", "/Shading") for thing in _open(resources.get(key, {})).values()
    ]
    for state in _open(resources.get("/ExtGState", {})).values():
        mask = _open(_open(state).get("/SMask", {}))
        things += [mask["/G"]] if "/G" in mask else []
    for font in _open(resources.get("/Font", {})).values():
        things += list(_open(_open(font).get("/CharProcs", {})).values())
    for thing in things:
        if isinstance(thing, IndirectObject):
            if thing.idnum in seen:
                continue
            seen.add(thing.idnum)
        yield from _thing(_open(thing), reader, seen)


def _thing(thing: Any, reader: Any, seen: set[int]) -> Iterator[tuple[str, tuple[float, ...]]]:
    for dictionary in (thing, _open(thing.get("/Group", {})), _open(thing.get("/Shading", {}))):
        for key in ("/ColorSpace", "/CS"):
            if key in dictionary:
                yield _space(dictionary[key]), ()
    if thing.get("/Subtype") == "/Image":
        yield from _resources({"/XObject": {"/S": thing["/SMask"]}} if "/SMask" in thing else {}, reader, seen)
    elif hasattr(thing, "get_data") and "/FunctionType" not in thing:
        yield from _operators(thing, reader)
        yield from _resources(thing.get("/Resources", {}), reader, seen)


def _operators(stream: Any, reader: Any) -> Iterator[tuple[str, tuple[float, ...]]]:
    fill, saved = (0.0,), list[tuple[float, ...]]()
    for operands, operator in ContentStream(stream, reader).operations:
        if operator == b"q":
            saved.append(fill)
        elif operator == b"Q":
            fill = saved.pop()
        elif operator in _SETTING:
            yield _SETTING[operator], ()
            fill = tuple(map(float, operands)) if operator.islower() else fill
        elif operator in (b"cs", b"CS") and operands[0] not in ("/Pattern", "/All"):
            yield _space(operands[0]), ()
            fill = ()
        elif operator in (b"sc", b"scn"):
            fill = tuple(float(value) for value in operands if not isinstance(value, str))
        elif operator in _SHOWING:
            yield "", fill


def _space(space: Any) -> str:
    space = _open(space)
    return _NAMES.get(str(space), str(space)) if isinstance(space, str) else str(_open(space[0]))


def _open(thing: Any) -> Any:
    return thing.get_object() if hasattr(thing, "get_object") else thing
