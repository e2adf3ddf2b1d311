"""``dossier update``: POT and PO files on disk, brought up to the documents."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.model.bundle import Artifact
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Dossier
from dossier.pipeline.locale_files import Locales
from dossier.pipeline.locking import exclusive
from dossier.pipeline.project import Project, Selection, chosen_languages
from dossier.pipeline.withheld_locales import found_in_locales
from dossier.pipeline.writing import write_all
from dossier.translation.cut import translatable
from dossier.translation.update import UpdatedFile, template, update_language


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What an update did to one dossier in one language (``""``: the POT files)."""

    dossier: str
    language: str
    counts: Mapping[str, int]
    written: tuple[str, ...]


def update(
    project: Project,
    selection: Selection,
    waiting: Callable[[], None] | None = None,
    accepted: frozenset[tuple[str, str]] = frozenset(),
) -> Iterator[tuple[UpdateReport, tuple[Diagnostic, ...]]]:
    """Update the locale files of the chosen dossiers and languages, one language after the other.

    Each language is written as a whole or not at all. A language that cannot be read, or whose files somebody saved meanwhile, is
    reported as a :class:`~dossier.model.diagnostics.DossierError` after all others were written.

    Parameters
    ----------
    project, selection:
        What was chosen.
    waiting:
        Called once where another command writes locale files and has to be waited for.
    accepted:
        Old and new texts of originals whose translations hold although they changed.
    """
    failed: list[Diagnostic] = []
    with exclusive(project.root, waiting):
        for name in project.chosen(selection):
            dossier, findings = project.load(name)
            locales = Locales(project, dossier)
            yield _templates(locales), findings
            for language in languages_to_translate(dossier, selection):
                try:
                    yield _language(locales, language, accepted)
                except DossierError as error:
                    failed.extend(error.diagnostics)
    if failed:
        raise DossierError(failed)


def languages_to_translate(dossier: Dossier, selection: Selection) -> tuple[str, ...]:
    """The chosen languages of ``dossier`` that at least one of its documents is not written in."""
    languages = chosen_languages(dossier, selection)
    return tuple(language for language in languages if any(translatable(document, language) for document in dossier.documents))


def _templates(locales: Locales) -> UpdateReport:
    dossier = locales.dossier
    told = locales.surroundings(dossier.config.language)
    files = [template(dossier, document, told[document.id]) for document in dossier.documents]
    return _report(dossier, "", files, write_all(locales.project.root, _artifacts(files), read={}))  # nobody edits these


def _language(
    locales: Locales, language: str, accepted: frozenset[tuple[str, str]]
) -> tuple[UpdateReport, tuple[Diagnostic, ...]]:
    dossier, read = locales.dossier, locales.read(language)
    known = replace(locales.known(language), accepted=accepted)
    updated, findings = update_language(dossier, language, locales.redacted(read, language), known)
    written = locales.write(_artifacts(updated), read)
    found = found_in_locales(locales.project.files, dossier, language)
    return _report(dossier, language, updated, written), (*findings, *found)


def _artifacts(files: Sequence[UpdatedFile]) -> list[Artifact]:
    return [Artifact(file.path, file.data) for file in files]


def _report(dossier: Dossier, language: str, files: Sequence[UpdatedFile], written: tuple[str, ...]) -> UpdateReport:
    counts: Counter[str] = Counter()
    for file in files:
        counts.update(file.counts)
    return UpdateReport(dossier.id, language, dict(counts), written)
