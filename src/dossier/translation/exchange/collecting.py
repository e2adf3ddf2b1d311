"""What goes out: the entries of a dossier in one language, with their states, and without withheld names."""

from collections.abc import Callable, Collection, Iterator, Mapping

from dossier.model.document import Document, Dossier, Unit
from dossier.model.translation import Catalog, State
from dossier.translation.cut import translatable
from dossier.translation.exchange.values import Bundle, Key, Outgoing, OutgoingDocument


def collected(
    dossier: Dossier,
    catalogs: Mapping[str, Catalog],
    language: str,
    states: Collection[State],
    redacted: Callable[[str], str] = str,
) -> Bundle:
    """The entries of ``dossier`` that are in one of ``states``.

    Parameters
    ----------
    dossier:
        What was read from ``content/``, without withheld names.
    catalogs:
        Its translations into ``language``, by document id, without withheld names.
    language:
        BCP 47 tag of the language that is translated into.
    states:
        Which entries are wanted.
    redacted:
        Takes withheld names out of a translator's comment: those are nobody else's business either.
    """
    documents = (_document(one, catalogs.get(one.id, Catalog(language)), states, redacted) for one in dossier.documents)
    return Bundle(dossier.id, dossier.config.language, language, tuple(one for one in documents if one.entries))


def _document(
    document: Document, catalog: Catalog, states: Collection[State], redacted: Callable[[str], str]
) -> OutgoingDocument:
    entries = tuple(one for one in _entries(document, catalog, redacted) if one.state in states)
    return OutgoingDocument(document.id, document.path, document.title or document.id, entries)


def _entries(document: Document, catalog: Catalog, redacted: Callable[[str], str]) -> Iterator[Outgoing]:
    places: dict[Key, list[Unit]] = {}
    for unit in translatable(document, catalog.language):
        places.setdefault(unit.key, []).append(unit)
    for units in places.values():
        found = catalog.find(units[0])
        if found is None:
            yield Outgoing(tuple(units))
        else:
            comments = tuple(map(redacted, found.comments))
            yield Outgoing(tuple(units), found.text, found.state, found.previous, comments)
