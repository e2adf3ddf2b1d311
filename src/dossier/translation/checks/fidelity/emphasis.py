"""T014: the same words are strong, emphasised and struck out; and no mark of emphasis would be printed as an asterisk.

Counted is how often each kind of emphasis opens; a gloss in brackets, (*so*), may be emphasised in one of the two only. Persian
and Arabic have no italics: there, and from there, emphasised words may be strong. Marks that Markdown did not take for emphasis
are looked for in the text, unless the original prints as many: a mark opens nothing before a space, and closes nothing where
punctuation stands before it and a letter behind (``**« … »**s``; CommonMark 0.31.2, 6.2), but for what
:mod:`dossier.content.rules.flanking` allows.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from dossier.translation.checks.finding import Finding
from dossier.translation.checks.passage import Passage

_KINDS = {"strong_open": "strong", "em_open": "emphasised", "s_open": "struck out"}
_MARKS = {"strong": "**words**", "emphasised": "*words*", "struck out": "~~words~~"}
_WITHOUT_ITALICS = ("fa", "ar", "ur", "ps", "ckb", "he", "ja", "zh", "ko")
_SIGN = re.compile(r"[*_~]")
_PRINTED = re.compile(r"\*+|~~+")
_UNDERLINED = re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])[^_\n]*[^\s_]\1")
_OF_QUOTED = re.compile(r"(\*{1,3}|_{1,3})([«“”\"(\[‹„])(.+?)([»“”\")\]›])\1(?=[\w\u200c])")
_SPACED = re.compile(r"(\*{1,3}|_{1,3})(\s*)(\S(?:.*?\S)?)(\s*)\1")


def check(one: Passage) -> Iterator[Finding]:
    """Compare how often each kind opens; where a mark is printed, tell that instead: it is the reason."""
    if not (_SIGN.search(one.translation.text) or _SIGN.search(one.unit.msgid)):
        return
    told = [] if isinstance(one.unit.target, str) else list(_told(one))
    before, after = _printed(one.original), _printed(one.translated)
    if len(after) > len(before) and (told or len(after) > len(before) + 1):
        yield _as_text(one, after[0])
    else:
        yield from told


def _told(one: Passage) -> Iterator[Finding]:
    merged = _no_italics(one.language) or _no_italics(one.unit.language)
    before, after = (_merged(tokens) if merged else _opened(tokens) for tokens in (one.original, one.translated))
    for kind in sorted({*before, *after}):
        if before[kind] > after[kind]:
            yield Finding("T014", _counted("the translation lost", kind, before, after), f"mark the same words: {_MARKS[kind]}")
        elif after[kind] > before[kind]:
            yield Finding("T014", _counted("the translation added", kind, before, after), "take the marks out")


def _counted(what: str, kind: str, before: Counter[str], after: Counter[str]) -> str:
    count = abs(before[kind] - after[kind])
    passages = "words that are" if count == 1 else f"{count} passages that are"
    return f"{what} {passages} {kind}: {before[kind]} in the original, {after[kind]} in the translation"


def _opened(tokens: Sequence[Token]) -> Counter[str]:
    return Counter(
        _KINDS[token.type] for index, token in enumerate(tokens) if token.type in _KINDS and not _is_gloss(tokens, index)
    )


def _is_gloss(tokens: Sequence[Token], index: int) -> bool:
    """Whether emphasis is all that stands in brackets: a translated title, or a word of the original, (*so*)."""
    if not (index and tokens[index - 1].content.endswith("(")):
        return False
    level = tokens[index].level
    end = next(
        (place for place in range(index + 1, len(tokens)) if tokens[place].level == level and tokens[place].nesting == -1), index
    )
    return end + 1 < len(tokens) and tokens[end + 1].content.startswith(")")


def _merged(tokens: Sequence[Token]) -> Counter[str]:
    """Strong and emphasised as one; words that are both count once."""
    kinds, depth = _opened(tokens), 0
    strong = 0
    for index, token in enumerate(tokens):
        if token.type in ("strong_open", "em_open") and not _is_gloss(tokens, index):
            strong += depth == 0
        if token.type.startswith(("strong_", "em_")):
            depth += token.nesting
    return Counter({"strong": strong, "struck out": kinds["struck out"]})


def _no_italics(tag: str) -> bool:
    return tag.partition("-")[0] in _WITHOUT_ITALICS


def _printed(tokens: Sequence[Token]) -> list[str]:
    """The marks that readers would see; underscores only in pairs, since many a name has one."""
    marks: list[str] = []
    for token in tokens:
        if token.type == "text":
            marks += _PRINTED.findall(token.content)
            marks += [mark for mark in _UNDERLINED.findall(token.content) for _ in "()"]
    return marks


def _as_text(one: Passage, mark: str) -> Finding:
    message = f"readers would see “{mark}” in the translation: it stands where Markdown sees no emphasis"
    return Finding("T014", message, _mend(one, mark))


def _mend(one: Passage, mark: str) -> str:
    if isinstance(one.unit.target, str):
        return f"take “{mark}” out: this text is no Markdown"
    text = one.translation.text
    if found := _OF_QUOTED.search(text):
        sign, opening, words, closing = found.groups()
        return f"put the marks inside: {opening}{sign}{words}{sign}{closing}"
    found = _SPACED.search(text)
    if found and (found[2] or found[4]):
        return f"let the marks touch the words: {found[1]}{found[3]}{found[1]}"
    return f"let one mark open before the words and the same close behind them, or write \\{mark[0]} where it is meant to be seen"
