"""What ``bagit``, the Library of Congress's own reader, says of a bag on disk.

It works on a folder and takes no bytes: the one place of this room that reads the disk. The folder was looked through before
(:mod:`dossier.pipeline.deposit.reading`), since the library follows symbolic links.
"""

import logging
from pathlib import Path


def judged_by_bagit(folder: Path) -> str:
    """Why the bag is not valid, in the library's words; empty where it is."""
    import bagit

    logging.getLogger("bagit").setLevel(logging.CRITICAL)  # it logs, to standard error, what it raises too
    try:
        bagit.Bag(str(folder)).validate()
    except (bagit.BagError, OSError, ValueError, KeyError) as error:
        return str(error) or type(error).__name__
    return ""
