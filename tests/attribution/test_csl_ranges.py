"""Ranges in citations stand in the order that they have in running text."""

from csl_samples import citing, cited, setting
from markupsafe import Markup

from dossier.model.citation import Cite, Locator
