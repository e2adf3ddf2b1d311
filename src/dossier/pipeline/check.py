"""``dossier check``: everything a build would say, without setting a page."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from dossier.model.diagnostics import Diagnostic, DossierError, has_errors, in_order
from dossier.model.document import Dossier
from dossier.pipeline.attribution import attribution
from dossier.pipeline.localize import localize
from dossier.pipeline.project import Project, Selection, chosen_languages
from dossier.pipeline.quotations import checked
from dossier.pipeline.scrub import people_named
from dossier.pipeline.templates import read_catalog, templates_of
from dossier.pipeline.today import today


def check_project(project: Project, selection: Selection, snapshots: Path | None = None) -> tuple[Diagnostic, ...]:
    """All findings on the chosen dossiers and languages: content, quotations, locale files, glyphs, policy, citations, templates,
    people's names.

    ``snapshots`` is the folder with the snapshots of sources; ``None`` where there is none here. What cannot be read at all is a
    finding like any other; the rest is still checked.
    """
    found: list[Diagnostic] = []
    for name in project.chosen(selection, pseudo=True):
        try:
            dossier, findings = project.load(name)
        except DossierError as error:
            found.extend(error.diagnostics)
            continue
        found.extend(findings)
        found.extend(_quotations(project, dossier, snapshots))
        for language in chosen_languages(dossier, selection, pseudo=True):
            found.extend(_edition(project, dossier, language))
        found.extend(_stopped(partial(templates_of, project.files, dossier)))
        found.extend(people_named(project.files, dossier, selection.languages))
    return in_order(found)


def _edition(project: Project, dossier: Dossier, language: str) -> Iterator[Diagnostic]:
    try:
        localized, findings = localize(project.files, dossier, language, remarks=True)
        yield from findings
        messages = read_catalog(project.files, language)
        if not has_errors(findings):
            attribution(project.files, localized, messages)
    except DossierError as error:
        yield from error.diagnostics


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
