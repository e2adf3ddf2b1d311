"""Where a text speaks of an entry of the glossary: whole words, as they are written in that language.

Text and glossary are compared in one spelling: composed letters (NFC), one apostrophe, one kind of space, the Persian ی and ک
for their Arabic twins. A space of a name also stands for ZWNJ, and ZWNJ for nothing: «حقوق بشر» is found in «حقوق‌بشر».
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from dossier.model.glossary import GlossaryEntry

BARRIER = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a text for what is no words (code, an image): no name reaches across it."""

_ZWNJ = "\N{ZERO WIDTH NON-JOINER}"
_INVISIBLE = "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_ONE_SPELLING = str.maketrans(
    {"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "ي": "ی", "ك": "ک", "ۀ": "ه\u0654", **dict.fromkeys(_INVISIBLE, "")}
)
_RARE = re.compile(f"[ʼ‐‑ۀ{_INVISIBLE}]")
_ADDRESS = re.compile(r"\b(?:https?://|www\.|mailto:)\S+|(?<!\S)\S[^\s@]*@\S+\.\S+")
_SPACES = re.compile(r"\s+")
_JOINTS = re.compile(f"[ {_ZWNJ}]")
_LONG_VOWELS = ("ا", "و")


@dataclass(frozen=True, slots=True)
class Search:
    """All wordings of a glossary in one language, as one expression; ``entries`` gives the id that each stands for."""

    expression: re.Pattern[str]
    entries: Mapping[str, str]

    def found(self, text: str) -> Iterator[str]:
        """Ids of the entries that ``text`` names, as they come. Of wordings that begin at the same place the longest counts."""
        return (identifier for identifier, _ in self.named(text))

    def named(self, text: str) -> Iterator[tuple[str, str]]:
        """The same with the words that name each, in the one spelling of the search."""
        for match in self.expression.finditer(_folded(text)):
            yield self.entries[_key(match[0])], match[0]


def search_in(language: str, entries: Iterable[GlossaryEntry]) -> Search | None:
    """The search for ``entries`` in texts of ``language``; ``None`` where the glossary has no words of it.

    A variety (``fr-CA``) is searched with the words of its language, too.
    """
    found: dict[str, str] = {}
    shapes: dict[str, str] = {}
    for entry in entries:
        for words in wordings(entry, language):
            spelt = _folded(words).strip()
            found.setdefault(_key(spelt), entry.id)
            shapes.setdefault(_key(spelt), spelt)
    if not found:
        return None
    return Search(_expression(shapes[key] for key in sorted(found, key=lambda key: (-len(key), key))), found)


def wordings(entry: GlossaryEntry, language: str) -> Iterator[str]:
    """Every wording of ``entry`` in texts of ``language``: form, abbreviation, variants; also those of ``fr`` in ``fr-CA``."""
    for tag in dict.fromkeys((language, language.partition("-")[0])):
        for table in (entry.forms, entry.abbreviations):
            if tag in table:
                yield table[tag]
        yield from entry.variants.get(tag, ())


def _folded(text: str) -> str:
    spelt = normalize("NFC", text).replace("’", "'").replace("ي", "ی").replace("ك", "ک")
    if _RARE.search(spelt):
        spelt = spelt.translate(_ONE_SPELLING)
    return _SPACES.sub(" ", _ADDRESS.sub(BARRIER, spelt))


_ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "fr": (
        (r"al", r"(?:al|ale|ales|aux)"),
        (r"eur", r"(?:eur|eurs|euse|euses|rice|rices)"),
        (r"(?:s|x|z)", r"(?:s|x|z|ses)"),
        (r"e", r"es?"),
        (r"", r"(?:s|x|e|es)?"),
    ),
    "en": ((r"y", r"(?:y|ies|y's)"), (r"", r"(?:s|es|'s|s')?")),
    "fa": ((r"", rf"(?:[ {_ZWNJ}]?(?:هایی|های|ها|یی|ای|ان|ات|ی|یم|ش|شان|مان))?"),),
}
_ENDINGS_OF_NAMES = ((r"", r"(?:'s|s')?"),)
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")


@lru_cache(maxsize=4096)
def inflected(wording: str, language: str, *, is_name: bool) -> re.Pattern[str]:
    """The expression for ``wording`` in running text, found by :func:`spelt`: in capitals or not, and with plurals and endings.

    A name in Latin letters has no other form than the genitive; an abbreviation in capitals is looked for in capitals. A language
    whose endings are not known here has the wording as it is.
    """
    base = language.partition("-")[0]
    endings = _ENDINGS_OF_NAMES if is_name and base != "fa" else _ENDINGS.get(base, ())
    words = spelt(wording).strip().split(" ")
    joint = f"[ {_ZWNJ}]+" if base == "fa" else " "
    shape = joint.join(_inflected(word, endings) for word in words)
    return re.compile(rf"(?<![\w{_ZWNJ}]){shape}(?!\w)", 0 if wording.isupper() else re.IGNORECASE)


def as_written(wording: str) -> re.Pattern[str]:
    """The expression for ``wording`` in running text, found by :func:`spelt`: in capitals or not, without endings.

    An abbreviation in capitals is looked for in capitals. A suffix may follow behind ZWNJ.
    """
    words = spelt(wording).strip()
    return re.compile(rf"(?<![\w{_ZWNJ}]){_shape(words)}{_end(words)}", 0 if wording.isupper() else re.IGNORECASE)


def is_same(words: str, others: str) -> bool:
    """Whether both are the same wording but for spelling, spaces and ZWNJ."""
    return _key(spelt(words)) == _key(spelt(others))


def spelt(text: str) -> str:
    """``text`` in the spelling in which :func:`inflected` finds a wording: marks of vowels and of the ezafe do not count."""
    return _MARKS.sub("", _folded(text))


def _inflected(word: str, endings: Iterable[tuple[str, str]]) -> str:
    if word.isupper() and len(word) > 1:
        return _shape(word)
    for ending, shapes in endings:
        if found := re.search(rf"{ending}$", word):
            return _shape(word[: found.start()]) + shapes
    return _shape(word)


def _key(spelt: str) -> str:
    return _JOINTS.sub("", spelt)


def _expression(wordings: Iterable[str]) -> re.Pattern[str]:
    """One expression, by first letters: most places of a text are then left after one comparison a letter, not one a name."""
    by_letter: dict[str, list[str]] = {}
    for words in wordings:
        by_letter.setdefault(words[0], []).append(_shape(words[1:]) + _end(words))
    choices = (f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in sorted(by_letter.items()))
    # Behind ZWNJ stands the rest of a compound, not a name.
    return re.compile(rf"(?<![\w{_ZWNJ}])(?:{'|'.join(choices)})")


def _shape(words: str) -> str:
    joints = {" ": f"[ {_ZWNJ}]+", _ZWNJ: f"[ {_ZWNJ}]?"}
    return "".join(joints.get(character) or re.escape(character) for character in words)


def _end(words: str) -> str:
    """The end of a word. A suffix may follow behind ZWNJ; behind a long vowel, the ی of the ezafe without it."""
    return r"(?=ی?(?!\w))" if words.endswith(_LONG_VOWELS) else r"(?!\w)"
