"""Every colour of a PDF in the inks of a printing condition, and the PDF a PDF/X-4.

``inks`` are colours by LittleCMS, ``palette`` what a colour becomes, ``content`` the operators that set and use colours,
``grounds`` what lies under text and what reaches the edge, ``shadings`` and ``images`` what they say, ``resources`` the way
through a file, ``boxes`` where pages are cut, ``standard`` what PDF/X asks for besides.
"""

import io

import pikepdf

from dossier.model.bundle import Metadata, OutputIntent
from dossier.model.diagnostics import Diagnostic
from dossier.press.colours.boxes import set_boxes
from dossier.press.colours.inks import Inks
from dossier.press.colours.resources import Conversion
from dossier.press.colours.standard import VERSION, claim, make_quiet


def for_printing(data: bytes, intent: OutputIntent, metadata: Metadata) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The PDF ``data`` as PDF/X-4 (ISO 15930-7) for the printing condition ``intent``.

    All text is black ink alone, or the paper where it is light on a dark ground; greys are tints of black; every other colour and
    every image goes through ``intent``'s profile.

    Parameters
    ----------
    data:
        What WeasyPrint wrote, in RGB, with trim boxes.
    intent:
        The printing condition, with a CMYK output profile that LittleCMS can use.
    metadata:
        Of the edition; identifiers come from it.

    Returns
    -------
    tuple
        The bytes, the same for the same arguments, and a P010 for all that could not be converted.
    """
    pdf = pikepdf.open(io.BytesIO(data))
    make_quiet(pdf)
    found = Conversion(pdf, Inks(intent.profile)).convert()
    set_boxes(pdf)
    claim(pdf, intent, metadata, data)
    file = io.BytesIO()
    pdf.save(
        file,
        force_version=VERSION,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
        compress_streams=True,
    )
    return file.getvalue(), found
