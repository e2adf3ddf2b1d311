"""The script a language is written in, by CLDR's likely subtags, and which letters belong to which script.

Scripts are named by ISO 15924. Letters are told by the blocks of Unicode: signs, digits and vowel signs belong to no
script here.
"""

import re
from collections.abc import Mapping
from functools import cache

from babel.core import get_global

_BLOCKS: Mapping[str, str] = {
    "Latn": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff\ufb00-\ufb06",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "Armn": "\u0531-\u058f",
    "Hebr": "\u05d0-\u05f4\ufb1d-\ufb4f",
    "Arab": "\u0620-\u064a\u066e-\u06d3\u06d5\u06e5-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7\ufb50-\ufdfb\ufe70-\ufefc",
    "Deva": "\u0904-\u0939\u0958-\u0961",
    "Thai": "\u0e01-\u0e33\u0e40-\u0e46",
    "Geor": "\u10a0-\u10ff\u1c90-\u1cbf",
    "Kana": "\u3041-\u30ff\u31f0-\u31ff",
    "Hang": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
    "Hani": "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
}
_USED_BY: Mapping[str, tuple[str, ...]] = {
    "Jpan": ("Kana", "Hani"),
    "Kore": ("Hang", "Hani"),
    "Hans": ("Hani",),
    "Hant": ("Hani",),
}
_FROM_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr"})


@cache
def script_of(tag: str) -> str:
    """The script of the language ``tag`` names, ``Latn`` for ``fr``, ``Arab`` for ``fa``; empty where CLDR knows none."""
    parts = tag.replace("_", "-").split("-")
    if len(parts) > 1 and len(parts[1]) == 4 and parts[1].isalpha():
        return parts[1].title()
    likely = get_global("likely_subtags").get(parts[0].lower(), "")
    return likely.split("_")[1] if "_" in likely else ""


def letters(*scripts: str) -> str:
    """The letters of ``scripts`` as they stand between brackets in a regular expression."""
    return "".join(_BLOCKS[script] for script in scripts)


@cache
def foreign_letters(tag: str) -> re.Pattern[str] | None:
    """What finds letters of any script but Latin and that of ``tag``; ``None`` where nothing is known of the script."""
    script = script_of(tag)
    own = {"Latn", *_USED_BY.get(script, (script,))}
    if not own <= set(_BLOCKS):
        return None
    return re.compile(f"[{letters(*(name for name in _BLOCKS if name not in own))}]")


@cache
def foreign_to(tag: str, *, rtl: bool) -> str:
    """The letters of scripts other than that of ``tag``, as they stand between brackets in a pattern.

    Only scripts that run from right to left, or only those that do not. Empty where the script of ``tag`` is not known.
    """
    script = script_of(tag)
    own = set(_USED_BY.get(script, (script,)))
    if not own <= set(_BLOCKS):
        return ""
    return letters(*(name for name in _BLOCKS if name not in own and (name in _FROM_RIGHT_TO_LEFT) == rtl))


_SCRIPTS = re.compile("|".join(f"(?P<{name}>[{block}]+)" for name, block in _BLOCKS.items()))


def scripts_in(text: str) -> frozenset[str]:
    """The scripts whose letters stand in ``text``."""
    return frozenset(str(found.lastgroup) for found in _SCRIPTS.finditer(text))
