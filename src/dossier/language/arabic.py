"""Arabic."""

from dossier.language.value import Language

ARABIC = Language(tag="ar", direction="rtl", native_name="العربية", locale="ar", quotes=("«", "»"), inner_quotes=("“", "”"))
