"""``dossier scrub``: people's names, addresses and time zones, found in locale files and taken out of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from glob import escape

from dossier.content.dossier_file import read_dossier_file
from dossier.content.reading import read_found
from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Dossier
from dossier.model.files import Files
from dossier.model.place import Place
from dossier.model.records import DossierConfig
from dossier.pipeline.locking import exclusive
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.writing import write_all
from dossier.translation.locations import po_folder, strings_path
from dossier.translation.people import PERHAPS, PERSON, ZONE, Trace, scrubbed, traces
from dossier.translation.po import read_po

_ALL = (PERSON, ZONE, PERHAPS)
_WHERE_NAMES_ARE_WANTED = (ZONE,)


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """What was, or would be, taken out of one locale file."""

    path: str
    traces: tuple[Trace, ...]


def people_named(files: Files, dossier: Dossier, languages: Sequence[str]) -> Iterator[Diagnostic]:
    """T040, T041 and T042 for the locale files of ``dossier`` and of the project's templates, in ``languages`` or in all."""
    for path, codes in _paths(files, dossier.id, languages, wanted=dossier.config.translators.names):
        try:
            data = read_found(files, path)
        except DossierError:
            continue  # told where it is read for its translations
        yield from _findings(path, traces(data, codes))


def scrub(
    project: Project, selection: Selection, *, dry_run: bool = False, waiting: Callable[[], None] | None = None
) -> tuple[tuple[Scrubbed, ...], tuple[Diagnostic, ...]]:
    """Take people's names, addresses and time zones out of headers and comments; the texts of entries keep every byte.

    Parameters
    ----------
    project, selection:
        What was chosen: all locale files of the dossiers, and those of the project's own templates.
    dry_run:
        Only say what would be taken out.
    waiting:
        Called once where another command has to end first.

    Returns
    -------
    What was taken out of which file, and findings: files that are left alone because they cannot be read, and what a person
    has to decide.

    Raises
    ------
    DossierError
        Where nothing was written.
    """
    if dry_run:
        plan = _plan(project, selection)
        return plan.taken, plan.findings
    with exclusive(project.root, waiting):
        plan = _plan(project, selection)
        write_all(project.root, plan.artifacts, read=plan.read)
    return plan.taken, plan.findings


@dataclass(frozen=True, slots=True)
class _Plan:
    taken: tuple[Scrubbed, ...]
    artifacts: tuple[Artifact, ...]
    read: dict[str, bytes]
    findings: tuple[Diagnostic, ...]


def _plan(project: Project, selection: Selection) -> _Plan:
    taken: list[Scrubbed] = []
    artifacts: list[Artifact] = []
    read: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for path, codes in _chosen(project, selection, found):
        try:
            data = read_found(project.files, path)
            read_po(data, path)  # what cannot be read whole is not rewritten
        except DossierError as error:
            found.extend(error.diagnostics)
            continue
        there = traces(data, codes)
        found.extend(_findings(path, (trace for trace in there if trace.code == PERHAPS)))
        certain = tuple(trace for trace in there if trace.code != PERHAPS)
        if certain:
            taken.append(Scrubbed(path, certain))
            artifacts.append(Artifact(path, scrubbed(data, certain)))
            read[path] = data
    return _Plan(tuple(taken), tuple(artifacts), read, tuple(found))


def _chosen(project: Project, selection: Selection, found: list[Diagnostic]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The locale files that ``selection`` means, once each, and what to look for; a dossier that cannot be read is ``found``."""
    told: set[str] = set()
    for name in project.chosen(selection):
        try:
            wanted = _names_are_wanted(project, name)
        except DossierError as error:
            found.extend(error.diagnostics)
            continue
        for path, codes in _paths(project.files, name, selection.languages, wanted=wanted):
            if path not in told:
                told.add(path)
                yield path, codes


def _names_are_wanted(project: Project, dossier: str) -> bool:
    path = f"content/{dossier}/dossier.toml"
    read = read_dossier_file(read_found(project.files, path), path)
    if read.front is None or not isinstance(read.front.matter, DossierConfig):
        raise DossierError(read.diagnostics)
    return read.front.matter.translators.names


def _paths(files: Files, dossier: str, languages: Sequence[str], *, wanted: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Paths of locale files, those of languages that the dossier has given up too, and what to look for in each."""
    for language in map(escape, languages or ("",)):
        for path in files.glob(f"{po_folder(escape(dossier), language or '*')}/**/*.po"):
            yield path, _WHERE_NAMES_ARE_WANTED if wanted else _ALL
        for path in files.glob(strings_path(language or "*")):
            yield path, _ALL


def _findings(path: str, found: Iterable[Trace]) -> Iterator[Diagnostic]:
    return (Diagnostic(CODES[trace.code], trace.what, Place(path, trace.line, trace.column)) for trace in found)
