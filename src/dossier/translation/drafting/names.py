"""Names that must not be lost, where no glossary has them.

No list says what is a name. But an engine that leaves *Javaid Rehman* as it is when it is asked for these words alone takes them
for a name, and it must then stand in its sentence as well. *Human Rights* it translates, so that nothing can be said of it. That
holds only where both languages are written in Latin letters: elsewhere an engine may write a name in either script.
"""

import re
from collections.abc import Callable, Iterator

from dossier.language.script import script_of
from dossier.translation.drafting.stand_ins import places
from dossier.translation.engines.engine import Pair

_CAPITALISED = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*"
_SMALL = "al|bin|de|del|della|den|der|di|du|da|el|ibn|la|le|ben|van|von|van de|van der|von der"
_RUN = re.compile(rf"(?<!\w){_CAPITALISED}(?:[ \u00a0](?:(?:{_SMALL}) )?{_CAPITALISED})*")
_LATIN = "Latn"
_POSSESSIVE = re.compile(r"[’']s?\Z")


def names_in(text: str, pair: Pair) -> tuple[str, ...]:
    """Words of ``text`` that may be names: capitalised, and not only so because a sentence begins with them."""
    if {script_of(pair.source), script_of(pair.target)} != {_LATIN}:
        return ()
    return tuple(dict.fromkeys(_candidates(text)))


def _candidates(text: str) -> Iterator[str]:
    for found in _RUN.finditer(text):
        words = _POSSESSIVE.sub("", found[0])
        begins = not any(char.isalnum() for char in text[: found.start()])
        if len(words) > 1 and not (begins and " " not in words.replace("\u00a0", " ")):
            yield words


def lost(names: tuple[str, ...], text: str, alone: Callable[[str], str | None]) -> Iterator[str]:
    """Those of ``names`` that the engine leaves as they are ``alone``, and that ``text`` does not have."""
    folded = text.casefold()
    for name in names:
        reply = alone(name)
        if reply is not None and reply.strip(" .").casefold() == name.casefold() and not places(folded, name.casefold()):
            yield name
