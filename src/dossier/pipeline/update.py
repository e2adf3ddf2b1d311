"""``dossier update``: POT and PO files on disk, brought up to the documents."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dossier.model.bundle import Artifact
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Dossier
from dossier.pipeline.locale_files import Locales
from dossier.pipeline.locking import exclusive
from dossier.pipeline.project import Project, Selection, chosen_languages
from dossier.pipeline.side_by_side import side_by_side
from dossier.pipeline.withheld_locales import found_in_locales
from dossier.pipeline.writing import write_all
from dossier.press.collection import uncollected
from dossier.translation.cut import cut, translatable
from dossier.translation.update import Known, UpdatedFile, template, update_language


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What an update did to one dossier in one language (``""``: the POT files)."""

    dossier: str
    language: str
    counts: Mapping[str, int]
    written: tuple[str, ...]


Done = tuple[UpdateReport, tuple[Diagnostic, ...]]
LookingUp = Callable[[Known], Known]
"""Adds what one command knows to what is known from the files."""


def update(
    project: Project,
    selection: Selection,
    waiting: Callable[[], None] | None = None,
    accepted: frozenset[tuple[str, str]] = frozenset(),
    drafting: frozenset[str] = frozenset(),
) -> Iterator[Done]:
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
    drafting:
        Machines that are about to draft what is empty, see :func:`~dossier.translation.merge.merge`.
    """
    looking_up = partial(replace, accepted=accepted, drafting=drafting)
    failed: list[Diagnostic] = []
    with exclusive(project.root, waiting), uncollected():
        for name in project.chosen(selection):
            dossier, findings = project.load(name)
            for done in _dossier(Locales(project, dossier), languages_to_translate(dossier, selection), looking_up):
                if isinstance(done, DossierError):
                    failed.extend(done.diagnostics)
                    continue
                report, found = done
                yield report, found if report.language else findings
    if failed:
        raise DossierError(failed)


def _dossier(locales: Locales, languages: Sequence[str], looking_up: LookingUp) -> list[Done | DossierError]:
    """The POT files and each language, side by side: what they write are files of their own."""
    passages = sum(len(cut(document)) for document in locales.dossier.documents)
    steps = [partial(_language_or_failure, locales, language, looking_up) for language in languages]
    return side_by_side([partial(_templates, locales), *steps], passages)


def _language_or_failure(locales: Locales, language: str, looking_up: LookingUp) -> Done | DossierError:
    try:
        return _language(locales, language, looking_up)
    except DossierError as error:
        return error


def languages_to_translate(dossier: Dossier, selection: Selection) -> tuple[str, ...]:
    """The chosen languages of ``dossier`` that at least one of its documents is not written in."""
    languages = chosen_languages(dossier, selection)
    return tuple(language for language in languages if any(translatable(document, language) for document in dossier.documents))


def _templates(locales: Locales) -> Done:
    dossier = locales.dossier
    told = locales.surroundings(dossier.config.language)
    files = [template(dossier, document, told[document.id]) for document in dossier.documents]
    return _report(dossier, "", files, write_all(locales.project.root, _artifacts(files), read={})), ()  # nobody edits these


def _language(locales: Locales, language: str, looking_up: LookingUp) -> Done:
    dossier, read = locales.dossier, locales.read(language)
    known = looking_up(locales.known(language))
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
