"""Style sheets that choose by script: ``:script(Arab)`` stands for every language of a page that is written in it.

What a typesetter does for naskh (size, leading, emphasis by weight) is the same in Persian, Arabic, Pashto and Urdu. CSS knows
languages only: ``:lang("*-Arab")`` asks for a script that the tag names, and most tags name none. So a sheet says
``:script(Arab)``, by ISO 15924, and the languages that stand in the markup are written in its place::

    blockquote:script(Arab)  →  blockquote:is(:lang(ar), :lang(fa), :lang(und-Arab))

Like ``:lang()`` it holds for whatever stands inside an element of the language. The list is as short as the page allows: the
page engine asks it of every element. One ``:lang()`` for each, since not every reading system knows lists of them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dossier.language.script import script_of
from dossier.model.bundle import Asset

_SCRIPT = re.compile(rb":script\(([A-Z][a-z]{3})\)")
_LANGUAGE = re.compile(r"""\blang=["']([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)["']""")


def by_script(assets: Mapping[str, Asset], markup: Iterable[str]) -> dict[str, Asset]:
    """``assets`` with ``:script(…)`` in their style sheets written as the languages of ``markup``."""
    tags = frozenset(tag.lower() for part in markup for tag in _LANGUAGE.findall(part))
    return {key: _expanded(asset, tags) if asset.media_type == "text/css" else asset for key, asset in assets.items()}


def languages_selector(script: str, tags: Iterable[str]) -> str:
    """The selector of those of ``tags`` that are written in ``script``, and of ``und-…``, the tag of words in it."""
    known = {tag.lower() for tag in tags}
    own = {tag for tag in known if script_of(tag) == script} | {f"und-{script}"}
    chosen = sorted(tag for tag in own if not _begins_with_one_of(tag, own - {tag}))
    others = sorted(tag for tag in known - own if _begins_with_one_of(tag, own))
    selector = f":lang({chosen[0]})" if len(chosen) == 1 else f":is({', '.join(f':lang({tag})' for tag in chosen)})"
    return selector + "".join(f":not(:lang({tag}))" for tag in others)


def _expanded(sheet: Asset, tags: frozenset[str]) -> Asset:
    return replace(sheet, data=_SCRIPT.sub(lambda found: languages_selector(found[1].decode(), tags).encode(), sheet.data))


def _begins_with_one_of(tag: str, others: Iterable[str]) -> bool:
    """Whether ``:lang()`` of one of ``others`` is true of ``tag`` too: of ``fa-AF`` that of ``fa``, but also of ``fa-Latn``."""
    return any(tag.startswith(f"{other.lower()}-") for other in others)
