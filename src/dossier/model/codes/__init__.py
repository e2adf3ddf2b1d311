"""The one table of diagnostic codes, a file or more for each letter. ``dossier explain CODE`` prints an entry.

C: content. A: attribution. Q: quotations. T: translation (also ``fidelity``, ``form``, ``translators``). M: machine drafts (``engines``, ``models``,
``drafting``). P: press. X: preflight of PDFs. J: judges. D: deposits. S: system. A number is never given a second meaning.
"""

from dossier.model.codes import (
    attribution,
    content,
    deposit,
    drafting,
    engines,
    fidelity,
    form,
    judges,
    models,
    preflight,
    press,
    quotations,
    system,
    translation,
    translators,
)
from dossier.model.diagnostics import Code

_FILES = (
    *(content, attribution, quotations, translation, fidelity, form, translators, engines, models, drafting),
    *(press, preflight, judges, deposit, system),
)
_TABLE = tuple(code for file in _FILES for code in file.TABLE)

CODES: dict[str, Code] = {code.id: code for code in _TABLE}
"""Every code by its id."""
assert len(CODES) == len(_TABLE), "a code is defined twice"
