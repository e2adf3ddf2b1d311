"""A badge that tells how much of a translation is reviewed: a small picture for a README or a wiki."""

from xml.sax.saxutils import escape

_GOOD, _FAIR, _POOR, _LABEL, _INK = "#1d5c34", "#6b4a00", "#8a1f11", "#3f3f3f", "#ffffff"
"""Grounds on which white words have a contrast of more than 7 to 1 (WCAG 2.2, AAA)."""
_HEIGHT, _SIZE, _BASELINE, _SIDE = 20, 11, 14, 6
_WIDTH_OF_A_LETTER = 6.6
"""Of a face as wide as Verdana or DejaVu Sans; the words stand in the middle of their ground in whatever face there is."""


def badge(language: str, percent: int) -> bytes:
    """``fa 62 % reviewed`` as SVG 1.1.

    It has a name for screen readers, asks for no face and nothing from elsewhere, and is the same for every language: a tag and
    ASCII digits, from left to right.

    Parameters
    ----------
    language:
        BCP 47 tag.
    percent:
        From 0 to 100.
    """
    share = f"{percent} % reviewed"
    first, second = _room(language), _room(share)
    name = escape(f"{language}: {share}", {'"': "&quot;"})
    ground = _GOOD if percent >= 80 else _FAIR if percent >= 40 else _POOR
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{first + second}" height="{_HEIGHT}" '
        f'viewBox="0 0 {first + second} {_HEIGHT}" role="img" aria-label="{name}" direction="ltr">',
        f"<title>{name}</title>",
        f'<rect width="{first}" height="{_HEIGHT}" fill="{_LABEL}"/>',
        f'<rect x="{first}" width="{second}" height="{_HEIGHT}" fill="{ground}"/>',
        f'<g fill="{_INK}" font-family="Verdana, DejaVu Sans, sans-serif" font-size="{_SIZE}" aria-hidden="true">',
        _words(language, 0, first),
        _words(share, first, second),
        "</g>",
        "</svg>",
    )
    return ("\n".join(parts) + "\n").encode()


def _room(text: str) -> int:
    return round(len(text) * _WIDTH_OF_A_LETTER) + 2 * _SIDE


def _words(text: str, start: int, room: int) -> str:
    return f'<text x="{start + room / 2:g}" y="{_BASELINE}" text-anchor="middle">{escape(text)}</text>'
