"""Quotations: found in documents, compared with the text of their sources, and put on record."""
