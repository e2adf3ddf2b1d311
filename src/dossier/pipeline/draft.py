"""``dossier draft``: machine drafts for what nobody has translated, put into PO files for people to correct.

It is an update, and then filling. Engines work without the lock: a person may translate meanwhile, and what she saved is what
is looked at when drafts are written. Nothing here is part of a build.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError, Severity
from dossier.model.document import Dossier
from dossier.pipeline.draft_desk import SAVED_MEANWHILE, Desk, Sheet, batches
from dossier.pipeline.draft_engines import Engines
from dossier.pipeline.drafting_progress import Meter, Watch
from dossier.pipeline.locale_files import Locales
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.sentence_memory import SentenceMemory
from dossier.pipeline.translating import Translating
from dossier.pipeline.update import languages_to_translate, update
from dossier.translation.cut import translatable
from dossier.translation.draft_entries import Made, Outcome, Wish, one_line
from dossier.translation.drafting.extra import required
from dossier.translation.engines.engine import Pair, Settings
from dossier.translation.engines.registry import must_exist
from dossier.translation.po import Key, PoFile, read_po
from dossier.translation.update import merged_language
from dossier.translation.whose import Words

_SPLITTER = "sentencex"
"""What every draft needs, whatever the engine."""


@dataclass(frozen=True, slots=True)
class Order:
    """Which engine is to draft what.

    Parameters
    ----------
    engine:
        Its name (:func:`~dossier.translation.engines.registry.names`).
    settings:
        What it is told.
    wish:
        Which entries are drafted besides the empty ones.
    """

    engine: str = "argos"
    settings: Settings = field(default_factory=Settings)
    wish: Wish = field(default_factory=Wish)


@dataclass(frozen=True, slots=True)
class Telling:
    """Whom to tell meanwhile.

    Parameters
    ----------
    watch:
        Called as engines go on.
    warn:
        Called with what is to be known before texts are handed to an engine.
    waiting:
        Called once where another command writes locale files.
    """

    watch: Watch | None = None
    warn: Callable[[Diagnostic], None] | None = None
    waiting: Callable[[], None] | None = None


_QUIET = Telling()


@dataclass(frozen=True, slots=True)
class DraftReport:
    """What was drafted for one dossier in one language; of a dry run, what would be.

    Parameters
    ----------
    wanted, wanted_words:
        Entries that a draft was wanted for, and the words of their originals.
    outcomes:
        What became of them. What is missing in it could not be drafted, or somebody translated it meanwhile.
    owners:
        Whose the words of all entries were before.
    words, seconds:
        Words that the engine was asked for, rather than the memory, and how long it took.
    """

    dossier: str
    language: str
    origins: tuple[str, ...] = ()
    wanted: int = 0
    wanted_words: int = 0
    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    owners: Mapping[Words, int] = field(default_factory=dict)
    written: tuple[str, ...] = ()
    words: int = 0
    seconds: float = 0.0
    diagnostics: tuple[Diagnostic, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {
            "dossier": self.dossier,
            "language": self.language,
            "machines": list(self.origins),
            "wanted": self.wanted,
            "words": self.wanted_words,
            **{str(outcome): self.outcomes.get(outcome, 0) for outcome in Outcome},
            "kept": self.owners.get(Words.PERSONS, 0),
            "written": list(self.written),
            "words-per-second": round(self.words / self.seconds) if self.seconds and self.words else None,
            "findings": [found.as_json() for found in self.diagnostics],
        }


def draft(project: Project, selection: Selection, order: Order, telling: Telling = _QUIET) -> Iterator[DraftReport]:
    """Update the locale files of the chosen dossiers and languages and let an engine draft what is wanted.

    What an engine made is remembered at once, and locale files are written batch by batch: whoever breaks off, in whatever way,
    goes on with the same call.

    Raises
    ------
    DossierError
        M001, M030 and M031 before anything is done. In the end, when all others are drafted, what was wrong with engines and
        locale files of some languages.
    """
    names = _chosen(project, selection, order)
    failed: list[Diagnostic] = []
    engines = Engines(order.engine, order.settings, telling.warn)
    with SentenceMemory(project.root) as memory:
        for name in names:
            drafting = _Drafting(project, project.load(name)[0], engines, order.wish, telling, memory, failed)
            yield from drafting.run(languages_to_translate(drafting.dossier, selection))
    if failed:
        raise DossierError(tuple(dict.fromkeys(failed)))


def outlook(project: Project, selection: Selection, order: Order) -> Iterator[DraftReport]:
    """What :func:`draft` would draft now. Nothing is asked of an engine but what it is, and nothing is written.

    Raises
    ------
    DossierError
        As :func:`draft`.
    """
    names = _chosen(project, selection, order)
    failed: list[Diagnostic] = []
    engines = Engines(order.engine, order.settings)
    for name in names:
        dossier, _ = project.load(name)
        languages, locales = languages_to_translate(dossier, selection), Locales(project, dossier)
        machines = _machines(dossier, languages, engines)
        for language in languages:
            desk = Desk(locales, language, order.wish, engines.origin)
            try:
                sheets, owners = desk.look(_updated(locales, language, machines))
            except DossierError as error:
                failed += error.diagnostics
                continue
            yield _report(desk, sheets, owners)
            failed += _failures(desk, sheets, engines)
    if failed:
        raise DossierError(tuple(dict.fromkeys(failed)))


def _updated(locales: Locales, language: str, machines: frozenset[str]) -> dict[str, PoFile]:
    """The locale files as an update would make them for these ``machines``."""
    files = locales.redacted(locales.read(language), language)
    merged, _ = merged_language(locales.dossier, language, files, replace(locales.known(language), drafting=machines))
    return {one.file.path: one.file for one in merged}


def _machines(dossier: Dossier, languages: Sequence[str], engines: Engines) -> frozenset[str]:
    """What drafts into ``languages`` will be made by, as their comments name it."""
    units = ((unit, tag) for tag in languages for one in dossier.documents for unit in translatable(one, tag))
    pairs = dict.fromkeys(Pair(unit.language, tag) for unit, tag in units)
    return frozenset(one_line(origin) for origin in map(engines.origin, pairs) if origin)


def _chosen(project: Project, selection: Selection, order: Order) -> tuple[str, ...]:
    """The dossiers, where all that is asked for can be had."""
    required(_SPLITTER)
    must_exist(order.engine)
    names = project.chosen(selection)
    possible = {language for name in names for language in languages_to_translate(project.load(name)[0], selection)}
    if impossible := [language for language in selection.languages if language not in possible]:
        raise DossierError([Diagnostic(CODES["M031"], f"there is nothing to draft into “{tag}”") for tag in impossible])
    return names


@dataclass(frozen=True, slots=True)
class _Drafting:
    """One dossier on its way. ``failed`` gathers what did not keep the others from being drafted."""

    project: Project
    dossier: Dossier
    engines: Engines
    wish: Wish
    telling: Telling
    memory: SentenceMemory
    failed: list[Diagnostic]

    def run(self, languages: Sequence[str]) -> Iterator[DraftReport]:
        updated = self._updated(languages) if languages else {}
        for language, findings in updated.items():
            desk = Desk(Locales(self.project, self.dossier), language, self.wish, self.engines.origin)
            try:
                yield self._language(desk, findings)
            except DossierError as error:
                self.failed.extend(error.diagnostics)

    def _updated(self, languages: Sequence[str]) -> dict[str, tuple[Diagnostic, ...]]:
        """Languages whose files are up to their documents now, with what was found. Nothing is drafted before all are written.

        A draft may be near another passage that is new; it must not be offered there or not as the last run happened to end.
        """
        machines = _machines(self.dossier, languages, self.engines)
        done, failed = self._update(languages, machines)
        if failed and all(found.code.id == SAVED_MEANWHILE for found in failed):
            again, failed = self._update([tag for tag in languages if tag not in done], machines)
            done |= again
        self.failed.extend(failed)
        return {tag: done[tag] for tag in languages if tag in done}

    def _update(
        self, languages: Sequence[str], machines: frozenset[str]
    ) -> tuple[dict[str, tuple[Diagnostic, ...]], tuple[Diagnostic, ...]]:
        selection, done = Selection((self.dossier.id,), tuple(languages)), dict[str, tuple[Diagnostic, ...]]()
        try:
            for report, findings in update(self.project, selection, self.telling.waiting, drafting=machines):
                if report.language:
                    done[report.language] = findings
                else:
                    self.failed.extend(found for found in findings if found.severity is Severity.ERROR)
        except DossierError as error:
            return done, error.diagnostics
        return done, ()

    def _language(self, desk: Desk, findings: Sequence[Diagnostic]) -> DraftReport:
        files = desk.locales.read(desk.language)
        sheets, owners = desk.look({path: read_po(data, path) for path, data in files.items()})
        meter = Meter(f"{self.dossier.id} {desk.language}", self.telling.watch)
        outcomes, written, told = Counter[Outcome](), list[str](), list(findings)
        for batch in batches(sheets):
            made = self._made(desk, batch, meter)
            try:
                done = desk.write(made, self.telling.waiting)
            except DossierError as error:
                self.failed.extend(error.diagnostics)
                continue
            outcomes.update(done.outcomes)
            written += done.paths
            told += done.diagnostics
        self.failed.extend(_failures(desk, sheets, self.engines))
        told += self._news_of_memory()
        return _report(desk, sheets, owners, outcomes, tuple(written), meter, tuple(told))

    def _made(self, desk: Desk, batch: Sequence[Sheet], meter: Meter) -> dict[str, dict[Key, Made]]:
        """Drafts of a batch, by files; none of those whose engine fails, which is told in the end."""
        from dossier.translation.drafting.drafts import drafts  # what it needs is installed only for drafting

        found: dict[str, dict[Key, Made]] = {}
        for pair, asked in desk.asked(batch).items():
            engine = self.engines.get(pair)
            if engine is None:
                continue
            self.engines.warn(engine)
            translate = Translating(engine, self.memory, meter, self.engines.settings.server)
            try:
                made = drafts([one for _, one in asked], translate, pair, self.dossier.glossary)
            except DossierError as error:
                self.engines.fail(pair, error)
                continue
            for (path, one), draft in zip(asked, made, strict=True):
                found.setdefault(path, {})[one.unit.key] = Made(draft, engine.origin)
        return found

    def _news_of_memory(self) -> list[Diagnostic]:
        news, self.memory.diagnostics[:] = list(self.memory.diagnostics), []
        return news


def _failures(desk: Desk, sheets: Sequence[Sheet], engines: Engines) -> list[Diagnostic]:
    """What is wrong with engines that were needed. Of one that was not, nobody wants to hear."""
    return [found for pair in desk.asked(sheets) if engines.get(pair) is None for found in engines.failure(pair)]


def _report(
    desk: Desk,
    sheets: Sequence[Sheet],
    owners: Mapping[Words, int],
    outcomes: Mapping[Outcome, int] | None = None,
    written: tuple[str, ...] = (),
    meter: Meter | None = None,
    diagnostics: tuple[Diagnostic, ...] = (),
) -> DraftReport:
    origins = tuple(origin for pair in desk.asked(sheets) if (origin := desk.origin(pair)))
    return DraftReport(
        dossier=desk.locales.dossier.id,
        language=desk.language,
        origins=origins,
        wanted=sum(len(sheet.units) for sheet in sheets),
        wanted_words=sum(sheet.words for sheet in sheets),
        outcomes=outcomes or {},
        owners=owners,
        written=written,
        words=meter.words if meter else 0,
        seconds=meter.seconds if meter else 0.0,
        diagnostics=diagnostics,
    )
