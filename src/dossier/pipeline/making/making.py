"""What every format is made from, each part of it once an edition."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dossier.edition.compose import Edition
from dossier.edition.environment import Templates
from dossier.edition.pages import print_bundle
from dossier.model.bundle import Attachment, HtmlBundle, OutputIntent, Page, PageText
from dossier.model.diagnostics import Diagnostic
from dossier.model.records import Output
from dossier.pipeline.faces import set_up_faces

PAGED = frozenset((Output.PDF, Output.PRINT, Output.ARCHIVE, Output.BOOKLET))
"""Outputs that have pages."""


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of one output; ``pages`` for a PDF; the ``markup`` it was set from where text is hard to read back."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
    pages: int = 0
    markup: str = ""


@dataclass
class Making:
    """An edition on its way into its formats.

    Parameters
    ----------
    edition, templates:
        What to show and how.
    picture:
        The picture of its cover, a PNG.
    read_intent:
        Gives the printing condition; asked only where something is printed. May raise :class:`DossierError`.
    read_attachments:
        Gives the files that a PDF for keeping carries; asked only where one is made. May raise :class:`DossierError`.
    """

    edition: Edition
    templates: Templates
    picture: bytes
    read_intent: Callable[[], OutputIntent]
    read_attachments: Callable[[], tuple[Attachment, ...]]
    done: dict[str, Made] = field(default_factory=dict)

    @cached_property
    def page_map(self) -> Mapping[str, Page]:
        """On which page of the PDF each anchor stands: the same in all profiles, which differ around the page and not in it."""
        set_up_faces()
        from dossier.press.pdf import where_anchors_stand

        return where_anchors_stand(print_bundle(self.edition, self.templates))

    @cached_property
    def bundle(self) -> HtmlBundle:
        """The page that every PDF is set from; the index of names has its page numbers."""
        pages = self.page_map if self.edition.has_names else None
        return print_bundle(self.edition, self.templates, pages)

    @cached_property
    def page_texts(self) -> tuple[PageText, ...]:
        """What stands on which page of the dossier's PDFs, whether or not one is made now; nothing for a dossier that has none.

        A book lists pages, and is the same whatever was asked for beside it.
        """
        if PAGED.isdisjoint(self.edition.outputs):
            return ()
        set_up_faces()
        from dossier.press.pdf import texts_of_pages

        return texts_of_pages(self.bundle)
