"""What the processor gives back, as a flat row of runs.

Flat, because most of what is set right afterwards (a full stop that comes twice, a reference that stands behind its full stop,
quotation marks round a title that has none) stands across the borders of pandoc's tree.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dossier.attribution.csl.ast import Node
from dossier.attribution.csl.marks import shown_signs
from dossier.attribution.csl.reference import SUPPLIED
from dossier.attribution.csl.request import SUFFIX
from dossier.model.citation import SourceRef


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is set in one way.

    Parameters
    ----------
    text:
        Its words.
    styles:
        Names of XHTML elements: ``em``, ``strong``, ``sup``, ``sub``; ``small-caps`` and ``underline``.
    href:
        Address it leads to.
    lang:
        BCP 47 tag of its language if that is not the edition's.
    supplied, suffix:
        Whether it is a title that the editors supplied; whether a writer put it after a cite.
    """

    text: str
    styles: frozenset[str] = frozenset()
    href: str = ""
    lang: str = ""
    supplied: bool = False
    suffix: bool = False

    def with_text(self, text: str) -> "Run":
        """Another text, set in the same way. (A thousand citations have a hundred thousand: replace() is slow.)"""
        return Run(text, self.styles, self.href, self.lang, self.supplied, self.suffix)

    @property
    def setting(self) -> tuple[object, ...]:
        """Everything but the text."""
        return self.styles, self.href, self.lang, self.supplied, self.suffix


Row = list[Run | SourceRef]

_STYLES = {
    "Emph": "em",
    "Strong": "strong",
    "Superscript": "sup",
    "Subscript": "sub",
    "SmallCaps": "small-caps",
    "Underline": "underline",
}
_PLAIN = {"nodecor": frozenset(_STYLES.values()), "csl-no-emph": {"em"}, "csl-no-strong": {"strong"}}
_PLAIN |= {"csl-no-smallcaps": {"small-caps"}, "csl-no-underline": {"underline"}}
_SAFE = ("https://", "http://")
_REFERENCE = "#ref-"
_SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}


def row_of(inlines: Sequence[Node]) -> Row:
    """Pandoc's inlines as a row of runs; neighbours that are set alike are one run."""
    row: Row = []
    for token in _flat(inlines, Run("")):
        last = row[-1] if row else None
        if isinstance(token, Run) and isinstance(last, Run) and last.setting == token.setting:
            row[-1] = last.with_text(last.text + token.text)
        else:
            row.append(token)
    return row


def _flat(inlines: Sequence[Node], around: Run) -> Iterator[Run | SourceRef]:
    for node in inlines:
        kind: str = node["t"]
        content: Any = node.get("c")
        if kind == "Str":
            yield around.with_text(shown_signs(content))
        elif kind in _SPACES:
            yield around.with_text(_SPACES[kind])
        elif kind in _STYLES:
            yield from _flat(content, replace(around, styles=around.styles | {_STYLES[kind]}))
        elif kind == "Span":
            yield from _flat(content[1], _in_span(around, content[0]))
        elif kind == "Link":
            yield from _link(content, around)
        elif kind == "Quoted":
            yield from _flat(content[1], around)
        elif kind == "Note":
            for block in content:
                yield from _flat(block["c"], around)
        elif kind in ("Code", "Math", "RawInline"):
            yield around.with_text(shown_signs(content[1]))
        elif kind == "Cite":
            yield from _flat(content[1], around)


def _in_span(around: Run, attributes: Sequence[Any]) -> Run:
    _, classes, pairs = attributes
    plain = frozenset[str]().union(*(_PLAIN.get(name, ()) for name in classes))
    return replace(
        around,
        styles=around.styles - plain,
        lang=dict(pairs).get("lang", around.lang),
        supplied=around.supplied or SUPPLIED in classes,
        suffix=around.suffix or SUFFIX in classes,
    )


def _link(content: Sequence[Any], around: Run) -> Iterator[Run | SourceRef]:
    _, inlines, target = content
    address = str(target[0])
    if address.startswith(_REFERENCE):
        yield from _flat(inlines, around)
        yield SourceRef(address.removeprefix(_REFERENCE))
    else:
        safe = address.lower().startswith(_SAFE)
        yield from _flat(inlines, replace(around, href=address) if safe else around)
