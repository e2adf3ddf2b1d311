"""How each output of an edition is made: one file a format, one line in ``MAKERS``."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dossier.model.records import Output
from dossier.pipeline.making.booklet import booklet
from dossier.pipeline.making.epub import epub
from dossier.pipeline.making.making import Made, Making
from dossier.pipeline.making.pdf import archived, configured, printed
from dossier.pipeline.making.web import web

__all__ = ["MAKERS", "Made", "Making"]

MAKERS: Mapping[Output, Callable[[Making], Made]] = MappingProxyType(
    {
        Output.PDF: configured,
        Output.PRINT: printed,
        Output.ARCHIVE: archived,
        Output.BOOKLET: booklet,
        Output.EPUB: epub,
        Output.HTML: web,
    }
)
"""How each output is made. A new format is one more entry."""
