"""What a PO entry tells about its text: ``#:`` where it stands, ``#.`` what it is, where it is read, what changed in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.model.document import Unit, UnitKind
from dossier.model.translation import State
from dossier.translation.po import Entry
from dossier.translation.word_diff import excerpt, word_diff

_WIDTH = 79
_CHANGED = "changed: "
_FSI, _PDI = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_IN_FULL = {UnitKind.FIGURE: "figure: alternative text, and caption in quotation marks"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where the passages of a document are read.

    Parameters
    ----------
    title:
        The document's title; may be empty.
    page:
        Address of the web page of the edition that its translations go into; empty where there is none.
    anchors:
        The ids of passages on that page, by :attr:`Unit.target`; ``""`` leads to the whole document.
    """

    title: str = ""
    page: str = ""
    anchors: Mapping[int | str, str] = field(default_factory=dict)


def annotate(entry: Entry, places: Sequence[Unit], surroundings: Surroundings) -> None:
    """Give ``entry`` the comments that belong to its text at ``places``."""
    newline = entry.unit.newline
    comments = [f"#. {line}{newline}" for line in _extracted(entry, places, surroundings)]
    found = [f"{line}{newline}" for line in references(places)]
    if entry.unit.automaticcomments != comments:
        entry.unit.automaticcomments = comments
    if entry.unit.sourcecomments != found:
        entry.unit.sourcecomments = found


def forget_change(entry: Entry) -> None:
    """Take off what tells how the text changed: the translation is none of the old text any more."""
    comments = entry.unit.automaticcomments
    kept = [comment for comment in comments if not comment.startswith(f"#. {_CHANGED}")]
    if len(kept) != len(comments):
        entry.unit.automaticcomments = kept


def _extracted(entry: Entry, places: Sequence[Unit], surroundings: Surroundings) -> Iterator[str]:
    kinds = ", ".join(dict.fromkeys(_IN_FULL.get(unit.kind, str(unit.kind)) for unit in places))
    yield f"{kinds} · {surroundings.title}" if surroundings.title else kinds
    if surroundings.page:
        anchor = surroundings.anchors.get(places[0].target) or surroundings.anchors.get("", "")
        yield f"read it at {surroundings.page}{f'#{anchor}' if anchor else ''}"
    if entry.previous is not None and entry.state is State.STALE:
        yield f"{_CHANGED}{excerpt(word_diff(entry.previous, entry.msgid))}"


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
