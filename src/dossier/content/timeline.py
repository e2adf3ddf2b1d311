"""Terms of a timeline that are no dates."""

from markdown_it.token import Token

from dossier.content.located import Locator
from dossier.content.rules.timeline import DATE
from dossier.content.schema import EDTF_ADVICE
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.document import Document
from dossier.model.records import known_date


def check_timeline(document: Document) -> tuple[Diagnostic, ...]:
    """C023 for each term of a timeline that is no EDTF date. The order of the entries is the author's."""
    locator = Locator(document)
    terms = [token for token in document.blocks if token.type == DATE]
    return tuple(_diagnostic(term, locator) for term in terms if not _is_date(term.content))


def _is_date(written: str) -> bool:
    try:
        known_date(written)
    except ValueError:
        return False
    return True


def _diagnostic(term: Token, locator: Locator) -> Diagnostic:
    place = locator.place(term, term.content)
    return Diagnostic(CODES["C023"], f"“{term.content}” is no EDTF date", place, mend=EDTF_ADVICE)
