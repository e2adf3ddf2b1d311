"""Raw HTML in a dossier that does not allow it: it prints as it was typed, which nobody wants."""

import re

from markdown_it.token import Token

from dossier.content.located import Locator
from dossier.content.markdown import finish, parse_blocks
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.document import Document

_MAY_BE_HTML = re.compile(r"<(?!https?:|mailto:)[A-Za-z/!?]")  # spares most documents the second parsing


def check_raw_html(document: Document) -> tuple[Diagnostic, ...]:
    """C017 once for each block with raw HTML, if the dossier does not allow it."""
    if document.raw_html or not _MAY_BE_HTML.search(document.text):
        return ()
    blocks, environment = parse_blocks(document.text, raw_html=True)
    tokens, _ = finish(blocks, environment, raw_html=True)
    locator = Locator(document)
    return tuple(_diagnostic(block, typed, locator) for block in tokens if (typed := _html_in(block)))


def _html_in(block: Token) -> str:
    """The first line of the first HTML in ``block``; empty where it has none."""
    tokens = (block, *(block.children or ()))
    found = next((token.content for token in tokens if token.type in ("html_block", "html_inline")), "")
    return found.strip().partition("\n")[0]


def _diagnostic(block: Token, typed: str, locator: Locator) -> Diagnostic:
    return Diagnostic(CODES["C017"], f"“{typed}” is shown as it was typed", locator.place(block, typed))
