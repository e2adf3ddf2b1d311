"""Rules that read a translation beside its original, one rule a file.

A rule is ``check(original, translation) -> Iterator[Finding]`` over parsed inline Markdown; it is listed in :data:`RULES`.
"""

from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token

from dossier.content.markdown import parse_inline
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.document import Document
from dossier.model.translation import Catalog, State
from dossier.translation.checks import fixed, footnotes, links
from dossier.translation.checks.finding import Finding
from dossier.translation.cut import cut

Rule = Callable[[Sequence[Token], Sequence[Token]], Iterator[Finding]]

RULES: tuple[Rule, ...] = (links.check, footnotes.check, fixed.check)

_SHOWN = (State.REVIEWED, State.DRAFT, State.UNFINISHED)


def check(document: Document, catalog: Catalog) -> tuple[Diagnostic, ...]:
    """What is wrong with the translations of ``document`` that readers would see."""
    found: list[Diagnostic] = []
    for unit in cut(document):
        translation = catalog.find(unit)
        if translation is None or translation.state not in _SHOWN or isinstance(unit.target, str):
            continue
        original = parse_inline(unit.msgid, document.environment, raw_html=document.raw_html)
        translated = parse_inline(translation.text, document.environment, raw_html=document.raw_html)
        for rule in RULES:
            for finding in rule(original, translated):
                details = (*finding.details, ("original", str(unit.place)), ("msgid", unit.msgid[:100]))
                found.append(Diagnostic(CODES[finding.code], finding.message, translation.place, details, finding.mend))
    return tuple(found)
