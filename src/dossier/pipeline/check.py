"""``dossier check``: everything a build would say, without setting a page."""

from dossier.model.diagnostics import Diagnostic, DossierError, in_order
from dossier.pipeline.localize import localize
from dossier.pipeline.project import Project, Selection, chosen


def check_project(project: Project, selection: Selection) -> tuple[Diagnostic, ...]:
    """All findings on the chosen dossiers and languages: content, locale files, glyphs, policy.

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
        for language in chosen("language", selection.languages, dossier.config.languages):
            try:
                found.extend(localize(project.files, dossier, language)[1])
            except DossierError as error:
                found.extend(error.diagnostics)
    return in_order(found)
