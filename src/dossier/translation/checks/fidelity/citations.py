"""T009: a translation cites what its original cites, at the same places of the sources."""

from collections.abc import Iterator

from dossier.translation.atoms import fixed_parts
from dossier.translation.checks.finding import Finding, differences
from dossier.translation.checks.passage import Passage


def check(one: Passage) -> Iterator[Finding]:
    """Compare sources and locators as multisets: words before and after them may be translated."""
    before, after = fixed_parts(one.original)["citation"], fixed_parts(one.translated)["citation"]
    yield from differences("T009", "citation", before, after, "[{}]".format)
