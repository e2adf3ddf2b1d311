"""Slips in emphasis, brackets, quotation marks, spaces and closing punctuation."""

import re
from collections.abc import Callable
from random import Random

from pairs import Pair

from faults.places import Mutator, for_language, in_prose, last, prose

_SPACES = " \u00a0\u202f"

# --- emphasis -----------------------------------------------------------------------------------------------------------

_ONE = r"(?<!\*)\*(?!\*)([^*]+)\*(?!\*)"
_TWO = r"\*\*([^*]+)\*\*"


def _at(pattern: str, new: Callable[[re.Match[str]], str] | str) -> Mutator:
    return lambda pair, random: in_prose(pattern, new, pair.translation, random) if pair.markdown else None


def _emphasised(sign: str) -> Mutator:
    """One word more is emphasised, where nothing is."""

    def emphasise(pair: Pair, random: Random) -> str | None:
        if not pair.markdown or "*" in pair.translation:
            return None
        pattern = r"(?<=\s)[^\W\d_]{4,}(?=[\s,.;،؛])"
        return in_prose(pattern, lambda found: f"{sign}{found[0]}{sign}", pair.translation, random)

    return emphasise


EMPHASIS: tuple[Mutator, ...] = (
    _at(_ONE, lambda found: found[1]),
    _at(_TWO, lambda found: found[1]),
    _at(_ONE, lambda found: f"* {found[1]} *"),
    _at(_TWO, lambda found: f"** {found[1]} **"),
    _at(_ONE, lambda found: f"*{found[1]} *"),
    _at(_ONE, lambda found: f"*{found[1]}"),
    _at(_TWO, lambda found: f"**{found[1]}"),
    _at(_ONE, lambda found: f"«{found[1]}»"),
    for_language("fa", _at(_TWO, lambda found: f"__«{found[1]}»__ها")),
    _emphasised("*"),
    _emphasised("**"),
)

# --- brackets -----------------------------------------------------------------------------------------------------------

_CLOSED = r"\(([^()]{2,})\)"


def _in_text(pattern: str, new: Callable[[re.Match[str]], str] | str) -> Mutator:
    return lambda pair, random: in_prose(pattern, new, pair.translation, random)


BRACKETS: tuple[Mutator, ...] = (
    _in_text(r"(?<=[^\s(]{2})\)", ""),
    _in_text(r"\((?=[^\s()]{2})", ""),
    _in_text(r"(?<=[^\s(]{2})\)", "]"),
    _in_text(r"\((?=[^\s()]{2})", "(("),
    _in_text(r"(?<=[^\s(]{2})\)", "("),
    _in_text(r"(?<=[^\W\d_]{4})(?=[,.;،؛](?: |$))", ")"),
    _in_text(r"(?<= )(?=[^\W\d_]{4})", "("),
)

# --- quotation marks ----------------------------------------------------------------------------------------------------

_QUOTED = rf"«[{_SPACES}]?([^«»]+?)[{_SPACES}]?»"

QUOTES: tuple[Mutator, ...] = (
    _in_text(_QUOTED, lambda found: f"“{found[1]}”"),
    _in_text(_QUOTED, lambda found: f'"{found[1]}"'),
    _in_text(_QUOTED, lambda found: f"„{found[1]}“"),
    _in_text(_QUOTED, lambda found: f"<<{found[1]}>>"),
    _in_text(rf"[{_SPACES}]?»", ""),
    _in_text(rf"«[{_SPACES}]?", ""),
    _in_text(_QUOTED, lambda found: found[1]),
)

# --- spaces -------------------------------------------------------------------------------------------------------------


def _spaced(language: str, pattern: str, new: Callable[[re.Match[str]], str] | str) -> Mutator:
    return for_language(language, _in_text(pattern, new))


SPACES: tuple[Mutator, ...] = (
    _spaced("fr", rf"[{_SPACES}](?=[;!?])", ""),
    _spaced("fr", rf"[{_SPACES}](?=:)", ""),
    _spaced("fr", rf"[{_SPACES}](?=»)", ""),
    _spaced("fr", rf"(?<=«)[{_SPACES}]", ""),
    _spaced("fr", r"(?<=[^\W\d_]{3})(?=, )", " "),
    _spaced("fr", r"(?<=[^\W\d_]{3})(?=\.(?: |$))", " "),
    _spaced("fr", r"(?<=[^\W\d_]{3},) (?=[^\W\d_])", ""),
    _spaced("fa", r"(?=[،؛؟])", " "),
    _spaced("fa", r"(?<=[^\W\d_]{3})(?=[.:](?: |$))", " "),
    _spaced("fa", r"(?<=[،؛]) (?=[^\W\d_])", ""),
    _in_text(r"(?<=[^\W\d_]{2}) (?=[^\W\d_]{2})", "  "),
)

# --- closing punctuation ------------------------------------------------------------------------------------------------

_END = rf"(?=[\N{{OBJECT REPLACEMENT CHARACTER}}»{_SPACES}]*$)"


def _end(pattern: str, new: str, *, original: str) -> Mutator:
    """A slip in the last sign of a translation whose original ends with ``original``."""

    def slip(pair: Pair, random: Random) -> str | None:
        if not re.search(rf"{original}[”’]?\N{{OBJECT REPLACEMENT CHARACTER}}*$", prose(pair.original)):
            return None
        return last(f"{pattern}{_END}", new, pair.translation, random)

    return slip


CLOSINGS: tuple[Mutator, ...] = (
    _end(r"\.", "", original=r"\."),
    _end(r"\.", ",", original=r"\."),
    _end(r"\.", ":", original=r"\."),
    for_language("fr", _end(rf"[{_SPACES}]\?", "", original=r"\?")),
    for_language("fr", _end(rf"[{_SPACES}]\?", ".", original=r"\?")),
    for_language("fa", _end("؟", "", original=r"\?")),
    for_language("fa", _end("؟", "?", original=r"\?")),
    for_language("fa", _end("؟", ".", original=r"\?")),
    for_language("fa", _in_text("؟", "?")),
    for_language("fa", _in_text("؛(?= )", ";")),
    for_language("fa", _in_text("،(?= )", ",")),
    for_language("fa", _end(r"\.", "۔", original=r"\.")),
)
