"""Profile ``print``: for a printing house. PDF/X-4 in the inks of a printing condition, with bleed and crop marks, without links.

Here are the pages only: :mod:`dossier.press.colours` makes of WeasyPrint's RGB what a press can print, and draws the marks.
Without a printing condition the file is plain PDF 1.6 in RGB and claims nothing.
"""

from dossier.press.pdf.profile import PdfProfile

# No marks here: WeasyPrint draws them inside of what is to be cut off, where a ground that bleeds lies under them. Whoever
# wants another bleed in a template gets 3 mm all the same: the boxes say so, and grounds at the edge are drawn out to it.
_STYLE = "@page { bleed: 3mm; marks: none }"

PROFILE = PdfProfile(stylesheet=_STYLE, links=False, binding=True, options={"pdf_version": "1.6"})
