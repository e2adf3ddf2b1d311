"""Rules that read a translation beside its original, one rule a file.

``fidelity`` asks whether the translation says what the original says, ``form`` whether it is well written in its own language.
A rule is ``check(passage) -> Iterator[Finding]``; it is listed in the ``RULES`` of its folder.
"""

from collections.abc import Callable, Iterator

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.document import Document
from dossier.model.glossary import Glossary
from dossier.model.translation import Catalog, State
from dossier.translation.checks import fidelity, form
from dossier.translation.checks.finding import Finding
from dossier.translation.checks.passage import Passage, passage
from dossier.translation.cut import cut

Rule = Callable[[Passage], Iterator[Finding]]

RULES: tuple[Rule, ...] = (*fidelity.RULES, *form.RULES)

_SHOWN = (State.REVIEWED, State.DRAFT, State.UNFINISHED)
_NO_GLOSSARY = Glossary()


def check(document: Document, catalog: Catalog, glossary: Glossary = _NO_GLOSSARY) -> tuple[Diagnostic, ...]:
    """What is wrong with the translations of ``document`` that readers would see."""
    found: list[Diagnostic] = []
    for unit in cut(document):
        translation = catalog.find(unit)
        if translation is None or translation.state not in _SHOWN:
            continue
        for finding in findings(passage(document, unit, translation, catalog.language, glossary)):
            details = (*finding.details, ("original", str(unit.place)), ("msgid", unit.msgid[:100]))
            found.append(Diagnostic(CODES[finding.code], finding.message, translation.place, details, finding.mend))
    return tuple(found)


def findings(one: Passage) -> Iterator[Finding]:
    """What every rule says of one passage."""
    for rule in RULES:
        yield from rule(one)
