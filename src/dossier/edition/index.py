"""The page that lists all editions: ``build/index.html``. Each edition stands there in its own language."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from dossier.edition.catalogs import Messages
from dossier.edition.compose import Edition
from dossier.edition.environment import Templates, rendered
from dossier.edition.sheets import by_script
from dossier.language.registry import language as by_tag
from dossier.model.bundle import Asset, HtmlBundle, Metadata
from dossier.model.document import Image
from dossier.model.records import Output

SHORT_DIGEST = 8
"""Digits of a digest that are shown at first sight."""


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file of an edition: ``address`` is relative to the index page, ``sha256`` in hex; ``pages`` for a PDF."""

    output: Output
    address: str
    size: int
    sha256: str
    pages: int = 0

    @property
    def short_digest(self) -> str:
        """The beginning of the digest: enough for the eye to compare."""
        return self.sha256[:SHORT_DIGEST]


@dataclass(frozen=True, slots=True)
class ListedEdition:
    """An edition that lies in ``build/``.

    Parameters
    ----------
    edition:
        What it says of itself.
    files:
        At least one.
    cover:
        The picture of its cover, as a PNG of the size in which it goes into the page.
    review_known:
        Whether ``edition`` knows the states of all its passages: not where a document or locale file cannot be read.
    """

    edition: Edition
    files: tuple[ListedFile, ...]
    cover: Image | None = None
    review_known: bool = True

    @property
    def cover_key(self) -> str:
        """Key of the cover's asset; empty where there is no cover."""
        return f"covers/{self.edition.id}/{self.edition.language.tag}.png" if self.cover else ""

    @property
    def main(self) -> ListedFile:
        """The file that the cover leads to: the web page, which opens everywhere, or else the first."""
        return next((file for file in self.files if file.output is Output.HTML), self.files[0])


@dataclass(frozen=True, slots=True)
class ListedDossier:
    """The editions of one dossier, as markup; ``first`` is the original one, or the first there is."""

    id: str
    title: str
    language: str
    direction: str
    first: Markup
    others: tuple[Markup, ...]


def index_bundle(
    editions: Sequence[ListedEdition], templates: Templates, messages: Messages, *, faces: str = "", language: str = "en"
) -> HtmlBundle:
    """The index page.

    Parameters
    ----------
    editions:
        All editions, in the order in which they are to be shown; those of one dossier together.
    templates, messages:
        Templates, and their strings in ``language``, the page's own.
    faces:
        Address of the style sheet of ``@font-face`` rules that the caller adds to the assets; none where empty.

    Raises
    ------
    DossierError
        P004 where a template cannot be used.
    """
    grouped = groupby(editions, key=lambda listed: listed.edition.id)
    dossiers = tuple(_dossier(tuple(found), templates) for _, found in grouped)
    page = by_tag(language)
    html = rendered(templates, "index.html.j2", messages, page, {"dossiers": dossiers, "page": page, "faces": faces})
    title = messages.gettext("Editions")
    about = Metadata("", title, language, page.direction, date="", modified=0)
    return HtmlBundle(html, about, by_script(templates.assets("index"), [html]) | _covers(editions))


def _dossier(editions: Sequence[ListedEdition], templates: Templates) -> ListedDossier:
    original = editions[0].edition.localized.dossier.config.language
    first = next((listed for listed in editions if listed.edition.language.tag == original), editions[0])
    others = tuple(_edition(listed, templates, leads=False) for listed in editions if listed is not first)
    title = first.edition.title
    return ListedDossier(
        first.edition.id, title.text, title.language, title.direction, _edition(first, templates, leads=True), others
    )


def _edition(listed: ListedEdition, templates: Templates, *, leads: bool) -> Markup:
    """One edition in its own language: words, digits, direction."""
    edition = listed.edition
    values = {"listed": listed, "edition": edition, "leads": leads}
    # Rendered with everything escaped, by a template of ours or of the project.
    return Markup(rendered(templates, "index/edition.html.j2", edition.messages, edition.language, values))


def _covers(editions: Sequence[ListedEdition]) -> dict[str, Asset]:
    return {listed.cover_key: Asset(listed.cover.data, listed.cover.media_type) for listed in editions if listed.cover}
