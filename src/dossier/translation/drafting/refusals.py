"""What would keep an edition from being built: a draft must never do that."""

from collections.abc import Iterator

from dossier.model.codes import CODES
from dossier.model.diagnostics import Severity
from dossier.model.glossary import Glossary
from dossier.model.translation import State, Translation
from dossier.translation.checks import findings
from dossier.translation.checks.passage import passage
from dossier.translation.drafting.values import Asked


def refusals(asked: Asked, draft: str, language: str, glossary: Glossary) -> Iterator[str]:
    """The errors that the rules for translations (``dossier check``) would find in ``draft``, a line each."""
    translation = Translation(draft, State.DRAFT, asked.unit.place)
    for finding in findings(passage(asked.document, asked.unit, translation, language, glossary)):
        if CODES[finding.code].severity is Severity.ERROR:
            yield f"{finding.code}: {finding.message}"
