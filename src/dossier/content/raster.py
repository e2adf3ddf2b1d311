"""Photographs and other rasters, decoded and written anew: what is not a pixel does not get through.

EXIF (with the place where a photograph was taken, and the serial number of the camera), XMP, comments, thumbnails and
anything behind the end of the picture stay behind. A colour profile is kept where it says what the pixels mean.
"""

import warnings
from io import BytesIO
from typing import Any

from PIL import Image as Pillow
from PIL import ImageFile, ImageOps, UnidentifiedImageError

from dossier.content.image_error import ImageError
from dossier.model.document import Image

_LARGEST = 64 * 1024 * 1024
_MOST_PIXELS = 64_000_000  # an A3 page at 600 dpi; more only fills memory
_LARGEST_PROFILE = 64 * 1024  # RGB profiles have 0.5 to 4 KiB; larger ones are of printing presses, or hide something
_ORIENTATION = 0x0112
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")


def clean_raster(data: bytes) -> Image:
    """PNG and JPEG stay what they are; GIF (its first picture) and WebP become PNG. Same input, same bytes.

    Raises
    ------
    ImageError
        Where it is no image of these formats, is damaged, or would fill the memory.
    """
    if len(data) > _LARGEST:
        raise ImageError(f"it has {len(data):,} bytes, more than {_LARGEST:,}", mend="save it smaller")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of what we measure ourselves, and of damage that we refuse
            return _rewritten(data)
    except UnidentifiedImageError as error:
        raise ImageError("it is no PNG, JPEG, GIF, WebP or SVG") from error
    except Pillow.DecompressionBombError as error:
        raise ImageError(f"it has more than {_MOST_PIXELS:,} pixels", mend="save it smaller") from error
    except ImageError:
        raise
    except Exception as error:  # decoders of hostile data fail in more ways than Pillow documents
        raise ImageError(f"it is damaged ({error})") from error


def _rewritten(data: bytes) -> Image:
    # WeasyPrint tells Pillow, for the whole process, to fill up what a damaged file lacks.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with Pillow.open(BytesIO(data), formats=_FORMATS) as opened:
        if opened.width * opened.height > _MOST_PIXELS:
            message = f"it has {opened.width} × {opened.height} pixels, more than {_MOST_PIXELS:,}"
            raise ImageError(message, mend="save it smaller")
        opened.load()
        if opened.format in ("JPEG", "MPO"):  # MPO: a JPEG of a telephone with further pictures behind it
            return _jpeg(opened)
        return _png(opened)


def _jpeg(opened: Pillow.Image) -> Image:
    options: dict[str, Any] = {"quality": 92}
    image = opened
    if opened.getexif().get(_ORIENTATION, 1) != 1:
        image = ImageOps.exif_transpose(opened)
    elif opened.format == "JPEG" and opened.mode in ("L", "RGB"):
        options = {"quality": "keep"}  # the same tables: as good as no loss
    profile = _profile(opened)
    if image.mode not in ("L", "RGB"):
        image = image.convert("RGB")
    image.info = {}
    written = BytesIO()
    image.save(written, "JPEG", optimize=True, icc_profile=profile, **options)
    return Image(written.getvalue(), "image/jpeg", image.width, image.height)


def _png(opened: Pillow.Image) -> Image:
    image = ImageOps.exif_transpose(opened)
    profile = _profile(opened)
    if image.mode not in ("1", "L", "LA", "I;16", "P", "RGB", "RGBA"):
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.info = {name: value for name, value in image.info.items() if name == "transparency"}
    written = BytesIO()
    image.save(written, "PNG", optimize=True, icc_profile=profile)
    return Image(written.getvalue(), "image/png", image.width, image.height)


def _profile(image: Pillow.Image) -> bytes | None:
    """The colour profile of an RGB image, without which a wide-gamut photograph looks dull; of no other kind."""
    profile = image.info.get("icc_profile")
    if image.mode not in ("RGB", "RGBA", "P") or not isinstance(profile, bytes):
        return None
    return profile if profile[16:20] == b"RGB " and len(profile) <= _LARGEST_PROFILE else None
