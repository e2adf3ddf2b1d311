"""XHTML: XML, so that a page that is not well-formed is no text (as in a browser)."""

from dossier.extraction.blocks import paragraphs_of
from dossier.extraction.xml_tree import parsed

LIBRARY = "lxml"
RULES = 2


def paragraphs(data: bytes, charset: str) -> list[str]:
    """The words of the page, block by block.

    Raises
    ------
    DossierError
        Q006; lxml's own error where the page is not well-formed.
    """
    if charset:  # what came with the page is surer than what its first line declares
        return paragraphs_of(parsed(data.decode(charset).encode(), named_entities=True, encoding="utf-8"))
    return paragraphs_of(parsed(data, named_entities=True))
