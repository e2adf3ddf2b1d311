"""Quotations in the marks of a language: the typist's straight marks, and quotations inside quotations.

Where the marks of a passage do not pair up beyond doubt, all of them are left as they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dossier.language.rule import Edit, Rule
from dossier.language.spaces import ANY

_BEFORE_OPENING = re.compile(r"(?:^|[\s\u00a0\u202f(\[«“„‚’'–—-])$")
_BEHIND_CLOSING = re.compile(r"$|[\s\u00a0\u202f)\].,;:!?…»”“‘\"'–—-]|\N{OBJECT REPLACEMENT CHARACTER}")


@dataclass(frozen=True)
class Quoting:
    """How a language quotes.

    Parameters
    ----------
    outer, inner:
        The marks, with the spaces that belong inside.
    single:
        Whether the typist's ``'`` may be a mark inside of a quotation. In French it is the apostrophe.
    """

    outer: tuple[str, str]
    inner: tuple[str, str]
    single: bool = False

    @cached_property
    def marks(self) -> re.Pattern[str]:
        """What may be a mark of a quotation, with the spaces inside of it."""
        opening, closing = (mark.strip() for mark in self.outer)
        single = r"|(?<!\w)'(?=\w)|(?<=[^\s\u00a0\u202f])'(?!\w)" if self.single else ""
        return re.compile(rf"{opening}{ANY}*|(?<!{ANY}){ANY}*{closing}|\"{single}")

    @property
    def rule(self) -> Rule:
        """The rule that sets quotations so."""
        return Rule("quotations", self._edits, spaces_only=False)

    def _edits(self, text: str) -> Iterator[Edit]:
        depth, edits = 0, []
        for start, end in self._spans(text):
            mark = text[start:end]
            if mark == "'" and not depth:
                continue
            opens = self._opens(text, start, end)
            depth -= opens is False
            if opens is None or depth < 0:
                return
            edits.append(Edit(start, end, self._set(mark, opens=opens, depth=depth)))
            depth += opens
        if not depth:
            yield from (edit for edit in edits if text[edit.start : edit.end] != edit.text)

    def _spans(self, text: str) -> Sequence[tuple[int, int]]:
        return [found.span() for found in self.marks.finditer(text)]

    def _opens(self, text: str, start: int, end: int) -> bool | None:
        """Whether the mark opens; ``None`` where a straight one cannot be told, or has nothing inside of it."""
        if text[start:end] not in ('"', "'"):
            return text[start] == self.outer[0][0]
        before, behind = text[max(0, start - 1) : start], text[end : end + 1]
        opens = bool(_BEFORE_OPENING.match(before)) and not _BEHIND_CLOSING.match(behind)
        # Behind a figure a straight mark may be that of inches.
        closes = bool(_BEHIND_CLOSING.match(behind)) and not _BEFORE_OPENING.match(before) and not before.isdigit()
        return opens if opens != closes else None

    def _set(self, mark: str, *, opens: bool, depth: int) -> str:
        if depth:
            return self.inner[not opens]
        return self.outer[not opens] if mark == '"' else mark
