"""T003: a translation links to the addresses of its original, no fewer and no others."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from dossier.translation.atoms import fixed_parts
from dossier.translation.checks.finding import Finding, differences


def check(original: Sequence[Token], translation: Sequence[Token]) -> Iterator[Finding]:
    """Compare addresses as multisets: a language may put its links in another order."""
    before, after = fixed_parts(original)["link"], fixed_parts(translation)["link"]
    yield from differences("T003", "address", before, after, "[words]({})".format)
