"""Markdown: its words without its signs."""

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from dossier.extraction.formats.plain import decoded
from dossier.extraction.markdown_words import paragraphs_of

LIBRARY = "markdown-it-py"
RULES = 1


def paragraphs(data: bytes, charset: str) -> list[str]:
    """The words of each block, notes at the end; front matter is about the text, not in it."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(front_matter_plugin).use(footnote_plugin).use(deflist_plugin)
    return list(paragraphs_of(parser.parse(decoded(data, charset))))
