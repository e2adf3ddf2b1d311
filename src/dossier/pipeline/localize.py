"""A dossier in one language, with everything that can be said against it before anything is set."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from glob import escape

from dossier.content.located import Locator
from dossier.content.reading import read_found
from dossier.content.withheld.redactor import Redactor
from dossier.language.pseudo import PSEUDO, is_pseudo
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError, Severity
from dossier.model.document import Document, Dossier
from dossier.model.files import Files
from dossier.model.place import Place
from dossier.model.translation import Catalog, LocalizedDossier, WovenUnit
from dossier.pipeline.signed import judged
from dossier.pipeline.withheld import words_of
from dossier.pipeline.withheld_locales import found_in_locales, redacted_catalog
from dossier.press.faces import missing_characters
from dossier.press.findings import no_glyph
from dossier.translation.checks import check
from dossier.translation.cut import translatable
from dossier.translation.locations import po_folder, po_path
from dossier.translation.po import read_translations
from dossier.translation.pseudo import pseudo_glossary, pseudo_translation
from dossier.translation.weave import weave_dossier


def localize(
    files: Files, dossier: Dossier, language: str, *, judge: bool = True
) -> tuple[LocalizedDossier, tuple[Diagnostic, ...]]:
    """``dossier`` as its edition in ``language`` shows it.

    Parameters
    ----------
    files, dossier, language:
        The project's files, the dossier and the language of the edition.
    judge:
        Whether the translations are read by the rules (:func:`errors_in`); ``dossier check`` does it by itself.

    Returns
    -------
    The woven dossier with its valid sign-offs, and all findings: of the locale files (T), and characters that no face has (P001).

    Raises
    ------
    DossierError
        Where a locale file, or the file of sign-offs, cannot be read.
    """
    if language in PSEUDO:
        dossier = replace(dossier, glossary=pseudo_glossary(dossier.glossary, dossier.config.language, PSEUDO[language]))
    catalogs, findings = read_catalogs(files, dossier, language)
    localized, refused = weave_dossier(dossier, catalogs, language)
    signed = judged(files, dossier, language, catalogs)
    localized = replace(localized, sign_offs=signed.valid)
    findings = (*findings, *found_in_locales(files, dossier, language))
    checked = errors_in(dossier, catalogs, language) if judge else ()
    return localized, (*findings, *signed.diagnostics, *refused, *checked, *_without_glyph(localized, catalogs))


def errors_in(dossier: Dossier, catalogs: Mapping[str, Catalog], language: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the translations of ``dossier``: nothing that is suspicious only, or merely noteworthy."""
    found = (remarks_on(dossier, document, catalogs, language) for document in translated(dossier, language))
    return tuple(one for remarks in found for one in remarks if one.severity is Severity.ERROR)


def remarks_on(dossier: Dossier, document: Document, catalogs: Mapping[str, Catalog], language: str) -> tuple[Diagnostic, ...]:
    """Everything that the rules that read translations say of ``document``."""
    if is_pseudo(language):
        return ()  # nobody wrote it, and what must stay was proved where it was made
    return check(document, catalogs.get(document.id, Catalog(language)), dossier.glossary)


def read_catalogs(
    files: Files, dossier: Dossier, language: str, documents: Container[str] | None = None
) -> tuple[dict[str, Catalog], tuple[Diagnostic, ...]]:
    """The translations of ``dossier`` into ``language``, by document id; a document without locale file has none.

    Those into a pseudo-language are made from the documents, and not read. ``documents`` are the ids of those to read; all where
    none are given.

    Raises
    ------
    DossierError
        With the findings of every file that cannot be read.
    """
    if language in PSEUDO:
        made = {document.id: pseudo_translation(document, PSEUDO[language]) for document in translated(dossier, language)}
        return {document: translation.catalog for document, translation in made.items()}, ()
    catalogs: dict[str, Catalog] = {}
    findings: list[Diagnostic] = []
    failed: list[Diagnostic] = []
    redactor = Redactor(dossier.withheld, words_of(files))
    there = frozenset(files.glob(f"{escape(po_folder(dossier.id, language))}/**/*.po"))
    for document in translated(dossier, language):
        path = po_path(dossier.id, document.id, language)
        if path not in there or (documents is not None and document.id not in documents):
            continue
        try:
            catalog, warnings = read_translations(read_found(files, path), path, language)
        except DossierError as error:
            failed.extend(error.diagnostics)
            continue
        findings.extend(warnings)
        catalogs[document.id] = redacted_catalog(catalog, document, redactor)
    if failed:
        raise DossierError(failed)
    _tell_what_is_behind(dossier, language, catalogs, findings)
    return catalogs, tuple(findings)


def translated(dossier: Dossier, language: str) -> Iterator[Document]:
    """Those documents of ``dossier`` that have anything to translate into ``language``."""
    return (document for document in dossier.documents if translatable(document, language))


def _tell_what_is_behind(dossier: Dossier, language: str, catalogs: Mapping[str, Catalog], findings: list[Diagnostic]) -> None:
    for document in translated(dossier, language):
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
