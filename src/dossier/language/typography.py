"""Spacing of running text. Callers hand over text only, never code or addresses."""

from dossier.language.value import Language


def typeset(text: str, language: Language) -> str:
    """``text`` with the spaces that ``language`` asks for; setting it twice changes nothing more."""
    return language.spaced(text)
