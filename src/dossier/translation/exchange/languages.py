"""Which language of the project a file means: tools write its tag in their own way."""

from collections.abc import Iterable
from functools import lru_cache

from dossier.model.place import Place
from dossier.translation.exchange.values import IncomingFile
from dossier.translation.exchange.xml_input import unreadable


def chosen_language(file: IncomingFile, asked: tuple[str, ...], known: Iterable[str]) -> str:
    """The language of the project that ``file`` is a translation into.

    Parameters
    ----------
    file:
        What was read.
    asked:
        Languages that were asked for by name; one says what a file means that does not say it.
    known:
        The languages that the project is translated into.

    Raises
    ------
    DossierError
        T049 where the file is in another language, or does not say in which.
    """
    among = asked or tuple(known)
    if not file.language:
        if len(asked) != 1:
            raise unreadable(
                "the file does not say which language it is in",
                Place(file.path),
                mend=f"say it: --lang {among[0] if among else 'fr'}",
            )
        return asked[0]
    found = matching_language(file.language, among)
    if not found:
        message = f"the file is a translation into “{file.language}”, which is not asked for here"
        raise unreadable(
            message, Place(file.path), (("asked for", ", ".join(among)),), "import it where it belongs, or with --lang"
        )
    return found


@lru_cache(maxsize=1024)
def matching_language(tag: str, known: tuple[str, ...]) -> str:
    """The one of the languages ``known`` that a file's tag means; empty where none is meant.

    Tools write ``fr_FR`` for ``fr``, or ``fr`` for ``fr-CA``: a region may be missing on either side, where that leaves no
    choice. A script may not: ``zh-Hant`` is not read for want of ``zh-Hans``.
    """
    wanted = _subtags(tag)
    exact = [one for one in known if _subtags(one) == wanted]
    near = [one for one in known if _without_region(_subtags(one)) == _without_region(wanted)]
    loose = [one for one in near if len(_subtags(one)) != len(wanted)]
    found = exact or loose
    return found[0] if len(found) == 1 else ""


def _subtags(tag: str) -> tuple[str, ...]:
    return tuple(tag.split(".")[0].replace("_", "-").lower().split("-"))


def _without_region(subtags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for index, one in enumerate(subtags) if not index or not _is_region(one))


def _is_region(subtag: str) -> bool:
    return (len(subtag) == 2 and subtag.isalpha()) or (len(subtag) == 3 and subtag.isdigit())
