"""What a rule of typography is: it looks at a text and says what should stand there instead."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """``text`` in the place of what stands from ``start`` to ``end`` (offsets in characters); an insertion has both the same."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a text, from ``start`` to ``end``, that wants markup.

    Parameters
    ----------
    direction:
        ``ltr`` or ``rtl`` where the part must keep its own order inside of text of the other direction (Unicode Annex 9, HTML's
        ``bdi``); empty where it needs no isolation.
    lang:
        BCP 47 tag of the part where it is in another language than the text; empty where it is not, or nobody knows.
    raised:
        Whether it is set as a superscript: French *1er*.
    """

    start: int
    end: int
    direction: str = ""
    lang: str = ""
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One habit of a language's typesetters.

    Parameters
    ----------
    name:
        What it is about, for tests and documentation.
    find:
        The edits it asks for, in the order of the text, without overlaps. Idempotent: of its own result it asks nothing.
    spaces_only:
        Whether it does no more than put white space in the place of white space, or add some. Such a rule may look into a
        verified quotation, which is compared without regard to white space; any other must leave its words alone.
    """

    name: str
    find: Callable[[str], Iterable[Edit]]
    spaces_only: bool = True
