"""T003: a translation links to the addresses of its original, no fewer and no others."""

from collections.abc import Iterator

from dossier.translation.checks.finding import Finding, differences
from dossier.translation.checks.passage import Passage


def check(one: Passage) -> Iterator[Finding]:
    """Compare addresses as multisets: a language may put its links in another order."""
    before, after = one.original_parts["link"], one.translated_parts["link"]
    yield from differences("T003", "address", before, after, "[words]({})".format)
