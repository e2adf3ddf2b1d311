"""``dossier export`` and ``dossier import``: translations out to other tools, and back into the locale files."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dossier.content.reading import read_found
from dossier.content.withheld.redactor import Redactor
from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Dossier
from dossier.model.place import Place
from dossier.model.translation import Catalog, State
from dossier.pipeline.given_files import bytes_of, shown_name
from dossier.pipeline.locale_files import Locales
from dossier.pipeline.localize import read_catalogs
from dossier.pipeline.locking import exclusive
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.update import languages_to_translate
from dossier.pipeline.withheld import words_of
from dossier.pipeline.withheld_locales import found_in_locales
from dossier.pipeline.writing import write_all
from dossier.translation.cut import translatable
from dossier.translation.exchange.collecting import collected
from dossier.translation.exchange.formats import written
from dossier.translation.exchange.incoming import Receiver
from dossier.translation.exchange.languages import chosen_language
from dossier.translation.exchange.matching import Passages
from dossier.translation.exchange.reading import read_incoming
from dossier.translation.exchange.remembering import Grown, grown
from dossier.translation.exchange.routing import Routing
from dossier.translation.exchange.tmx import memory_path
from dossier.translation.exchange.values import UNREVIEWED, Bundle, Format, IncomingFile
from dossier.translation.exchange.xml_input import unreadable
from dossier.translation.locations import po_folder, po_path
from dossier.translation.po import PoFile, read_po, write_po
from dossier.translation.update import update_language

EXPORTS = "build/exchange"
"""Where exports go that are not sent elsewhere."""
STATES = {"all": frozenset(State), "unreviewed": UNREVIEWED}
"""What ``--only`` chooses."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """One dossier in one language, exported: the files, and how many entries in each state went into them."""

    dossier: str
    language: str
    files: tuple[str, ...]
    states: Mapping[State, int]
    diagnostics: tuple[Diagnostic, ...] = ()


def export(
    project: Project, selection: Selection, form: Format, only: str = "", output: Path | None = None
) -> Iterator[ExportReport]:
    """Write translations for other tools.

    Parameters
    ----------
    project, selection:
        What is exported: a file for each dossier and language.
    form:
        The format.
    only:
        A key of :data:`STATES`; empty means what the format is for: everything, or for a memory what was reviewed.
    output:
        The file, or where there are several the folder; ``None`` means :data:`EXPORTS`.

    Raises
    ------
    DossierError
        Where a locale file cannot be read, or the file not written.
    """
    states = STATES.get(only) or (frozenset({State.REVIEWED}) if form is Format.TMX else STATES["all"])
    bundles = [bundle for name in project.chosen(selection) for bundle in _bundles(project, name, selection, states)]
    made = [(bundle, list(written(bundle, form))) for bundle in bundles]
    alone = sum(len(files) for _, files in made) == 1 and output is not None and not output.is_dir()
    for bundle, files in made:
        folder, names = project.root, [f"{EXPORTS}/{one.name}" for one in files]
        if output is not None:
            folder, names = (
                (output.absolute().parent, [output.name]) if alone else (output.absolute(), [one.name for one in files])
            )
        write_all(folder, [Artifact(name, one.data) for name, one in zip(names, files, strict=True)])
        shown = names if output is None else [str(output if alone else output / name) for name in names]
        left_out = tuple(found for one in files for found in one.diagnostics)
        yield ExportReport(bundle.dossier, bundle.language, tuple(shown), bundle.states, left_out)


def _bundles(project: Project, name: str, selection: Selection, states: frozenset[State]) -> Iterator[Bundle]:
    dossier, _ = project.load(name)
    redactor = Redactor(dossier.withheld, words_of(project.files))
    for language in languages_to_translate(dossier, selection):
        catalogs, _ = read_catalogs(project.files, dossier, language)

        def redacted(comment: str, language: str = language) -> str:
            return redactor.text(comment, language)

        yield collected(dossier, catalogs, language, states, redacted)


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of one file, in one language: how many translations went which way."""

    path: str
    language: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """An import as a whole. ``written`` are the files of the project that changed, or would."""

    files: tuple[ImportedFile, ...]
    written: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    def as_json(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {
            "files": [{"path": one.path, "language": one.language, "counts": dict(one.counts)} for one in self.files],
            "written": list(self.written),
            "findings": [found.as_json() for found in self.diagnostics],
        }


def import_files(
    project: Project,
    paths: Sequence[Path],
    languages: tuple[str, ...] = (),
    *,
    dry_run: bool = False,
    waiting: Callable[[], None] | None = None,
) -> ImportReport:
    """Take translations from other tools into the locale files, and memories into the project's own.

    Parameters
    ----------
    project:
        Whose locale files.
    paths:
        The files, XLIFF 2, PO or TMX.
    languages:
        The languages that were asked for; where there are none, each file says its own.
    dry_run:
        Whether only to tell what would be done.
    waiting:
        Called once where another command writes locale files and has to be waited for.

    Raises
    ------
    DossierError
        Where one of the files cannot be read (T049, or for PO files T001, T002, T008): then nothing is written. Also where a
        locale file cannot be, or was changed by somebody else meanwhile.
    """
    read, warnings = _read_all(project, paths)
    with nullcontext() if dry_run else exclusive(project.root, waiting):
        importing = _Importing.begun(project, languages)
        files = tuple(one for path, content in read for one in importing.take(path, content))
        artifacts = importing.artifacts()
        names = tuple(one.path for one in artifacts)
        if not dry_run:
            names = write_all(project.root, artifacts, read={name: importing.read.get(name) for name in names})
        return ImportReport(files, names, (*warnings, *importing.findings(written=bool(names) and not dry_run)))


def _read_all(project: Project, paths: Sequence[Path]) -> tuple[list[tuple[str, Any]], tuple[Diagnostic, ...]]:
    """What all files hold; every one that cannot be read is told of, not the first."""
    read, warnings, failed = [], list[Diagnostic](), list[Diagnostic]()
    for path in paths:
        name = shown_name(project.root, path)
        try:
            content, found = read_incoming(bytes_of(path, name), name)
        except DossierError as error:
            failed += error.diagnostics
        else:
            read.append((name, content))
            warnings += found
    if failed:
        raise DossierError(failed)
    return read, tuple(warnings)


@dataclass
class _Importing:
    """The locale files and memories of a project while translations come into them.

    ``read`` holds the bytes of what was opened, ``None`` for what is not there yet; ``memories`` the bytes of those that grew.
    """

    project: Project
    dossiers: tuple[Dossier, ...]
    asked: tuple[str, ...]
    read: dict[str, bytes | None] = field(default_factory=dict)
    memories: dict[str, bytes] = field(default_factory=dict)
    routings: dict[str, Routing] = field(default_factory=dict)
    told: list[Diagnostic] = field(default_factory=list)

    @classmethod
    def begun(cls, project: Project, asked: tuple[str, ...]) -> "_Importing":
        names = project.chosen(Selection(languages=asked))
        return cls(project, tuple(project.load(name)[0] for name in names), asked)

    @property
    def known(self) -> tuple[str, ...]:
        """The languages that the project is translated into."""
        selection = Selection(languages=self.asked)
        return tuple(dict.fromkeys(tag for one in self.dossiers for tag in languages_to_translate(one, selection)))

    def take(self, path: str, content: Any) -> Iterator[ImportedFile]:
        """Take in what was read from ``path``: translations, or the root of a memory."""
        if not isinstance(content, IncomingFile):
            yield from self._remember(path, content)
            return
        language = chosen_language(content, self.asked, self.known)
        if language not in self.routings:
            self.routings[language] = self._opened(language)
        counts = self.routings[language].take(content)
        yield ImportedFile(path, language, {str(way): number for way, number in counts.items()})

    def artifacts(self) -> list[Artifact]:
        """The files that changed; each is read again as everything is that translators write."""
        made = [Artifact(path, data) for path, data in self.memories.items()]
        for routing in self.routings.values():
            for receiver in routing.receivers.values():
                made += [_artifact(receiver.files[document]) for document in sorted(receiver.changed)]
        return made

    def findings(self, *, written: bool) -> tuple[Diagnostic, ...]:
        """What there is to tell; where files were written, also of withheld names in them."""
        told = [*self.told, *(found for routing in self.routings.values() for found in routing.findings)]
        for language in self.routings if written else ():
            for dossier in self.dossiers:
                told += found_in_locales(self.project.files, dossier, language)
        return tuple(told)

    def _remember(self, path: str, root: Any) -> Iterator[ImportedFile]:
        added = {language: self._grown(root, language) for language in self.known}
        for language, one in added.items():
            if one.data is not None:
                self.memories[memory_path(language)] = one.data
            if one.new or one.known:
                yield ImportedFile(path, language, {"remembered": one.new, "known": one.known})
        if refused := sum(one.refused for one in added.values()):
            message = f"{refused} translations with a withheld name were not remembered"
            self.told.append(
                Diagnostic(CODES["C024"], message, Place(path), mend="take the name out of them, and import them again")
            )
        elif not any(one.new or one.known for one in added.values()):
            message = "the memory has no translation between languages of the project"
            details = (("translated into", ", ".join(self.known)),)
            raise unreadable(message, Place(path), details, "import it where it belongs")

    def _grown(self, root: Any, language: str) -> Grown:
        name = memory_path(language)
        if name not in self.read:
            self.read[name] = read_found(self.project.files, name) if self.project.files.exists(name) else None
        texts = (unit for one in self.dossiers for document in one.documents for unit in translatable(document, language))
        sources = tuple(dict.fromkeys(unit.language for unit in texts))
        withheld = [Redactor(one.withheld, str) for one in self.dossiers if one.withheld]

        def forbidden(text: str) -> bool:
            return any(redactor.holds(text) for redactor in withheld)

        return grown(self.memories.get(name, self.read[name]), root, sources, language, self._main, forbidden)

    @property
    def _main(self) -> str:
        return self.dossiers[0].config.language

    def _opened(self, language: str) -> Routing:
        having = [one for one in self.dossiers if language in languages_to_translate(one, Selection(languages=(language,)))]
        return Routing(Passages(having, language), {one.id: self._receiver(one, language) for one in having})

    def _receiver(self, dossier: Dossier, language: str) -> Receiver:
        locales = Locales(self.project, dossier)
        read = locales.read(language)
        folder = f"{po_folder(dossier.id, language)}/"
        files = {
            path.removeprefix(folder).removesuffix(".po"): read_po(data, path)
            for path, data in locales.redacted(read, language).items()
        }
        catalogs: dict[str, Catalog] = dict(read_catalogs(self.project.files, dossier, language)[0])
        for document, file in _begun(locales, language, read, files):
            files[document], catalogs[document] = file, file.catalog(language)
        self.read.update({file.path: read.get(file.path) for file in files.values()})
        return Receiver(files, catalogs)


def _begun(
    locales: Locales, language: str, read: Mapping[str, bytes], files: Mapping[str, PoFile]
) -> Iterator[tuple[str, PoFile]]:
    """The locale files that ``update`` would begin: of documents that have none yet, or one with nothing in it."""
    dossier = locales.dossier
    missing = {
        po_path(dossier.id, one.id, language): one.id
        for one in dossier.documents
        if translatable(one, language) and not (one.id in files and files[one.id].entries)
    }
    if missing:
        updated, _ = update_language(dossier, language, locales.redacted(read, language), locales.known(language))
        yield from ((missing[one.path], read_po(one.data, one.path)) for one in updated if one.path in missing)


def _artifact(file: PoFile) -> Artifact:
    data = write_po(file)
    read_po(data, file.path)
    return Artifact(file.path, data)
