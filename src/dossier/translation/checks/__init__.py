"""Rules that read a translation beside its original, one rule a file.

``fidelity`` asks whether the translation says what the original says, ``form`` whether it is well written in its own language.
A rule is ``check(passage) -> Iterator[Finding]``; it is listed in the ``RULES`` of its folder. A translator can silence a rule
for one entry (:mod:`dossier.translation.checks.silence`).
"""

from collections.abc import Callable, Iterator

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.document import Document, Unit
from dossier.model.glossary import Glossary
from dossier.model.translation import Catalog, State, Translation
from dossier.translation.checks import fidelity, form
from dossier.translation.checks.finding import Finding
from dossier.translation.checks.passage import Passage, passage
from dossier.translation.checks.silence import silence
from dossier.translation.cut import translatable

Rule = Callable[[Passage], Iterator[Finding]]

RULES: tuple[Rule, ...] = (*fidelity.RULES, *form.RULES)

_SHOWN = (State.REVIEWED, State.DRAFT, State.UNFINISHED)
_NO_GLOSSARY = Glossary()


def check(document: Document, catalog: Catalog, glossary: Glossary = _NO_GLOSSARY) -> tuple[Diagnostic, ...]:
    """What is wrong with the translations of ``document`` that readers would see."""
    entries: dict[tuple[str | None, str], list[Unit]] = {}
    for unit in translatable(document, catalog.language):
        entries.setdefault(unit.key, []).append(unit)
    found: list[Diagnostic] = []
    for key, units in entries.items():
        translation = catalog.entries.get(key)
        if translation is not None and translation.state in _SHOWN:
            found += _said(translation, [passage(document, unit, translation, catalog.language, glossary) for unit in units])
    return tuple(found)


def findings(one: Passage) -> Iterator[Finding]:
    """What every rule says of one passage."""
    for rule in RULES:
        yield from rule(one)


def _said(translation: Translation, passages: list[Passage]) -> Iterator[Diagnostic]:
    """What the rules say of one entry, wherever it stands, and of its silence."""
    silent = silence(translation.comments)
    codes: set[str] = set()
    for one in passages:
        for finding in findings(one):
            codes.add(finding.code)
            if not silent.covers(finding):
                yield _told(finding, one)
    for finding in silent.unused(codes):
        yield _told(finding, passages[0])


def _told(finding: Finding, one: Passage) -> Diagnostic:
    details = (*finding.details, ("original", str(one.unit.place)), ("msgid", one.unit.msgid[:100]))
    return Diagnostic(CODES[finding.code], finding.message, one.translation.place, details, finding.mend)
