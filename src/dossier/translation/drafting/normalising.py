"""Words of a machine, cleaned as far as that changes nothing that a person might have meant: no person wrote them.

For every language: NFC, one space in the place of any white space, no control or invisible characters. A no-break space stays
one, for models of French have learnt where it stands. Joiners stay in the scripts that write with them. U+FFFD and ⁇ stay: they
say that something is lost, which is for the guards to tell.

For Persian also :mod:`dossier.language.persian.machine_words`, for French :mod:`dossier.language.french.machine_words`.
"""

import re
from collections.abc import Callable, Mapping
from unicodedata import normalize

from dossier.language.french import machine_words as french
from dossier.language.persian import machine_words as persian
from dossier.language.script import script_of

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Control characters that are no white space, soft hyphens, marks of direction and breaking, halves of surrogates, tags."""
_JOINERS = re.compile("[\u200c\u200d]+")
_WITHOUT_JOINERS = frozenset({"Latn", "Cyrl", "Grek", "Armn", "Geor", "Hebr", "Hans", "Hant", "Jpan", "Kore", "Thai"})
_BLANK = re.compile(r"\s+")
_NO_BREAK = ("\u202f", "\u00a0")
_OWN: Mapping[str, Callable[[str], str]] = {"fa": persian.normalised, "fr": french.normalised}


def normalised(text: str, language: str) -> str:
    """``text``, which a machine wrote in the language with the tag ``language``, without what it should not have."""
    text = _UNSEEN.sub("", text)
    if script_of(language) in _WITHOUT_JOINERS:
        text = _JOINERS.sub("", text)
    text = normalize("NFC", _BLANK.sub(_one_space, text).strip())
    own = _OWN.get(language.partition("-")[0].lower())
    return own(text).strip() if own else text


def _one_space(blank: re.Match[str]) -> str:
    return next((space for space in _NO_BREAK if space in blank[0]), " ")
