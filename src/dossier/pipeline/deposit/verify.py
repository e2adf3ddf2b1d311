"""``dossier verify``: what can be proved of a deposit from itself alone."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, in_order
from dossier.model.place import Place
from dossier.model.provenance import Provenance
from dossier.pipeline.deposit.agreeing import digests_agree, identifiers_agree, lock_agrees, provenance_in
from dossier.pipeline.deposit.intact import faults_of
from dossier.pipeline.deposit.reading import BagOnDisk, read_bag
from dossier.pipeline.deposit.rebuilding import other_tools, project_in, rebuilt
from dossier.pipeline.deposit.staging import written_out
from dossier.pipeline.project import Project


class Rebuild(Enum):
    """Whether a deposit is built again: never, where the toolchain is the same, or it is an error where it is not."""

    NEVER = auto()
    WHERE_POSSIBLE = auto()
    REQUIRED = auto()


@dataclass(frozen=True, slots=True)
class Verified:
    """What was proved: the number of files looked at, whether all was built again, and everything that speaks against it."""

    files: int
    is_rebuilt: bool
    diagnostics: tuple[Diagnostic, ...]


def verify(folder: Path, rebuild: Rebuild = Rebuild.WHERE_POSSIBLE) -> Verified:
    """Look at the bag in ``folder``: whole and unchanged, then in agreement with itself, then the same when it is built again.

    Each step is taken only where those before it found nothing: what is changed proves nothing.

    Parameters
    ----------
    folder:
        The bag; it is not written to.
    rebuild:
        Whether to build it again.

    Raises
    ------
    DossierError
        D006 where there is no bag; S006 where it cannot be read.
    """
    bag = read_bag(folder)
    found = faults_of(bag)
    if found:
        return Verified(len(bag.files), False, in_order(found))
    told = provenance_in(bag)
    found = (*told.diagnostics, *_disagreeing(bag, told.editions)) if not told.diagnostics else told.diagnostics
    if found:
        return Verified(len(bag.files), False, in_order(found))
    return _rebuilt(bag, told.editions, rebuild)


def _disagreeing(bag: BagOnDisk, editions: Sequence[Provenance]) -> tuple[Diagnostic, ...]:
    with tempfile.TemporaryDirectory(prefix="dossier-verify-") as name:
        root = Path(name).resolve()
        written_out(root, project_in(bag))
        locks = tuple(lock_agrees(Project(root), editions))
    return (*digests_agree(bag, editions), *locks, *identifiers_agree(bag, editions))


def _rebuilt(bag: BagOnDisk, editions: Sequence[Provenance], rebuild: Rebuild) -> Verified:
    if rebuild is Rebuild.NEVER:
        return Verified(len(bag.files), False, (_not_rebuilt("it was not asked for"),))
    others = other_tools(editions)
    if others:
        code = "D016" if rebuild is Rebuild.REQUIRED else "D015"
        return Verified(len(bag.files), False, (_not_rebuilt("the toolchain here is another", code, others),))
    found = rebuilt(bag, editions)
    return Verified(len(bag.files), not found, in_order(found))


def _not_rebuilt(reason: str, code: str = "D015", others: tuple[tuple[str, str], ...] = ()) -> Diagnostic:
    return Diagnostic(CODES[code], f"the deposit was not built again: {reason}", Place("data/project"), others)
