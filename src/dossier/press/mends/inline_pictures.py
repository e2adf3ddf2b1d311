"""Pictures in a line from right to left that fill it."""


def mend() -> None:
    """Let a picture with proportions but no size, such as an SVG with a ``viewBox`` alone, stand in a line from right to left.

    It is as wide as its column (CSS 2.2, 10.3.2). To find that, WeasyPrint 70 moves it to the right edge as it does with blocks
    (``block_level_width``), but a box in a line has no place yet: an ``AttributeError``. Its line gives it one afterwards.
    """
    from weasyprint.formatting_structure.boxes import InlineReplacedBox

    InlineReplacedBox.position_x = 0.0
