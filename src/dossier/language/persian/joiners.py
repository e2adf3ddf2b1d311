"""Where Persian wants a zero-width non-joiner and has none, and where one does nothing.

Dastur-e khatt-e fârsi of the Academy of Persian Language and Literature (1401) writes «می», «ها», «تر», «ای» and «اند» apart from
their words, without a space. What is found here is told and may be applied on request; no text is set otherwise than its author
wrote it, because a word is a person's choice where both ways are in use.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
from dossier.language.rule import Edit

JOINER = "\N{ZERO WIDTH NON-JOINER}"
NOTE = "\N{INTERLINEAR ANNOTATION ANCHOR}"
"""Stands in a running text where no word stands: a footnote's sign, a citation."""

_LETTER = r"[\u0621-\u064a\u0654\u0671-\u06d3]"
_IN_WORD = rf"[\w{JOINER}\u064b-\u0655\u0670]"
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
_WORD_BEFORE, _WORD_BEHIND = re.compile(rf"{_IN_WORD}+$"), re.compile(rf"{_SPACE}({_IN_WORD}+)")
_WORD_END = re.compile(rf"{_IN_WORD}{{0,30}}")
_SPACES = re.compile(f"{_SPACE}+")
_IDLE = re.compile(rf"{JOINER}(?:{JOINER}+|(?=[\s.،؛؟!:»)\]…]|$|{NOTE}(?:\s|$))|(?<=[\s«(\[].)|(?<!..))")
_IDLE_INSIDE = re.compile(rf"{JOINER}(?<=[{_NEVER_JOINS}].)(?={_LETTER})")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An edit that somebody may ask for, and why it is suggested."""

    edit: Edit
    reason: str


def suggestions(text: str) -> Iterator[Suggestion]:
    """What may be better in ``text``, in its order, without overlaps.

    A joiner behind a letter that never joins is only superfluous, and left alone. What is applied may show more: a joiner before
    a space hides that the space is wrong as well.
    """
    position = 0
    for found in sorted((*_wanting(text), *_idling(text)), key=lambda one: one.edit.start):
        if found.edit.start >= position:
            yield found
            position = found.edit.end


def _wanting(text: str) -> Iterator[Suggestion]:
    for start, end in missing(text) if "می" in text or " " in text or "\u00a0" in text else ():
        part = text[start:end]
        space = _SPACES.search(part)
        if not space:
            place = start + part.index("می") + 2
            yield Suggestion(Edit(place, place, JOINER), "a joiner behind the prefix «می»")
        elif text[start + space.start() - 1] in _NEVER_JOINS:
            yield Suggestion(Edit(start + space.start(), start + space.end(), ""), "no space before an ending")
        else:
            reason = "a joiner behind the prefix «می»" if part.startswith("می") else "a joiner before an ending"
            yield Suggestion(Edit(start + space.start(), start + space.end(), JOINER), reason)


def _idling(text: str) -> Iterator[Suggestion]:
    for start, end in idle(text):
        kept = JOINER if end - start > 1 else ""
        yield Suggestion(Edit(start, end, kept), "a doubled joiner" if kept else "a joiner at the edge of a word does nothing")


def idle(text: str) -> list[tuple[int, int]]:
    """Where joiners do nothing: doubled ones, those at the edge of a word."""
    return [found.span() for found in _IDLE.finditer(text)] if JOINER in text else []


def superfluous(text: str) -> list[tuple[int, int]]:
    """Where joiners stand behind a letter that never joins."""
    return [found.span() for found in _IDLE_INSIDE.finditer(text)]


def missing(text: str) -> Iterator[tuple[int, int]]:
    """Where a prefix or an ending stands apart, or a prefix is joined: from its first character to its last."""
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


def whole_word(text: str, start: int, end: int) -> str:
    """The words that a place in ``text`` belongs to."""
    behind = _WORD_END.match(text, end)
    return f"{_before(text, start)}{text[start:end]}{behind[0] if behind else ''}"


def mended(form: str) -> str:
    """``form`` in one word, with a joiner where its letters would join."""
    joined = re.sub(rf"(?<=[{_NEVER_JOINS}]){_SPACE}+|{_SPACE}+(?=ا(?:م|ی|ت|ش|ند|یم|ید)$)(?<=[{_NEVER_JOINS}].)", "", form)
    joined = re.sub(rf"{_SPACE}+", JOINER, joined)
    return joined if joined != form else re.sub("می", f"می{JOINER}", form, count=1)
