"""See :mod:`dossier.model.published`, where the addresses are made: archives need them too."""

from dossier.model.published import alternates, edition_address, file_address, picture_address

__all__ = ["alternates", "edition_address", "file_address", "picture_address"]
