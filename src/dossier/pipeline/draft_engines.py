"""The engines of one ``dossier draft``: opened when they are first asked for, each once, and left alone once they failed."""

from collections.abc import Callable
from dataclasses import dataclass, field

from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.translation.engines.engine import Engine, Pair, Settings
from dossier.translation.engines.registry import open_engine, warnings


@dataclass(frozen=True, slots=True)
class Engines:
    """The engine ``name`` for as many pairs of languages as are needed; ``warning`` is called with what is to be said of it."""

    name: str
    settings: Settings
    warning: Callable[[Diagnostic], None] | None = None
    _opened: dict[Pair, tuple[Engine, str]] = field(default_factory=dict)
    _failed: dict[Pair, tuple[Diagnostic, ...]] = field(default_factory=dict)
    _warned: set[Diagnostic] = field(default_factory=set)

    def get(self, pair: Pair) -> Engine | None:
        """The engine for ``pair``; ``None`` where it cannot be had, see :meth:`failure`."""
        if pair not in self._opened and pair not in self._failed:
            try:
                engine = open_engine(self.name, pair, self.settings)
                self._opened[pair] = engine, engine.origin
            except DossierError as error:
                self.fail(pair, error)
        return None if pair in self._failed else self._opened[pair][0]

    def origin(self, pair: Pair) -> str:
        """What the drafts of ``pair`` are made by; empty where no engine can be had."""
        return self._opened[pair][1] if self.get(pair) is not None else ""

    def warn(self, engine: Engine) -> None:
        """Tell what is to be known before ``engine`` is handed any text: each thing once."""
        for found in warnings(engine):
            if self.warning is not None and found not in self._warned:
                self.warning(found)
            self._warned.add(found)

    def fail(self, pair: Pair, error: DossierError) -> None:
        """Ask nothing more of the engine for ``pair``."""
        self._failed[pair] = error.diagnostics

    def failure(self, pair: Pair) -> tuple[Diagnostic, ...]:
        """Why there is no engine for ``pair``."""
        return self._failed.get(pair, ())
