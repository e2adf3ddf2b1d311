"""T025: the zero-width non-joiner stands in frequent Persian forms that need it, and nowhere where it does nothing."""

import re
from collections.abc import Iterator

from dossier.language.persian.forms import (
    ADJECTIVES,
    BEHIND_VOCATIVE,
    NO_VERB,
    NO_VERB_BEHIND_MI,
    PAST_STEMS,
    PRESENT_STEMS,
    TAKES_NO_ENDING,
    WHOLE_FORMS,
)
from dossier.translation.checks.finding import Finding
from dossier.translation.checks.form.reading import NOTE, around, read
from dossier.translation.checks.passage import Passage

_JOINER = "\N{ZERO WIDTH NON-JOINER}"
_LETTER = r"[\u0621-\u064a\u0654\u0671-\u06d3]"
_IN_WORD = rf"[\w{_JOINER}\u064b-\u0655\u0670]"
_SPACE = r"[ \u00a0\u202f]"
_NEVER_JOINS = "اآأإٱدذرزژوؤءـ"
_BEFORE_PREFIX = frozenset(prefix + no for prefix in ("", "بر", "در", "باز", "فرا", "فرو", "وا") for no in ("", "ن"))
_PLURAL = r"ها(?:ی(?:م|ت|ش|مان|تان|شان|ی)?|م|ت|ش|مان|تان|شان)?"
_VERBS = "|".join(
    (
        rf"(?:{'|'.join(PRESENT_STEMS)})(?:م|ی|د|یم|ید|ند)",
        rf"(?:{'|'.join(PAST_STEMS)})(?:م|ی|یم|ید|ند|ه)?",
        rf"(?:{'|'.join(WHOLE_FORMS)})",
    )
)
# What is frequent comes first in these patterns, and what is before it is looked at then: that is quick.
_PREFIX_APART = re.compile(rf"می{_SPACE}+(?P<verb>{_LETTER}{_IN_WORD}*)")
_VERB = re.compile(_VERBS)
_PREFIX_JOINED = re.compile(rf"می(?:{_VERBS})(?!{_IN_WORD})")
_ENDING_APART = re.compile(
    rf"{_SPACE}(?<={_LETTER}.)(?:(?P<plural>{_PLURAL})|(?P<most>ترین)|(?P<more>تری?|ترها(?:ی)?)|(?P<are>اند)|(?P<behind_he>ا(?:ی|م|ت|ش|یم|ید)))"
    rf"(?!{_IN_WORD})"
)
_WORD_END = re.compile(rf"{_IN_WORD}{{0,30}}")
_WORD_BEFORE, _WORD_BEHIND = re.compile(rf"{_IN_WORD}+$"), re.compile(rf"{_SPACE}({_IN_WORD}+)")
_IDLE = re.compile(rf"{_JOINER}(?:{_JOINER}+|(?=[\s.،؛؟!:»)\]…]|$|{NOTE}(?:\s|$))|(?<=[\s«(\[].)|(?<!..))")
_IDLE_INSIDE = re.compile(rf"{_JOINER}(?<=[{_NEVER_JOINS}].)(?={_LETTER})")


def check(one: Passage) -> Iterator[Finding]:
    """Look for «می» and verb, plural «ها», «ای», «تر» and «اند» apart or joined, and for joiners that join nothing.

    Only sure forms are told, for a false alarm costs more than a miss: «می» as *wine* or *May*, «تر» as *wet* and the
    vocative «ای» are passed over, and joined verbs are found by a list of frequent ones. A joiner is idle where it is
    doubled, at the edge of a word, or behind a letter that never joins (told only along with the others); behind a closing
    mark, code or digits it holds an ending.
    """
    reading = read(one)
    if reading.language != "fa":
        return
    text = reading.translated
    missing, idle = sorted(_missing(text)), [found.span() for found in _IDLE.finditer(text)]
    if missing:
        words = "; ".join(around(text, *place) for place in missing[:3])
        forms = {_whole(text, *place): None for place in missing}
        message = f"no joiner (ZWNJ, U+200C) in {', '.join(f'«{form}»' for form in forms)}: {words}"
        yield Finding("T025", message, f"write {', '.join(f'«{_mended(form)}»' for form in forms)}")
    if idle:
        idle = sorted([*idle, *(found.span() for found in _IDLE_INSIDE.finditer(text))])
        words = "; ".join(around(text, *place) for place in idle[:3])
        message = f"a joiner (ZWNJ, U+200C) that does nothing, at character {idle[0][0] + 1}: {words}"
        yield Finding(
            "T025", message, "take it out where it is doubled, at the edge of a word, or behind a letter that does not join"
        )


def _missing(text: str) -> Iterator[tuple[int, int]]:
    for found in _PREFIX_APART.finditer(text):
        if _begins(found) and found["verb"] not in NO_VERB_BEHIND_MI and not _is_month(found):
            yield found.start(), found.start("verb")
    for found in _PREFIX_JOINED.finditer(text):
        if _begins(found) and found[0] not in NO_VERB:
            yield found.span()
    for found in _ENDING_APART.finditer(text):
        if _is_ending(found):
            yield found.span()


def _begins(found: re.Match[str]) -> bool:
    """Whether nothing stands before «می» in its word but «ن» or what a verb may have before it: «برمی‌گردد»."""
    return _before(found.string, found.start()) in _BEFORE_PREFIX


def _is_month(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - 4) : found.start()].rstrip()
    if _VERB.fullmatch(found["verb"]):
        return False
    return before[-1:].isdecimal() or before.endswith("ماه")


def _is_ending(found: re.Match[str]) -> bool:
    word = _before(found.string, found.start())
    if word in TAKES_NO_ENDING:
        return False
    if found["more"]:
        return word in ADJECTIVES or found.string.startswith(" از ", found.end())
    if found["behind_he"]:
        behind = _WORD_BEHIND.match(found.string, found.end())
        return word.endswith("ه") and len(word) > 2 and not (behind and behind[1] in BEHIND_VOCATIVE)
    return True


def _before(text: str, place: int) -> str:
    """What stands in ``text`` immediately before a place, of its word."""
    found = _WORD_BEFORE.search(text[max(0, place - 30) : place])
    return found[0] if found else ""


def _whole(text: str, start: int, end: int) -> str:
    """The words that a place in ``text`` belongs to."""
    behind = _WORD_END.match(text, end)
    return f"{_before(text, start)}{text[start:end]}{behind[0] if behind else ''}"


def _mended(form: str) -> str:
    """``form`` in one word, with a joiner where its letters would join."""
    joined = re.sub(rf"(?<=[{_NEVER_JOINS}]){_SPACE}+|{_SPACE}+(?=ا(?:م|ی|ت|ش|ند|یم|ید)$)(?<=[{_NEVER_JOINS}].)", "", form)
    joined = re.sub(rf"{_SPACE}+", _JOINER, joined)
    return joined if joined != form else re.sub("می", f"می{_JOINER}", form, count=1)
