"""What came from elsewhere as entries that an update can offer: fuzzy, whoever reviewed it, since nobody has read it here."""

from collections.abc import Iterable

from dossier.translation.exchange.tmx import MemoryUnit
from dossier.translation.po import Entry, PoFile, new_po

_HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def as_po(units: Iterable[MemoryUnit], path: str) -> PoFile:
    """The memory at ``path`` as a PO file of drafts, each with a comment that says where it is from."""
    file = new_po(path, _HEADER)
    file.entries += (_entry(file, unit) for unit in units)
    return file


def _entry(file: PoFile, unit: MemoryUnit) -> Entry:
    entry = file.new_entry((None, unit.source))
    entry.text = unit.target
    origin = f"# from the translation memory{f', {unit.document}' if unit.document else ''}"
    entry.unit.othercomments = [" ".join(origin.split()) + entry.unit.newline]
    entry.unit.markfuzzy()
    return entry
