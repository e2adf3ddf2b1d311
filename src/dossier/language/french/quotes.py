"""Guillemets: whole no-break spaces inside of them, “ ” inside of a quotation, « » for the typist's straight marks.

So the *Lexique* (« Guillemets »), where a quotation inside another has marks of its own. What an author sets in “ ” outside of
any quotation stays. Canada sets the same; Switzerland sets narrow spaces inside of guillemets, or none.
"""

from dossier.language.nesting import Quoting
from dossier.language.spaces import NARROW, OPEN_GAP, WIDE, kept_together

OUTER, INNER = (f"«{WIDE}", f"{WIDE}»"), ("“", "”")

RULES = (
    Quoting(OUTER, INNER).rule,
    kept_together("inside an opening guillemet", rf"«{OPEN_GAP}(?=[^\s{WIDE}{NARROW}])"),
    kept_together("inside a closing guillemet", rf"(?<=[^\s{WIDE}{NARROW}]){OPEN_GAP}(?=»)"),
)
