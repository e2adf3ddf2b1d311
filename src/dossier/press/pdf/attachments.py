"""Files that a PDF carries along: associated files (ISO 32000-2, 14.13; ISO 19005-3, 6.8), in one order, dated as the edition is.

Import this module only after :func:`dossier.press.engine.load_engine`.
"""

import re
from codecs import BOM_UTF16_BE
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import md5, sha256
from pathlib import PurePosixPath
from typing import Any
from unicodedata import category

import pydyf

from dossier.model.bundle import Attachment

SUMS = "SHA256SUMS"
"""The list of digests that goes with the files, in the form of ``sha256sum``."""
_RELATIONSHIPS = frozenset({"Source", "Data", "Alternative", "Supplement", "Unspecified"})
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9][\w!#$&^.+-]*/[A-Za-z0-9][\w!#$&^.+-]*", re.ASCII)
_UNSAFE = frozenset('\\:*?"<>|')
_LONGEST = 120
"""Characters of one part of a name: at most 240 bytes in the UTF-8 of Persian, of the 255 that file systems allow."""


def attach(pdf: Any, attachments: Sequence[Attachment], modified: int) -> None:
    """Put ``attachments`` and a list of their digests into ``pdf``, a document of pydyf that is not written yet.

    Parameters
    ----------
    attachments:
        Names are made safe: no way out of a folder, no sign that a file system or a terminal takes for something else.
    modified:
        Second since the epoch that all are dated.
    """
    if not attachments:
        return
    files = _named(attachments)
    moment = datetime.fromtimestamp(modified, UTC).strftime("D:%Y%m%d%H%M%SZ")
    found = [(file.name, _file(pdf, file, moment)) for file in (*files, _sums(files))]
    found.sort(key=lambda pair: _encoded(pair[0]))
    names = pydyf.Dictionary({"Names": pydyf.Array([part for name, one in found for part in (_text(name), one)])})
    pdf.add_object(names)
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = names.reference
    pdf.catalog["AF"] = pydyf.Array([one for _, one in found])


def _file(pdf: Any, file: Attachment, moment: str) -> bytes:
    stream = pydyf.Stream(
        [file.data],
        {
            "Type": "/EmbeddedFile",
            "Subtype": pydyf_name(file.media_type if _MEDIA_TYPE.fullmatch(file.media_type) else "application/octet-stream"),
            "Params": pydyf.Dictionary(
                {
                    "Size": len(file.data),
                    "CreationDate": pydyf.String(moment),
                    "ModDate": pydyf.String(moment),
                    "CheckSum": f"<{md5(file.data, usedforsecurity=False).hexdigest()}>",
                }
            ),
        },
        compress=True,
    )
    pdf.add_object(stream)
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": _text(file.name),
            "UF": _text(file.name),
            "EF": pydyf.Dictionary({"F": stream.reference, "UF": stream.reference}),
            "AFRelationship": f"/{file.relationship if file.relationship in _RELATIONSHIPS else 'Unspecified'}",
        }
    )
    if file.description:
        specification["Desc"] = _text(file.description)
    pdf.add_object(specification)
    reference: bytes = specification.reference
    return reference


def _sums(files: Iterable[Attachment]) -> Attachment:
    lines = "".join(f"{sha256(file.data).hexdigest()}  {file.name}\n" for file in files)
    return Attachment(SUMS, lines.encode(), "text/plain", "SHA-256 of each attached file", "Supplement")


# -- names


def _named(attachments: Sequence[Attachment]) -> list[Attachment]:
    """``attachments`` by name, each with one that is safe and its own."""
    taken, files = {SUMS.casefold()}, list[Attachment]()
    for file in sorted(attachments, key=lambda one: one.name):
        name = _free(safe_name(file.name), taken)
        taken.add(name.casefold())
        files.append(replace(file, name=name))
    return files


def safe_name(name: str) -> str:
    """``name`` without what leads out of a folder, hides its end, or is no part of a file's name somewhere.

    Folders stay, parted by ``/``.
    """
    parts = ("".join(map(_safe, part)).strip(" .") for part in name.replace("\\", "/").split("/"))
    kept = [_short(part) for part in parts if part]
    return "/".join(kept) or "file"


def _safe(char: str) -> str:
    # Cc, Cf: controls, and the marks of direction that let "fdp.exe" look like "exe.pdf"; but joiners are letters' company.
    is_joiner = char in "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
    return "_" if char in _UNSAFE or (category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and not is_joiner) else char


def _short(part: str) -> str:
    if len(part) <= _LONGEST:
        return part
    suffix = PurePosixPath(part).suffix[:16]
    return part[: _LONGEST - len(suffix)] + suffix


def _free(name: str, taken: set[str]) -> str:
    path, number, free = PurePosixPath(name), 2, name
    while free.casefold() in taken:
        free, number = str(path.with_name(f"{path.stem}-{number}{path.suffix}")), number + 1
    return free


# -- strings and names of PDF


def _encoded(text: str) -> bytes:
    """A text string (ISO 32000-1, 7.9.2.2): ASCII, or UTF-16 with its mark."""
    return text.encode() if text.isascii() else BOM_UTF16_BE + text.encode("utf-16-be")


def _text(text: str) -> bytes:
    return b"<" + _encoded(text).hex().encode() + b">"


def pydyf_name(text: str) -> str:
    """A name object (7.3.5) of ASCII ``text``."""
    return "/" + "".join(char if char.isalnum() or char in ".+-_" else f"#{ord(char):02X}" for char in text)
