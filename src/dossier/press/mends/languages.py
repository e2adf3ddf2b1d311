"""Changes of language that a screen reader was not told of."""

import re
from collections.abc import Iterator
from typing import Any

_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
"""The form of a language tag (ISO 32000-1, 14.9.2.2, by way of RFC 3066): a malformed one must not reach a file."""


def mend() -> None:
    """Give each structure element in another language than that around it a ``/Lang`` (ISO 32000-1, 14.9.2; ISO 14289-1, 7.2).

    WeasyPrint 70 tells the language of the whole document and no other. An element of HTML without a counterpart in PDF
    (``bdi``, ``em``, ``aside``) becomes ``NonStruct`` there, which says that it is nothing; with a language it is ``Span`` or
    ``Div``. A tag for words of no known language in a known script (``und-Latn``) is valid, and is passed on.
    """
    from weasyprint.formatting_structure.boxes import InlineLevelBox
    from weasyprint.layout.absolute import AbsolutePlaceholder
    from weasyprint.pdf import tags

    build = tags._build_box_tree
    around: list[str] = []

    def with_languages(box: Any, parent: Any, pdf: Any, *arguments: Any) -> Iterator[Any]:
        real = box._box if isinstance(box, AbsolutePlaceholder) else box
        outer = around[-1] if around else _document_language(pdf)
        own = _language(real) or outer
        around.append(own)
        try:
            # Elements are handed on one by one, since the order in which lists get their items hangs on that.
            for element in build(box, parent, pdf, *arguments):
                # Of "body" there is no element: what stands in it comes by here again, and may have named its own.
                if own.lower() != outer.lower() and "Lang" not in element:
                    _tell(element, own, inline=isinstance(real, InlineLevelBox))
                yield element
        finally:
            around.pop()

    tags._build_box_tree = with_languages


def _document_language(pdf: Any) -> str:
    said = pdf.catalog.get("Lang")
    return str(said.string) if said else ""


def _language(box: Any) -> str:
    tag = box.style["lang"] or ""
    return tag if _TAG.fullmatch(tag) else ""


def _tell(element: Any, language: str, *, inline: bool) -> None:
    import pydyf

    element["Lang"] = pydyf.String(language)
    if element["S"] == "/NonStruct":
        element["S"] = "/Span" if inline else "/Div"
