"""The page that lists all editions: ``build/index.html``."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.edition.catalogs import Messages
from dossier.edition.environment import Templates, rendered
from dossier.language.registry import language as by_tag
from dossier.language.value import Language
from dossier.model.bundle import HtmlBundle, Metadata
from dossier.model.records import Output


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of an edition: ``address`` is relative to the index page, ``sha256`` in hex."""

    dossier: str
    title: str
    language: str
    output: Output
    address: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ListedEdition:
    """The files of one language."""

    language: Language
    title: str
    files: tuple[Listed, ...]


def index_bundle(
    files: Sequence[Listed], templates: Templates, messages: Messages, *, faces: str = "", language: str = "en"
) -> HtmlBundle:
    """The index page.

    Parameters
    ----------
    files:
        All files, in the order in which they are to be shown; those of one dossier, and of one language, together.
    templates, messages:
        Templates, and their strings in ``language``, the page's own.
    faces:
        Address of the style sheet of ``@font-face`` rules that the caller adds to the assets; none where empty.

    Raises
    ------
    DossierError
        P004 where the template cannot be used.
    """
    dossiers = [(name, _editions(list(found))) for name, found in groupby(files, key=lambda file: file.dossier)]
    page = by_tag(language)
    html = rendered(templates, "index.html.j2", messages, page, {"dossiers": dossiers, "page": page, "faces": faces})
    title = messages.gettext("Editions")
    return HtmlBundle(html, Metadata("", title, language, page.direction, date="", modified=0))


def _editions(files: Sequence[Listed]) -> tuple[ListedEdition, ...]:
    grouped = ((tag, tuple(found)) for tag, found in groupby(files, key=lambda file: file.language))
    return tuple(ListedEdition(by_tag(tag), found[0].title, found) for tag, found in grouped)
