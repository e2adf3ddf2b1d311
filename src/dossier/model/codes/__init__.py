"""The one table of diagnostic codes, a file for each letter. ``dossier explain CODE`` prints an entry.

C: content. A: attribution. Q: quotations. T: translation. P: press. S: system. A number is never given a second meaning.
"""

from dossier.model.codes import attribution, content, press, quotations, system, translation
from dossier.model.diagnostics import Code

_TABLE = (*content.TABLE, *attribution.TABLE, *quotations.TABLE, *translation.TABLE, *press.TABLE, *system.TABLE)

CODES: dict[str, Code] = {code.id: code for code in _TABLE}
"""Every code by its id."""
assert len(CODES) == len(_TABLE), "a code is defined twice"
