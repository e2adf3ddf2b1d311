"""Engines of machine translation, one file each, found by entry points of the group ``dossier.engines``.

Here, and nowhere else in this room, models are loaded, servers asked and programmes run: an engine
cannot be had otherwise.
"""
