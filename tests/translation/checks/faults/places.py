"""Where in a translation a slip may fall, and how one is chosen."""

import re
from collections.abc import Callable, Sequence
from random import Random

from pairs import Pair

Mutator = Callable[[Pair, Random], str | None]
"""Gives the translation with one fault, or nothing where it has no place for it."""

_ATOM = re.compile(
    r"`[^`]*`"  # code
    r"|(?<=\])\([^()\s]*\)"  # an address
    r"|\[\^[^\]]+\]"  # a note
    r"|\[[^\[\]]*@[^\[\]]*\]"  # a citation
    r"|\{[^{}]*\}"  # attributes
)
_HOLE = "\N{OBJECT REPLACEMENT CHARACTER}"


def prose(text: str) -> str:
    """``text`` with a sign of the same length in the place of everything that is not written for readers."""
    return _ATOM.sub(lambda found: _HOLE * len(found[0]), text)


def in_prose(pattern: str, new: Callable[[re.Match[str]], str] | str, text: str, random: Random) -> str | None:
    """``text`` with ``new`` in the place of one match of ``pattern`` in its prose."""
    return _one(list(re.finditer(pattern, prose(text))), new, text, random)


def anywhere(pattern: str, new: Callable[[re.Match[str]], str] | str, text: str, random: Random) -> str | None:
    """The same, atoms included."""
    return _one(list(re.finditer(pattern, text)), new, text, random)


def last(pattern: str, new: Callable[[re.Match[str]], str] | str, text: str, random: Random) -> str | None:
    """The same, at the last match in the prose."""
    return _one(list(re.finditer(pattern, prose(text)))[-1:], new, text, random)


def _one(found: Sequence[re.Match[str]], new: Callable[[re.Match[str]], str] | str, text: str, random: Random) -> str | None:
    if not found:
        return None
    match = random.choice(found)
    return text[: match.start()] + (new if isinstance(new, str) else new(match)) + text[match.end() :]


def between_words(sign: str, text: str, random: Random) -> str | None:
    """``text`` with `` sign`` behind one of its words."""
    return in_prose(r"(?<=[^\W\d_]{3})(?= [^\W\d_])", f" {sign}", text, random)


def for_language(language: str, mutator: Mutator) -> Mutator:
    """``mutator``, for translations into ``language`` alone."""

    def only(pair: Pair, random: Random) -> str | None:
        return mutator(pair, random) if pair.language == language else None

    only.__name__ = getattr(mutator, "__name__", "mutator")
    return only
