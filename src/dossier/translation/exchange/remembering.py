"""What a TMX file knows, added to a project's memory of one language."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

from dossier.translation.exchange.tmx import languages_in, memory_path, merged, read_root, remembered_in, write_tmx
from dossier.translation.exchange.xml_input import parsed


@dataclass(frozen=True, slots=True)
class Grown:
    """A memory after something was added: how many translations were new, how many known; ``data`` is ``None`` where none was.

    ``refused`` counts those that were not taken because of what stands in them.
    """

    data: bytes | None
    new: int
    known: int
    refused: int = 0


def _nothing(_text: str) -> bool:
    return False


def grown(
    before: bytes | None,
    root: etree._Element,
    sources: Collection[str],
    language: str,
    main: str,
    forbidden: Callable[[str], bool] = _nothing,
) -> Grown:
    """The memory of ``language`` with what the TMX document ``root`` has in it.

    Parameters
    ----------
    before:
        The memory as it is; ``None`` where there is none yet.
    root:
        What is imported.
    sources:
        The languages that the project's texts are written in; of others nothing is taken.
    language:
        BCP 47 tag of the language that is translated into.
    main:
        The language most texts are written in.
    forbidden:
        Whether a text must not get into the project: it has a withheld name.

    Raises
    ------
    DossierError
        T049 where the memory cannot be read. It is not written anew then.
    """
    path = memory_path(language)
    old = read_root(parsed(before, path), path) if before else None
    known = [] if old is None else list(remembered_in(old, languages_in(old), language))
    given = list(remembered_in(root, tuple(sources), language))
    found = [one for one in given if not forbidden(f"{one.source}\n{one.target}")]
    units = merged(known, found)
    new = len(units) - len(merged(known, ()))
    changed = units != merged(known, ())
    return Grown(write_tmx(units, main) if changed else None, new, len(merged((), found)) - new, len(given) - len(found))
