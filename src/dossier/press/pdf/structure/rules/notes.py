"""A note is read where the paragraph ends that calls it, not at the foot of the page, and not within the sentence."""

from typing import Any

from dossier.press.pdf.structure.elements import Element, is_inline


def in_place(notes: dict[Any, tuple[Element, Element | None]]) -> None:
    """Put each note behind the line that calls it, and number it: ``/ID`` is required and unique (ISO 14289-1, 7.9)."""
    for number, (call, note) in enumerate(notes.values(), start=1):
        if note is None:
            continue
        note.entries["ID"] = f"note-{number}"
        block, place = _end_of_line(call)
        if block.parent is not None and block.kind in _HEADINGS:
            place, block = block.parent.kids.index(block) + 1, block.parent
            while place < len(block.kids) and _is_note(block.kids[place]):
                place += 1
        note.parent = block
        block.kids.insert(place, note)


_HEADINGS = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6"})


def _is_note(kid: object) -> bool:
    return isinstance(kid, Element) and kid.kind == "Note"


def _end_of_line(call: Element) -> tuple[Element, int]:
    """The block that holds ``call``, and where in it the text ends that does."""
    inner, block = call, call.parent
    assert block is not None
    while block.is_inline and block.parent is not None:
        inner, block = block, block.parent
    place = block.kids.index(inner) + 1
    while place < len(block.kids) and is_inline(block.kids[place]):
        place += 1
    return block, place
