"""Output intents, and the profiles in them (ISO 32000-1, 14.11.5; ICC.1:2010, 7.2)."""

from typing import Any

import pikepdf

from dossier.press.limits import TooLargeError
from dossier.press.preflight.facts import safe
from dossier.press.preflight.facts.opened import content_of
from dossier.press.preflight.facts.values import Intent

_HEADER = 128
_LARGEST = 32 * 2**20
_COMPONENTS = {"GRAY": 1, "RGB": 3, "CMYK": 4, "Lab": 3}


def intents_of(catalog: Any) -> tuple[Intent, ...]:
    """The output intents in the order they stand."""
    return tuple(
        Intent(
            safe.name(safe.entry(one, "/S")),
            safe.text(safe.entry(one, "/OutputConditionIdentifier")),
            _problem(safe.entry(one, "/DestOutputProfile")),
            safe.identity(one),
        )
        for one in safe.items(safe.entry(catalog, "/OutputIntents"))
        if safe.is_dictionary(one)
    )


def _problem(profile: Any) -> str:
    """Why ``profile`` is not the profile of a press with four inks; empty where it is."""
    if not isinstance(profile, pikepdf.Stream):
        return "there is no profile in the file"
    try:
        header = content_of(profile, _LARGEST)
    except (pikepdf.PikepdfError, TooLargeError):
        return "the profile cannot be decompressed"
    if len(header) < _HEADER or header[36:40] != b"acsp" or int.from_bytes(header[:4], "big") > len(header):
        return "it is no ICC profile, or not the whole of one"
    device, space = _four_letters(header[12:16]), _four_letters(header[16:20])
    if device != "prtr":
        return f"the profile is of the class “{device}”, not “prtr”"
    if space != "CMYK":
        return f"the profile is for {space}, not for CMYK"
    count = safe.number(safe.entry(profile, "/N"))
    return "" if count == _COMPONENTS[space] else f"N is {count:g}, but the profile has four inks" if count else "N is missing"


def _four_letters(signature: bytes) -> str:
    return signature.decode("ascii", "replace").strip()
