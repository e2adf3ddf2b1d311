"""Citations as they are written and as a style sets them.

The syntax is pandoc's (https://pandoc.org/MANUAL.html#citation-syntax), in brackets only, with one thing more: *as quoted in*.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a source: ``label`` is CSL's name of what is counted (``page``, ``paragraph``), ``value`` what was written."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Cite:
    """One source in a citation.

    Parameters
    ----------
    source:
        Id of the source's record.
    prefix, suffix:
        Words before and after it, as plain text.
    locator:
        Where in the source; ``None`` for the whole of it.
    suppress_author:
        Whether the author is named in the text already: ``[-@id]``.
    quotes_previous:
        Whether it is quoted in this source what the cite before it says: ``[@letter, as quoted in @report, p. 3]``.
    """

    source: str
    prefix: str = ""
    suffix: str = ""
    locator: Locator | None = None
    suppress_author: bool = False
    quotes_previous: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """What stands between one pair of brackets: ``[see @a, p. 3; @b]``. ``written`` is that text, brackets included."""

    cites: tuple[Cite, ...]
    written: str

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of its sources, in order."""
        return tuple(cite.source for cite in self.cites)


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a set citation refers to the source in the dossier: the edition makes a link of it, with the source's number."""

    source: str


Fragment = tuple[Markup | SourceRef, ...]
"""Set words, as well-formed XHTML, and the references to sources among them."""


@dataclass(frozen=True, slots=True)
class CitationTexts:
    """All citations of an edition, set by a CSL style.

    Parameters
    ----------
    in_notes:
        Whether the style sets citations in notes; if not, they stand in the text.
    texts:
        For each document (by id) its citations, in the order of their tokens.
    bibliography:
        Ids of the cited sources and their entries, in the style's order.
    """

    in_notes: bool = True
    texts: Mapping[str, tuple[Fragment, ...]] = field(default_factory=dict)
    bibliography: tuple[tuple[str, Fragment], ...] = ()
