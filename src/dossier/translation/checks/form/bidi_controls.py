"""T026: nothing hidden in a translation: no unclosed or overriding control of direction, and no character that is not seen."""

import html
import re
from collections import Counter
from collections.abc import Iterator

from dossier.language.lookalikes import called
from dossier.translation.checks.finding import Finding
from dossier.translation.checks.passage import Passage

_EMBEDDINGS, _ISOLATES = "\u202a\u202b", "\u2066\u2067\u2068"
_OVERRIDES = "\u202d\u202e"
_CLOSED_BY = {**dict.fromkeys(_EMBEDDINGS + _OVERRIDES, "\u202c"), **dict.fromkeys(_ISOLATES, "\u2069")}
_CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Without a width and without a use in running text: joiners of words, fillers, invisible operators, deprecated controls, signs of
# annotations, tags and private use. Soft hyphen, joiners of letters and marks of direction have a use.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ue000-\uf8ff\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_SUSPECT = re.compile(f"{_CONTROL.pattern}|{_UNSEEN.pattern}|&")
_VARIATIONS = range(0xE0100, 0xE01F0)
_WITH_VARIATIONS = ("zh", "ja", "ko")


def check(one: Passage) -> Iterator[Finding]:
    """Read the translation as it is typed, character references included: code and addresses can hide something, too.

    Embeddings and isolates (Unicode Annex 9) must close in the order in which they opened, before the passage ends: what
    stays open reorders what follows. Overrides show letters in an order that is not theirs (CVE-2021-42574). The original's
    own overrides and unseen characters may be kept; none may be added.
    """
    text = one.translation.text
    if not _SUSPECT.search(text):
        return
    original = html.unescape(one.unit.msgid)
    text = html.unescape(text)
    added = Counter(text)
    added.subtract(original)
    yield from _overrides(text, added)
    yield from _unbalanced(text, original)
    yield from _unseen(text, added, one.language)


def _overrides(text: str, added: Counter[str]) -> Iterator[Finding]:
    for char in _OVERRIDES:
        if added[char] > 0:
            message = f"{_named(char)} shows letters in an order that is not theirs: {_near(text, text.index(char))}"
            yield Finding("T026", message, "take it out; a run keeps its own direction between U+2068 and U+2069")


def _unbalanced(text: str, original: str) -> Iterator[Finding]:
    place = _alone(text)
    if place < 0 or _CONTROL.findall(text) == _CONTROL.findall(original):
        return
    char = text[place]
    if closing := _CLOSED_BY.get(char):
        message, mend = f"{_named(char)} is not closed", f"put {_named(closing)} where its run ends, in the same passage"
    else:
        message, mend = f"{_named(char)} closes nothing that is open there", "take it out, or open the run before it"
    yield Finding("T026", f"{message}: {_near(text, place)}", mend)


def _alone(text: str) -> int:
    """Where the first control stands that has no other half, or is closed out of turn; -1 where there is none."""
    awaited: list[tuple[str, int]] = []
    for found in _CONTROL.finditer(text):
        if closing := _CLOSED_BY.get(found[0]):
            awaited.append((closing, found.start()))
        elif not awaited:
            return found.start()
        else:
            closing, opened = awaited.pop()
            if closing != found[0]:
                return opened
    return awaited[-1][1] if awaited else -1


def _unseen(text: str, added: Counter[str], language: str) -> Iterator[Finding]:
    for char in dict.fromkeys(_UNSEEN.findall(text)):
        is_variation = ord(char) in _VARIATIONS and language.startswith(_WITH_VARIATIONS)
        if added[char] > 0 and not is_variation:
            message = f"{_named(char)} is not seen, and the original does not have it: {_near(text, text.index(char))}"
            yield Finding("T026", message, "take it out")


def _named(char: str) -> str:
    return called(char).removeprefix(f"{char} (").removesuffix(")")


def _near(text: str, place: int) -> str:
    """The words around a place, each hidden character as its number."""
    words = f"{'…' if place > 20 else ''}{text[max(0, place - 20) : place + 20]}{'…' if place + 20 < len(text) else ''}"
    return re.sub(f"{_CONTROL.pattern}|{_UNSEEN.pattern}", lambda found: f"[U+{ord(found[0]):04X}]", words).replace("\n", " ")
