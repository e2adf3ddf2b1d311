"""The attribution of an edition: its citations set by the dossier's style, and what is known of its quotations."""

import posixpath
from collections.abc import Mapping

from dossier.attribution.csl import CitedSource, find_style, set_citations, style_names
from dossier.content.reading import read_found, read_named
from dossier.content.schema import nearest
from dossier.content.text import decode
from dossier.content.toml_file import read_toml
from dossier.edition.cards import source_title
from dossier.edition.catalogs import Messages
from dossier.edition.citations import Attribution, citations_in_order, connections
from dossier.edition.house_style import house_style
from dossier.edition.marks import Marking
from dossier.edition.phrases import string
from dossier.model.citation import Citation, CitationTexts
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.files import Files
from dossier.model.place import Place
from dossier.model.quotation import Checked
from dossier.model.translation import LocalizedDocument, LocalizedDossier

_OWN = ".csl"


def attribution(files: Files, localized: LocalizedDossier, messages: Messages, checked: tuple[Checked, ...] = ()) -> Attribution:
    """What the attribution of an edition is made from.

    Parameters
    ----------
    files, localized:
        The project, and the edition's woven dossier.
    messages:
        The templates' own strings in its language.
    checked:
        What was found out about the dossier's quotations.

    Raises
    ------
    DossierError
        A003 where the dossier's style is not there or cannot be used, A004 where the processor failed; C014 and S006 where its
        file cannot be read.
    """
    languages = {source.record.id: source.record.language for source in localized.sources}
    cited = {document.document.id: citations_in_order(document) for document in (*localized.parts, *localized.sources)}
    return Attribution(_texts(files, localized, messages, cited), checked, languages)


def _texts(
    files: Files, localized: LocalizedDossier, messages: Messages, cited: Mapping[str, tuple[Citation, ...]]
) -> CitationTexts:
    if not any(cited.values()):
        return CitationTexts()
    place = _place_of_style(files, localized)
    style = house_style(localized)
    language = style.language(localized.language).dated_in(localized.dossier.config.citation_calendars)
    marking = Marking(language, False, messages.gettext, style)
    return set_citations(
        cited,
        [_cited_source(source, marking) for source in localized.sources],
        _style(files, localized, place),
        language,
        connections(messages),
        gettext=messages.gettext,
        place=place,
    )


def _cited_source(source: LocalizedDocument, marking: Marking) -> CitedSource:
    title = source_title(source, source.record, marking)
    supplied = not source.record.title
    words = title.text.removeprefix("[").removesuffix("]") if supplied else title.text
    short = string(source, "title-short", source.record.title_short, marking)
    fits = not supplied and short.language == title.language
    return CitedSource(source.record, words, title.language, supplied, short.text if fits else "")


def _style(files: Files, localized: LocalizedDossier, place: Place) -> bytes:
    name = localized.dossier.config.citations.style
    if name.endswith(_OWN):
        return read_named(files, posixpath.dirname(localized.dossier.path), name, place)[1]
    style = find_style(name)
    if style is None:
        raise DossierError(_no_style(name, place))
    return style


def _no_style(name: str, place: Place) -> Diagnostic:
    guess = nearest(name, style_names())
    return Diagnostic(
        CODES["A003"], f"there is no citation style “{name}”", place, mend=f"did you mean {guess}?" if guess else ""
    )


def _place_of_style(files: Files, localized: LocalizedDossier) -> Place:
    path = localized.dossier.path
    text, _ = decode(read_found(files, path), path)
    _, places = read_toml(text, path)
    return places.key(("citations", "style"))
