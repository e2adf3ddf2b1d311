"""Engines by their names: entry points of the group ``dossier.engines``, ours and those of other packages."""

from importlib.metadata import entry_points

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.translation.engines.engine import Engine, OpenEngine, Pair, Settings

GROUP = "dossier.engines"


def names() -> tuple[str, ...]:
    """The names of all engines that are installed."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def open_engine(name: str, pair: Pair, settings: Settings) -> Engine:
    """The engine ``name`` for ``pair``.

    Raises
    ------
    DossierError
        M001 where there is no such engine; what the engine itself says.
    """
    found = [point for point in entry_points(group=GROUP) if point.name == name]
    if not found:
        known = ", ".join(names())
        raise DossierError(Diagnostic(CODES["M001"], f"there is no engine “{name}”", mend=f"choose one of: {known}"))
    opener: OpenEngine = found[0].load()
    return opener(pair, settings)
