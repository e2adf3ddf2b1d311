"""A PDF opened within limits: no stream of a hostile file may fill the memory."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import settings

from dossier.press.limits import LARGEST_STREAM, TooLargeError
from dossier.press.preflight.facts import safe

LARGEST_CONTENT = 12 * 2**20
"""Bytes that a page's content may have: more than a million operators."""

_LARGEST_LZW = 2**18
"""Bytes that a stream may have that is compressed with LZW, for which qpdf has no limit."""


# pikepdf logs what qpdf says of a damaged file; without any handler, Python would print that among our findings.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())


@contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    """The PDF ``data``; files behind a password are opened with an empty one.

    qpdf's limits hold for the whole process, and are put back at the end.

    Raises
    ------
    pikepdf.PikepdfError
        Where it cannot be opened; :class:`pikepdf.PasswordError` where it asks for a password.
    """
    before = settings.set_qpdf_limits(
        max_stream_filters=8,
        doc_max_warnings=1000,
        flate_max_memory=LARGEST_STREAM,
        run_length_max_memory=LARGEST_STREAM,
        png_max_memory=LARGEST_STREAM,
        tiff_max_memory=LARGEST_STREAM,
    )
    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True, attempt_recovery=True, inherit_page_attributes=False) as pdf:
            yield pdf
    finally:
        settings.set_qpdf_limits(**before)  # type: ignore[arg-type]


def content_of(stream: Any, most: int) -> bytes:
    """The decompressed bytes of a stream.

    Raises
    ------
    TooLargeError
        Where there are more than ``most``.
    pikepdf.PikepdfError
        Where they cannot be decompressed.
    """
    if not isinstance(stream, pikepdf.Stream):
        return b""
    filters = stream.get("/Filter")
    names = {safe.name(one) for one in (safe.items(filters) or [filters])}
    if names & {"LZWDecode", "LZW"} and len(stream.read_raw_bytes()) > _LARGEST_LZW:
        raise TooLargeError
    try:
        data = stream.read_bytes()
    except pikepdf.PikepdfError as error:
        if "memory" in str(error):
            raise TooLargeError from error
        raise
    if len(data) > most:
        raise TooLargeError
    return data
