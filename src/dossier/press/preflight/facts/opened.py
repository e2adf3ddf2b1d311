"""A PDF opened within limits: no stream of a hostile file may fill the memory."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import settings

from dossier.press.limits import LARGEST_STREAM, Allowance, TooLargeError
from dossier.press.preflight.facts import safe

LARGEST_CONTENT = 12 * 2**20
"""Bytes that a page's content may have: more than a million operators."""

_LARGEST_LZW = 2**18
"""Bytes that a stream may have that is compressed with LZW, for which qpdf has no limit."""

_ALLOWANCE: ContextVar[Allowance] = ContextVar("_ALLOWANCE")
"""What may still be unfolded of the file that is open: a thousand streams of a hostile one may be too large by just a little."""

# pikepdf logs what qpdf says of a damaged file; without any handler, Python would print that among our findings.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())


@contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    """The PDF ``data``; files behind a password are opened with an empty one.

    qpdf's limits hold for the whole process, and are put back at the end. Of all streams together only so much is unfolded as
    :class:`~dossier.press.limits.Allowance` allows.

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
    token = _ALLOWANCE.set(Allowance())
    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True, attempt_recovery=True, inherit_page_attributes=False) as pdf:
            yield pdf
    finally:
        _ALLOWANCE.reset(token)
        settings.set_qpdf_limits(**before)  # type: ignore[arg-type]


def is_spent() -> bool:
    """Whether so much was unfolded of the open file that the rest of its streams is not."""
    return _ALLOWANCE.get().is_spent


def content_of(stream: Any, most: int) -> bytes:
    """The decompressed bytes of a stream.

    Raises
    ------
    TooLargeError
        Where there are more than ``most``, or more in all of the file than are unfolded.
    pikepdf.PikepdfError
        Where they cannot be decompressed.
    """
    if not isinstance(stream, pikepdf.Stream):
        return b""
    if is_spent():
        raise TooLargeError
    data = _unfolded(stream)
    if len(data) > most:
        raise TooLargeError
    return data


def _unfolded(stream: Any) -> bytes:
    filters = stream.get("/Filter")
    names = {safe.name(one) for one in (safe.items(filters) or [filters])}
    if names & {"LZWDecode", "LZW"} and len(stream.read_raw_bytes()) > _LARGEST_LZW:
        raise TooLargeError
    unfolded = LARGEST_STREAM  # which is what a failure may have cost
    try:
        data: bytes = stream.read_bytes()
        unfolded = len(data)
    except pikepdf.PikepdfError as error:
        if "memory" in str(error):
            raise TooLargeError from error
        raise
    finally:
        _ALLOWANCE.get().spend(unfolded)
    return data
