"""Profile ``archive``: PDF/A-3a (ISO 19005-3), for keeping.

What it does not promise yet: PDF/UA-1 in the same file, and the sources with their digests attached.
"""

from dossier.press.pdf.profile import PdfProfile

# PDF/A forbids /Interpolate true (ISO 19005-3, 6.2.8), which WeasyPrint sets unless an image is to be crisp.
_STYLE = "img, svg { image-rendering: crisp-edges }"

PROFILE = PdfProfile(variant="pdf/a-3a", stylesheet=_STYLE, options={"pdf_tags": True})
