"""German."""

from dossier.language.value import Language

GERMAN = Language(tag="de", direction="ltr", native_name="Deutsch", locale="de", quotes=("„", "“"), inner_quotes=("‚", "‘"))
