"""French, as the *Lexique des règles typographiques en usage à l'Imprimerie nationale* sets it, whatever the country.

Signs first, since what follows looks at them; then the spaces.
"""

from dossier.language.french import dashes, dates, labels, marks, names, numbers, quotes, signs
from dossier.language.french.ordinals import raised
from dossier.language.value import Language

RULES = (
    *marks.RULES,
    *quotes.RULES,
    *signs.RULES,
    *numbers.RULES,
    *dates.RULES,
    *labels.RULES,
    *names.RULES,
    *dashes.RULES,
)

FRENCH = Language(
    tag="fr",
    direction="ltr",
    native_name="français",
    locale="fr",
    rules=RULES,
    quotes=quotes.OUTER,
    inner_quotes=quotes.INNER,
    raised=raised,
)
