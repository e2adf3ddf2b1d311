"""Rules that read a translation beside its original, one rule a file.

A rule is ``check(original, translation) -> Iterator[Finding]`` over parsed inline Markdown; it is listed in :data:`RULES`.
"""

from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token

from dossier.content.markdown import parse_inline
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.document import Document, Unit, UnitKind
from dossier.model.translation import Catalog, State
from dossier.translation.checks import citations, claims, fixed, footnotes, links
from dossier.translation.checks.finding import Finding
from dossier.translation.cut import cut

Rule = Callable[[Sequence[Token], Sequence[Token]], Iterator[Finding]]

RULES: tuple[Rule, ...] = (links.check, footnotes.check, citations.check, claims.check, fixed.check)

_SHOWN = (State.REVIEWED, State.DRAFT, State.UNFINISHED)


def check(document: Document, catalog: Catalog) -> tuple[Diagnostic, ...]:
    """What is wrong with the translations of ``document`` that readers would see."""
    found: list[Diagnostic] = []
    for unit in cut(document):
        translation = catalog.find(unit)
        if translation is None or translation.state not in _SHOWN:
            continue
        for finding in _findings(document, unit, translation.text):
            details = (*finding.details, ("original", str(unit.place)), ("msgid", unit.msgid[:100]))
            found.append(Diagnostic(CODES[finding.code], finding.message, translation.place, details, finding.mend))
    return tuple(found)


def _findings(document: Document, unit: Unit, translation: str) -> Iterator[Finding]:
    if unit.kind is UnitKind.CLAIM_ANSWER:
        yield from claims.check_answer(unit.msgid, translation)
    if isinstance(unit.target, str):
        return
    original = parse_inline(unit.msgid, document.environment, raw_html=document.raw_html)
    translated = parse_inline(translation, document.environment, raw_html=document.raw_html)
    for rule in RULES:
        yield from rule(original, translated)
