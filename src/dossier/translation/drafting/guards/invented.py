"""More sentences than there were: models go on with what stood behind such sentences in the texts they learnt from.

Counted are ends of sentences inside the text: a full stop or another final sign, a space, and the beginning of a sentence (a
capital, or any letter of a script that has none). Full stops of abbreviations, initials and numbers end nothing. People turn
one sentence into two now and then; that is so seldom that one more sentence is fatal here, since an invented one cannot be told
from it.
"""

import re
from collections.abc import Iterator

from dossier.translation.drafting.abbreviations import may_go_on, surely_goes_on
from dossier.translation.drafting.guards.fault import Fault, Sentence

_SIGNS, _WIDE_SIGNS = ".!?؟۔।…", "。！？"
_CLOSING, _OPENING = "\"'”’»)\\]\u200c\u200e\u200f", "\"'“‘«(\\[¿¡–—-"
_END = re.compile(
    rf"(?<![{_SIGNS}{_WIDE_SIGNS}])(?P<sign>[{_SIGNS}]++|[{_WIDE_SIGNS}]++)(?P<quote>[ \u00a0\u202f]?[{_CLOSING}])?"
    rf"(?:(?<=[{_WIDE_SIGNS}])|\s++)(?:[{_OPENING}]\s?)?(?P<next>[^\W_])"
)
_DOTS, _SEMICOLONS = ("…", "..."), ";؛；"
_REACH, _SHOWN = 24, 40
_WORD_BEFORE = re.compile(r"[\w.\u200c’'-]+\Z")


def check(sentence: Sentence) -> Iterator[Fault]:
    """Compare the number of sentences; where the original may have more or fewer, it has more."""
    before = len(_ends(sentence.original, doubtful=True)) + _semicolons_lost(sentence)
    after = _ends(sentence.reply.text, doubtful=False)
    if len(after) > before:
        more = sentence.reply.text[after[-1] :].strip()
        shown = more if len(more) <= _SHOWN else f"{more[: _SHOWN - 1]}…"
        yield Fault(f"the answer has {len(after) + 1} sentences, the original {before + 1}: “{shown}”")


def _semicolons_lost(sentence: Sentence) -> int:
    """How many semicolons may have become full stops."""
    return max(0, sentence.original.count(";") - sum(map(sentence.reply.text.count, _SEMICOLONS)))


def _ends(text: str, *, doubtful: bool) -> list[int]:
    """Behind which signs of ``text`` another sentence begins; with those of which nobody can tell, or without them."""
    return [found.end("sign") for found in _END.finditer(text) if _is_end(found, doubtful=doubtful)]


def _is_end(found: re.Match[str], *, doubtful: bool) -> bool:
    following = found["next"]
    if following.islower() or (following.isdecimal() and found["sign"] in _DOTS):
        return False
    has_no_capitals = not following.isupper() and not following.isdecimal()
    if has_no_capitals and (found["quote"] or found["sign"] in _DOTS):
        return doubtful  # «چرا؟» پرسید: the sentence may go on
    if found["sign"] != ".":
        return True
    before = _WORD_BEFORE.search(found.string, max(0, found.start() - _REACH), found.start())
    word, rest = (before[0] if before else ""), found.string[found.start("next") :][:_REACH]
    if surely_goes_on(f"{word}.", rest) or (word.isdecimal() and following.isdecimal()):
        return False
    return doubtful or not may_go_on(f"{word}.")
