"""Gradients in the inks of a printing condition."""

import struct
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from dossier.press.colours.grounds import FAR, Box
from dossier.press.colours.inks import Inks, grey, is_neutral

Colour = tuple[float, ...]
_STEPS = 32  # parts of a gradient between two of its stops; inks do not run straight where RGB does


class UnknownGradientError(ValueError):
    """A gradient of a kind that WeasyPrint does not write."""


def convert_shading(pdf: Pdf, shading: Object, inks: Inks, *, mask: bool) -> None:
    """Turn a gradient from RGB into inks, or into greys where it is a ``mask``. Those that are grey already stay.

    Raises
    ------
    UnknownGradientError
        Where it is in another space, or its function is neither of type 2 nor stitched from such.
    """
    space = shading["/ColorSpace"]
    if space in (Name.DeviceGray, Name.DeviceCMYK):
        return
    if space != Name.DeviceRGB or "/Function" not in shading:
        raise UnknownGradientError
    function = _without_gaps(shading["/Function"])
    shading["/Function"] = _converted(pdf, function, _turning(tuple(_ends(function)), inks, mask=mask))
    shading["/ColorSpace"] = Name.DeviceGray if mask else Name.DeviceCMYK


def stripes(shading: Object) -> list[tuple[Box, Colour]]:
    """The solid stripes, lying or upright, of a gradient that has nothing else, each with its RGB; empty for every other."""
    if shading.get("/ShadingType") != 2 or shading.get("/ColorSpace") != Name.DeviceRGB:
        return []
    function = _without_gaps(shading["/Function"])
    if function.get("/FunctionType") != 3 or any(first != last for first, last in _ends(function)):
        return []
    x0, y0, x1, y1 = (float(value) for value in shading["/Coords"].as_list())
    if x0 != x1 and y0 != y1:
        return []
    edges = [_part(edge, function) for edge in _edges(function)]
    edges[0], edges[-1] = -FAR, FAR
    found = []
    for (start, end), (colour, _) in zip(pairwise(edges), _ends(function), strict=True):
        across, up = ((x0 + edge * (x1 - x0) for edge in (start, end)), (y0 + edge * (y1 - y0) for edge in (start, end)))
        (left, right), (bottom, top) = sorted(across), sorted(up)
        found.append(((left, -FAR, right, FAR) if y0 == y1 else (-FAR, bottom, FAR, top), colour))
    return found


def _edges(function: Object) -> list[float]:
    first, last = (float(value) for value in function["/Domain"].as_list())
    return [first, *(float(value) for value in function["/Bounds"].as_list()), last]


def _part(edge: float, function: Object) -> float:
    first, last = (float(value) for value in function["/Domain"].as_list())
    return (edge - first) / (last - first)


def _without_gaps(function: Object) -> Object:
    """A stitched function without pieces of no length, of which two stops at one place make one: nothing is seen of them."""
    if function.get("/FunctionType") != 3:
        return function
    edges = _edges(function)
    kept = [number for number, (start, end) in enumerate(pairwise(edges)) if end > start]
    if not kept:
        return function
    encode, parts = function["/Encode"].as_list(), function["/Functions"].as_list()
    return Dictionary(
        FunctionType=3,
        Domain=function["/Domain"],
        Bounds=Array([function["/Bounds"].as_list()[number] for number in kept[:-1]]),
        Encode=Array([value for number in kept for value in encode[2 * number : 2 * number + 2]]),
        Functions=Array([parts[number] for number in kept]),
    )


def _turning(ends: tuple[tuple[Colour, Colour], ...], inks: Inks, *, mask: bool) -> Callable[[Colour], Colour]:
    if mask:
        return lambda rgb: (grey(rgb),)
    if all(first == last for first, last in ends) or all(is_neutral(colour) for pair in ends for colour in pair):
        return inks.flat  # solid grounds that meet, or greys
    return inks.measured


def _ends(function: Object) -> Iterator[tuple[Colour, Colour]]:
    for piece in _pieces(function):
        yield _colour(piece["/C0"]), _colour(piece["/C1"])


def _pieces(function: Object) -> Iterator[Object]:
    if not isinstance(function, pikepdf.Dictionary) or function.get("/FunctionType") not in (2, 3):
        raise UnknownGradientError
    if function["/FunctionType"] == 2:
        yield function
    else:
        for part in function["/Functions"].as_list():
            yield from _pieces(part)


def _converted(pdf: Pdf, function: Object, turned: Callable[[Colour], Colour]) -> Object:
    if function["/FunctionType"] == 3:
        new = Dictionary({key: value for key, value in function.items() if key != "/Range"})
        new["/Functions"] = Array([_converted(pdf, part, turned) for part in function["/Functions"].as_list()])
        return new
    first, last = _colour(function["/C0"]), _colour(function["/C1"])
    if first == last:
        colour = Array([round(value, 5) for value in turned(first)])
        return Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=colour, C1=colour, N=1)
    return _sampled(pdf, list(_between(first, last, float(function["/N"]))), turned)


def _between(first: Colour, last: Colour, power: float) -> Iterator[Colour]:
    for step in range(_STEPS + 1):
        part = (step / _STEPS) ** power
        yield tuple(min(max(start + part * (end - start), 0), 1) for start, end in zip(first, last, strict=True))


def _sampled(pdf: Pdf, colours: Sequence[Colour], turned: Callable[[Colour], Colour]) -> Object:
    samples = [turned(colour) for colour in colours]
    data = b"".join(struct.pack(">H", round(65535 * value)) for sample in samples for value in sample)
    stream = pdf.make_stream(data)
    stream["/FunctionType"] = 0
    stream["/Domain"] = Array([0, 1])
    stream["/Range"] = Array([0, 1] * len(samples[0]))
    stream["/Size"] = Array([len(samples)])
    stream["/BitsPerSample"] = 16
    return stream


def _colour(array: Object) -> Colour:
    colour = tuple(float(value) for value in array.as_list())
    if len(colour) != 3:
        raise UnknownGradientError
    return colour
