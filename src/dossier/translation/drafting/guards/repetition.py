"""Words or letters that go round in a circle: the commonest fault of small models, and of large ones with long sentences.

Four things are told, each only as far as the original does not do the same, since *no, no, no* and «کم کم» are no faults:

- the same words one after another: a word three times, two words or more twice (*of the letter of the letter*); a single word
  twice is a hint, unless its language says it twice (*nous nous*);
- three words in a row that come back three times anywhere;
- a word with at least four letters that makes up a third of ten words or more;
- letters without a space between them: the same one six times (*aaaaaa*), two to sixteen of them four times (*lalalala*). In
  scripts that part no words by spaces this is how all loops look, so three times do if the piece has four signs or more.

Every pattern is bounded, so that an answer of 100,000 signs takes a fraction of a second.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from dossier.language.repeating import may_be_repeated, repeats_freely
from dossier.translation.drafting.guards.fault import Fault, Sentence
from dossier.translation.drafting.guards.reading import base, words

_LONGEST = 24
"""So many words at most are looked for as one turn of a loop."""
_SINGLE, _PHRASE = 3, 2
_BACK = 3
_FEW, _SHARE, _LETTERS = 10, 1 / 3, 4
_STUCK = re.compile(r"([^\W\d_])\1{5,}")
_STUTTER = re.compile(r"(?=[^\W\d_])([^\W\d_]{2,16}?)\1{3,}")
_WITHOUT_SPACES = re.compile(r"(?=[\u0e00-\u0eff\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff])([^\s\d]{4,24}?)\1{2,}")


def check(sentence: Sentence) -> Iterator[Fault]:
    """Tell the first loop that the original does not have; a word that stands twice only if there is none."""
    text, original = sentence.reply.text, sentence.original
    told, given = words(text), words(original)
    found = (_loop(told, given), _returning(told, given), _stuck(text, original), _twice(told, given, base(sentence.pair.target)))
    yield from islice(filter(None, found), 1)


def _loop(told: Sequence[str], given: Sequence[str]) -> Fault | None:
    """The same words one after another, oftener than in the original."""
    usual = max((count for _, count, _ in _loops(given)), default=1)
    for length, count, start in _loops(told):
        if count > usual and count >= (_SINGLE if length == 1 else _PHRASE):
            return Fault(f"words are repeated: “{_short(' '.join(told[start : start + length]))}”")
    return None


def _twice(told: Sequence[str], given: Sequence[str], language: str) -> Fault | None:
    """A word that stands twice, in a language that does not say it twice."""
    if repeats_freely(language) or any(one == other for one, other in pairwise(given)):
        return None
    twice = (one for one, other in pairwise(told) if one == other and len(one) > 1 and not may_be_repeated(one, language))
    word = next(twice, None)
    return Fault(f"a word stands twice: “{_short(word)} {_short(word)}”", is_hint=True) if word else None


def _loops(told: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """For each number of words: how often so many words follow themselves at most, if they do, and where that begins."""
    for length in range(1, min(_LONGEST, len(told) // 2) + 1):
        longest, start, run = 0, 0, 0
        for index in range(length, len(told)):
            run = run + 1 if told[index] == told[index - length] else 0
            if run > longest:
                longest, start = run, index - run - length + 1
        if longest >= length:
            yield length, longest // length + 1, start


def _returning(told: Sequence[str], given: Sequence[str]) -> Fault | None:
    """Three words, or a single long one, that come back far too often."""
    threes = _threes(told)
    if threes:
        # One long word of the original may be three words here: “updates”, *mises à jour*.
        known = (*_threes(given).values(), *_long(given).values())
        (three, count), usual = threes.most_common(1)[0], max(known, default=1)
        if count >= _BACK and count > usual:
            return Fault(f"words come back again and again: “{_short(' '.join(three))}”")
    long = _long(told)
    if len(told) >= _FEW and long:
        (word, count), usual = long.most_common(1)[0], max(Counter(given).values(), default=1)
        if count > len(told) * _SHARE and count > usual + 1:
            return Fault(f"a word comes back again and again: “{_short(word)}”")
    return None


def _long(told: Sequence[str]) -> Counter[str]:
    return Counter(word for word in told if len(word) >= _LETTERS)


def _threes(told: Sequence[str]) -> Counter[tuple[str, str, str]]:
    return Counter(zip(told, told[1:], told[2:], strict=False))


def _stuck(text: str, original: str) -> Fault | None:
    for pattern in (_STUCK, _STUTTER, _WITHOUT_SPACES):
        found = pattern.search(text)
        if found and not pattern.search(original):
            return Fault(f"letters are repeated: “{_short(found[0])}”")
    return None


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
