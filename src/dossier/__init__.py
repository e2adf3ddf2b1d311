"""A press for multilingual dossiers: Markdown, gettext and sources in; PDF, EPUB and web pages out."""

__version__ = "0.1.0"
