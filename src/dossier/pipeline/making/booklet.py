"""The printed edition as a booklet: two pages on a side, in the order in which sheets are folded."""

from dossier.pipeline.making.making import Made, Making
from dossier.pipeline.making.pdf import printed


def booklet(making: Making) -> Made:
    """The PDF for a printing house, imposed."""
    return printed(making)
