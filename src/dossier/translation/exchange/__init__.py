"""Translations out to other tools and back: XLIFF 2, PO and TMX.

``collecting`` makes a bundle of one language, ``xliff_writing``, ``po_bundle`` and ``tmx`` write it. What comes back is read
into values (``xliff_reading``, ``po_bundle``), ``matching`` finds the passages it belongs to, ``deciding`` says whose words
stand, and ``incoming`` changes the locale files.
"""
