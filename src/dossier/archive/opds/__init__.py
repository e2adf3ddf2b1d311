"""Catalogues that reading apps subscribe to: OPDS 1.2 (Atom) and 2.0 (JSON) from the same values."""

from dossier.archive.opds.catalogue import Catalogue, Publication, Wording, catalogue
from dossier.archive.opds.opds1 import opds1
from dossier.archive.opds.opds2 import opds2

__all__ = ["Catalogue", "Publication", "Wording", "catalogue", "opds1", "opds2"]
