"""X075: right-to-left books that do not say so.

Asked of archives alone, where the truth about the document counts: PDFium, which shows PDFs in Chromium, takes
``/Direction /R2L`` for the direction of every line and puts Latin words out of order, so that a file for screens may well
leave it out.
"""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Survey
from dossier.press.preflight.finding import Finding
from dossier.press.preflight.scripts import is_right_to_left


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if is_right_to_left(survey.language) and survey.direction != "R2L":
        yield Finding("X075", f"the language is “{survey.language[:20]}”, and the reading direction is not R2L")
