"""Editions that are one HTML document: the printed page and the web page."""

from collections.abc import Mapping
from typing import Any

from dossier.edition.addresses import COLOPHON, CONTENTS, COVER, SOURCES, Form
from dossier.edition.compose import Edition, contents, edition_addresses, sections
from dossier.edition.environment import Templates, rendered
from dossier.edition.footnotes import NotesMode
from dossier.edition.images import picture_assets
from dossier.model.bundle import HtmlBundle

OWN_IDS = {"cover": COVER, "contents": CONTENTS, "sources": SOURCES, "colophon": COLOPHON}
"""Ids of an edition's own pages, by the name that templates use."""


def print_bundle(edition: Edition, templates: Templates) -> HtmlBundle:
    """The edition for paged media: notes float to the foot of the page.

    Raises
    ------
    DossierError
        P004 where a template cannot be used.
    """
    return _bundle(edition, templates, "print", "print/document.html.j2", NotesMode.PAGE, "")


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
    return _bundle(edition, templates, "web", "web/page.html.j2", NotesMode.SECTION, faces)


def _bundle(edition: Edition, templates: Templates, folder: str, name: str, notes: NotesMode, faces: str) -> HtmlBundle:
    where = edition_addresses(edition, Form.SINGLE)
    parts, sources = sections(edition, where, notes)
    values: Mapping[str, Any] = {
        "edition": edition,
        "parts": parts,
        "sources": sources,
        "contents": contents(edition, where),
        "ids": OWN_IDS,
        "faces": faces,
    }
    html = rendered(templates, name, edition.messages, edition.language, values)
    images = picture_assets(edition.localized.dossier.images, [html])
    return HtmlBundle(html, edition.metadata, templates.assets(folder) | images)
