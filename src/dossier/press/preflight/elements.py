"""Elements of the structure, by their type."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Element, Survey


def elements_of(survey: Survey, *kinds: str) -> Iterator[Element]:
    """The elements of these types, in reading order; none where there is no structure."""
    elements = survey.structure.elements if survey.structure else ()
    return (element for element in elements if element.kind in kinds)
