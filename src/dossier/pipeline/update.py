"""``dossier update``: POT and PO files on disk, brought up to the documents."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.content.reading import read_found
from dossier.content.withheld.redactor import Redactor
from dossier.model.bundle import Artifact
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Dossier
from dossier.pipeline.project import Project, Selection, chosen_languages
from dossier.pipeline.withheld import words_of
from dossier.pipeline.withheld_locales import found_in_locales, without_withheld
from dossier.pipeline.writing import write_all
from dossier.translation.cut import translatable
from dossier.translation.locations import po_folder
from dossier.translation.update import UpdatedFile, template, update_language


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What an update did to one dossier in one language (``""``: the POT files)."""

    dossier: str
    language: str
    counts: Mapping[str, int]
    written: tuple[str, ...]


def update(project: Project, selection: Selection) -> Iterator[tuple[UpdateReport, tuple[Diagnostic, ...]]]:
    """Update the locale files of the chosen dossiers and languages, one language after the other.

    Each language is written as a whole or not at all. A language that cannot be read is reported as a
    :class:`~dossier.model.diagnostics.DossierError` after all others were written.
    """
    failed: list[Diagnostic] = []
    for name in project.chosen(selection):
        dossier, findings = project.load(name)
        yield _templates(project, dossier), findings
        for language in languages_to_translate(dossier, selection):
            try:
                yield _language(project, dossier, language)
            except DossierError as error:
                failed.extend(error.diagnostics)
    if failed:
        raise DossierError(failed)


def languages_to_translate(dossier: Dossier, selection: Selection) -> tuple[str, ...]:
    """The chosen languages of ``dossier`` that at least one of its documents is not written in."""
    languages = chosen_languages(dossier, selection)
    return tuple(language for language in languages if any(translatable(document, language) for document in dossier.documents))


def _templates(project: Project, dossier: Dossier) -> UpdateReport:
    return _written(project, dossier, "", [template(dossier, document) for document in dossier.documents])


def _language(project: Project, dossier: Dossier, language: str) -> tuple[UpdateReport, tuple[Diagnostic, ...]]:
    paths = project.files.glob(f"{po_folder(dossier.id, language)}/**/*.po")
    files = {path: read_found(project.files, path) for path in paths}
    redactor = Redactor(dossier.withheld, words_of(project.files))
    updated, findings = update_language(dossier, language, without_withheld(files, dossier, language, redactor))
    report = _written(project, dossier, language, updated)
    return report, (*findings, *found_in_locales(project.files, dossier, language))


def _written(project: Project, dossier: Dossier, language: str, updated: Sequence[UpdatedFile]) -> UpdateReport:
    written = write_all(project.root, [Artifact(file.path, file.data) for file in updated])
    counts: Counter[str] = Counter()
    for file in updated:
        counts.update(file.counts)
    return UpdateReport(dossier.id, language, dict(counts), written)
