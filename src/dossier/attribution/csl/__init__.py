"""Citations and bibliographies, set by a CSL processor."""

from dossier.attribution.csl.items import csl_item
from dossier.attribution.csl.setting import set_citations
from dossier.attribution.csl.source import CitedSource
from dossier.attribution.csl.styles import find_style, style_names

__all__ = ["CitedSource", "csl_item", "find_style", "set_citations", "style_names"]
