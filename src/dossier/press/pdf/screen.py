"""Profile ``screen``: PDF/UA-1 (ISO 14289-1), to be read and sent. Links, bookmarks, tags for screen readers, small.

Right-to-left editions do not say so (``binding``): PDFium, which shows PDFs in Chromium, takes ``/Direction /R2L`` for the
direction of every line. In the first dossier's Persian edition 138 of 1569 lines come out in another order, and of the 88
without Persian words 49 from the last word to the first. poppler, MuPDF and pypdf are the same with and without. We see no
text layer that would mend it: PDFium seems to part a line at each space and to turn the pieces round. In an archive the truth
about the document counts for more.
"""

from dossier.press.pdf.profile import CRISP, PdfProfile

# No file identifier (``pdf_identifier``): ISO 32000-1, 14.4 makes it optional, and pydyf compresses every page twice for it.
PROFILE = PdfProfile(stylesheet=CRISP, accessible=True, options={"pdf_tags": True, "pdf_version": "1.7"})
