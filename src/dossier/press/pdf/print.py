"""Profile ``print``: for a printing house. The frame is in place: bleed, crop marks, trim boxes, no link annotations.

What it does not promise yet: PDF/X-4 and CMYK. PDF/X needs the output profile of a printing condition, which dossier does not
carry, and WeasyPrint would call a file PDF/X without one; so this profile writes plain PDF 1.6 in RGB and claims nothing.
"""

from dossier.press.pdf.profile import PdfProfile

# The bleed leaves room for the marks, which WeasyPrint draws inside it.
_STYLE = "@page { bleed: 9mm; marks: crop }"

PROFILE = PdfProfile(stylesheet=_STYLE, links=False, binding=True, options={"pdf_version": "1.6"})
