"""Fonts: whether they are in the file, and whether their codes have characters (ISO 32000-1, 9.6 to 9.10)."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pikepdf

from dossier.press.limits import TooLargeError
from dossier.press.preflight.facts import safe
from dossier.press.preflight.facts.opened import content_of
from dossier.press.preflight.facts.values import Font, Survey

_KNOWN_ENCODINGS = frozenset({"WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding", "StandardEncoding"})
_KNOWN_COLLECTIONS = frozenset({"GB1", "CNS1", "Japan1", "Korea1", "KR"})
_LARGEST_MAP = 4 * 2**20
_MOST_CODES = 200_000
"""Entries of one ToUnicode that are read: three times as many as there can be codes of two bytes."""
_LONGEST_STRING = 32_767
"""Bytes of one string whose characters are looked at (ISO 32000-1, C.2)."""
_LONGEST_TEXT = 512
"""Bytes that one code may stand for (Adobe Technical Note 5411)."""

_BOUND = re.compile(rb"(begin|end)(bfchar|bfrange)")
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])")


class Face:
    """One font of the file: read when it is first asked about."""

    def __init__(self, value: Any, survey: Survey) -> None:
        self.value = value
        self.key: object = safe.identity(value) or value.unparse()
        self.is_drawn = safe.name(safe.entry(value, "/Subtype")) == "Type3"
        self._survey = survey
        self._map: tuple[int, dict[int, str]] | None = None
        self._strings: dict[bytes, str] = {}

    def met(self, page: int) -> None:
        """Text is shown with it on ``page``."""
        if self.key not in self._survey.fonts:
            self._survey.fonts[self.key] = _font(self.value, page)

    def characters(self, codes: bytes) -> str:
        """What the font says its ``codes`` mean; empty where it has no ToUnicode."""
        codes = codes[:_LONGEST_STRING]
        if self._map is None:
            self._map = _characters_of(safe.entry(self.value, "/ToUnicode"), is_wide=_is_composite(self.value))
        if codes not in self._strings:
            width, found = self._map
            numbers = [int.from_bytes(codes[at : at + width], "big") for at in range(0, len(codes), width)]
            self._strings[codes] = "".join([found.get(number, "") for number in numbers])
        return self._strings[codes]


class FontReader:
    """Reads each font of a file once."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._faces: dict[int, Face] = {}

    def face(self, value: Any) -> Face | None:
        """The font dictionary ``value``."""
        if not safe.is_dictionary(value):
            return None
        number = safe.identity(value)
        if not number:
            return Face(value, self._survey)
        if number not in self._faces:
            self._faces[number] = Face(value, self._survey)
        return self._faces[number]


def _is_composite(font: Any) -> bool:
    return safe.name(safe.entry(font, "/Subtype")) == "Type0"


def _font(font: Any, page: int) -> Font:
    subtype = safe.name(safe.entry(font, "/Subtype"))
    descendants = safe.items(safe.entry(font, "/DescendantFonts"))
    inner = descendants[0] if subtype == "Type0" and descendants else font
    descriptor = safe.entry(inner, "/FontDescriptor")
    files = (safe.entry(descriptor, key) for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return Font(
        safe.identity(font),
        safe.name(safe.entry(font, "/BaseFont")).rpartition("+")[2] or "(without a name)",
        subtype,
        subtype == "Type3" or any(isinstance(file, pikepdf.Stream) for file in files),
        _has_characters(font, inner),
        page,
    )


def _has_characters(font: Any, inner: Any) -> bool:
    """Whether codes have characters: by ToUnicode, by a known encoding or by a known collection (ISO 14289-1, 7.21.7)."""
    if isinstance(safe.entry(font, "/ToUnicode"), pikepdf.Stream):
        return True
    encoding = safe.entry(font, "/Encoding")
    if _is_composite(font):
        return safe.text(safe.entry(safe.entry(inner, "/CIDSystemInfo"), "/Ordering")) in _KNOWN_COLLECTIONS
    return safe.name(encoding) in _KNOWN_ENCODINGS or safe.name(safe.entry(encoding, "/BaseEncoding")) in _KNOWN_ENCODINGS


def _characters_of(stream: Any, *, is_wide: bool) -> tuple[int, dict[int, str]]:
    """Bytes of a code, and characters by code."""
    width = 2 if is_wide else 1
    try:
        data = content_of(stream, _LARGEST_MAP)
    except (pikepdf.PikepdfError, TooLargeError):
        return width, {}
    return width, dict(islice(_pairs(data), _MOST_CODES))


def _pairs(data: bytes) -> Iterator[tuple[int, str]]:
    """Codes and their characters, in the order in which the CMap tells them."""
    for kind, start, end in _blocks(data):
        tokens = [token[1] if token[2] is None else token[2] for token in _TOKEN.finditer(data, start, end)]
        if kind == b"bfchar":
            yield from ((_code(code), _text(text)) for code, text in zip(tokens[::2], tokens[1::2], strict=False))
        else:
            yield from _ranges(tokens)


def _blocks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The blocks of a CMap that may be hostile: which kind, and where its content begins and ends. Goes through it once."""
    kind, start = b"", 0
    for bound in _BOUND.finditer(data):
        if bound[1] == b"begin":
            kind, start = (kind, start) if kind else (bound[2], bound.end())
        elif bound[2] == kind:
            yield kind, start, bound.start()
            kind = b""


def _ranges(tokens: list[bytes]) -> Iterator[tuple[int, str]]:
    at = 0
    while at + 2 < len(tokens):
        first, last = _code(tokens[at]), _code(tokens[at + 1])
        last = min(last, first + 0xFFFF)
        if tokens[at + 2] == b"[":
            end = next((index for index in range(at + 3, len(tokens)) if tokens[index] == b"]"), len(tokens))
            yield from zip(range(first, last + 1), map(_text, tokens[at + 3 : end]), strict=False)
            at = end + 1
        else:
            start = _text(tokens[at + 2])
            if start and ord(start[-1]) + last - first < 0xD800:
                yield from ((code, start[:-1] + chr(ord(start[-1]) + code - first)) for code in range(first, last + 1))
            at += 3


def _code(token: bytes) -> int:
    digits = b"".join(token[:64].split())
    return int(digits[:8], 16) if digits and token not in (b"[", b"]") else 0


def _text(token: bytes) -> str:
    if token in (b"[", b"]"):
        return ""
    digits = b"".join(token[: 4 * _LONGEST_TEXT].split())[: 2 * _LONGEST_TEXT]
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")).decode("utf-16-be", "replace")
