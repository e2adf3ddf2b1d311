"""Profile ``screen``: to be read and sent. Links, bookmarks, tags for screen readers, small.

It is tagged and tells changes of language (:mod:`dossier.press.mends.languages`), but does not call itself PDF/UA-1. veraPDF
would agree that it is, yet WeasyPrint 70 makes structure elements of running heads (ISO 14289-1, 7.8 wants artifacts): the claim
would be untrue.
"""

from dossier.press.pdf.profile import PdfProfile

# No file identifier (``pdf_identifier``): ISO 32000-1, 14.4 makes it optional, and pydyf compresses every page twice for it.
PROFILE = PdfProfile(options={"pdf_tags": True, "pdf_version": "1.7"})
