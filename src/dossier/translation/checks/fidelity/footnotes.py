"""T004: a translation refers to the footnotes of its original."""

from collections.abc import Iterator

from dossier.translation.checks.finding import Finding, differences
from dossier.translation.checks.passage import Passage


def check(one: Passage) -> Iterator[Finding]:
    """Compare labels as multisets: notes are numbered as they come in each language."""
    before, after = one.original_parts["footnote"], one.translated_parts["footnote"]
    yield from differences("T004", "footnote", before, after, "[^{}]".format)
