"""``dossier check``: everything a build would say, without setting a page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from dossier.language.pseudo import is_pseudo
from dossier.model.diagnostics import Diagnostic, DossierError, has_errors, in_order
from dossier.model.document import Dossier
from dossier.pipeline.attribution import attribution
from dossier.pipeline.localize import localize, read_catalogs, remarks_on, translated
from dossier.pipeline.project import Project, Selection, chosen_languages
from dossier.pipeline.quotations import checked
from dossier.pipeline.scrub import people_named
from dossier.pipeline.side_by_side import side_by_side
from dossier.pipeline.templates import read_catalog, templates_of
from dossier.pipeline.today import today
from dossier.press.collection import uncollected
from dossier.translation.cut import cut

Step = Callable[[], tuple[Diagnostic, ...]]
_SHARES = 6
"""In how many shares the documents of a language are read, so that no processor waits long for the others."""


def check_project(project: Project, selection: Selection, snapshots: Path | None = None) -> tuple[Diagnostic, ...]:
    """All findings on the chosen dossiers and languages: content, quotations, locale files, glyphs, policy, citations, templates,
    people's names.

    ``snapshots`` is the folder with the snapshots of sources; ``None`` where there is none here. What cannot be read at all is a
    finding like any other; the rest is still checked.
    """
    found: list[Diagnostic] = []
    with uncollected():
        for name in project.chosen(selection, pseudo=True):
            try:
                dossier, findings = project.load(name)
            except DossierError as error:
                found.extend(error.diagnostics)
                continue
            found.extend(findings)
            languages = chosen_languages(dossier, selection, pseudo=True)
            steps: list[Step] = [*_steps(project, dossier, languages, snapshots)]
            steps.append(partial(_people, project, dossier, selection.languages))
            passages = sum(len(cut(document)) for document in dossier.documents)
            found.extend(one for told in side_by_side(steps, passages) for one in told)
    return in_order(found)


def _steps(project: Project, dossier: Dossier, languages: Iterable[str], snapshots: Path | None) -> Iterator[Step]:
    """What can be looked at by itself, the longest first."""
    for language in languages:
        yield partial(_edition, project, dossier, language)
        # Nobody wrote a pseudo-translation, and no rule reads it.
        documents = [] if is_pseudo(language) else [document.id for document in translated(dossier, language)]
        yield from (partial(_remarks, project, dossier, language, some) for some in _shared_out(documents))
    yield partial(_quotations, project, dossier, snapshots)
    yield partial(_stopped, partial(templates_of, project.files, dossier))


def _shared_out(documents: Sequence[str]) -> list[frozenset[str]]:
    return [frozenset(documents[start::_SHARES]) for start in range(min(_SHARES, len(documents)))]


def _edition(project: Project, dossier: Dossier, language: str) -> tuple[Diagnostic, ...]:
    """Everything but what the rules that read translations say."""
    try:
        localized, findings = localize(project.files, dossier, language, judge=False)
    except DossierError as error:
        return error.diagnostics
    if has_errors(findings):
        return findings
    messages = partial(read_catalog, project.files, language)
    return (*findings, *_stopped(lambda: attribution(project.files, localized, messages())))


def _remarks(project: Project, dossier: Dossier, language: str, documents: frozenset[str]) -> tuple[Diagnostic, ...]:
    """What the rules say of the translations of ``documents``; what cannot be read is told with the edition."""
    try:
        catalogs, _ = read_catalogs(project.files, dossier, language, documents)
    except DossierError:
        return ()
    chosen = (document for document in dossier.documents if document.id in documents)
    return tuple(one for document in chosen for one in remarks_on(dossier, document, catalogs, language))


def _people(project: Project, dossier: Dossier, languages: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    return tuple(people_named(project.files, dossier, languages))


def _quotations(project: Project, dossier: Dossier, snapshots: Path | None) -> tuple[Diagnostic, ...]:
    try:
        return checked(project.files, dossier, snapshots, today(dossier.config)).diagnostics
    except DossierError as error:
        return error.diagnostics


def _stopped(step: Callable[[], object]) -> tuple[Diagnostic, ...]:
    """What stopped ``step``; nothing where it went through."""
    try:
        step()
    except DossierError as error:
        return error.diagnostics
    return ()
