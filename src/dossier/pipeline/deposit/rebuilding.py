"""A deposit built again from its own project, and compared byte for byte."""

from collections.abc import Iterator, Mapping, Sequence

from dossier.archive.bag import PAYLOAD, bag_files
from dossier.archive.payload import PROJECT, PROVENANCE
from dossier.archive.sidecars.ro_crate import NAME as RO_CRATE
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError, Severity
from dossier.model.place import Place
from dossier.model.provenance import Provenance
from dossier.pipeline.deposit.payload import Wanted, payload_of
from dossier.pipeline.deposit.reading import BagOnDisk
from dossier.pipeline.deposit.tools import agents, differences

_FOLDER = f"{PAYLOAD}{PROJECT}"


def other_tools(editions: Sequence[Provenance]) -> tuple[tuple[str, str], ...]:
    """What is of another version here than it was where the deposit was made."""
    found = (pair for one in editions for pair in differences(one.agents, agents((one.language,))))
    return tuple(dict.fromkeys(found))


def project_in(bag: BagOnDisk) -> dict[str, bytes]:
    """The files of the project in the deposit, by their paths in it."""
    return {path.removeprefix(_FOLDER): bag.read(path) for path in bag.files if path.startswith(_FOLDER)}


def rebuilt(bag: BagOnDisk, editions: Sequence[Provenance]) -> tuple[Diagnostic, ...]:
    """D017 for every file of the bag that building it again does not give as it is.

    Whoever changes a file and all digests of it with it is found here, and nowhere else.
    """
    first = editions[0]
    languages = tuple(one.language for one in editions)
    wanted = Wanted(first.dossier, languages, first.source_date_epoch)
    try:
        payload = payload_of(project_in(bag), wanted)
    except DossierError as error:
        return (_failed(_reason(error.diagnostics)),)
    except Exception as error:  # a stranger's project may go wrong in ways that nobody foresaw
        return (_failed(f"{type(error).__name__}: {error}"),)
    if not payload.files:
        return (_failed(_reason(payload.diagnostics)),)
    return _compared(bag, bag_files(payload.files, payload.info))


def _reason(findings: Sequence[Diagnostic]) -> str:
    return next((f"{one.code.id} {one.message}" for one in findings if one.severity is Severity.ERROR), "no edition came out")


def _failed(reason: str) -> Diagnostic:
    place = Place(_FOLDER.rstrip("/"))
    return Diagnostic(CODES["D017"], "the project in the deposit cannot be built", place, (("reason", reason),))


def _compared(bag: BagOnDisk, made: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Files that merely list the digests of another one that differs are told only where there is no such other."""
    found = tuple(_differences(bag, made))
    tiers = (tuple(one for one in found if one.place and _lists(one.place.file) == tier) for tier in range(3))
    return next(filter(None, tiers), ())


def _lists(path: str) -> int:
    """0 for what lists no digests, 1 for what lists those of files, 2 for what lists those of these lists too."""
    if not path.startswith(PAYLOAD):
        return 2
    return int(path.startswith((f"{PAYLOAD}{PROVENANCE}", f"{PAYLOAD}{RO_CRATE}")))


def _differences(bag: BagOnDisk, made: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    for path in sorted({*bag.files, *made}):
        if path not in made:
            yield _differs("building it again gives no such file", path)
        elif path not in bag.files:
            yield _differs("building it again gives this file, which the deposit does not have", path)
        elif bag.read(path) != made[path]:
            yield _differs("building it again gives other bytes", path)


def _differs(message: str, path: str) -> Diagnostic:
    return Diagnostic(CODES["D017"], message, Place(path))
