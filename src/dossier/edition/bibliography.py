"""The bibliography as one format shows it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dossier.edition.addresses import Addresses
from dossier.model.citation import Fragment


@dataclass(frozen=True, slots=True)
class BibliographyEntry:
    """An entry: the id of its source, where the source stands, and its words as the style set them."""

    source: str
    address: str
    words: Markup


def bibliography(entries: Iterable[tuple[str, Fragment]], addresses: Addresses) -> tuple[BibliographyEntry, ...]:
    """The entries in the style's order."""
    return tuple(
        BibliographyEntry(source, addresses.address(f"sources/{source}"), Markup("").join(_words(fragment)))
        for source, fragment in entries
    )


def _words(fragment: Fragment) -> Iterator[Markup]:
    return (piece for piece in fragment if isinstance(piece, Markup))
