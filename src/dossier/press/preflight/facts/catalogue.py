"""What the catalogue and the trailer say of the whole document."""

from typing import Any

import pikepdf

from dossier.press.preflight.facts import safe
from dossier.press.preflight.facts.intents import intents_of
from dossier.press.preflight.facts.packet import packet_of
from dossier.press.preflight.facts.values import Kind, Layers, Survey

_MOST_BOOKMARKS = 100_000
_HARMLESS = ("GoTo", "URI", "Named", "GoToR", "GoToE", "Thread")


def read_catalogue(pdf: pikepdf.Pdf, survey: Survey) -> None:
    """Fill in what is said of the document as a whole."""
    root = pdf.Root
    survey.version = _version(pdf, root)
    survey.has_identifier = len(safe.items(safe.entry(pdf.trailer, "/ID"))) == 2
    survey.packet = packet_of(safe.entry(root, "/Metadata"))
    survey.info = _info(safe.entry(pdf.trailer, "/Info"))
    survey.intents = intents_of(root)
    survey.layers = _layers(safe.entry(root, "/OCProperties"))
    survey.is_marked = safe.entry(safe.entry(root, "/MarkInfo"), "/Marked") is True
    survey.language = safe.text(safe.entry(root, "/Lang"))
    preferences = safe.entry(root, "/ViewerPreferences")
    survey.shows_title = safe.entry(preferences, "/DisplayDocTitle") is True
    survey.direction = safe.name(safe.entry(preferences, "/Direction"))
    survey.has_labels = any(True for _ in safe.leaves(safe.entry(root, "/PageLabels"), "/Nums"))
    survey.bookmarks = _bookmarks(safe.entry(root, "/Outlines"))
    _read_actions(root, survey)


def note_action(action: Any, where: str, survey: Survey, page: int = 0) -> None:
    """Remember an action that does more than go somewhere."""
    if safe.is_dictionary(action):
        kind = safe.name(safe.entry(action, "/S"))
        if kind not in _HARMLESS:
            survey.note(Kind.ACTION, f"{where} starts an action: {kind[:40] or 'of no kind'}", page, safe.identity(action))


def _version(pdf: pikepdf.Pdf, root: Any) -> str:
    stated = safe.name(safe.entry(root, "/Version"))
    return max(pdf.pdf_version, stated) if stated[:1].isdigit() else pdf.pdf_version


def _info(info: Any) -> dict[str, str]:
    return {key[1:]: safe.text(value) or safe.name(value) for key, value in safe.entries(info)}


def _layers(properties: Any) -> Layers:
    names = tuple(safe.text(safe.entry(one, "/Name")) for one in safe.items(safe.entry(properties, "/OCGs")))
    configurations = [safe.entry(properties, "/D"), *safe.items(safe.entry(properties, "/Configs"))]
    return Layers(names, any(safe.entry(one, "/AS") is not None for one in configurations))


def _bookmarks(outlines: Any) -> int:
    """How many bookmarks there are, each counted once."""
    waiting, seen = [safe.entry(outlines, "/First")], set[int]()
    while waiting and len(seen) < _MOST_BOOKMARKS:
        item = waiting.pop()
        number = safe.identity(item)
        if number and number not in seen:
            seen.add(number)
            waiting += [safe.entry(item, "/Next"), safe.entry(item, "/First")]
    return len(seen)


def _read_actions(root: Any, survey: Survey) -> None:
    form = safe.entry(root, "/AcroForm")
    survey.has_form = bool(safe.items(safe.entry(form, "/Fields"))) or safe.entry(form, "/XFA") is not None
    named = safe.leaves(safe.entry(safe.entry(root, "/Names"), "/JavaScript"), "/Names")
    survey.scripts = tuple(safe.text(name) or "(without a name)" for name, _ in named)
    note_action(safe.entry(root, "/OpenAction"), "opening the document", survey)
    for event, action in safe.entries(safe.entry(root, "/AA")):
        note_action(action, f"the event {event[1:]} of the document", survey)
