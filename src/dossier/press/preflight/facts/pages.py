"""Pages: their boxes, turns and annotations (ISO 32000-1, 7.7.3.3, 12.5, 14.11.2)."""

from typing import Any

from dossier.press.preflight.facts import safe
from dossier.press.preflight.facts.catalogue import note_action
from dossier.press.preflight.facts.values import Annotation, Page, Survey

_BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
_HIDDEN = 2  # the flag, ISO 32000-1, table 165


def page_of(value: Any, number: int, survey: Survey) -> Page:
    """The page dictionary ``value``, its content not yet read."""
    boxes = {name: safe.box(safe.inherited(value, f"/{name}")) for name in _BOXES[:2]}
    boxes |= {name: safe.box(safe.entry(value, f"/{name}")) for name in _BOXES[2:]}
    unit = safe.number(safe.entry(value, "/UserUnit"))
    page = Page(
        number,
        safe.identity(value),
        {name: box for name, box in boxes.items() if box is not None},
        safe.number(safe.inherited(value, "/Rotate")) or 0,
        unit if unit and unit > 0 else 1,
        safe.name(safe.entry(value, "/Tabs")),
    )
    page.annotations = tuple(
        _annotation(one, number, survey) for one in safe.items(safe.entry(value, "/Annots")) if safe.is_dictionary(one)
    )
    for event, action in safe.entries(safe.entry(value, "/AA")):
        note_action(action, f"the event {event[1:]} of the page", survey, number)
    return page


def _annotation(value: Any, page: int, survey: Survey) -> Annotation:
    subtype = safe.name(safe.entry(value, "/Subtype"))
    note_action(safe.entry(value, "/A"), f"a {subtype or 'nameless'} annotation", survey, page)
    for event, action in safe.entries(safe.entry(value, "/AA")):
        note_action(action, f"the event {event[1:]} of an annotation", survey, page)
    flags = safe.number(safe.entry(value, "/F")) or 0
    return Annotation(
        subtype,
        safe.box(safe.entry(value, "/Rect")),
        safe.identity(value),
        safe.text(safe.entry(value, "/Contents")),
        bool(int(flags) & _HIDDEN),
        safe.number(safe.entry(value, "/StructParent")) is not None,
    )
