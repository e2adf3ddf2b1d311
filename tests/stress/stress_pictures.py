"""Pictures of every kind that a dossier may have, made by arithmetic: the same bytes at every run."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from PIL import Image

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120" width="240" height="120">
<defs><linearGradient id="g"><stop offset="0" stop-color="#204060"/>
<stop offset="1" stop-color="#e0b040" stop-opacity="0.5"/></linearGradient></defs>
<rect x="4" y="4" width="110" height="112" fill="url(#g)" stroke="black" stroke-width="2"/>
<circle cx="178" cy="60" r="48" fill="#306030" opacity="0.6"/>
<path d="M10 110 L110 10" stroke="#a02020" stroke-dasharray="6 3" fill="none"/>
</svg>
"""

NO_SIZE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#204060"/></svg>'
MASKED = """<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">
<mask id="m"><rect width="80" height="40" fill="white"/></mask>
<rect width="80" height="40" fill="#306030" mask="url(#m)"/></svg>"""
TALL = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="4000"><rect width="20" height="4000" fill="#306030"/></svg>'


def strange_pictures() -> Mapping[str, bytes]:
    """Drawings that random documents stumbled over."""
    return {"no-size.svg": NO_SIZE.encode(), "masked.svg": MASKED.encode(), "tall.svg": TALL.encode()}


def pictures() -> Mapping[str, bytes]:
    """Pictures by their file names."""
    colours = Image.new("RGB", (320, 213))
    colours.putdata([(x * 4 // 5, y, 128) for y in range(213) for x in range(320)])
    colours = colours.resize((720, 480))  # on a page of A5 more than 150 pixels an inch
    clear = colours.convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(colours.size))
    return {
        "colours.png": _written(colours, "PNG"),
        "clear.png": _written(clear, "PNG"),
        "grey.jpg": _written(colours.convert("L"), "JPEG", quality=80),
        "photo.jpg": _written(colours.resize((960, 640)), "JPEG", quality=70),
        "palette.gif": _written(colours.quantize(16), "GIF"),
        "modern.webp": _written(colours, "WEBP", lossless=True),
        "line.png": _written(colours.convert("1"), "PNG"),
        "shapes.svg": SVG.encode(),
    }


def _written(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
