"""The address of an edition as a QR code (ISO/IEC 18004), for the printed cover."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

import segno
from markupsafe import Markup

_QUIET_ZONE = 4
"""Modules of white on every side, as ISO/IEC 18004, 6.3.8 asks."""


def qr_svg(address: str, gettext: Callable[[str], str]) -> Markup:
    """``address`` as inline SVG: paths only, black on white whatever the theme, level M (15 % may be lost).

    The size is the style sheet's business, by the class ``qr``.

    Parameters
    ----------
    address:
        What a reader's telephone will open.
    gettext:
        Translates the words that a screen reader says for the picture.

    Raises
    ------
    ValueError
        Where the address is too long for any code (more than 2331 bytes).
    """
    # Not one level more where there is room: the level is part of what was asked for, and the same at every length.
    code = segno.make_qr(address, error="m", boost_error=False)
    side = code.symbol_size(border=_QUIET_ZONE)[0]
    _ = gettext
    label = _("QR code: {address}").format(address=address)
    # The title says the same again: WeasyPrint makes the alternative text of a tagged PDF of it, and knows no aria-label.
    return Markup(
        '<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" role="img" aria-label="{label}" '
        'shape-rendering="crispEdges"><title>{label}</title><path fill="#ffffff" d="M0 0h{side}v{side}h-{side}z" />'
        '<path fill="#000000" d="{modules}" /></svg>'
    ).format(side=side, label=label, modules="".join(_rows([tuple(map(bool, row)) for row in code.matrix])))


def _rows(modules: Sequence[Sequence[bool]]) -> Iterator[str]:
    """A rectangle for each run of dark modules."""
    for y, row in enumerate(modules, start=_QUIET_ZONE):
        x = _QUIET_ZONE
        for dark, run in groupby(row):
            length = len(tuple(run))
            if dark:
                yield f"M{x} {y}h{length}v1h-{length}z"
            x += length
