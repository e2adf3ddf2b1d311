"""Persian. Dates are Gregorian, with CLDR's Persian names of the months, and in Persian digits."""

from dossier.language.arabic_script import quotes, signs, spaces
from dossier.language.arabic_script.letters import PERSIAN_DIGITS
from dossier.language.arabic_script.numbers import Digits
from dossier.language.persian import digits, letters, units
from dossier.language.rule import Rule
from dossier.language.value import Language

_BEHIND_DIGITS = (*quotes.RULES, *signs.RULES, *spaces.RULES, *units.RULES)


def rules_for(choice: Digits) -> tuple[Rule, ...]:
    """The rules of Persian, with those that write numbers with the digits that were chosen."""
    return (*letters.RULES, *digits.rules_for(choice), *_BEHIND_DIGITS)


PERSIAN = Language(
    tag="fa",
    direction="rtl",
    native_name="فارسی",
    locale="fa",
    digits=PERSIAN_DIGITS,
    counter_style="persian",
    rules=rules_for("native"),
    quotes=("«", "»"),
    inner_quotes=("“", "”"),
)
