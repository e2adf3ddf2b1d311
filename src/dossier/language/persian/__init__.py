"""Persian. Dates are Gregorian, with CLDR's Persian names of the months, and in Persian digits."""

from dossier.language.value import Language

PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"

PERSIAN = Language(
    tag="fa",
    direction="rtl",
    native_name="فارسی",
    locale="fa",
    digits=PERSIAN_DIGITS,
    counter_style="persian",
    quotes=("«", "»"),
    inner_quotes=("“", "”"),
)
