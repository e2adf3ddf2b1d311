"""Atoms: the parts of inline Markdown that no translator translates.

Addresses of links and images, autolinks, footnote labels, citations and attributes of marked words. When nothing else of a
source text changes, the change is carried into its translations by :func:`transplanted`, and nobody has to read them again.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markdown_it.token import Token

from dossier.content.markdown import parse_inline
from dossier.content.quotation_marks import quoted_words
from dossier.content.rules.attributes import CLAIM
from dossier.model.citation import Cite

_ATOM = re.compile(
    r"""
      (?P<code>(?<!`)(?P<fence>`+)(?!`).*?(?<!`)(?P=fence)(?!`))   # passed over: code is text of its own
    | (?P<escape>\\.)                                              # passed over: \\[ begins nothing
    | (?<=\]\()(?P<address>\s*(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*))
    | (?P<autolink><[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>)
    | \[\^(?P<note>[^\]\s]+)\](?!\()
    | (?<=[\[;\s])(?P<citation>-?@[A-Za-z0-9][^;\[\]]*)(?=[;\]])
    | (?<=[^\\]\])(?P<attributes>\{[^{}\n]+\})
    """,
    re.VERBOSE | re.DOTALL,
)
_FIRST_SIGNS = "[<"
"""What has none of these has no atoms."""
_KINDS = ("address", "autolink", "note", "citation", "attributes")
_SLOT = "\N{OBJECT REPLACEMENT CHARACTER}"


def _found(text: str) -> Iterator[tuple[re.Match[str], str]]:
    if not any(sign in text for sign in _FIRST_SIGNS):
        return
    for match in _ATOM.finditer(text):
        for kind in _KINDS:
            if match[kind]:
                yield match, kind


def skeleton(text: str) -> str:
    """``text`` with a slot in place of each atom: two texts that differ in atoms only have the same skeleton."""
    return _replaced(text, lambda kind, _: f"{_SLOT}{kind}{_SLOT}")


def without_atoms(text: str) -> str:
    """``text`` without its atoms: what is left are words and marks."""
    return _replaced(text, lambda kind, _: "")


def atoms(text: str) -> tuple[str, ...]:
    """The atoms of ``text``, as written, in order."""
    return tuple(match[kind] for match, kind in _found(text))


def transplanted(old: str, new: str, translation: str, environment: Mapping[str, Any]) -> str | None:
    """``translation`` of ``old``, with the atoms of ``new``.

    Parameters
    ----------
    old, new:
        Two states of a source text.
    translation:
        What a translator wrote for ``old``.
    environment:
        markdown-it's ``env`` of the document, to parse the result and prove it.

    Returns
    -------
    The new translation, or ``None`` where the texts differ in more than atoms, where one old atom became two different
    new ones, or where the result does not have exactly the atoms of ``new``.
    """
    if old == new or skeleton(old) != skeleton(new):
        return None
    change: dict[str, str] = {}
    for before, after in zip(atoms(old), atoms(new), strict=True):
        if change.setdefault(before, after) != after:
            return None
    result = _replaced(translation, lambda _, atom: change.get(atom, atom))
    same_atoms = Counter(atoms(result)) == Counter(atoms(new))
    same_tree = fixed_parts(parse_inline(result, environment)) == fixed_parts(parse_inline(new, environment))
    return result if same_atoms and same_tree else None


def _replaced(text: str, change: Any) -> str:
    made, end = [], 0
    for match, kind in _found(text):
        made += [text[end : match.start(kind)], change(kind, match[kind])]
        end = match.end(kind)
    return "".join([*made, text[end:]])


def fixed_parts(tokens: Iterable[Token]) -> dict[str, Counter[str]]:
    """What a translation must keep, by kind (``link``, ``footnote``, ``citation``, ``image``, ``code`` …), from parsed Markdown.

    ``claim`` counts the claims that words are marked with, ``attributes`` whatever marked words carry.
    """
    kinds = ("link", "footnote", "citation", "image", "code", "claim", "attributes")
    parts: dict[str, Counter[str]] = {kind: Counter() for kind in kinds}
    for token in tokens:
        if token.type == "link_open":
            parts["link"][str(token.attrs.get("href", ""))] += 1
        elif token.type == "footnote_ref":
            parts["footnote"][str(token.meta.get("label", "(inline)"))] += 1
        elif token.type == "citation":
            parts["citation"].update(map(_as_data, token.meta["citation"].cites))
        elif token.type == "image":
            parts["image"][str(token.attrs.get("src", ""))] += 1
        elif token.type == "code_inline":
            parts["code"][token.content] += 1
        if CLAIM in token.attrs:
            parts["claim"][str(token.attrs[CLAIM])] += 1
        if token.type == "span_open":
            parts["attributes"].update(f"{name}={value}" for name, value in token.attrs.items())
    return parts


def _as_data(cite: Cite) -> str:
    """A cite without the words around it, which a translator may translate; a source's own words behind it are data too."""
    minus = "-" if cite.suppress_author else ""
    locator = f", {cite.locator.label} {cite.locator.value}" if cite.locator else ""
    words = "".join(f": “{' '.join(one.split())}”" for one in quoted_words(cite.suffix))
    return f"{'as quoted in ' if cite.quotes_previous else ''}{minus}@{cite.source}{locator}{words}"
