"""The printed edition as a booklet: two pages on a side, in the order in which sheets are folded."""

from dataclasses import replace

from dossier.pipeline.making.making import Made, Making
from dossier.pipeline.making.pdf import printed


def booklet(making: Making) -> Made:
    """The PDF for a printing house, imposed; it is bound on the edge that it names itself.

    What was found out while it was set is told with it; ``pages`` are the sides of sheets.
    """
    from dossier.press.imposition import Wish, impose

    pages = printed(making)
    imposed = impose(pages.data, Wish(signature=making.edition.localized.dossier.config.pdf.signature))
    return replace(pages, data=imposed.data, pages=imposed.sides)
