"""What every format is made from, each part of it once an edition."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from dossier.edition.compose import Edition
from dossier.edition.environment import Templates
from dossier.edition.pages import print_bundle
from dossier.model.bundle import Attachment, HtmlBundle, OutputIntent, PageText
from dossier.model.diagnostics import Diagnostic
from dossier.pipeline.faces import set_up_faces

if TYPE_CHECKING:
    from dossier.press.pdf.rendering import Pages


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
    def bundle(self) -> HtmlBundle:
        """The page that every PDF is set from. The index of names has page numbers, for which it is laid out once before."""
        bundle = print_bundle(self.edition, self.templates)
        if not self.edition.has_names:
            return bundle
        return print_bundle(self.edition, self.templates, _laid_out(bundle).page_map)

    @cached_property
    def pages(self) -> "Pages":
        """The pages of :attr:`bundle`: they are the same in all profiles, which differ around the page and not in it."""
        return _laid_out(self.bundle)

    @property
    def page_texts(self) -> tuple[PageText, ...]:
        """What stands on which page of the dossier's PDFs, whether or not one is made now; nothing for a dossier that has none.

        A book lists pages, and is the same whatever was asked for beside it.
        """
        return self.pages.texts if any(output.has_pages for output in self.edition.outputs) else ()


def _laid_out(bundle: HtmlBundle) -> "Pages":
    set_up_faces()
    from dossier.press.pdf import lay_out

    return lay_out(bundle)
