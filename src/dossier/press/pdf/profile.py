"""What the profiles of a PDF are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

CRISP = "img, svg { image-rendering: crisp-edges }"
"""PDF/A forbids /Interpolate true (ISO 19005-3, 6.2.8), which WeasyPrint sets unless an image is to be crisp. The screen has the
same style sheet, so that both are written from one layout."""


@dataclass(frozen=True, slots=True)
class PdfProfile:
    """One way to write a PDF.

    Parameters
    ----------
    variant:
        A variant WeasyPrint knows (``pdf/a-3a``); ``None`` for a PDF that claims no standard.
    stylesheet:
        CSS that is read before the page's own sheets and yields to them.
    links:
        Whether links are live.
    binding:
        Whether a file whose lines run from right to left says that it is bound on the right.
    accessible:
        Whether the file calls itself PDF/UA-1 (ISO 14289-1), where it is: not if an image has no alternative.
    carries:
        Whether the bundle's attachments go into the file.
    options:
        Further options of WeasyPrint's ``write_pdf``.
    """

    variant: str | None = None
    stylesheet: str = ""
    links: bool = True
    binding: bool = False
    accessible: bool = False
    carries: bool = False
    options: Mapping[str, object] = field(default_factory=dict)
