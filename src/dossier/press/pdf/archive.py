"""Profile ``archive``: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) in one file, for keeping, with its sources attached."""

from dossier.press.pdf.profile import CRISP, PdfProfile

PROFILE = PdfProfile(
    variant="pdf/a-3a", stylesheet=CRISP, binding=True, accessible=True, carries=True, options={"pdf_tags": True}
)
