"""Check quotations against the texts of their sources, or against the record of an earlier check."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.attribution.quotations.findings import changed, missing, stale, unverified
from dossier.attribution.quotations.folding import FoldedText, fold
from dossier.attribution.quotations.lock import Entry, Found, Key, Lock, key_of, lock_of
from dossier.attribution.quotations.matching import Match, MatchKind, compare
from dossier.attribution.quotations.source_text import SourceText
from dossier.extraction.extract import extractor_of
from dossier.model.diagnostics import Diagnostic
from dossier.model.quotation import Checked, Quotation, Verdict
from dossier.model.records import Reproduce, SourceRecord


@dataclass(frozen=True, slots=True)
class CheckedAll:
    """What was found out about all quotations of a dossier, in their order, and the record of it."""

    checked: tuple[Checked, ...]
    diagnostics: tuple[Diagnostic, ...]
    lock: Lock


def check_quotations(
    quotations: Sequence[Quotation],
    texts: Mapping[str, SourceText | None],
    records: Mapping[str, SourceRecord],
    lock: Lock,
    *,
    today: str,
    strict: bool,
) -> CheckedAll:
    """Check each of ``quotations`` in each of its sources.

    Parameters
    ----------
    quotations:
        What :func:`~dossier.attribution.quotations.finding.find_quotations` found, in all documents of the dossier.
    texts:
        By id of the source its text: that of the snapshot, else that of its body; ``None`` where neither is here.
    records:
        The sources' records by id. A quotation from a source that is not among them is passed over: A001 tells that.
    lock:
        What was recorded before.
    today:
        ``YYYY-MM-DD``, for new entries.
    strict:
        Whether changes that may turn the sense are errors.

    Returns
    -------
    Verdicts; findings Q001 to Q004 and Q008; and the lock as it would be recorded: an entry keeps its day as long as it says the
    same, an entry whose text is not here stays as it is, and entries that no quotation needs are gone.
    """
    checking = _Checking(texts, records, lock.entries, today, strict)
    wanted = [(quotation, source) for quotation in quotations for source in quotation.sources if source in records]
    checking.set_orphans_apart(wanted)
    for quotation, source in wanted:
        checking.check(quotation, source)
    told = (*checking.diagnostics, *checking.told_of_unread())
    return CheckedAll(tuple(checking.checked), told, lock_of(checking.entries))


@dataclass
class _Checking:
    texts: Mapping[str, SourceText | None]
    records: Mapping[str, SourceRecord]
    locked: Mapping[Key, Entry]
    today: str
    strict: bool
    orphans: dict[tuple[str, str], list[Entry]] = field(default_factory=dict)
    folded: dict[str, FoldedText] = field(default_factory=dict)
    checked: list[Checked] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    unread: dict[str, list[Quotation]] = field(default_factory=dict)

    def set_orphans_apart(self, wanted: Iterable[tuple[Quotation, str]]) -> None:
        """Set apart entries whose quotation is no longer there: its words were changed, or it was taken out."""
        keys = {key_of(quotation, source) for quotation, source in wanted}
        for key, entry in self.locked.items():
            if key not in keys:
                self.orphans.setdefault(key[:2], []).append(entry)

    def check(self, quotation: Quotation, source: str) -> None:
        record, text = self.records[source], self.texts.get(source)
        if not record.was_consulted:
            self._unread(quotation, source)
            return
        match = self._compared(quotation, source, text) if text else None
        if text is None or match is None or _may_stand_elsewhere(match, text, record):
            self._by_record(quotation, record)
        elif match.kind is MatchKind.MISSING:
            self._add(Checked(quotation, source, Verdict.WRONG, digest=text.digest), missing(quotation, record, match))
        else:
            self._found(quotation, record, text, match)

    def _compared(self, quotation: Quotation, source: str, text: SourceText) -> Match:
        if source not in self.folded:
            self.folded[source] = fold(text.text)
        return compare(quotation.text, self.folded[source], language=quotation.language)

    def _found(self, quotation: Quotation, record: SourceRecord, text: SourceText, match: Match) -> None:
        is_changed = match.kind is MatchKind.CHANGED
        verdict = Verdict.CHANGED if is_changed else Verdict.VERIFIED
        changes = tuple(map(str, match.changes))
        found = Checked(quotation, record.id, verdict, changes, digest=text.digest, offset=match.offset)
        self._add(found, *self._told(found))
        self.entries.append(self._entry(quotation, record, text, match))

    def _told(self, found: Checked) -> Iterator[Diagnostic]:
        if found.verdict in (Verdict.CHANGED, Verdict.RECORDED_CHANGED):
            yield changed(found, strict=self.strict)

    def _entry(self, quotation: Quotation, record: SourceRecord, text: SourceText, match: Match) -> Entry:
        """The entry for what was found. An older one stays where it says the same, or rests on a snapshot that is not here."""
        key = key_of(quotation, record.id)
        before = self.locked.get(key)
        if before and text.is_body and _holds(before, record):
            return before
        entry = Entry(
            **dict(zip(("document", "source", "quotation"), key, strict=True)),
            against=text.digest,
            extractor=text.extractor,
            version=text.version,
            text=text.text_digest,
            offset=match.offset,
            verdict=Found.CHANGED if match.kind is MatchKind.CHANGED else Found.VERIFIED,
            changes=tuple(map(str, match.changes)),
            recorded=before.recorded if before else self.today,
        )
        return entry if before in (None, entry) else entry.model_copy(update={"recorded": self.today})

    def _by_record(self, quotation: Quotation, record: SourceRecord) -> None:
        """Without a text the record of an earlier check stands for it, as long as nothing has changed since."""
        entry = self.locked.get(key_of(quotation, record.id))
        if entry and _holds(entry, record):
            verdict = Verdict.RECORDED_CHANGED if entry.verdict is Found.CHANGED else Verdict.RECORDED
            found = Checked(quotation, record.id, verdict, entry.changes, entry.recorded, entry.against, entry.offset)
            self._add(found, *self._told(found))
            self.entries.append(entry)
            return
        orphans = self.orphans.get((quotation.document, record.id), [])
        older = entry or (orphans.pop(0) if orphans else None)
        if older is None:
            self._unread(quotation, record.id)
            return
        self.entries.append(older)
        told = stale(quotation, record.id, older, _what_changed(entry, record))
        self._add(Checked(quotation, record.id, Verdict.UNVERIFIED), told)

    def _unread(self, quotation: Quotation, source: str) -> None:
        self.unread.setdefault(source, []).append(quotation)
        self._add(Checked(quotation, source, Verdict.UNVERIFIED))

    def told_of_unread(self) -> Iterator[Diagnostic]:
        return (unverified(quotations, self.records[source]) for source, quotations in self.unread.items())

    def _add(self, checked: Checked, *told: Diagnostic) -> None:
        self.checked.append(checked)
        self.diagnostics.extend(told)


def _may_stand_elsewhere(match: Match, text: SourceText, record: SourceRecord) -> bool:
    """Whether words that are not in an excerpt may stand in the rest of the source, a snapshot of which is known."""
    is_excerpt = text.is_body and record.reproduce is Reproduce.EXCERPT and record.snapshot is not None
    return match.kind is MatchKind.MISSING and is_excerpt


def _holds(entry: Entry, record: SourceRecord) -> bool:
    """Whether ``entry`` is about the snapshot that the record names, read as it would be read today."""
    return not _what_changed(entry, record)


def _what_changed(entry: Entry | None, record: SourceRecord) -> str:
    """What is no longer as it was recorded; empty where all is.

    A newer version of the library that reads a format is no reason to doubt what an older one found; another library, or other
    rules of ours, may cut the text in another way.
    """
    if entry is None:
        return "the words of the quotation"
    if record.snapshot is None or record.snapshot.sha256 != entry.against:
        return "the snapshot of the source"
    if _reader(*extractor_of(record.snapshot.media_type)) != _reader(entry.extractor, entry.version):
        return "the way its text is read"
    return ""


def _reader(extractor: str, version: str) -> tuple[str, str]:
    return extractor, version.rpartition("+")[2]
