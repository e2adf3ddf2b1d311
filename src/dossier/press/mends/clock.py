"""The time of day in embedded fonts."""

from functools import partial


def mend() -> None:
    """Keep the clock out of ``head``.

    WeasyPrint 70 makes static instances of variable faces with fontTools, which then writes the present second into that table.
    There is no option for it; ``SOURCE_DATE_EPOCH`` would do, but a room that is pure sets no environment.
    """
    from fontTools.ttLib import TTFont
    from weasyprint.pdf import fonts

    fonts.TTFont = partial(TTFont, recalcTimestamp=False)
