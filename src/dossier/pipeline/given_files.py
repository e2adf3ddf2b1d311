"""Files that are named on the command line, wherever they lie: translations, PDFs."""

from pathlib import Path
from stat import S_ISFIFO, S_ISREG

from dossier.model.place import Place
from dossier.translation.exchange.xml_input import LARGEST, too_large, unreadable


def shown_name(root: Path, path: Path) -> str:
    """How a file is called in findings: as everything in the project ``root``, or where it lies elsewhere as it was given."""
    whole = path.absolute()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else str(path)


class TooLargeError(Exception):
    """A file has more bytes than are read: ``size``."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


def read_within(path: Path, most: int) -> bytes:
    """The bytes of a file, or of a pipe, of which there are ``most`` at the most.

    Raises
    ------
    TooLargeError
        Where there are more.
    OSError
        Where it cannot be read; where it is a folder, or a device, which may have no end.
    """
    status = path.stat()
    if S_ISREG(status.st_mode):
        if status.st_size > most:
            raise TooLargeError(status.st_size)
        return path.read_bytes()
    if not S_ISFIFO(status.st_mode):
        raise OSError("it is no file")
    with path.open("rb") as pipe:
        data = pipe.read(most + 1)
    if len(data) > most:
        raise TooLargeError(len(data))
    return data


def bytes_of(path: Path, name: str) -> bytes:
    """The bytes of a file that findings call ``name``.

    Raises
    ------
    DossierError
        T049 where it cannot be read, or is larger than any translation needs to be.
    """
    try:
        return read_within(path, LARGEST)
    except TooLargeError as error:
        raise too_large(error.size, name) from error
    except OSError as error:
        raise unreadable(
            f"the file cannot be read: {error.strerror or error}", Place(name), mend="name a file that can"
        ) from error
