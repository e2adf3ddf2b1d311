"""Spanish."""

from dossier.language.value import Language

SPANISH = Language(tag="es", direction="ltr", native_name="español", locale="es", quotes=("«", "»"), inner_quotes=("“", "”"))
