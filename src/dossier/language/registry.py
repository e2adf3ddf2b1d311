"""Every language by its tag: those with a module of their own, pseudo-languages, and whatever CLDR knows."""

from dataclasses import replace
from functools import cache

from babel.core import Locale

from dossier.language.arabic import ARABIC
from dossier.language.english import ENGLISH
from dossier.language.french import FRENCH
from dossier.language.german import GERMAN
from dossier.language.persian import PERSIAN
from dossier.language.pseudo import PSEUDO, is_pseudo
from dossier.language.spanish import SPANISH
from dossier.language.value import Language

OWN: dict[str, Language] = {language.tag: language for language in (ARABIC, ENGLISH, FRENCH, GERMAN, PERSIAN, SPANISH)}
"""The languages with a module of their own, by tag."""

_PLAIN = Language(tag="", direction="ltr", native_name="", locale="")


@cache
def language(tag: str) -> Language:
    """The language that ``tag`` names.

    A language without a module of its own, or a variety of one (``fr-CA``), takes direction, name and patterns from CLDR.

    Raises
    ------
    babel.core.UnknownLocaleError, ValueError
        Where CLDR does not know the tag; records refuse such tags on reading (C011).
    """
    if tag in OWN:
        return OWN[tag]
    if is_pseudo(tag):
        return PSEUDO[tag].language
    locale = Locale.parse(tag, sep="-")
    return replace(
        OWN.get(locale.language, _PLAIN),
        tag=tag,
        direction=locale.text_direction,
        native_name=str(locale.get_display_name(locale)),
        locale=str(locale),
    )


def name_in(tag: str, reader: Language) -> str:
    """What ``reader`` calls the language ``tag``: ``anglais`` for ``en`` in French."""
    if is_pseudo(tag):
        return PSEUDO[tag].language.native_name
    return str(Locale.parse(tag, sep="-").get_display_name(reader.locale) or tag)


def same_language(one: str, other: str) -> bool:
    """Whether two tags are of one language, whatever the region or script: ``fr`` and ``fr-CA``.

    A pseudo-language is none but itself: what it shows of English is a translation to whoever tests how translations look.
    """
    if is_pseudo(one) or is_pseudo(other):
        return one == other
    return one.partition("-")[0] == other.partition("-")[0]
