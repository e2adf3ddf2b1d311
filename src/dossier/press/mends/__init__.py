"""What is mended in WeasyPrint 70 and Pango 1.50 while they are loaded: one fault a file, each with a test that fails without it.

They take the place of private functions, because there is no other way in; the lock pins the version they were written for. A
mend whose test passes without it has become unnecessary, and goes.
"""

import sys
from collections.abc import Callable

from dossier.press.mends import (
    calls,
    clock,
    false_hyphens,
    floats,
    inline_pictures,
    long_words,
    notes,
    quoted_titles,
    right_edge,
    structure,
    text_layer,
    trailing_space,
    unknown_axes,
    wide_tables,
)

MENDS: tuple[Callable[[], None], ...] = (
    clock.mend,
    unknown_axes.mend,
    floats.mend,
    false_hyphens.mend,
    long_words.mend,
    wide_tables.mend,
    inline_pictures.mend,
    notes.mend,
    calls.mend,
    structure.mend,
    right_edge.mend,
    trailing_space.mend,
    quoted_titles.mend,
    text_layer.mend,
)


def mend_all() -> None:
    """Mend the WeasyPrint that this process has imported, once."""
    engine = sys.modules["weasyprint"]
    if getattr(engine, "is_mended_by_dossier", False):
        return
    for mend in MENDS:
        mend()
    engine.is_mended_by_dossier = True  # type: ignore[attr-defined]
