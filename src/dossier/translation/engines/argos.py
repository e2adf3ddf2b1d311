"""To be written."""

from dossier.translation.engines.engine import Engine, Pair, Settings


def open_engine(pair: Pair, settings: Settings) -> Engine:
    """The engine for ``pair``."""
    raise NotImplementedError
