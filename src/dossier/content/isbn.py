"""Whether every ISBN of ``dossier.toml`` belongs to one format of one edition, and to that one only (ISO 2108)."""

from collections.abc import Iterator

from dossier.content.places import Places
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.identifiers import bare_isbn
from dossier.model.records import DossierConfig, IsbnOf


def misplaced_isbns(config: DossierConfig, places: Places) -> Iterator[Diagnostic]:
    """C027 for an ISBN of an edition or format that the dossier does not have, C028 for one that stands twice."""
    for index, one in enumerate(config.isbn):
        yield from _of_nothing(index, one, config, places)
        yield from _twice(index, one, config.isbn[:index], places)


def _of_nothing(index: int, one: IsbnOf, config: DossierConfig, places: Places) -> Iterator[Diagnostic]:
    known = {"language": (one.language, config.languages), "output": (one.output, config.outputs)}
    for key, (value, there) in known.items():
        if value not in there:
            message = f"there is no edition in “{value}”" if key == "language" else f"the editions have no output “{value}”"
            mend = f"the dossier has: {', '.join(there)}"
            yield Diagnostic(CODES["C027"], message, places.value(("isbn", index, key)), mend=mend)


def _twice(index: int, one: IsbnOf, before: tuple[IsbnOf, ...], places: Places) -> Iterator[Diagnostic]:
    for other in before:
        if bare_isbn(other.number) == bare_isbn(one.number):
            message = f"“{one.number}” is the number of two formats"
            yield Diagnostic(CODES["C028"], message, places.value(("isbn", index, "number")))
        if (other.language, other.output) == (one.language, one.output):
            message = f"the {one.output} in “{one.language}” has two numbers"
            yield Diagnostic(CODES["C028"], message, places.value(("isbn", index, "output")))
