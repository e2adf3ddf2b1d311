"""English. *New Hart's Rules* and the *Chicago Manual* hold titles and names, numbers and units, and “p. 12” together.

A day and its month are left alone: a line may end between them. So is “30 %”, which English writes without a space.
"""

from dossier.language.figures import units
from dossier.language.spaces import GAP, kept_together
from dossier.language.value import Language

_LABEL = r"pp?|Nos?|nos?|vols?|chs?|chaps?|figs?|arts?|paras?|secs?|ll?|app|nn?|fols?|cols?|pts?|bks?|vv?"
_NUMBER = r"(?=\d|[IVXLC]+(?!\w))"

RULES = (
    units(),
    kept_together("titles", rf"(?<![\w.])(?:(?:Mr|Mrs|Ms|Dr|Prof|St|Messrs)\.?|Mx|Revd){GAP}(?=[^\W\d_a-z])"),
    kept_together("numbers behind abbreviations", rf"(?<![\w.])(?:{_LABEL})\.{GAP}{_NUMBER}"),
    kept_together("numbers behind §", rf"§{GAP}(?=\d)"),
)

# Day before month, as the international bodies that these dossiers quote write it; CLDR's plain "en" is American.
ENGLISH = Language(tag="en", direction="ltr", native_name="English", locale="en_GB", rules=RULES)
