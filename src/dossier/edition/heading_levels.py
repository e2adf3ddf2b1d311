"""Headings that go down one level at a time, as readers of screens and EPUB ask for: what an author skips is closed."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token


def without_gaps(tokens: Sequence[Token]) -> Iterator[Token]:
    """``tokens`` with each heading at most one level below the one it stands under; the first may be below the title."""
    above: list[tuple[int, int]] = []
    tag = ""
    for token in tokens:
        if token.type == "heading_open":
            tag = f"h{_level(int(token.tag[1:]), above)}"
        yield token.copy(tag=tag) if token.type in ("heading_open", "heading_close") and token.tag != tag else token


def _level(written: int, above: list[tuple[int, int]]) -> int:
    """The level of a heading; ``above`` holds what headings around it were written as, and became."""
    while above and above[-1][0] >= written:
        above.pop()
    shown = min(written, above[-1][1] + 1 if above else 2)
    above.append((written, shown))
    return shown
