"""Zip files from strangers: EPUB and DOCX."""

from io import BytesIO
from zipfile import ZipFile

from dossier.extraction import xml_tree
from dossier.extraction.refusal import refused

LARGEST_UNPACKED = 500_000_000
"""Bytes of all files in it together, unpacked."""
MOST_FILES = 20_000
_ENCRYPTED = 0x1
_XML = (".xml", ".rels", ".opf", ".xhtml")


def opened(data: bytes) -> ZipFile:
    """The archive in ``data``.

    Python's reader gives no more bytes of a file than its directory says, so that what the directory says can be relied on.

    Raises
    ------
    DossierError
        Q006 for a zip bomb, or files locked by a password.
    zipfile.BadZipFile
        Where it is no zip file.
    """
    archive = ZipFile(BytesIO(data))
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise refused(f"the snapshot packs {len(entries):,} files; at most {MOST_FILES:,} are read")
    size = sum(entry.file_size for entry in entries)
    if size > LARGEST_UNPACKED:
        raise refused(f"the snapshot unpacks to {size:,} bytes; at most {LARGEST_UNPACKED:,} are read")
    if any(entry.file_size > xml_tree.LARGEST and entry.filename.endswith(_XML) for entry in entries):
        raise refused(f"an XML file of the snapshot has more than {xml_tree.LARGEST:,} bytes")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise refused("the snapshot is locked by a password", mend="make a snapshot without password")
    return archive
