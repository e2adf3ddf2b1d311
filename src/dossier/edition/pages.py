"""Editions that are one HTML document: the printed page and the web page."""

from collections.abc import Mapping
from typing import Any

from dossier.edition.addresses import BIBLIOGRAPHY, CLAIMS, COLOPHON, CONTENTS, COVER, NAMES, SOURCES, Form
from dossier.edition.compose import Edition
from dossier.edition.environment import Templates, rendered
from dossier.edition.footnotes import NotesMode
from dossier.edition.images import picture_assets
from dossier.edition.layout import lay_out
from dossier.edition.linked_data import head
from dossier.edition.sheets import by_script
from dossier.model.bundle import HtmlBundle, Page

OWN_IDS = {
    "bibliography": BIBLIOGRAPHY,
    "cover": COVER,
    "contents": CONTENTS,
    "claims": CLAIMS,
    "sources": SOURCES,
    "names": NAMES,
    "colophon": COLOPHON,
}
"""Ids of an edition's own pages, by the name that templates use."""


def print_bundle(edition: Edition, templates: Templates, pages: Mapping[str, Page] | None = None) -> HtmlBundle:
    """The edition for paged media: notes float to the foot of the page.

    Parameters
    ----------
    edition, templates:
        What to show and how.
    pages:
        On which page each anchor came to stand when the same was set before: the index then has its page numbers.

    Raises
    ------
    DossierError
        P004 where a template cannot be used.
    """
    return _bundle(edition, templates, "print", "print/document.html.j2", NotesMode.PAGE, pages=pages)


def cover_bundle(edition: Edition, templates: Templates) -> HtmlBundle:
    """The cover of :func:`print_bundle` by itself, for the picture of it.

    Raises
    ------
    DossierError
        P004 where a template cannot be used.
    """
    values: Mapping[str, Any] = {"edition": edition, "ids": OWN_IDS}
    html = rendered(templates, "print/cover.html.j2", edition.messages, edition.language, values)
    return HtmlBundle(html, edition.metadata, by_script(templates.assets("print"), [html]))


def web_bundle(edition: Edition, templates: Templates, *, faces: str = "") -> HtmlBundle:
    """The edition as one responsive page that needs no script.

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
    return _bundle(edition, templates, "web", "web/page.html.j2", NotesMode.SECTION, faces=faces)


def _bundle(
    edition: Edition,
    templates: Templates,
    folder: str,
    name: str,
    notes: NotesMode,
    *,
    faces: str = "",
    pages: Mapping[str, Page] | None = None,
) -> HtmlBundle:
    layout = lay_out(edition, Form.SINGLE, notes, pages)
    values: Mapping[str, Any] = {"edition": edition, "ids": OWN_IDS, "faces": faces, "head": head(edition), **layout.values}
    html = rendered(templates, name, edition.messages, edition.language, values)
    images = picture_assets(edition.localized.dossier.images, [html])
    return HtmlBundle(html, edition.metadata, by_script(templates.assets(folder), [html]) | images)
