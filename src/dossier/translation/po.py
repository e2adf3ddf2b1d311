"""gettext PO files: read into values, changed entry by entry, written back without touching anything else.

translate-toolkit (Weblate's engine) parses and writes entries. Around it this module keeps what translators expect of a
tool that is not theirs: an entry that was not changed keeps its bytes, a file that cannot be read whole is not read at all.
Format: GNU gettext manual, "The Format of PO Files".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from translate.storage.poparser import PoParseError
from translate.storage.pypo import pofile, pounit, quoteforpo, unquotefrompo

from dossier.content.places import position
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place
from dossier.model.translation import Catalog, Origin, State, Translation
from dossier.translation.po_lines import refuse_broken_text

_CHARSET = re.compile(r"charset=")
_ORIGIN = re.compile(r"#\s*machine:\s*(?P<description>.*)")
_DRAFT = re.compile(r"\s*\bdraft:sha256:(?P<digest>[0-9a-f]+)")

Key = tuple[str | None, str]


@dataclass(slots=True)
class Entry:
    """One entry of a PO file: translate-toolkit's unit, and the text it was read from.

    ``raw`` is ``None`` for an entry that was not read from a file.
    """

    unit: pounit
    raw: str | None = None
    rendered: str = ""
    line: int = 0

    @property
    def msgid(self) -> str:
        # translate-toolkit keeps a msgid's KDE-style "_: …" comment apart; for us it is text like any other.
        return str(unquotefrompo([*self.unit.msgidcomments, *self.unit.msgid]))

    @property
    def context(self) -> str | None:
        return str(unquotefrompo(self.unit.msgctxt)) if self.unit.msgctxt else None

    @property
    def key(self) -> Key:
        return self.context, self.msgid

    @property
    def text(self) -> str:
        return str(self.unit.target)

    @text.setter
    def text(self, text: str) -> None:
        self.unit.target = text

    @property
    def obsolete(self) -> bool:
        return bool(self.unit.obsolete)

    @property
    def is_header(self) -> bool:
        return not self.msgid and self.context is None and not self.obsolete

    @property
    def previous(self) -> str | None:
        return str(self.unit.prev_source) if self.unit.prev_msgid else None

    @property
    def comments(self) -> tuple[str, ...]:
        """The translator comments, one a line, without the sign that begins them."""
        return tuple(comment.strip().removeprefix("#").strip() for comment in self.unit.othercomments)

    @property
    def origin(self) -> Origin | None:
        """The machine that drafted the translation, where a translator comment names one."""
        for comment in self.unit.othercomments:
            if found := _ORIGIN.match(comment.strip()):
                digest = _DRAFT.search(found["description"])
                return Origin(_DRAFT.sub("", found["description"]).strip(), digest["digest"] if digest else "")
        return None

    @property
    def state(self) -> State:
        """What readers are told about the translation (DESIGN: PO states)."""
        if not self.text.strip():
            return State.MISSING
        if not self.unit.hastypecomment("fuzzy"):
            return State.REVIEWED
        if self.previous is not None or self.unit.prev_msgctxt:
            return State.STALE
        return State.DRAFT if self.origin else State.UNFINISHED

    def line_of(self, keyword: str) -> int:
        """The line of the file where ``keyword`` (``msgid``, ``msgstr``) stands; comments may stand before it."""
        lines = (self.raw or "").split("\n")
        return self.line + next((index for index, line in enumerate(lines) if line.lstrip("#~ \t").startswith(keyword)), 0)

    def render(self) -> str:
        """The entry's text: the one it was read from if nothing was changed since."""
        now = str(self.unit)
        return self.raw if self.raw is not None and now == self.rendered else now.rstrip("\r\n") + "\n"


@dataclass(slots=True)
class PoFile:
    """A PO file in memory. ``entries`` holds the header, the active and the obsolete entries, in the file's order."""

    path: str
    store: pofile
    entries: list[Entry]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def header(self) -> Entry | None:
        return next((entry for entry in self.entries if entry.is_header), None)

    @property
    def active(self) -> Iterator[Entry]:
        return (entry for entry in self.entries if entry.msgid and not entry.obsolete)

    @property
    def obsolete(self) -> Iterator[Entry]:
        return (entry for entry in self.entries if entry.msgid and entry.obsolete)

    def new_entry(self, key: Key) -> Entry:
        """An entry without translation, not yet part of ``entries``."""
        unit = self.store.create_unit()
        unit._store = self.store  # type: ignore[assignment]  # where it finds the file's line ends
        context, msgid = key
        unit.msgid = quoteforpo(msgid, self.store.wrapper)
        unit.msgctxt = quoteforpo(context, self.store.wrapper) if context is not None else []
        return Entry(unit)

    def catalog(self, language: str) -> Catalog:
        """The translations as values."""
        return Catalog(
            language,
            {
                entry.key: Translation(
                    entry.text,
                    entry.state,
                    Place(self.path, entry.line_of("msgstr"), 1),
                    entry.origin,
                    entry.previous,
                    entry.comments,
                )
                for entry in self.active
            },
        )


def read_po(data: bytes, path: str) -> PoFile:
    """Read a PO file.

    Parameters
    ----------
    data:
        The file's bytes: UTF-8, with or without byte order mark, with LF or CR LF.
    path:
        Its name for diagnostics, relative to the project's root.

    Raises
    ------
    DossierError
        T001 where the file breaks the format, T002 where an entry stands twice, T008 where it is not UTF-8. All faults of
        one kind are reported, not the first.
    """
    text, warnings = _decoded(data, path)
    refuse_broken_text(text, path)
    store = _parsed(text, path)
    entries = _with_raw_text(store.units, text)
    _refuse_duplicates(entries, path)
    return PoFile(path, store, entries, warnings)


def new_po(path: str, header: str) -> PoFile:
    """A PO file with nothing but ``header`` (PO text of the header entry)."""
    return read_po(header.encode(), path)


def write_po(file: PoFile) -> bytes:
    """The bytes of ``file``: unchanged entries as they were read, changed and new ones wrapped by translate-toolkit."""
    text = "".join(_apart(entry.render()) for entry in file.entries).rstrip("\r\n") + "\n"
    newline = file.store.newline
    return (text if newline == "\n" else text.replace(newline, "\n").replace("\n", newline)).encode()


def _apart(entry: str) -> str:
    """Entries are set apart by a blank line; more than one is the translator's own layout and stays."""
    bare = entry.rstrip("\r\n")
    return entry if entry[len(bare) :].count("\n") > 1 else bare + "\n\n"


def _decoded(data: bytes, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    warnings: tuple[Diagnostic, ...] = ()
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        warnings = (Diagnostic(CODES["C002"], "the file begins with U+FEFF, a byte order mark", Place(path, 1, 1)),)
    try:
        return data.decode("utf-8"), warnings
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"byte 0x{data[error.start]:02X} is not UTF-8"
        raise DossierError(Diagnostic(CODES["T008"], message, Place(path, *position(before, len(before))))) from error


def _parsed(text: str, path: str) -> pofile:
    store = pofile()
    try:
        store.parse(text.encode())
    except PoParseError as error:
        line = re.search(r"on line (\d+)", str(error))
        place = Place(path, int(line[1]) if line else 0, 1 if line else 0)
        raise DossierError(Diagnostic(CODES["T001"], str(error).split(" on line ")[0].lower(), place)) from error
    except (ValueError, IndexError) as error:
        raise DossierError(Diagnostic(CODES["T001"], str(error) or type(error).__name__, Place(path))) from error
    if str(store.encoding).lower().replace("-", "") not in ("utf8", "usascii", "ascii"):
        place = Place(path, *position(text, named.start() if (named := _CHARSET.search(text)) else 0))
        message = f"the header names the encoding “{store.encoding}”, the text is UTF-8"
        raise DossierError(Diagnostic(CODES["T008"], message, place, mend="write charset=UTF-8 in the header"))
    return store


def _with_raw_text(units: Sequence[pounit], text: str) -> list[Entry]:
    if not units:
        return []  # an empty file: nothing was translated yet
    lines = text.split("\n")
    starts = [max(unit._line_number or 1, 1) for unit in units]
    ends = [*starts[1:], len(lines) + 1]
    return [
        Entry(unit, "\n".join(lines[start - 1 : end - 1]) + "\n", str(unit), start)
        for unit, start, end in zip(units, starts, ends, strict=True)
    ]


def _refuse_duplicates(entries: Iterable[Entry], path: str) -> None:
    first: dict[Key, int] = {}
    found = []
    for entry in entries:
        if entry.obsolete or not (entry.unit.msgid or entry.unit.msgidcomments):
            continue
        line = entry.line_of("msgid")
        if entry.key in first:
            details = (("msgid", entry.msgid[:100]), ("first", str(Place(path, first[entry.key], 1))))
            message = "the same text has an entry for the second time"
            found.append(Diagnostic(CODES["T002"], message, Place(path, line, 1), details))
        first.setdefault(entry.key, line)
    if found:
        raise DossierError(found)
