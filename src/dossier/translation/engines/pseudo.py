"""``pseudo``: no translation, but words made strange, letter by letter, in brackets. For trying the loop without a model.

The same letters as in the pseudo-languages (:mod:`dossier.language.pseudo`): accents on Latin ones, and Arabic ones where the
target is written in the Arabic script. Digits, addresses, names of files and signs stay, and months are translated, since guards
would refuse a date without its month. The brackets are square ones, which every face has.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from babel.core import Locale, UnknownLocaleError

from dossier.language.month_names import months_in
from dossier.language.pseudo import ACCENTED, RIGHT_TO_LEFT, Pseudo, accented, in_arabic_letters, pseudo_text, traced
from dossier.language.script import script_of
from dossier.translation.engines.engine import Effort, Engine, Pair, Reply, Settings

VERSION = 1
"""Goes up when the same sentence is made into other words: memories must not mix them."""
_KEPT = r"(?:https?|ftp)://\S+|(?<![\w.+/:=-])[\w.+/:=-]*(?:\w[./:@_=]\w|[^\W\d_]\d|\d[^\W\d_])[\w.+/:@=-]*"
"""Addresses, names of files, and whatever has letters and digits in one word."""
_BY_A_DIGIT = re.compile(r"\d\W*$"), re.compile(r"\W*\d")
_PERSIAN = str.maketrans("يك", "یک")
_PLAIN_ARABIC = str.maketrans("یکآأإىؤةثحذشصظغژ", "يكااااوهسهزسسزگج")
"""Letters of Arabic and Persian that no Latin letter is written with, and their nearest neighbour that one is."""


@dataclass(frozen=True)
class PseudoEngine:
    """Makes words strange."""

    pair: Pair

    @property
    def origin(self) -> str:
        """``pseudo 1 en-fr``."""
        return f"pseudo {VERSION} {self.pair}"

    def translate(self, sentences: Sequence[str], effort: Effort) -> Iterator[tuple[int, Reply]]:
        """Every sentence made strange, in order, each word in its place."""
        pseudo = replace(_strange(self.pair.target), letters=_letters(self.pair), growth=0.0)
        for index, sentence in enumerate(sentences):
            text = _made_strange(sentence, pseudo, _months(sentence, self.pair))
            yield index, Reply(text, alignment=_alignment(sentence, text))


def open_engine(pair: Pair, settings: Settings) -> Engine:
    """The engine for ``pair``, whatever the languages are."""
    return PseudoEngine(pair)


def _strange(tag: str) -> Pseudo:
    return RIGHT_TO_LEFT if script_of(tag) == "Arab" else ACCENTED


def _letters(pair: Pair) -> Callable[[str], str]:
    source, target = script_of(pair.source), script_of(pair.target)
    if target == "Arab":
        persian = pair.target.partition("-")[0] == "fa"
        return (lambda text: in_arabic_letters(text).translate(_PERSIAN)) if persian else in_arabic_letters
    if source == "Arab":
        return lambda text: accented(traced(text.translate(_PLAIN_ARABIC)))
    return accented


def _made_strange(sentence: str, pseudo: Pseudo, months: Mapping[str, str]) -> str:
    words = "|".join(rf"\b{re.escape(month)}\b" for month in months)
    text = pseudo_text(sentence, pseudo, re.compile(f"{_KEPT}|{words}" if words else _KEPT), ACCENTED.ends)
    return re.sub(words, lambda found: months[found[0]], text) if words else text


def _months(sentence: str, pair: Pair) -> Mapping[str, str]:
    """The months of dates in ``sentence``, and what they are called in the target, by CLDR, which knows Gregorian ones."""
    try:
        names = Locale.parse(pair.target, sep="-").months["format"]["wide"]
    except (UnknownLocaleError, ValueError):
        return {}
    found = ((sentence[slice(*match.span())], match.span(), month) for match, month in months_in(sentence, pair.source))
    return {word: str(names[month.number]) for word, span, month in found if not month.jalali and _is_dated(sentence, *span)}


def _is_dated(sentence: str, start: int, end: int) -> bool:
    before, behind = _BY_A_DIGIT
    return bool(before.search(sentence[:start]) or behind.match(sentence[end:]))


def _alignment(sentence: str, text: str) -> tuple[int, ...]:
    """Word by word, where no word was lost or won."""
    words = len(text.split())
    return tuple(range(words)) if words == len(sentence.split()) else ()
