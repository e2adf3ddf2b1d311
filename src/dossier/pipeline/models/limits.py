"""How much a server or a package may ask of this machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of what is fetched and unpacked; the largest published package has a third of a gigabyte.

    Parameters
    ----------
    archive, unpacked:
        Bytes of a package as a file, and of all that is in it.
    members, ratio:
        How many files and folders it may have; how many times larger a file may become by unpacking.
    index:
        Bytes of a package index.
    redirects:
        How often one address may lead on to another.
    patience:
        Seconds without a byte after which a server is given up.
    deadline, least:
        Seconds in which an index must be there, and so many bytes more of a package.
    tries:
        How often a download that breaks off is gone on with at once.
    trial:
        Seconds in which a new model must have translated its first word.
    """

    archive: int = 2_000_000_000
    unpacked: int = 4_000_000_000
    members: int = 2000
    ratio: int = 100
    index: int = 16_000_000
    redirects: int = 5
    patience: float = 30.0
    deadline: float = 120.0
    least: int = 100_000
    tries: int = 3
    trial: float = 300.0


LIMITS = Limits()
