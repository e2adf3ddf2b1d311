"""Page numbers of an index as indexers write them: each page once, and pages in a row as a span.

CSS can print the page of a passage, but cannot see that the next passage stands on the same page. So the pages are set once to
learn where everything stands, and the numbers are then written as text; the index comes behind all that it refers to, and moves
nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dossier.edition.names import NameEntry, NameGroup, PageSpan, SeeReference
from dossier.edition.passages import Passage
from dossier.model.bundle import Page


def with_pages(groups: Iterable[NameGroup], pages: Mapping[str, Page]) -> tuple[NameGroup, ...]:
    """The index with its page numbers.

    Parameters
    ----------
    groups:
        The index, with the passages of its names.
    pages:
        On which page each anchor came to stand.
    """
    return tuple(replace(group, entries=tuple(_numbered(entry, pages) for entry in group.entries)) for group in groups)


def _numbered(entry: NameEntry | SeeReference, pages: Mapping[str, Page]) -> NameEntry | SeeReference:
    return replace(entry, pages=tuple(_spans(entry.places, pages))) if isinstance(entry, NameEntry) else entry


def _spans(places: Iterable[Passage], pages: Mapping[str, Page]) -> Iterator[PageSpan]:
    """Pages in their order; three or more in a row are a span, and two are named each for itself."""
    first = {pages[place.anchor].number: place for place in reversed(list(places)) if place.anchor in pages}
    for run in _runs(sorted(first)):
        ends = [run] if len(run) > 2 else [[number] for number in run]
        for start, *rest in ends:
            place = first[start]
            last = pages[first[rest[-1]].anchor].label if rest else ""
            yield PageSpan(pages[place.anchor].label, last, place.address)


def _runs(numbers: Iterable[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run
