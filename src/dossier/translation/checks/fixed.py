"""T005: images and code are the same in every language."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from dossier.translation.atoms import fixed_parts
from dossier.translation.checks.finding import Finding, differences


def check(original: Sequence[Token], translation: Sequence[Token]) -> Iterator[Finding]:
    """Compare image paths and inline code as multisets."""
    before, after = fixed_parts(original), fixed_parts(translation)
    yield from differences("T005", "image", before["image"], after["image"], "![description]({})".format)
    yield from differences("T005", "code", before["code"], after["code"], "`{}`".format)
