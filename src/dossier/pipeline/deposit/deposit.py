"""``dossier deposit``: check, pack, build from what was packed, look once more, write."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier.archive.bag import bag_files, colliding, is_portable
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, has_errors, in_order
from dossier.model.document import Dossier
from dossier.model.place import Place
from dossier.pipeline.clock import modified
from dossier.pipeline.deposit.info import bag_name
from dossier.pipeline.deposit.names_left import names_left
from dossier.pipeline.deposit.packing import packed
from dossier.pipeline.deposit.payload import Payload, Wanted, payload_of
from dossier.pipeline.deposit.writing import write_bag
from dossier.pipeline.project import Project, Selection, chosen_languages
from dossier.pipeline.quotations import checked
from dossier.pipeline.today import today

FOLDER = "build/deposits"
"""Where deposits are written unless another folder is named."""


@dataclass(frozen=True, slots=True)
class Deposit:
    """What became of the deposit of one dossier.

    ``path`` is its folder as it is told, empty where none was made; ``is_new`` whether it was written now, and not there already.
    """

    dossier: str
    path: str
    files: int
    size: int
    is_new: bool
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class How:
    """Options: the folder of deposits (``None``: in the project), that of snapshots, whether a deposit may be replaced."""

    to: Path | None = None
    snapshots: Path | None = None
    replace: bool = False


def deposit(project: Project, dossier: str, selection: Selection, how: How) -> Deposit:
    """Make the deposit of ``dossier``; nothing is written where anything is wrong.

    Parameters
    ----------
    project, dossier, selection:
        Which; of ``selection`` the languages count.
    how:
        Options.

    Raises
    ------
    DossierError
        Where something cannot be read or written.
    """
    read, told = project.load(dossier)
    found = (*told, *_quotations(project, read, how.snapshots))
    languages = chosen_languages(read, selection)
    if has_errors(found) or not languages:
        return _none(dossier, found)
    pack = packed(project.files, read, languages)
    found = (*found, *pack.diagnostics, *_names(pack.files), *names_left(pack.files, read.withheld))
    if has_errors(found):
        return _none(dossier, found)
    wanted = Wanted(dossier, languages, modified(read.config))
    payload = payload_of(pack.files, wanted)
    found = (*found, *payload.diagnostics, *names_left({**payload.files, **_outside(read, wanted, payload)}, read.withheld))
    if has_errors(found):
        return _none(dossier, found)
    return _written(project, read, wanted, payload, how, found)


def _written(
    project: Project, read: Dossier, wanted: Wanted, payload: Payload, how: How, found: tuple[Diagnostic, ...]
) -> Deposit:
    files = bag_files(payload.files, payload.info)
    name = bag_name(read.config, wanted.languages)
    folder = how.to if how.to is not None else project.root / FOLDER
    shown = str(how.to / name) if how.to is not None else f"{FOLDER}/{name}"
    is_new = write_bag(folder.absolute() / name, files, moment=wanted.moment, replace=how.replace, shown=shown)
    return Deposit(read.id, shown, len(files), sum(map(len, files.values())), is_new, in_order(found))


def _outside(read: Dossier, wanted: Wanted, payload: Payload) -> dict[str, bytes]:
    """What a bag says beside its payload: its own name, and bag-info.txt."""
    said = "\n\n".join(value for _, value in payload.info)
    return {f"{bag_name(read.config, wanted.languages)}/bag-info.txt": said.encode()}


def _none(dossier: str, found: tuple[Diagnostic, ...]) -> Deposit:
    return Deposit(dossier, "", 0, 0, False, in_order(found))


def _quotations(project: Project, dossier: Dossier, snapshots: Path | None) -> tuple[Diagnostic, ...]:
    """What is wrong with the quotations; and D004 where the snapshots tell more than the lock, which alone goes along."""
    if snapshots is None:
        return ()  # told when the editions are built
    report = checked(project.files, dossier, snapshots, today(dossier.config))
    if has_errors(report.diagnostics) or report.lock is None or _says_the_same(project, report.lock.path, report.lock.data):
        return report.diagnostics
    message = "what was found with the snapshots is not in quotations.lock, which goes into the deposit without them"
    mend = f"run: dossier quotations {dossier.id} --snapshots DIR --record; then make the deposit"
    return (*report.diagnostics, Diagnostic(CODES["D004"], message, Place(report.lock.path), mend=mend))


def _says_the_same(project: Project, path: str, data: bytes) -> bool:
    return project.files.exists(path) and project.files.read(path) == data


def _names(files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """D005 for names that not every system and reader of bags takes alike."""
    unfit = [
        Diagnostic(CODES["D005"], f"a file cannot be called “{path}” in a deposit", Place(path))
        for path in files
        if not is_portable(path)
    ]
    return (*unfit, *(_one_to_some(path, other) for path, other in colliding(files).items()))


def _one_to_some(path: str, other: str) -> Diagnostic:
    return Diagnostic(CODES["D005"], f"“{path}” and “{other}” are one file to some systems", Place(path))
