"""Provenance, descriptions for catalogues, bags for archives: values in, bytes out."""
