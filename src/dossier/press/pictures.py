"""A page of a PDF as a picture: the cover, for whoever shows the dossier among others.

PDFium draws it (only the faces embedded in the PDF), Pillow writes it: a PNG with a palette, and without the chunks that tell
of machine and time (https://www.w3.org/TR/png-3/#11tIME). The same PDF gives the same bytes.
"""

from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, UnidentifiedImageError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

_COLOURS = 64
_LARGER = 2  # drawn at twice the size and brought down: thin strokes stay even
_TALLEST = 4  # heights for one width; no page that anybody reads is longer


def page_picture(pdf: bytes, page: int = 1, *, width: int) -> bytes:
    """A page as a PNG.

    Parameters
    ----------
    pdf:
        The file.
    page:
        Which page, counted from 1.
    width:
        In pixels; the height follows from the page.

    Raises
    ------
    ValueError
        Where the file is no PDF that can be read, has no such page, or the page has a size nobody prints.
    """
    import pypdfium2

    try:
        with closing(pypdfium2.PdfDocument(pdf)) as document:
            return _encoded(_drawn(document, page, width))
    except pypdfium2.PdfiumError as error:
        raise ValueError(f"the PDF cannot be drawn: {str(error).rstrip('.')}") from error


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has.

    Raises
    ------
    ValueError
        Where the file is no PDF that can be read.
    """
    import pypdfium2

    try:
        with closing(pypdfium2.PdfDocument(pdf)) as document:
            return len(document)
    except pypdfium2.PdfiumError as error:
        raise ValueError(f"the PDF cannot be read: {str(error).rstrip('.')}") from error


def smaller(picture: bytes, *, width: int) -> bytes:
    """A PNG brought down to ``width`` pixels; one that is not wider is only written anew.

    Raises
    ------
    ValueError
        Where ``picture`` is no image in order.
    """
    try:
        with Image.open(BytesIO(picture), formats=["PNG"]) as image:
            drawn = image.convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise ValueError("the picture is no PNG in order") from error
    if drawn.width > width:
        drawn = drawn.resize((width, max(1, round(drawn.height * width / drawn.width))), Image.Resampling.LANCZOS)
    return _encoded(drawn)


def size_of(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG that :func:`page_picture` or :func:`smaller` made, in pixels."""
    with Image.open(BytesIO(picture), formats=["PNG"]) as image:
        return image.size


def _drawn(document: "PdfDocument", page: int, width: int) -> Image.Image:
    if not 1 <= page <= len(document):
        raise ValueError(f"the PDF has no page {page}, but {len(document)}")
    with closing(document[page - 1]) as sheet:
        across, down = sheet.get_size()
        height = round(width * down / across) if across > 0 else 0
        if not 1 <= height <= width * _TALLEST:
            raise ValueError(f"the page measures {across:g} by {down:g} points, which is no page to show")
        drawn: Image.Image = sheet.render(scale=width * _LARGER / across).to_pil().convert("RGB")
    return drawn.resize((width, height), Image.Resampling.LANCZOS)


def _encoded(image: Image.Image) -> bytes:
    out = BytesIO()
    palette = image.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    palette.save(out, "PNG", optimize=True)
    return out.getvalue()
