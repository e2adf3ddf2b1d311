"""The words of an image in Markdown, its alternative text and title, told apart from the rest of it."""

import re
from dataclasses import dataclass

ADDRESS = r"(?:\\.|[^ \t\n()<>\\]|\((?:\\.|[^ \t\n()\\]|\((?:\\.|[^ \t\n()\\])*\))*\))*"
"""Where a link or an image leads, as it may be written in round brackets (CommonMark 0.31.2 §6.3)."""
TITLE = r"""(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))"""
"""The title behind it."""
IMAGE = re.compile(
    rf"""!\[(?P<words>(?:\\.|[^\[\]\\])*)\](?:\[(?:\\.|[^\[\]\\])*\]|\([ \t\n]*(?:<[^<>\n]*>|{ADDRESS})
    (?:[ \t\n]+(?P<title>{TITLE}))?[ \t\n]*\))?(?P<rest>\{{.*)?""",
    re.VERBOSE | re.DOTALL,
)
"""An image with its attributes: ``words`` are its alternative text, ``title`` has its quotation marks."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an image's Markdown. ``quote`` is the sign that may not stand in it without a backslash."""

    text: str
    is_words: bool = False
    quote: str = ""


def image_parts(markdown: str) -> tuple[Part, ...]:
    """The parts of an image's Markdown in their order; all of it as one part where it cannot be told apart."""
    found = IMAGE.fullmatch(markdown)
    if found is None:
        return (Part(markdown),)
    parts, end = [], 0
    for name, margin in (("words", 0), ("title", 1)):
        if found[name]:
            start, stop = found.start(name) + margin, found.end(name) - margin
            quote = markdown[stop : stop + 1] if margin else ""
            parts += [Part(markdown[end:start]), Part(markdown[start:stop], is_words=True, quote=quote)]
            end = stop
    return (*parts, Part(markdown[end:]))
