"""Profile ``archive``: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) in one file, for keeping, with its sources attached."""

from dossier.press.pdf.profile import PdfProfile

# PDF/A forbids /Interpolate true (ISO 19005-3, 6.2.8), which WeasyPrint sets unless an image is to be crisp.
_STYLE = "img, svg { image-rendering: crisp-edges }"

PROFILE = PdfProfile(
    variant="pdf/a-3a", stylesheet=_STYLE, binding=True, accessible=True, carries=True, options={"pdf_tags": True}
)
