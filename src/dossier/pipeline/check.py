"""``dossier check``: everything a build would say, without setting a page."""

from collections.abc import Callable, Iterator
from functools import partial

from dossier.model.diagnostics import Diagnostic, DossierError, in_order
from dossier.model.document import Dossier
from dossier.pipeline.localize import localize
from dossier.pipeline.project import Project, Selection, chosen_languages
from dossier.pipeline.templates import read_catalog, templates_of


def check_project(project: Project, selection: Selection) -> tuple[Diagnostic, ...]:
    """All findings on the chosen dossiers and languages: content, locale files, glyphs, policy, the project's own templates.

    What cannot be read at all is a finding like any other; the rest is still checked.
    """
    found: list[Diagnostic] = []
    for name in project.chosen(selection):
        try:
            dossier, findings = project.load(name)
        except DossierError as error:
            found.extend(error.diagnostics)
            continue
        found.extend(findings)
        for language in chosen_languages(dossier, selection):
            found.extend(_edition(project, dossier, language))
        found.extend(_stopped(partial(templates_of, project.files, dossier)))
    return in_order(found)


def _edition(project: Project, dossier: Dossier, language: str) -> Iterator[Diagnostic]:
    try:
        yield from localize(project.files, dossier, language)[1]
    except DossierError as error:
        yield from error.diagnostics
    yield from _stopped(lambda: read_catalog(project.files, language))


def _stopped(step: Callable[[], object]) -> tuple[Diagnostic, ...]:
    """What stopped ``step``; nothing where it went through."""
    try:
        step()
    except DossierError as error:
        return error.diagnostics
    return ()
