"""T020: no word stands twice in a row by a slip."""

import re
from collections.abc import Iterator

from dossier.language.repeating import may_be_repeated, repeats_freely
from dossier.translation.checks.finding import Finding
from dossier.translation.checks.form.reading import around, read
from dossier.translation.checks.passage import Passage

_SIGNS = r"\u064b-\u0655\u0670\u200c\u200d"  # vowel signs and joiners belong to the word, and so does an apostrophe within it
_WORD = rf"[^\W\d_](?:[\w{_SIGNS}-]|[’'](?=\w))*+"
_TWICE = re.compile(rf"(?<![\w{_SIGNS}-])(?<!\w[’'])({_WORD})[ \u00a0\u202f]+(\1)\u0654?(?![\w{_SIGNS}]|[’'-]\w)", re.IGNORECASE)
_SAID_ALONE = frozenset("aàyoو")


def check(one: Passage) -> Iterator[Finding]:
    """Look for a word, a space and the same word, across folded lines and marks of Markdown.

    What the language says twice (*nous nous*, «کم کم») is right, and so is what the original says twice; numbers, letters
    that name something, and words with a sign between them are no repetition.
    """
    reading = read(one)
    if repeats_freely(reading.language):
        return
    faults = [found for found in _TWICE.finditer(reading.translated) if _is_fault(found[1], found[2], reading.language)]
    if faults and len(faults) > len(_TWICE.findall(reading.original)):
        words = "; ".join(around(reading.translated, *found.span()) for found in faults[:3])
        twice = ", ".join(dict.fromkeys(f"“{found[0]}”" for found in faults))
        yield Finding("T020", f"a word stands twice in a row, {twice}: {words}", "take one of the two out")


def _is_fault(first: str, second: str, language: str) -> bool:
    if second not in (first, first[0].lower() + first[1:]):
        return False  # an explained placeholder: “répertoire RÉPERTOIRE”
    return (len(first) > 1 or second in _SAID_ALONE) and not may_be_repeated(second.lower(), language)
