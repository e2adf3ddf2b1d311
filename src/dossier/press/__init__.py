"""Bundles become bytes: faces, PDF, EPUB, web page. The engines (WeasyPrint, EbookLib) are imported here and nowhere else.

Every function is pure but for one edge, :func:`dossier.press.fontconfig.use_bundled_faces`, which a process calls once
before its first PDF.
"""
