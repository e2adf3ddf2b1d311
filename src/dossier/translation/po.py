"""gettext PO files: read into values, changed entry by entry, written back without touching anything else.

translate-toolkit (Weblate's engine) parses and writes entries. Around it this module keeps what translators expect of a
tool that is not theirs: an entry that was not changed keeps its bytes, a file that cannot be read whole is not read at all.
Format: GNU gettext manual, "The Format of PO Files".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from translate.storage.poparser import PoParseError
from translate.storage.pypo import pofile, pounit

from dossier.content.places import position
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place
from dossier.model.translation import Catalog, Origin, State, Translation
from dossier.translation.po_layout import Layout, at_end, blank_lines_behind, first_form, lay_out, layout, page_of, set_apart
from dossier.translation.po_lines import plain_lines, refuse_broken_text
from dossier.translation.po_strings import PAGE, UNWRAPPED, quoted, unquoted

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")  # str.splitlines would also cut at U+2028 and its like
_CHARSET = re.compile(r"charset=")
_ORIGIN = re.compile(r"machine:\s*(?P<description>.*)")
_DRAFT = re.compile(r"\s*\bdraft:sha256:(?P<digest>[0-9a-f]+)")

Key = tuple[str | None, str]


@dataclass(slots=True)
class Entry:
    """One entry of a PO file: translate-toolkit's unit, and the text it was read from.

    ``raw`` is ``None`` for an entry that was not read from a file, else all that stands there up to the next entry;
    ``strings`` are the lines of its strings as they were read, ``position`` its place among the entries of the file.
    """

    unit: pounit
    raw: str | None = None
    rendered: str = ""
    line: int = 0
    strings: Layout = field(default_factory=dict)
    position: int = -1
    _key: Key | None = None

    @property
    def key(self) -> Key:
        """``msgctxt`` (``None`` where there is none) and ``msgid``. Unquoted once: they are asked for all the time."""
        if self._key is None:
            context = unquoted(self.unit.msgctxt) if self.unit.msgctxt else None
            # translate-toolkit keeps a msgid's KDE-style "_: …" comment apart; for us it is text like any other.
            self._key = context, unquoted([*self.unit.msgidcomments, *self.unit.msgid])
        return self._key

    @property
    def context(self) -> str | None:
        return self.key[0]

    @context.setter
    def context(self, context: str) -> None:
        self._key = context, self.msgid
        self.unit.msgctxt = quoted(context, "msgctxt")

    @property
    def msgid(self) -> str:
        return self.key[1]

    @msgid.setter
    def msgid(self, msgid: str) -> None:
        self._key = self.context, msgid
        self.unit.msgidcomments = []
        self.unit.msgid = quoted(msgid, "msgid")

    @property
    def text(self) -> str:
        """The translation; its first form, where there are plural forms."""
        return unquoted(first_form(self.unit))

    @text.setter
    def text(self, text: str) -> None:
        if isinstance(self.unit.msgstr, dict):
            forms = {form: unquoted(lines) for form, lines in self.unit.msgstr.items()}
            self.unit.target = {**forms, min(forms, default=0): text}
        else:
            self.unit.target = text

    @property
    def plural(self) -> bool:
        """Whether it has forms for several numbers. We make no such entry; one that another tool made keeps its forms."""
        return bool(self.unit.msgid_plural)

    @property
    def obsolete(self) -> bool:
        return bool(self.unit.obsolete)

    @property
    def is_header(self) -> bool:
        return not self.msgid and self.context is None and not self.obsolete and bool(self.unit.msgid)

    @property
    def fuzzy(self) -> bool:
        """Whether the translation waits for a person. Read from the flags as they stand now: translate-toolkit remembers them."""
        return any(flag.strip() == "fuzzy" for line in self.unit.typecomments for flag in line[2:].split(","))

    @property
    def previous(self) -> str | None:
        """The text that a fuzzy translation was made for. Lokalize leaves it behind when a person approves the translation."""
        return unquoted(self.unit.prev_msgid) if self.unit.prev_msgid and self.fuzzy else None

    @property
    def comments(self) -> tuple[str, ...]:
        """The translator comments, one a line, without the sign that begins them."""
        return tuple(comment.strip().removeprefix("#").strip() for comment in self.unit.othercomments)

    @property
    def origin(self) -> Origin | None:
        """The machine that drafted the translation, where a translator comment names one."""
        return origin_in(self.comments)

    @property
    def state(self) -> State:
        """What readers are told about the translation (DESIGN: PO states)."""
        if not self.text.strip():
            return State.MISSING
        if not self.fuzzy:
            return State.REVIEWED
        if self.previous is not None or self.unit.prev_msgctxt:
            return State.STALE
        return State.DRAFT if self.origin else State.UNFINISHED

    def line_of(self, keyword: str) -> int:
        """The line of the file where ``keyword`` (``msgid``, ``msgstr``) stands; comments may stand before it."""
        raw = self.raw or ""
        if raw.startswith(keyword):
            return self.line
        if (found := raw.find(f"\n{keyword}")) >= 0:
            return self.line + raw.count("\n", 0, found) + 1
        lines = raw.split("\n")
        return self.line + next((index for index, line in enumerate(lines) if line.lstrip("#~ \t").startswith(keyword)), 0)

    def render(self, page: int = PAGE, newline: str = "\n") -> str:
        """The entry's text: the one it was read from if nothing was changed since, else with what changed wrapped anew."""
        if self.raw is not None and str(self.unit) == self.rendered:
            return self.raw
        lay_out(self.unit, self.strings, page)
        return (str(self.unit).rstrip("\n") + "\n").replace("\n", newline) + blank_lines_behind(self.raw or "")

    def follows(self, before: "Entry") -> bool:
        """Whether it stood behind ``before`` in the file they were read from."""
        return None not in (self.raw, before.raw) and self.position == before.position + 1 > 0


@dataclass(slots=True)
class PoFile:
    """A PO file in memory. ``entries`` holds the header, the active and the obsolete entries, in the file's order.

    ``count`` is how many of them were read, ``newline`` ends most of the file's lines, ``tail`` stands behind its last entry.
    """

    path: str
    store: pofile
    entries: list[Entry]
    diagnostics: tuple[Diagnostic, ...] = ()
    count: int = 0
    newline: str = "\n"
    tail: str = ""

    @property
    def header(self) -> Entry | None:
        return next((entry for entry in self.entries if entry.is_header), None)

    @property
    def active(self) -> Iterator[Entry]:
        return (entry for entry in self.entries if not entry.obsolete and not entry.is_header)

    @property
    def obsolete(self) -> Iterator[Entry]:
        return (entry for entry in self.entries if entry.obsolete)

    def new_entry(self, key: Key) -> Entry:
        """An entry without translation, not yet part of ``entries``."""
        unit = self.store.create_unit()
        context, msgid = key
        unit.msgid = quoted(msgid, "msgid", UNWRAPPED)  # wrapped when it is written
        unit.msgctxt = quoted(context, "msgctxt", UNWRAPPED) if context is not None else []
        return Entry(unit, _key=key)

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


def origin_in(comments: Iterable[str]) -> Origin | None:
    """The machine that one of the translator ``comments``, without the sign that begins them, names as a draft's origin."""
    for comment in comments:
        if found := _ORIGIN.match(comment):
            digest = _DRAFT.search(found["description"])
            return Origin(_DRAFT.sub("", found["description"]).strip(), digest["digest"] if digest else "")
    return None


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
    return _read(data, path, to_write=True)


def read_translations(data: bytes, path: str, language: str) -> tuple[Catalog, tuple[Diagnostic, ...]]:
    """The translations of a PO file, and warnings about the file: for those who only read it.

    Parameters
    ----------
    data, path:
        As for :func:`read_po`.
    language:
        BCP 47 tag of the language of the translations.

    Raises
    ------
    DossierError
        As :func:`read_po`.
    """
    file = _read(data, path, to_write=False)
    return file.catalog(language), file.diagnostics


def _read(data: bytes, path: str, *, to_write: bool) -> PoFile:
    text, warnings = _decoded(data, path)
    refuse_broken_text(text, path)
    store = _parsed(text, path)
    entries, tail = _with_raw_text(store.units, text, to_write=to_write)
    _refuse_duplicates(entries, path)
    newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    return PoFile(path, store, entries, warnings, len(entries), newline, tail)


def new_po(path: str, header: str) -> PoFile:
    """A PO file with nothing but ``header`` (PO text of the header entry)."""
    return read_po(header.encode(), path)


def write_po(file: PoFile) -> bytes:
    """The bytes of ``file``: unchanged entries as they were read, changed and new strings wrapped as msgcat does it.

    In a file that another tool wrote without wrapping they are not wrapped either.
    """
    page = page_of(entry.strings for entry in file.entries if not entry.is_header)
    texts = []
    for entry, behind in pairwise([*file.entries, None]):
        assert entry is not None
        text = entry.render(page, file.newline)
        if behind is not None:
            texts.append(text if behind.follows(entry) else set_apart(text, file.newline))
        else:
            texts.append(text if entry.position == file.count - 1 >= 0 else at_end(text, file.newline, file.tail))
    return "".join([*texts, file.tail]).encode()


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
        store.parse(plain_lines(text).encode())
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


def _with_raw_text(units: Sequence[pounit], text: str, *, to_write: bool) -> tuple[list[Entry], str]:
    """The entries, and what stands behind the last one: comments that belong to none.

    What an entry was when it was read is kept only where it is to be written again; that takes a third of the time.
    """
    lines = _LINE.findall(text)
    starts = [0, *(max(unit._line_number or 1, 1) - 1 for unit in units[1:]), len(lines)]
    raw = ["".join(lines[start:end]) for start, end in pairwise(starts)]
    tail = raw.pop() if units and not (units[-1].msgid or units[-1].msgidcomments) else ""
    return [
        Entry(unit, text, str(unit) if to_write else "", start + 1, layout(unit) if to_write else {}, position)
        for position, (unit, text, start) in enumerate(zip(units, raw, starts, strict=False))
    ], tail


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
