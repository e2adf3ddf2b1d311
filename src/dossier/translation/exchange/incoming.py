"""Imported translations put into the locale files of one dossier, entry by entry."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.place import Place
from dossier.model.translation import Catalog, State, Translation
from dossier.translation.exchange.deciding import Way, are_a_persons_words, decide, is_translated, same
from dossier.translation.exchange.values import Incoming, Key, remark_digest
from dossier.translation.po import Entry, PoFile
from dossier.translation.po_strings import quoted
from dossier.translation.standing import tidy

_MACHINE = "machine:"
_REPLACED = "before an import:"
_SHOWN = 300


@dataclass(slots=True)
class Receiver:
    """Takes translations into the locale files of one dossier in one language.

    Parameters
    ----------
    files:
        Its PO files by document id, those of documents that are gone included. They are changed in place; ``changed`` names
        those that were.
    catalogs:
        What readers are shown of them, without withheld names: what went out, and what imports are compared with.
    """

    files: Mapping[str, PoFile]
    catalogs: Mapping[str, Catalog]
    findings: list[Diagnostic] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)
    _ours: dict[tuple[str, Key], Translation] = field(default_factory=dict)
    _entries: dict[str, dict[Key, Entry]] = field(default_factory=dict)

    def receive(self, theirs: Incoming, document: str, key: Key) -> Way:
        """Take, or leave, a translation of the entry ``key`` of ``document``; a conflict is told (T047)."""
        ours = self._translation(document, key)
        way = decide(ours, theirs)
        if way is Way.CONFLICT:
            assert ours is not None, "nothing is in conflict with nothing"
            self.findings.append(_conflict(ours, theirs))
        if way in (Way.TAKEN, Way.APPROVED):
            self._take(ours, theirs, document, key)
        self._add_remarks(theirs, document, key, taken=way in (Way.TAKEN, Way.APPROVED))
        return way

    def keep(self, theirs: Incoming, document: str) -> Way:
        """Keep a reviewed translation whose text is gone as an obsolete entry, and tell of any (T048).

        ``update`` offers what is obsolete where the text, or one like it, comes back. The document may be gone too, as long as
        its locale file is there.
        """
        if not is_translated(theirs):
            return Way.EMPTY
        kept = document in self.files and self._kept(theirs, document)
        path = self.files[document].path if kept else ""
        self.findings.append(unknown(theirs, path, self._became(theirs, document)))
        return Way.UNKNOWN

    def _kept(self, theirs: Incoming, document: str) -> bool:
        known = self._known(document).get(theirs.key)
        if known is None:
            if theirs.state is State.REVIEWED:
                self._add_obsolete(theirs, document)
            return theirs.state is State.REVIEWED
        ours = _as_translation(known, self.files[document].path)
        way = decide(ours, theirs)
        if theirs.state is State.REVIEWED and way in (Way.TAKEN, Way.APPROVED):
            _set_text(known, theirs, ours)
            self.changed.add(document)
        return way is not Way.CONFLICT and theirs.state is State.REVIEWED

    def _translation(self, document: str, key: Key) -> Translation | None:
        """What stands here now; of an entry that ``update`` has not brought back yet, what it was."""
        catalog = self.catalogs.get(document)
        found = self._ours.get((document, key)) or (catalog.entries.get(key) if catalog else None)
        if found is None and (known := self._known(document).get(key)):
            return _as_translation(known, self.files[document].path)
        return found

    def _take(self, ours: Translation | None, theirs: Incoming, document: str, key: Key) -> None:
        entry = self._entry(document, key)
        _set_text(entry, theirs, ours)
        self.changed.add(document)
        before = ours or Translation("", State.MISSING, Place(self.files[document].path))
        self._ours[document, key] = replace(before, text=entry.text, state=entry.state, origin=entry.origin)

    def _add_remarks(self, theirs: Incoming, document: str, key: Key, *, taken: bool) -> None:
        """Add what a translator wrote beside the text in the other tool.

        Comments that went out with the export are not taken back: they may have been removed here since, and for a reason. A file
        that does not say which those are is trusted only where its translation is.
        """
        remarks = list(_new_remarks(theirs)) if taken or theirs.base else []
        known = self._known(document).get(key) if remarks else None
        have = {_spaced(comment) for comment in known.comments} if known else set()
        new = [one for one in remarks if one not in have]
        if new:
            _comment(self._entry(document, key), new)
            self.changed.add(document)

    def _known(self, document: str) -> dict[Key, Entry]:
        """The entries of a document's locale file, an active one before an obsolete one."""
        if document not in self._entries:
            file = self.files[document]
            self._entries[document] = {entry.key: entry for entry in (*file.obsolete, *file.active)}
        return self._entries[document]

    def _entry(self, document: str, key: Key) -> Entry:
        """The entry ``key``, brought back or made where ``update`` was not run since the text was written."""
        file, known = self.files[document], self._known(document)
        if key not in known:
            known[key] = file.new_entry(key)
            behind = next((index for index, one in enumerate(file.entries) if one.obsolete), len(file.entries))
            file.entries.insert(behind, known[key])
        elif known[key].obsolete:
            flags = list(known[key].unit.typecomments)
            known[key].unit.resurrect()
            known[key].unit.typecomments = flags  # translate-toolkit takes what comes back for translated; it may be stale
        return known[key]

    def _add_obsolete(self, theirs: Incoming, document: str) -> None:
        file = self.files[document]
        entry = file.new_entry(theirs.key)
        entry.text = theirs.text
        _comment(entry, _new_remarks(theirs))
        entry.unit.makeobsolete()
        file.entries.append(entry)
        self._known(document)[theirs.key] = entry
        self.changed.add(document)

    def _became(self, theirs: Incoming, document: str) -> Place | None:
        """Where the text stands that the unknown one has become, if ``update`` has found that out."""
        if document not in self.files:
            return None
        file = self.files[document]
        found = (entry for entry in file.active if entry.previous == theirs.source)
        return next((Place(file.path, entry.line_of("msgid"), 1) for entry in found), None)


def unknown(theirs: Incoming, kept: str, now: Place | None = None) -> Diagnostic:
    """T048 for a translation of a text that is no passage (any more); ``kept`` is the locale file that has it now."""
    details = [("text", _short(theirs.source)), ("theirs", _short(theirs.text))]
    if now is not None:
        details.append(("became", str(now)))
    if kept:
        mend = f"it is kept in {kept}, and dossier update offers it where a text like it is found"
    elif now is not None:
        mend = "use what is right of it in the entry that the text has become"
    else:
        mend = "use what is right of it where the text stands now"
    return Diagnostic(CODES["T048"], "the text of this translation is no passage any more", theirs.place, tuple(details), mend)


def _conflict(ours: Translation, theirs: Incoming) -> Diagnostic:
    details = (
        ("ours", f"{_short(ours.text)} ({ours.state})"),
        ("theirs", f"{_short(theirs.text)} ({theirs.state})"),
        ("in", str(theirs.place)),
    )
    changed = theirs.base is not None and ours.state is not State.REVIEWED
    why = "it was changed here too" if changed else "what stands here is not to be replaced unread"
    return Diagnostic(CODES["T047"], f"another translation was given back, and {why}", ours.place, details)


def _short(text: str) -> str:
    line = _spaced(text)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def _set_text(entry: Entry, theirs: Incoming, ours: Translation | None) -> None:
    """Give ``entry`` the text and the state of ``theirs``.

    What is not reviewed stays whatever it was before that: a machine's draft is one until somebody has read it, and a translation
    of an older text stays stale.
    """
    was_empty = not entry.text.strip()
    if ours is not None and theirs.base is None and _would_be_lost(ours, theirs):
        _comment(entry, [f"{_REPLACED} {_spaced(ours.text)}"])
    if not same(entry.text, theirs.text):
        entry.text = theirs.text
    unit = entry.unit
    if theirs.state is State.REVIEWED:
        unit.prev_msgid, unit.prev_msgctxt = [], []
        unit.markfuzzy(False)
        tidy(entry)
        return
    unit.markfuzzy()
    if was_empty:
        _describe(entry, theirs)


def _would_be_lost(ours: Translation, theirs: Incoming) -> bool:
    return bool(ours.text.strip()) and are_a_persons_words(ours) and not same(ours.text, theirs.text)


def _describe(entry: Entry, theirs: Incoming) -> None:
    """Say of an entry that was empty what the file says of it: that a machine drafted it, or that its text has changed."""
    if theirs.state is State.STALE:
        entry.unit.prev_msgid = quoted(theirs.previous or theirs.source, "#| msgid")
    if theirs.state is State.DRAFT and entry.origin is None:
        named = [one for one in theirs.comments if one.startswith(_MACHINE)]
        _comment(entry, map(_spaced, named[:1] or [f"{_MACHINE} not named in the imported file"]))


def _new_remarks(theirs: Incoming) -> Iterator[str]:
    """The lines of comments that did not come from here; which machine drafted a text is not the other tool's to say."""
    known = theirs.base.remarks if theirs.base else frozenset()
    for comment in theirs.comments:
        if remark_digest(comment) in known:
            continue
        for line in map(_spaced, comment.split("\n")):
            if line and not line.startswith(_MACHINE) and remark_digest(line) not in known:
                yield line


def _spaced(text: str) -> str:
    """``text`` in one line."""
    return " ".join(text.split())


def _comment(entry: Entry, lines: Iterable[str]) -> None:
    unit = entry.unit
    unit.othercomments = [*unit.othercomments, *(f"# {line}{unit.newline}" for line in lines)]


def _as_translation(entry: Entry, path: str) -> Translation:
    return Translation(entry.text, entry.state, Place(path, entry.line_of("msgstr"), 1), entry.origin, entry.previous)
