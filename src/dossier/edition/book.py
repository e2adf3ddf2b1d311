"""The edition as an EPUB before it is packed: one XHTML file for each document (https://www.w3.org/TR/epub-33/)."""

from collections.abc import Callable, Iterator
from typing import Any

from dossier.edition.addresses import BIBLIOGRAPHY, CLAIMS, COLOPHON, COVER, NAMES, SOURCES, Form
from dossier.edition.compose import Edition
from dossier.edition.contents import Heading, entries
from dossier.edition.environment import Templates, renderer
from dossier.edition.footnotes import NotesMode
from dossier.edition.images import picture_assets
from dossier.edition.layout import Layout, lay_out
from dossier.edition.pages import OWN_IDS
from dossier.edition.sheets import by_script
from dossier.model.bundle import Chapter, Entry, EpubBundle


def epub_bundle(edition: Edition, templates: Templates, *, faces: str = "") -> EpubBundle:
    """The book: cover, parts, sources, colophon, and its navigation document.

    All files lie in one folder, the navigation document among them. There is no list of pages: it is known on which page of
    the PDF a heading stands, but not where in the text each page begins.

    Parameters
    ----------
    edition, templates:
        What to show and how.
    faces:
        Address of the style sheet of ``@font-face`` rules that the caller adds to the assets; none where empty.

    Raises
    ------
    DossierError
        P004 where a template cannot be used.
    """
    layout = lay_out(edition, Form.FILES, NotesMode.EPUB)
    common = {"edition": edition, "ids": OWN_IDS, "faces": faces, **layout.values}
    fill = renderer(templates, edition.messages, edition.language)

    def page(name: str, **values: Any) -> bytes:
        return fill(f"epub/{name}.xhtml.j2", {**common, **values}).encode()

    chapters = tuple(_chapters(edition, layout, page))
    listed = (*entries(layout.contents), Entry(_colophon_title(edition), f"{COLOPHON}.xhtml"))
    navigation = page("nav", first=_first(layout.contents))
    markup = [chapter.xhtml.decode() for chapter in chapters]
    assets = by_script(templates.assets("epub"), markup) | picture_assets(edition.localized.dossier.images, markup)
    return EpubBundle(edition.metadata, chapters, navigation, listed, assets)


def _chapters(edition: Edition, layout: Layout, fill: Callable[..., bytes]) -> Iterator[Chapter]:
    _ = edition.messages.gettext

    def page(name: str, template: str, title: str, **values: Any) -> Chapter:
        return Chapter(f"{name}.xhtml", title, fill(template, page_title=title, **values))

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
