"""What a PO entry tells the translator about its text: ``#:`` where it stands, ``#.`` what it is."""

from collections.abc import Sequence

from dossier.model.document import Unit

_WIDTH = 79
_FSI, _PDI = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def extracted_comment(places: Sequence[Unit]) -> list[str]:
    """``#. heading``, or several kinds where the same text is several things."""
    return ["#. " + ", ".join(dict.fromkeys(str(unit.kind) for unit in places))]


def references(places: Sequence[Unit]) -> list[str]:
    """``#: content/un-letter/summary.md:12 …``, filled to the width msgcat fills to."""
    lines: list[str] = []
    for reference in dict.fromkeys(map(_reference, places)):
        if lines and len(lines[-1]) + 1 + len(reference) <= _WIDTH:
            lines[-1] += f" {reference}"
        else:
            lines.append(f"#: {reference}")
    return lines


def _reference(unit: Unit) -> str:
    name = unit.place.file
    # gettext ≥ 0.22 encloses names with spaces in isolates, so that they are still one reference.
    return f"{_FSI}{name}{_PDI}:{unit.place.line}" if " " in name else f"{name}:{unit.place.line}"
