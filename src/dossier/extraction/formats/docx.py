"""DOCX, opened by python-docx (ECMA-376, part 1, 17: WordprocessingML).

python-docx's own ``Paragraph.text`` passes over what stands in tracked insertions, content controls and text boxes. Words that
are passed over in silence would make true quotations wrong, so that the tree it gives is read here.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from dossier.extraction.archive import opened
from dossier.extraction.xml_tree import parsed, refuse_entities

LIBRARY = "python-docx"
RULES = 1

_PARAGRAPH, _RUN = qn("w:p"), qn("w:r")
_UNSEEN = frozenset((qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"))
_SIGNS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\N{NON-BREAKING HYPHEN}"}
_NOTES = ("/footnotes", "/endnotes")


def paragraphs(data: bytes, charset: str) -> list[str]:
    """The words of the text, of its tables cell by cell, and of its notes; those that were deleted or are hidden are none."""
    opened(data).close()
    part = Document(BytesIO(data)).part
    refuse_entities(part.element)
    notes = [parsed(found.target_part.blob) for found in part.rels.values() if found.reltype.endswith(_NOTES)]
    return [words for tree in (part.element.body, *notes) for words in _paragraphs(tree)]


def _paragraphs(element: Any) -> Iterator[str]:
    """Paragraphs below ``element``; those of a text box after the one it is fastened to. (lxml's trees are at most 256 deep.)"""
    for child in element:
        if child.tag in _UNSEEN:
            continue
        if child.tag == _PARAGRAPH:
            yield "".join(_words(child))
        yield from _paragraphs(child)


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _UNSEEN or child.tag == _PARAGRAPH or (child.tag == _RUN and _is_hidden(child)):
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from _words(child)


def _is_hidden(run: Any) -> bool:
    vanish = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return vanish is not None and vanish.get(qn("w:val"), "true") not in ("0", "false", "off")
