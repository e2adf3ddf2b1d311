"""Letters of another script than the one that the target language is written in.

Words that the original has too (names, acronyms, a stand-in, an address) are not looked at. Of the others, an answer is refused
if half of the letters are of another script, or if two letters that stand together are of a script that belongs to neither of
the two languages nor is Latin: a Latin or Persian answer with Chinese or Cyrillic in it. A Latin answer with words in Arabic
letters is such a one, too, also where the original is Persian. Single letters may be symbols (μ).
"""

import re
from collections import Counter
from collections.abc import Iterator

from dossier.language.script import foreign_letters, letters, script_of
from dossier.translation.drafting.guards.fault import Fault, Sentence

_OWN = {"Jpan": ("Kana", "Hani"), "Kore": ("Hang", "Hani"), "Hans": ("Hani",), "Hant": ("Hani",)}
_ALL = ("Latn", "Grek", "Cyrl", "Armn", "Hebr", "Arab", "Deva", "Thai", "Geor", "Kana", "Hang", "Hani")
_LETTERS = re.compile("|".join(f"(?P<{name}>[{letters(name)}])" for name in _ALL))
_AROUND = ".,;:!?…،؛؟()[]«»“”‘’\"'"
_NAMES = {
    "Latn": "Latin",
    "Grek": "Greek",
    "Cyrl": "Cyrillic",
    "Armn": "Armenian",
    "Hebr": "Hebrew",
    "Arab": "Arabic",
    "Deva": "Devanagari",
    "Thai": "Thai",
    "Geor": "Georgian",
    "Kana": "Japanese",
    "Hang": "Korean",
    "Hani": "Chinese",
}
_FEW = 3
_TWO = 2


def check(sentence: Sentence) -> Iterator[Fault]:
    """Count the letters of the words that the original does not have, by their scripts."""
    script = script_of(sentence.pair.target)
    own = _OWN.get(script, (script,))
    text = sentence.reply.text
    if not set(own) <= set(_ALL) or (script == "Latn" and text.isascii()):
        return
    known = {piece.strip(_AROUND) for piece in sentence.original.split()}
    new = " ".join(piece for piece in text.split() if piece.strip(_AROUND) not in known)
    counted = Counter(str(found.lastgroup) for found in _LETTERS.finditer(new))
    other = sum(count for name, count in counted.items() if name not in own)
    if other >= _FEW and other * 2 > counted.total():
        name = max((name for name in counted if name not in own), key=lambda name: counted[name])
        yield Fault(f"the answer is not in the script of the language: most letters are {_NAMES[name]}")
    elif stray := _stray(new, sentence):
        yield Fault(f"“{stray}” is of a script that the language does not use")


def _stray(new: str, sentence: Sentence) -> str:
    """The first letters that stand together and belong to a script that is not Latin and not the language's."""
    pattern = foreign_letters(sentence.pair.target)
    if pattern is None or not pattern.search(new):
        return ""
    for word in new.split():
        found = pattern.findall(word)
        if len(found) >= _TWO:
            return word[:40]
    return ""
