"""French: the spaces around high punctuation, as the *Lexique* of the Imprimerie nationale sets them."""

import re

from dossier.language.value import Language

NARROW, WIDE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"

_HIGH = re.compile(r"[ \u00a0](?=[;!?])")
_COLON_AND_CLOSING = re.compile(r" (?=[:»])")
_OPENING = re.compile(r"(?<=«) ")
_NUMBER = re.compile(r"(?<![\d,.])\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)")


def spaced(text: str) -> str:
    """``text`` with the no-break spaces of French; only spaces that are there are replaced, none is added.

    A thin one before ``; ! ?`` and between groups of digits, a full one before ``:`` and inside ``« »``.
    """
    text = _HIGH.sub(NARROW, text)
    text = _COLON_AND_CLOSING.sub(WIDE, text)
    text = _OPENING.sub(WIDE, text)
    return _NUMBER.sub(lambda found: re.sub("[ \u00a0]", NARROW, found[0]), text)


FRENCH = Language(
    tag="fr",
    direction="ltr",
    native_name="français",
    locale="fr",
    spaced=spaced,
    quotes=(f"«{WIDE}", f"{WIDE}»"),
)
