"""The pattern under which a withheld name is found in a folded text (:mod:`dossier.content.withheld.view`)."""

import re
from functools import lru_cache

from dossier.content.withheld.view import JOINER, view

_LETTER = r"[^\W\d_]"
_BETWEEN = rf"[ .{JOINER}]{{0,8}}\n?[ .{JOINER}]{{0,12}}"
# Behind a full stop another sentence begins: “I met Example. Maryam left.” In an address it only parts the words.
_TURNED = rf"(?:[ ,{JOINER}]{{0,8}}\n?[ ,{JOINER}]{{0,12}}|\.)"
_SUFFIXES = "هایی|های|هام|هات|هاش|ها|مان|تان|شان|ان|ام|ات|اش|ای|یی|را|ست|ی|م|ت|ش|ه"
_ARABIC = re.compile("[\u0600-\u06ff]")
_LONG, _MIDDLING = 10, 5


@lru_cache(maxsize=512)
def pattern(name: str) -> re.Pattern[str]:
    """How ``name`` is found: its words with or without a gap between them, also with the last ones first (“Example, Maryam”).

    It stands by itself, between what are no letters. A name of ten letters and more is found in the midst of letters too, where
    it can be no accident (``maryamexamplebiography``); one of five and more in Arabic letters also before a Persian suffix that
    is written to it.
    """
    words = re.findall(f"{_LETTER}+|[0-9]+", view(name).folded)
    orders = [_BETWEEN.join(words), *(_turned(words, first) for first in range(1, len(words)))]
    inner = f"(?:{'|'.join(orders)})"
    letters = sum(map(len, words))
    if letters >= _LONG:
        return re.compile(inner)
    after = f"(?!{_LETTER})"
    if letters >= _MIDDLING and _ARABIC.search("".join(words)):
        after = f"(?=(?:{_SUFFIXES})?(?!{_LETTER}))"
    return re.compile(f"(?<!{_LETTER}){inner}{after}")


def _turned(words: list[str], first: int) -> str:
    return _TURNED.join((_BETWEEN.join(words[first:]), _BETWEEN.join(words[:first])))
