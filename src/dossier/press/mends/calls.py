"""Calls of notes that lead nowhere."""

from typing import Any


def mend() -> None:
    """Let the call of a note at the foot of a page be a link to the note.

    In WeasyPrint 70 it is text: a reader with a mouse or a screen reader cannot go from it to the note. Profiles without links
    take this one out with the others.
    """
    from weasyprint.formatting_structure import build

    make_box = build.make_box

    def with_links(element_tag: str, style: Any, content: Any, element: Any) -> Any:
        box = make_box(element_tag, style, content, element)
        if element_tag.endswith("::footnote-call") and (anchor := element.get("id")):
            box.link = ("url", ("internal", anchor))
        return box

    build.make_box = with_links
