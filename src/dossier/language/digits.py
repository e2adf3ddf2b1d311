"""The digits a dossier chooses for a language that has more than one kind."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dossier.language import arabic, persian
from dossier.language.arabic_script.letters import ARABIC_DIGITS, PERSIAN_DIGITS
from dossier.language.arabic_script.numbers import Digits
from dossier.language.rule import Rule
from dossier.language.value import ASCII_DIGITS, Language

_CHOICES: Mapping[str, tuple[str, str, Callable[[Digits], tuple[Rule, ...]]]] = {
    "ar": (ARABIC_DIGITS, "arabic-indic", arabic.rules_for),
    "fa": (PERSIAN_DIGITS, "persian", persian.rules_for),
}
"""By language: its own digits, the CSS counter style that counts with them, and its rules."""


def with_digits(language: Language, choice: Digits) -> Language:
    """``language`` as it is set with the digits of a dossier's ``choice``.

    Parameters
    ----------
    language:
        Any language; one with a single kind of digits is returned as it is.
    choice:
        ``native``: the language's own digits, in prose and wherever the press counts; ``latin``: 0 to 9 in both;
        ``as-written``: prose as its author wrote it, and the language's usual digits where the press counts.
    """
    known = _CHOICES.get(language.tag.partition("-")[0])
    if known is None:
        return language
    native, style, rules_for = known
    changed = replace(language, rules=rules_for(choice))
    if choice == "native":
        return replace(changed, digits=native, counter_style=style)
    if choice == "latin":
        return replace(changed, digits=ASCII_DIGITS, counter_style="decimal")
    return changed
