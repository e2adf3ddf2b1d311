"""Words that are longer than their line."""

from collections.abc import Callable
from typing import Any

_NEAR = 1.0
"""How far from the start of its line the first word may begin, in CSS pixels."""
_SEAMS = "\u200c\u00a0\u202f"
"""Where a word, or words that belong together, are parted first: zero-width non-joiner and spaces without a break."""
_FEWEST = 2


def mend() -> None:
    """Part a word that is too long (``overflow-wrap``) only where it is the first of its line, and at a good place.

    It is parted where no other point allows (CSS Text 3, 5.5): one that would fit on the next line goes there. WeasyPrint 70
    takes the first word in a link or emphasis for the first of the line where the element around it begins the line
    (``split_inline_level`` looks at the line's children, and the element is none before it ends), and so parts addresses and
    numbers at the end of lines. Then, it fills the line with letters: here Persian words are parted between their members, where
    a zero-width non-joiner stands, and no letter or bracket is left alone.
    """
    from weasyprint.formatting_structure.boxes import LineBox
    from weasyprint.layout import inline
    from weasyprint.text.line_break import can_break_text

    split_box, split_text = inline.split_inline_box, inline.split_text_box
    starts: list[float] = [0.0]

    def in_line(context: Any, box: Any, position_x: float, *arguments: Any, **options: Any) -> Any:
        if not isinstance(box, LineBox):
            return split_box(context, box, position_x, *arguments, **options)
        starts.append(position_x)
        try:
            return split_box(context, box, position_x, *arguments, **options)
        finally:
            starts.pop()

    def first_only(context: Any, box: Any, available_width: float | None, skip: Any, is_line_start: bool = True) -> Any:
        # (What only measures a text gives it no width, and no place.)
        is_first = is_line_start and (available_width is None or box.position_x - starts[-1] <= _NEAR)
        return split_text(context, box, available_width, skip, is_line_start=is_first)

    inline.split_inline_box, inline.split_text_box = in_line, first_only
    inline.split_first_line = _parting_well(inline.split_first_line, can_break_text)


def _parting_well(split: Callable[..., Any], may_part: Callable[[str, Any], bool]) -> Callable[..., Any]:
    def splitting(text: str, style: Any, context: Any, max_width: Any, *arguments: Any, **options: Any) -> Any:
        found = split(text, style, context, max_width, *arguments, **options)
        if found[2] is None or max_width is None or style["overflow_wrap"] != "break-word" or found[1] != found[2]:
            return found
        head = text.encode()[: found[2]].decode()
        if found[0].text != head or may_part(head[-1] + text[len(head)], style["lang"]):
            return found  # hyphenated, or between words
        end = better_end(text, len(head))
        if end == len(head):
            return found
        layout, length, _, *sizes = split(text[:end], style, context, None, *arguments, **options)
        return (layout, length, length, *sizes)

    return splitting


def better_end(text: str, end: int) -> int:
    """Where to part the word of ``text`` that fills its line up to ``end``: there or before."""
    start = text.rfind(" ", 0, end) + 1
    seam = 1 + max(text.rfind(sign, start + 1, end + 1) for sign in _SEAMS)
    if start + 1 < seam < len(text):
        return seam
    following = text[end : end + 2]
    is_alone = not following[0].isalnum() or not following[1:].isalnum()
    return end - 1 if is_alone and end - start > _FEWEST and text[end - 2 : end].isalnum() else end
