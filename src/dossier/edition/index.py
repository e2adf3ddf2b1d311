"""The page that lists all editions: ``build/index.html``."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.edition.catalogs import Messages
from dossier.edition.environment import Templates, rendered
from dossier.language.registry import language as by_tag
from dossier.language.value import Language
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


def index_page(files: Sequence[Listed], templates: Templates, messages: Messages, *, language: str = "en") -> str:
    """The index page as one self-contained file.

    Parameters
    ----------
    files:
        All files, in the order in which they are to be shown; those of one dossier, and of one language, together.
    templates, messages:
        Templates, and their strings in ``language``, the page's own.

    Raises
    ------
    DossierError
        P004 where the template cannot be used.
    """
    dossiers = [(name, _editions(list(found))) for name, found in groupby(files, key=lambda file: file.dossier)]
    return rendered(templates, "index.html.j2", messages, by_tag(language), {"dossiers": dossiers, "page": by_tag(language)})


def _editions(files: Sequence[Listed]) -> tuple[ListedEdition, ...]:
    grouped = ((tag, tuple(found)) for tag, found in groupby(files, key=lambda file: file.language))
    return tuple(ListedEdition(by_tag(tag), found[0].title, found) for tag, found in grouped)
