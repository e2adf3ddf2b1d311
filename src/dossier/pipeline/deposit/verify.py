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
from dossier.pipeline.apart import NotDoneError, apart
from dossier.pipeline.deposit.agreeing import digests_agree, identifiers_agree, lock_agrees, provenance_in
from dossier.pipeline.deposit.intact import faults_of
from dossier.pipeline.deposit.reading import BagOnDisk, read_bag
from dossier.pipeline.deposit.rebuilding import other_tools, project_in, rebuilt
from dossier.pipeline.deposit.staging import written_out
from dossier.pipeline.project import Project

PATIENCE = 3600.0
"""Seconds that a deposit may take to be read and built again: a book of 350 pages in three languages takes some minutes."""


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


def verify(folder: Path, rebuild: Rebuild = Rebuild.WHERE_POSSIBLE, *, seconds: float = PATIENCE) -> Verified:
    """Look at the bag in ``folder``: whole and unchanged, then in agreement with itself, then the same when it is built again.

    Each step is taken only where those before it found nothing: what is changed proves nothing. Once its files are read for what
    they say, that is done in a process of its own (:mod:`dossier.pipeline.apart`).

    Parameters
    ----------
    folder:
        The bag; it is not written to.
    rebuild:
        Whether to build it again.
    seconds:
        What reading and building may take.

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
    if told.diagnostics:
        return Verified(len(bag.files), False, in_order(told.diagnostics))
    wish, reason = _possible(told.editions, rebuild)
    found = _proved_apart(bag, told.editions, wish, seconds)
    return Verified(len(bag.files), wish is not Rebuild.NEVER and not found, in_order(found or reason))


def _proved_apart(bag: BagOnDisk, editions: Sequence[Provenance], wish: Rebuild, seconds: float) -> tuple[Diagnostic, ...]:
    try:
        return apart(seconds, _proved, bag, editions, rebuild=wish is not Rebuild.NEVER)
    except NotDoneError as error:
        return (_not_done(error),)


def _proved(bag: BagOnDisk, editions: Sequence[Provenance], *, rebuild: bool) -> tuple[Diagnostic, ...]:
    """What speaks against the bag in what its files say, and in what is made of its project."""
    with tempfile.TemporaryDirectory(prefix="dossier-verify-") as name:
        root = Path(name).resolve()
        written_out(root, project_in(bag))
        locks = tuple(lock_agrees(Project(root), editions))
    found = (*locks, *identifiers_agree(bag, editions), *digests_agree(bag, editions))
    return rebuilt(bag, editions) if rebuild and not found else found


def _possible(editions: Sequence[Provenance], wish: Rebuild) -> tuple[Rebuild, tuple[Diagnostic, ...]]:
    """Whether it can be built again here, and why not."""
    if wish is Rebuild.NEVER:
        return wish, (_not_rebuilt("it was not asked for"),)
    others = other_tools(editions)
    if not others:
        return wish, ()
    return Rebuild.NEVER, (_not_rebuilt("the toolchain here is another", "D016" if wish is Rebuild.REQUIRED else "D015", others),)


def _not_rebuilt(reason: str, code: str = "D015", others: tuple[tuple[str, str], ...] = ()) -> Diagnostic:
    return Diagnostic(CODES[code], f"the deposit was not built again: {reason}", Place("data/project"), others)


def _not_done(error: NotDoneError) -> Diagnostic:
    mend = "if you trust the deposit, give it more time: --rebuild-timeout SECONDS; else do not rely on it"
    details = (("reason", str(error)),)
    return Diagnostic(CODES["D017"], "the deposit could not be read and built to the end", Place("data/project"), details, mend)
