"""French, as the *Lexique des règles typographiques* of the Imprimerie nationale sets it."""

from dossier.language.french.spacing import RULES, WIDE
from dossier.language.value import Language

FRENCH = Language(
    tag="fr",
    direction="ltr",
    native_name="français",
    locale="fr",
    rules=RULES,
    quotes=(f"«{WIDE}", f"{WIDE}»"),
    inner_quotes=("“", "”"),
)
