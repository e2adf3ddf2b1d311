"""T004: a translation refers to the footnotes of its original."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from dossier.translation.atoms import fixed_parts
from dossier.translation.checks.finding import Finding, differences


def check(original: Sequence[Token], translation: Sequence[Token]) -> Iterator[Finding]:
    """Compare labels as multisets: notes are numbered as they come in each language."""
    before, after = fixed_parts(original)["footnote"], fixed_parts(translation)["footnote"]
    yield from differences("T004", "footnote", before, after, "[^{}]".format)
