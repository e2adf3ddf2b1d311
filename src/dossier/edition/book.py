"""The edition as an EPUB before it is packed: one XHTML file for each document (https://www.w3.org/TR/epub-33/)."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from dossier.edition.addresses import BIBLIOGRAPHY, CLAIMS, COLOPHON, COVER, NAMES, SOURCES, Form
from dossier.edition.book_access import access_summary, evaluation
from dossier.edition.compose import Edition
from dossier.edition.contents import Heading, entries
from dossier.edition.environment import Templates, renderer
from dossier.edition.footnotes import NotesMode
from dossier.edition.images import picture_assets
from dossier.edition.layout import Layout, lay_out
from dossier.edition.page_breaks import PageMark, with_page_breaks
from dossier.edition.pages import OWN_IDS
from dossier.edition.sheets import by_script
from dossier.model.bundle import Chapter, Entry, EpubBundle, PageText
from dossier.model.identifiers import bare_isbn
from dossier.model.records import Output

PICTURE = "edition-picture"
"""The name of the page with the cover's picture, in a book that has one."""


def epub_bundle(
    edition: Edition, templates: Templates, *, faces: str = "", picture: str = "", pages: Sequence[PageText] = ()
) -> EpubBundle:
    """The book: cover, parts, sources, colophon, and its navigation document.

    All files lie in one folder, the navigation document among them.

    Parameters
    ----------
    edition, templates:
        What to show and how.
    faces:
        Address of the style sheet of ``@font-face`` rules that the caller adds to the assets; none where empty.
    picture:
        Address of the cover's picture, which the caller adds likewise; a book without one begins with its title page.
    pages:
        What stands on which page of the edition's PDF: where each begins is marked in the text and listed. None where empty.

    Raises
    ------
    DossierError
        P004 where a template cannot be used.
    """
    layout = lay_out(edition, Form.FILES, NotesMode.EPUB)
    common = {"edition": edition, "ids": OWN_IDS, "faces": faces, "picture": picture, **layout.values}
    fill = renderer(templates, edition.messages, edition.language)

    def page(name: str, **values: Any) -> bytes:
        return fill(f"epub/{name}.xhtml.j2", {**common, **values}).encode()

    def navigation(marks: Sequence[PageMark] = ()) -> Chapter:
        return Chapter("nav.xhtml", "", page("nav", first=_first(layout.contents), page_list=marks))

    chapters = tuple(_chapters(edition, layout, page, picture=bool(picture)))
    front = 1 + next(index for index, chapter in enumerate(chapters) if chapter.name == f"{COVER}.xhtml")
    # The list of pages stands in a file that is marked itself.
    _, marks = with_page_breaks((*chapters[:front], navigation(), *chapters[front:]), pages)
    flow, _ = with_page_breaks((*chapters[:front], navigation(marks), *chapters[front:]), pages)
    chapters = (*flow[:front], *flow[front + 1 :])
    listed = (*entries(layout.contents), Entry(_colophon_title(edition), f"{COLOPHON}.xhtml"))
    markup = [chapter.xhtml.decode() for chapter in chapters]
    assets = by_script(templates.assets("epub"), markup) | picture_assets(edition.localized.dossier.images, markup)
    return EpubBundle(
        edition.metadata,
        chapters,
        flow[front].xhtml,
        listed,
        assets,
        front=front,
        paginated=_paginated(edition) if marks else "",
        evaluation=evaluation(edition),
        summary=access_summary(edition),
    )


def _paginated(edition: Edition) -> str:
    """The identifier of the edition whose pages a book lists: the ISBN of the PDF, else what PDF and book share."""
    numbers = dict(edition.metadata.isbn)
    number = bare_isbn(numbers.get(Output.PDF, "") or numbers.get(Output.PRINT, ""))
    return f"urn:isbn:{number}" if number else edition.metadata.identifier


def _chapters(edition: Edition, layout: Layout, fill: Callable[..., bytes], *, picture: bool) -> Iterator[Chapter]:
    _ = edition.messages.gettext

    def page(name: str, template: str, title: str, **values: Any) -> Chapter:
        return Chapter(f"{name}.xhtml", title, fill(template, page_title=title, **values))

    if picture:
        yield page(PICTURE, "picture", _("Cover"))
    yield page(COVER, "cover", edition.title.text)
    for section in layout.parts:
        yield page(section.anchor, "document", section.title.text, section=section)
    if layout.claims:
        yield page(CLAIMS, "claims", _("Who says what"))
    if layout.sources:
        yield page(SOURCES, "sources", _("Sources"))
    for section in layout.sources:
        yield page(section.anchor, "document", section.title.text, section=section)
    if layout.bibliography:
        yield page(BIBLIOGRAPHY, "bibliography", _("Bibliography"))
    if layout.names:
        yield page(NAMES, "names", _("Index of names"))
    yield page(COLOPHON, "colophon", _colophon_title(edition))


def _first(found: tuple[Heading, ...]) -> str:
    """Where the text begins."""
    return found[0].address


def _colophon_title(edition: Edition) -> str:
    _ = edition.messages.gettext
    return _("About this edition")
