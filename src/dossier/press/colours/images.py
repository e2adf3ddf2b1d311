"""Images in the inks of a printing condition."""

import io
import struct
from collections.abc import Callable
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name, Object
from PIL import Image, ImageChops, UnidentifiedImageError

from dossier.press.colours.inks import Inks

_QUALITY = 92  # of JPEGs that are written anew; below, a second loss begins to show in print
_MODES = {Name.DeviceGray: "L", Name.DeviceRGB: "RGB", Name.DeviceCMYK: "CMYK"}
_BY_CHANNELS = {1: "L", 3: "RGB", 4: "CMYK"}


class UnknownImageError(ValueError):
    """An image whose data is not what its dictionary says, or in a space that cannot be converted; the message says which."""


def convert_image(image: Object, inks: Inks) -> None:
    """Turn an image XObject into DeviceCMYK, or DeviceGray where it holds greys only. Those that are either already stay.

    JPEG stays JPEG, what was kept without loss still is, and soft masks are left as they are.

    Raises
    ------
    UnknownImageError
        Where it cannot be converted.
    """
    if image.get("/ImageMask", False) or image.get("/ColorSpace") in (Name.DeviceGray, Name.DeviceCMYK):
        _check(image)
        return
    picture, convert = _picture(image, inks)
    if picture.mode == "RGB" and _is_grey(picture):
        _write(image, picture.getchannel("G"), Name.DeviceGray)
    else:
        _write(image, convert(picture), Name.DeviceCMYK)


def _check(image: Object) -> None:
    """Refuse greys that are not there: WeasyPrint writes some kinds of files as what they are not."""
    if image.get("/Filter") == Name.FlateDecode and image.get("/BitsPerComponent") == 8:
        _samples(image, 4 if image["/ColorSpace"] == Name.DeviceCMYK else 1)


def _picture(image: Object, inks: Inks) -> tuple[Image.Image, Callable[[Image.Image], Image.Image]]:
    space = image.get("/ColorSpace")
    if isinstance(space, pikepdf.Array) and space[0] == Name.Indexed:
        base, convert = _space(space[1], inks)
        return _looked_up(image, space, base), convert
    mode, convert = _space(space, inks)
    return _decoded(image, mode), convert


def _space(space: Object | None, inks: Inks) -> tuple[str, Callable[[Image.Image], Image.Image]]:
    if isinstance(space, pikepdf.Array) and space[0] == Name.ICCBased:
        mode = _BY_CHANNELS.get(int(space[1]["/N"]), "")
        try:
            return mode, inks.transform(space[1].read_bytes(), mode)
        except ValueError as error:
            raise UnknownImageError("with an ICC profile that cannot be used") from error
    if space == Name.DeviceRGB:
        return "RGB", inks.from_srgb
    raise UnknownImageError(f"in the colour space {space if isinstance(space, pikepdf.Name) else 'of an unknown kind'}")


def _decoded(image: Object, mode: str) -> Image.Image:
    if image.get("/Filter") in (Name.DCTDecode, Name.JPXDecode):
        try:
            picture = Image.open(io.BytesIO(image.read_raw_bytes()))
            picture.load()
        except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
            raise UnknownImageError("whose data is broken") from error
        if picture.mode != mode or "/Decode" in image:
            raise UnknownImageError("whose data is not in the space that it claims")
        return picture
    width = int(image.get("/BitsPerComponent", 8)) // 8  # bytes a channel, of which the first is enough
    if not width:
        raise UnknownImageError("in colour, with fewer than eight bits a channel")
    return Image.frombytes(mode, _size(image), _samples(image, width * len(mode))[::width])


def _samples(image: Object, channels: int) -> bytes:
    width, height = _size(image)
    try:
        data = bytes(image.read_bytes())
    except pikepdf.PdfError as error:
        raise UnknownImageError("whose data is broken") from error
    expected = width * height * channels
    if len(data) != expected or "/Decode" in image:
        raise UnknownImageError("whose data is not what it claims")
    return data


def _looked_up(image: Object, space: Object, mode: str) -> Image.Image:
    table = space[3].read_bytes() if isinstance(space[3], pikepdf.Stream) else bytes(space[3])
    if int(image.get("/BitsPerComponent", 8)) != 8:
        raise UnknownImageError("with a palette of fewer than eight bits")
    width = len(mode)
    colours = [table[start : start + width] for start in range(0, len(table), width)]
    try:
        data = b"".join(colours[index] for index in _samples(image, 1))
        return Image.frombytes(mode, _size(image), data)
    except (IndexError, ValueError) as error:
        raise UnknownImageError("whose palette is too short") from error


def _size(image: Object) -> tuple[int, int]:
    return int(image["/Width"]), int(image["/Height"])


def _is_grey(picture: Image.Image) -> bool:
    return not any(ImageChops.difference(one, other).getbbox() for one, other in pairwise(picture.split()))


def _write(image: Object, picture: Image.Image, space: Name) -> None:
    is_jpeg = image.get("/Filter") == Name.DCTDecode
    image["/ColorSpace"], image["/BitsPerComponent"] = space, 8
    for key in ("/DecodeParms", "/Decode"):
        if key in image:
            del image[key]
    if is_jpeg:
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=_QUALITY)
        image.write(file.getvalue(), filter=Name.DCTDecode)
        if picture.mode == "CMYK":
            image["/Decode"] = Array([1, 0] * 4)  # Pillow writes CMYK as Adobe does, turned round
    else:
        channels = len(picture.getbands())
        parameters = Dictionary(Predictor=15, Columns=picture.width, Colors=channels)
        image.write(_filtered(picture), filter=Name.FlateDecode, decode_parms=parameters)


def _filtered(picture: Image.Image) -> bytes:
    """The image's samples, compressed as in a PNG. PNG knows no CMYK, but RGBA has as many bytes."""
    file = io.BytesIO()
    same = picture if picture.mode == "L" else Image.frombytes("RGBA", picture.size, picture.tobytes())
    same.save(file, "PNG")
    data, place, parts = file.getvalue(), 8, []
    while place < len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        if kind == b"IDAT":
            parts.append(data[place + 8 : place + 8 + length])
        place += length + 12
    return b"".join(parts)
