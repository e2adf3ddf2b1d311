"""Files with translations that are named on the command line, wherever they lie."""

from pathlib import Path

from dossier.model.place import Place
from dossier.translation.exchange.xml_input import LARGEST, too_large, unreadable


def shown_name(root: Path, path: Path) -> str:
    """How a file is called in findings: as everything in the project ``root``, or where it lies elsewhere as it was given."""
    whole = path.absolute()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else str(path)


def bytes_of(path: Path, name: str) -> bytes:
    """The bytes of a file that findings call ``name``.

    Raises
    ------
    DossierError
        T049 where it cannot be read, or is larger than any translation needs to be.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise too_large(size, name)
        return path.read_bytes()
    except OSError as error:
        raise unreadable(
            f"the file cannot be read: {error.strerror or error}", Place(name), mend="name a file that can"
        ) from error
