"""How a viewer opens a file: its title, the direction of its pages, its bookmarks, and page numbers as they are printed.

Import this module only after :func:`dossier.press.engine.load_engine`.
"""

from collections.abc import Sequence
from typing import Any

import pydyf

from dossier.model.bundle import Metadata
from dossier.press.pdf.profile import PdfProfile

DIGITS = "0123456789"


def tell_viewers(pdf: Any, metadata: Metadata, profile: PdfProfile, pages: int) -> None:
    """Set viewer preferences (ISO 32000-1, 12.2), page mode, and page labels (12.4.2) of ``pages`` pages."""
    viewer = pdf.catalog.setdefault("ViewerPreferences", pydyf.Dictionary())
    viewer["DisplayDocTitle"] = "true"
    if profile.binding and metadata.direction == "rtl":
        viewer["Direction"] = "/R2L"
    if "Outlines" in pdf.catalog:
        pdf.catalog["PageMode"] = "/UseOutlines"
    pdf.catalog["PageLabels"] = pydyf.Dictionary(
        {"Nums": pydyf.Array(_labels([printed(n, metadata.digits) for n in range(1, pages + 1)]))}
    )


def printed(number: int, digits: str) -> str:
    """The label of page ``number``, as the page shows it."""
    return str(number).translate(str.maketrans(DIGITS, digits))


def _labels(labels: Sequence[str]) -> list[Any]:
    """The number tree's pairs. PDF counts in Latin digits only: others are one prefix a page, with no number behind it."""
    if all(label == str(number) for number, label in enumerate(labels, start=1)):
        return [0, pydyf.Dictionary({"S": "/D"})]
    return [part for place, label in enumerate(labels) for part in (place, pydyf.Dictionary({"P": pydyf.String(label)}))]
