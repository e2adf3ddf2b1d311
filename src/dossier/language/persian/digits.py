"""۰ to ۹ in the place of 0 to 9 in prose, with ٬ ٫ ٪: the manuals of editing want one kind of digits in a Persian text."""

from dossier.language.arabic_script.letters import PERSIAN_DIGITS
from dossier.language.arabic_script.numbers import Digits, Habits
from dossier.language.arabic_script.numbers import rules_for as _rules_for
from dossier.language.persian.units import HEADS, SECTIONS
from dossier.language.rule import Rule

_HABITS = Habits(PERSIAN_DIGITS, counted=HEADS | {"سال", "سال‌های"}, sections=SECTIONS)


def rules_for(digits: Digits) -> tuple[Rule, ...]:
    """The rules that write numbers in Persian prose with the ``digits`` that were chosen.

    ``native`` never touches addresses, identifiers, document symbols, telephone numbers, ISO dates, versions, or numbers beside
    Latin words; ``latin`` turns whatever is in digits of the script into ASCII.
    """
    return _rules_for(_HABITS, digits)
