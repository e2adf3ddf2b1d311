"""PDFs whose pages say their number, and where on imposed sheets these numbers stand, as PDFium reads them."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

WIDTH, HEIGHT, BLEED = 200.0, 300.0, 9.0


def numbered(
    count: int,
    *,
    size: tuple[float, float] = (WIDTH, HEIGHT),
    bleed: float = 0,
    direction: str = "",
    ground: str = "",
    **page: Any,
) -> pikepdf.Pdf:
    """``count`` pages with large numbers; ``ground`` fills each out to its media box (``1 0 0 rg``)."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    )
    width, height = size
    for number in range(1, count + 1):
        content = f"{ground} {-bleed} {-bleed} {width + 2 * bleed} {height + 2 * bleed} re f " if ground else ""
        content += f"BT 0 0 0 rg /F1 40 Tf {width / 2 - 20} {height / 2} Td ({number}) Tj ET"
        boxes = {"TrimBox": [0, 0, width, height], "BleedBox": [-bleed, -bleed, width + bleed, height + bleed]} if bleed else {}
        made = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=[-bleed, -bleed, width + bleed, height + bleed],
            Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font)),
            Contents=pdf.make_stream(content.encode()),
            **boxes,
            **page,
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(made)))
    if direction:
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(Direction=pikepdf.Name(f"/{direction}"))
    return pdf


def written(pdf: pikepdf.Pdf, **how: Any) -> bytes:
    buffer = BytesIO()
    pdf.save(buffer, deterministic_id="encryption" not in how, **how)
    return buffer.getvalue()


def read_sides(data: bytes) -> list[tuple[int | None, int | None]]:
    """The number in the left and in the right half of every side."""
    return list(_read(data))


def _read(data: bytes) -> Iterator[tuple[int | None, int | None]]:
    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        text, (width, height) = page.get_textpage(), page.get_size()
        halves = (text.get_text_bounded(0, 0, width / 2, height), text.get_text_bounded(width / 2, 0, width, height))
        left, right = (int(half) if half.strip() else None for half in halves)
        yield left, right
    pdf.close()


@lru_cache(maxsize=4)
def _picture(data: bytes, side: int) -> Any:
    pdf = pypdfium2.PdfDocument(data)
    picture = pdf[side].render(scale=4).to_pil().convert("RGB")
    pdf.close()
    return picture


def colour_at(data: bytes, side: int, x: float, y: float) -> tuple[int, int, int]:
    """What PDFium paints ``x`` and ``y`` points from the lower left corner of a side."""
    picture = _picture(data, side)
    red, green, blue = picture.getpixel((int(x * 4), picture.height - 1 - int(y * 4)))
    return red, green, blue
