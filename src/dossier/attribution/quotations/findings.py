"""What is told about quotations: Q001 to Q004 and Q008."""

from collections.abc import Sequence

from dossier.attribution.quotations.lock import Entry
from dossier.attribution.quotations.matching import Match
from dossier.language.registry import same_language
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.quotation import Checked, Quotation
from dossier.model.records import SourceRecord

_SHOWN = 60
_PASSAGE = 240
_RECORD = "dossier quotations --snapshots DIR --record"


def unverified(quotations: Sequence[Quotation], record: SourceRecord) -> Diagnostic:
    """Q001: there is neither a text to compare with nor a record. Many quotations from one source are one finding."""
    if not record.was_consulted:
        reason, mend = "was not consulted", f"name the source that quotes it: [@{record.id}, as quoted in @…]"
    elif record.snapshot is None:
        reason = "has no text here"
        mend = f"give its record the digest of a snapshot (snapshot: sha256, media-type), and run: {_RECORD}"
    else:
        reason, mend = "has no text here", ""
    first, several = quotations[0], len(quotations) > 1
    what = f"{len(quotations)} quotations are" if several else f"{_short(first)} is"
    details = (("first", _quoted(first)),) if several else ()
    return Diagnostic(CODES["Q001"], f"{what} not verified: “{record.id}” {reason}", first.place, details, mend)


def changed(checked: Checked, *, strict: bool) -> Diagnostic:
    """Q002, or Q008 under ``strict``: the words are there, with changes that may turn their sense."""
    message = f"{_short(checked.quotation)} stands in “{checked.source}” with changes that may turn its sense"
    details = (("quoted", _quoted(checked.quotation)), *(("change", change) for change in checked.changes))
    return Diagnostic(CODES["Q008" if strict else "Q002"], message, checked.quotation.place, details)


def missing(quotation: Quotation, record: SourceRecord, match: Match) -> Diagnostic:
    """Q003, with the nearest passage of the source."""
    details = [("quoted", _quoted(quotation))]
    if match.nearest:
        passage = f"“{_cut(match.nearest.passage, _PASSAGE)}” (offset {match.nearest.offset})"
        details += [("source", passage), ("difference", _cut(match.nearest.difference, 2 * _PASSAGE))]
    else:
        details += [("source", "no passage comes near")]
    mend = "" if match.nearest else "cite the source that has these words"
    if not quotation.is_original and not same_language(quotation.language, record.language):
        mend = f"the source is in “{record.language}”: give its own words behind the locator, [@{record.id}, para. 1: “…”]"
    return Diagnostic(CODES["Q003"], f"{_short(quotation)} is not in “{record.id}”", quotation.place, tuple(details), mend)


def stale(quotation: Quotation, source: str, entry: Entry, what: str) -> Diagnostic:
    """Q004: since the record was made, ``what`` has changed."""
    message = f"{_short(quotation)} was recorded, but {what} changed since"
    details = (("recorded", f"{entry.recorded} against sha256:{entry.against}, in “{source}”"),)
    return Diagnostic(CODES["Q004"], message, quotation.place, details)


def _short(quotation: Quotation) -> str:
    return f"“{_cut(quotation.text, _SHOWN)}”"


def _quoted(quotation: Quotation) -> str:
    return f"“{_cut(quotation.text, _PASSAGE)}”"


def _cut(text: str, length: int) -> str:
    """``text`` in one line, its end left out where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[:length].rsplit(' ', 1)[0]} …"
