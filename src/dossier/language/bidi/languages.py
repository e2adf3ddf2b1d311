"""In which language a run is, as far as one can say honestly."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dossier.language.script import script_of, scripts_in

_MARKS = re.compile("[\u00ad\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200b-\u200e]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’&\u2010-][^\W\d_]+)*")
_ROMAN = re.compile("m{0,3}(?:c[dm]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[vx]|v?i{0,3})", re.IGNORECASE)
_BEFORE = "([{“\"'‘«¿¡"
_BEHIND = ".,:;!?…)]}”\"'’»،؛؟"
_UNITS = frozenset(
    "km cm mm nm kg mg ml kB MB GB TB Hz kHz MHz GHz kW kWh MW Pa hPa USD EUR GBP IRR CHF CAD AUD JPY ISBN ISSN DOI".split()  # noqa: SIM905
)


@dataclass
class Naming:
    """Names the languages of runs in one dossier.

    Parameters
    ----------
    own:
        Tag of the text's language.
    known:
        Tags of the dossier's languages.
    """

    own: str
    known: tuple[str, ...]
    _tags: dict[str, str] = field(default_factory=dict)

    def of(self, run: str) -> str:
        """The tag of ``run``: the one of the dossier's languages that is written in its script, else ``und`` with the script.

        Empty for what no language has: single letters, units, addresses, document symbols, names of files and code; also
        where words of several scripts stand together.
        """
        words = [word for word in map(_bare, _MARKS.sub("", run).split()) if _is_word(word)]
        if not words or _is_symbol(run, words):
            return ""
        scripts = scripts_in("".join(words))
        return self._tag(*scripts) if len(scripts) == 1 else ""

    def _tag(self, script: str) -> str:
        if script not in self._tags:
            self._tags[script] = _tag(script, self.own, self.known)
        return self._tags[script]


def _tag(script: str, own: str, known: Iterable[str]) -> str:
    if script_of(own) == script:
        return ""
    by_language: dict[str, list[str]] = {}
    for tag in dict.fromkeys(known):
        if script_of(tag) == script:
            by_language.setdefault(tag.partition("-")[0], []).append(tag)
    if len(by_language) != 1:
        return f"und-{script}"
    ((primary, tags),) = by_language.items()
    return tags[0] if len(tags) == 1 else primary


def _bare(token: str) -> str:
    return token if token.endswith("()") else token.lstrip(_BEFORE).rstrip(_BEHIND)


def _is_word(token: str) -> bool:
    return len(token) > 1 and token not in _UNITS and bool(_WORD.fullmatch(token)) and not any(map(str.isdigit, token))


def _is_symbol(run: str, words: list[str]) -> bool:
    """Whether ``words`` are capitals with numbers (*UA IRN 20/2020*), or a Roman number alone."""
    numbered = any(sign.isdecimal() or sign == "/" for sign in run)
    return (numbered and all(map(str.isupper, words))) or (len(words) == 1 and bool(_ROMAN.fullmatch(run)))
