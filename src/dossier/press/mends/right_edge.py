"""Lines from right to left that stood a space off."""

from typing import Any


def mend() -> None:
    """Take the space off the end of a line from right to left without moving the line's last words.

    Such a space stands left of the last words. Without it, all that stands right of these must move towards them. WeasyPrint 70
    moves the last words as well, and goes on drawing the space before them; where the line is justified, it draws them anew
    without it, and they stand a space too far left, out of the column. Here the space is neither counted nor drawn.
    """
    from weasyprint.formatting_structure.boxes import TextBox
    from weasyprint.layout import inline

    trim = inline.remove_last_whitespace

    def trimming(context: Any, line: Any) -> None:
        before = line.children[-1].position_x if line.children else 0
        trim(context, line)
        moved = line.children[-1].position_x - before if line.children else 0
        if moved:
            _move_back(line.children[-1], moved)
            last = _last(line)
            if isinstance(last, TextBox) and last.text:
                last.pango_layout = inline.split_text_box(context, last, None, 0)[0].pango_layout

    inline.remove_last_whitespace = trimming


def _last(box: Any) -> Any:
    """The box at the end of ``box``, however deep it lies."""
    while children := getattr(box, "children", ()):
        box = children[-1]
    return box


def _move_back(box: Any, moved: float) -> None:
    """Undo a move of ``box``, but not of what stands right of the text at its end, however deep that lies."""
    box.translate(dx=-moved, ignore_floats=True)
    while children := getattr(box, "children", ()):
        for child in children[:-1]:
            child.translate(dx=moved, ignore_floats=True)
        box = children[-1]
