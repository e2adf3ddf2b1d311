"""A dossier in one language, with everything that can be said against it before anything is set."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from glob import escape

from dossier.content.located import Locator
from dossier.content.reading import read_found
from dossier.content.withheld.redactor import Redactor
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Document, Dossier
from dossier.model.files import Files
from dossier.model.place import Place
from dossier.model.translation import Catalog, LocalizedDossier, WovenUnit
from dossier.pipeline.withheld import words_of
from dossier.pipeline.withheld_locales import found_in_locales, redacted_catalog
from dossier.press.faces import missing_characters
from dossier.press.findings import no_glyph
from dossier.translation.checks import check
from dossier.translation.cut import translatable
from dossier.translation.locations import po_folder, po_path
from dossier.translation.po import read_po
from dossier.translation.weave import weave_dossier


def localize(files: Files, dossier: Dossier, language: str) -> tuple[LocalizedDossier, tuple[Diagnostic, ...]]:
    """``dossier`` as its edition in ``language`` shows it.

    Returns
    -------
    The woven dossier and all findings: of the locale files (T), and characters that no face has (P001).

    Raises
    ------
    DossierError
        Where a locale file cannot be read.
    """
    catalogs, findings = read_catalogs(files, dossier, language)
    localized, refused = weave_dossier(dossier, catalogs, language)
    checked = [
        finding for document in _translated(dossier, language) for finding in _checked(dossier, document, catalogs, language)
    ]
    findings = (*findings, *found_in_locales(files, dossier, language))
    return localized, (*findings, *refused, *checked, *_without_glyph(localized, catalogs))


def read_catalogs(files: Files, dossier: Dossier, language: str) -> tuple[dict[str, Catalog], tuple[Diagnostic, ...]]:
    """The translations of ``dossier`` into ``language``, by document id; a document without locale file has none.

    Raises
    ------
    DossierError
        With the findings of every file that cannot be read.
    """
    catalogs: dict[str, Catalog] = {}
    findings: list[Diagnostic] = []
    failed: list[Diagnostic] = []
    redactor = Redactor(dossier.withheld, words_of(files))
    there = frozenset(files.glob(f"{escape(po_folder(dossier.id, language))}/**/*.po"))
    for document in _translated(dossier, language):
        path = po_path(dossier.id, document.id, language)
        if path not in there:
            continue
        try:
            file = read_po(read_found(files, path), path)
        except DossierError as error:
            failed.extend(error.diagnostics)
            continue
        findings.extend(file.diagnostics)
        catalogs[document.id] = redacted_catalog(file.catalog(language), document, redactor)
    if failed:
        raise DossierError(failed)
    _tell_what_is_behind(dossier, language, catalogs, findings)
    return catalogs, tuple(findings)


def _translated(dossier: Dossier, language: str) -> Iterator[Document]:
    return (document for document in dossier.documents if translatable(document, language))


def _checked(dossier: Dossier, document: Document, catalogs: Mapping[str, Catalog], language: str) -> tuple[Diagnostic, ...]:
    return check(document, catalogs.get(document.id, Catalog(language)), dossier.glossary)


def _tell_what_is_behind(dossier: Dossier, language: str, catalogs: Mapping[str, Catalog], findings: list[Diagnostic]) -> None:
    for document in _translated(dossier, language):
        units = {unit.key: unit for unit in translatable(document, language)}
        known = catalogs[document.id].entries.keys() if document.id in catalogs else set()
        unknown = [unit for key, unit in units.items() if key not in known]
        if unknown:
            are = "passages are" if len(unknown) > 1 else "passages is"
            what = f"{len(unknown)} of {len(units)} {are} not in {po_path(dossier.id, document.id, language)}"
            findings.append(Diagnostic(CODES["T006"], what, unknown[0].place))


def _without_glyph(localized: LocalizedDossier, catalogs: Mapping[str, Catalog]) -> Iterator[Diagnostic]:
    for document in localized.documents:
        for woven in document.units:
            for character in missing_characters(woven.text):
                place = _place_of(character, woven, document.document, catalogs)
                yield replace(no_glyph(character), place=place, details=(("passage", woven.text[:80]),))


def _place_of(character: str, woven: WovenUnit, document: Document, catalogs: Mapping[str, Catalog]) -> Place:
    """Where somebody can change the character: in the locale file, or in the document."""
    translation = catalogs[document.id].find(woven.unit) if document.id in catalogs else None
    if translation and woven.language != woven.unit.language:
        return translation.place
    if isinstance(woven.unit.target, str):
        return woven.unit.place
    return Locator(document).place(document.blocks[woven.unit.target], character)
