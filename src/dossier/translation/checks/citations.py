"""T009: a translation cites what its original cites, at the same places of the sources."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from dossier.translation.atoms import fixed_parts
from dossier.translation.checks.finding import Finding, differences


def check(original: Sequence[Token], translation: Sequence[Token]) -> Iterator[Finding]:
    """Compare sources and locators as multisets: words before and after them may be translated."""
    before, after = fixed_parts(original)["citation"], fixed_parts(translation)["citation"]
    yield from differences("T009", "citation", before, after, "[{}]".format)
