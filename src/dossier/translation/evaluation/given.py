"""The translations in a file that somebody names as a reference: PO, XLIFF 2, or TMX."""

from collections.abc import Collection, Iterator

from lxml import etree  # type: ignore[import-untyped]

from dossier.model.place import Place
from dossier.model.translation import State
from dossier.translation.exchange.languages import chosen_language, matching_language
from dossier.translation.exchange.reading import read_incoming
from dossier.translation.exchange.tmx import Remembered, remembered_in
from dossier.translation.exchange.values import Incoming, IncomingFile


def given_translations(
    data: bytes, path: str, language: str, sources: Collection[str], *, passing_over: bool = False
) -> Iterator[Incoming]:
    """Every translation into ``language`` in a file.

    Parameters
    ----------
    data, path:
        The file, and its name for diagnostics.
    language:
        BCP 47 tag.
    sources:
        The languages that are translated from.
    passing_over:
        Whether a file in another language is passed over: one of many in a folder.

    Raises
    ------
    DossierError
        T049, or for a PO file T001, T002, T008, where it cannot be read; T049 where it is in another language.
    """
    content, _ = read_incoming(data, path)
    if not isinstance(content, IncomingFile):
        yield from _remembered(content, path, language, sources)
    elif not (passing_over and content.language and not matching_language(content.language, (language,))):
        chosen_language(content, (language,), ())
        yield from content.entries


def _remembered(root: etree._Element, path: str, language: str, sources: Collection[str]) -> Iterator[Incoming]:
    for one in remembered_in(root, tuple(sources), language):
        dossier, _, document = one.document.partition("/")
        yield Incoming(one.source, one.target, _state(one), Place(path), dossier=dossier, document=document)


def _state(one: Remembered) -> State:
    """What dossier exported says its state; what another tool remembers is taken at the word of whoever names the file."""
    if not one.state:
        return State.REVIEWED
    return next((state for state in State if state == one.state), State.UNFINISHED)
