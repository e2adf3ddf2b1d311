"""English."""

from dossier.language.value import Language

# Day before month, as the international bodies that these dossiers quote write it; CLDR's plain "en" is American.
ENGLISH = Language(tag="en", direction="ltr", native_name="English", locale="en_GB")
