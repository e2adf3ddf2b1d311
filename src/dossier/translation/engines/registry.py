"""Engines by their names: entry points of the group ``dossier.engines``, ours and those of other packages."""

from importlib.metadata import EntryPoint, entry_points

from rapidfuzz.process import extractOne

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.translation.engines.engine import Engine, OpenEngine, Pair, Settings

GROUP = "dossier.engines"
_NEAR = 70.0
"""From which likeness (per cent) on a name is taken for a slip of the pen."""


def names() -> tuple[str, ...]:
    """The names of all engines that are installed."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def open_engine(name: str, pair: Pair, settings: Settings) -> Engine:
    """The engine ``name`` for ``pair``.

    Raises
    ------
    DossierError
        M001 where there is no such engine, M002 where it cannot be loaded; what the engine itself says.
    """
    point = _entry_point(name)
    opener = _opener(point)
    try:
        return opener(pair, settings)
    except ImportError as error:  # what is heavy is imported only now
        raise _not_loaded(point, error) from error


def must_exist(name: str) -> None:
    """See that there is an engine ``name``.

    Raises
    ------
    DossierError
        M001 where there is none.
    """
    _entry_point(name)


def warnings(engine: Engine) -> tuple[Diagnostic, ...]:
    """What a user is to be told before anything is handed to ``engine``: its attribute ``warnings``, where it has one."""
    found: tuple[Diagnostic, ...] = getattr(engine, "warnings", ())
    return found


def _entry_point(name: str) -> EntryPoint:
    """The entry point ``name``; where two packages have one, ours, else the first by the address of its code."""
    found = [point for point in entry_points(group=GROUP) if point.name == name]
    if not found:
        raise DossierError(Diagnostic(CODES["M001"], f"there is no engine “{name}”", mend=_advice(name)))
    return min(found, key=lambda point: (not point.value.startswith("dossier."), point.value))


def _advice(name: str) -> str:
    known = names()
    near = extractOne(name, known, score_cutoff=_NEAR)
    choices = f"choose one of: {', '.join(known)}"
    return f"did you mean “{near[0]}”? Or {choices}" if near else choices


def _opener(point: EntryPoint) -> OpenEngine:
    """What the entry point names.

    Whatever goes wrong in a stranger's module, a slip in its code as well as a library that is not there, is one thing to a
    user: this engine cannot be had.
    """
    try:
        opener: OpenEngine = point.load()
    except Exception as error:
        raise _not_loaded(point, error) from error
    if not callable(opener):
        raise _not_loaded(point, TypeError(f"{point.value} cannot be called"))
    return opener


def _not_loaded(point: EntryPoint, error: Exception) -> DossierError:
    details = (("reason", " ".join(f"{type(error).__name__}: {error}".split())),)
    owner = point.dist.name if point.dist else ""
    if owner == "dossier":
        mend = "install the extra: pip install 'dossier[mt]' (in a checkout: make mt)"
    else:
        mend = f"install the package “{owner}” again, with what it needs" if owner else ""
    return DossierError(Diagnostic(CODES["M002"], f"the engine “{point.name}” cannot be loaded", details=details, mend=mend))
