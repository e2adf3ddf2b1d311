"""T005: images and code are the same in every language."""

from collections.abc import Iterator

from dossier.translation.checks.finding import Finding, differences
from dossier.translation.checks.passage import Passage


def check(one: Passage) -> Iterator[Finding]:
    """Compare image paths and inline code as multisets."""
    before, after = one.original_parts, one.translated_parts
    yield from differences("T005", "image", before["image"], after["image"], "![description]({})".format)
    yield from differences("T005", "code", before["code"], after["code"], "`{}`".format)
