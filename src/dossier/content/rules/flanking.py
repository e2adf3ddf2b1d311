"""Emphasis against the letters of scripts that put no space where CommonMark expects one.

CommonMark 0.31.2 §6.2 asks of a run of ``*`` or ``~`` that has punctuation on one side whether white space or punctuation stands
on the other: else ``a*"foo"*`` would be emphasis (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run). Persian and
Arabic write prefixes, endings and particles against the quoted word, at most with a zero-width non-joiner between, Hebrew and
Korean do likewise, Chinese and Japanese write no spaces at all; there ``**«حقوق بشر»**ها`` would keep its asterisks.

The rule: a run of ``*`` or ``~`` with punctuation on one side and, on the other, a letter, mark or digit of such a script, or a
joiner, may

- **close** emphasis, if the punctuation stands before it and is no opening bracket or quotation mark;
- **open** emphasis, if the punctuation stands behind it and is no closing bracket or quotation mark, and no mark that stands
  behind words, such as a comma.

What CommonMark allows stays allowed, so that a run may be able to do both; as everywhere in CommonMark it then closes what is
open. Runs of ``_`` are left alone: they are not meant for parts of words. Nothing changes where no such letter or joiner
touches a run; none does in the examples of CommonMark and GFM.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token

_UNSPACED = re.compile(
    "["
    "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc\U00010ec0-\U00010eff\U0001ee00-\U0001eeff"  # Arabic
    "\u0590-\u05ff\ufb1d-\ufb4f"  # Hebrew
    "\u3005-\u3007\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\uff66-\uff9f\U0001b000-\U0001b16f"  # Kana, Bopomofo
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"  # Han
    "\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7ff"  # Hangul
    "]"
)
_INVISIBLE = "\u200c\u200d\u200f\u061c"
"""The joiners, and the marks of direction that stand between the letters of a line from right to left."""
_TRAILING = frozenset(".,:;!?%…،؛؟٪۔٫٬。、，．：；！？％｡､")
"""Marks that stand behind words: in ``**متن**، …`` the second run only closes, as CommonMark has it."""


def add_to(parser: MarkdownIt) -> None:
    """Give ``parser`` this rule; the rules of its inline parser stay, and so do those that are added later."""
    inline = _Inline()
    vars(inline).update(vars(parser.inline))
    parser.inline = inline


class _Inline(ParserInline):
    """The inline parser, whose state knows of the rule."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """Parse ``src`` and put its tokens into ``tokens``."""
        state = State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class State(StateInline):
    """An inline parser's state that knows of the rule."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """What the run of delimiters at ``start`` may do."""
        found = super().scanDelims(start, canSplitWord)
        if self.src[start] == "_" or (found.can_open and found.can_close):
            return found
        end = start + found.length
        # At the edges of a text CommonMark sees white space.
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "
        return Scanned(found.can_open or _opens(before, after), found.can_close or _closes(before, after), found.length)


def _opens(before: str, after: str) -> bool:
    return _is_unspaced(before) and _is_punctuation(after, but=("Pe", "Pf")) and after not in _TRAILING


def _closes(before: str, after: str) -> bool:
    return _is_unspaced(after) and _is_punctuation(before, but=("Ps", "Pi"))


def _is_unspaced(char: str) -> bool:
    """Whether ``char`` is a letter, mark or digit of a script that puts no space before or behind it, or is invisible."""
    if char in _INVISIBLE:
        return True
    return bool(_UNSPACED.match(char)) and unicodedata.category(char)[0] in "LMN"


def _is_punctuation(char: str, but: Sequence[str]) -> bool:
    """Whether CommonMark takes ``char`` for punctuation, of categories other than ``but``."""
    return (isMdAsciiPunct(ord(char)) or isPunctChar(char)) and unicodedata.category(char) not in but
