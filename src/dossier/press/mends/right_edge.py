"""Lines from right to left that stood a space off."""

from typing import Any


def mend() -> None:
    """Take the space off the end of a line from right to left without moving the line's last words.

    Such a space stands left of the last words. Without it, all that stands right of these must move towards them; WeasyPrint 70
    moves them as well, so that they stand a space too far left: out of the column, or behind a gap.
    """
    from weasyprint.layout import inline

    trim = inline.remove_last_whitespace

    def trimming(context: Any, line: Any) -> None:
        before = line.children[-1].position_x if line.children else 0
        trim(context, line)
        moved = line.children[-1].position_x - before if line.children else 0
        if moved:
            _move_back(line.children[-1], moved)

    inline.remove_last_whitespace = trimming


def _move_back(box: Any, moved: float) -> None:
    """Undo a move of ``box``, but not of what stands right of the text at its end, however deep that lies."""
    box.translate(dx=-moved, ignore_floats=True)
    while children := getattr(box, "children", ()):
        for child in children[:-1]:
            child.translate(dx=moved, ignore_floats=True)
        box = children[-1]
