"""Is the translation well written in its own language? One rule a file, listed in :data:`RULES`."""

from collections.abc import Callable, Iterator

from dossier.translation.checks.finding import Finding
from dossier.translation.checks.passage import Passage

RULES: tuple[Callable[[Passage], Iterator[Finding]], ...] = ()
