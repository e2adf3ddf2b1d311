"""Tell the reader what nobody has reviewed, and what is shown in its original language.

A block whose words are a translation carries its state (``data-state``, a class) and, where the reader must know, a small label
in the edition's language: text like any other, so that a screen reader says it and a copy keeps it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from dossier.edition.house_style import HouseStyle
from dossier.edition.quoted_spans import quoted_blocks
from dossier.edition.words import set_text, set_words
from dossier.language.value import Language
from dossier.model.translation import Shares, State, WovenUnit

UNREVIEWED = (State.DRAFT, State.UNFINISHED)
_CELLS = ("th_open", "td_open")
_FIGURE = "figure_open"
QUOTED = "quoted"
"""Key of an ``inline`` token's ``meta``: the ids of the sources that the block quotation it stands in is from."""


def is_mostly_draft(shares: Shares) -> bool:
    """Whether more than half of the translated words are unreviewed: then the cover says so, once."""
    drafts = shares.share(*UNREVIEWED)
    return drafts > (drafts + shares.share(State.REVIEWED)) / 2


@dataclass(frozen=True, slots=True)
class Marking:
    """How an edition marks the states of its passages.

    Where most of it is draft (``mostly_draft``), the cover and the running head say so and the reviewed passages are the ones
    with a label: a label on every line would be read by nobody. ``style`` is how words are set, whatever their language.
    """

    edition: Language
    mostly_draft: bool
    gettext: Callable[[str], str]
    style: HouseStyle = field(default_factory=HouseStyle)

    def label(self, woven: WovenUnit, *, short: bool = False) -> str:
        """The words beside a passage; empty where none are needed. ``short`` ones fit a table's cell."""
        _ = self.gettext
        foreign = woven.language != self.edition.tag
        match woven.state:
            case State.REVIEWED:
                return _("Reviewed") if self.mostly_draft else ""
            case State.DRAFT | State.UNFINISHED if not foreign:
                return "" if self.mostly_draft else _("Draft") if short else _("Unreviewed draft")
            case State.DRAFT | State.UNFINISHED:
                return _("Original") if short else _("The translation has not been reviewed; shown in the original")
            case State.STALE if short:
                return _("Original")
            case State.STALE:
                return _("The original has changed; shown in the original until the translation is revised")
            case State.MISSING:
                return _("Original") if short else _("Not yet translated; shown in the original")
            case _:
                return ""

    def attributes(self, woven: WovenUnit) -> dict[str, str]:
        """``class`` and ``data-state``, and ``lang`` and ``dir`` where the passage is not in the edition's language."""
        if woven.state is State.ORIGINAL:
            return {}
        found = {"class": f"state-{woven.state}", "data-state": str(woven.state)}
        if woven.language != self.edition.tag:
            found |= {"lang": woven.language, "dir": self.style.language(woven.language).direction}
        return found


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A label that stands beside passages of an edition, and what it means."""

    state: State
    label: str
    meaning: str


def legend(marking: Marking, shares: Shares) -> tuple[LegendEntry, ...]:
    """The labels that occur in an edition with these ``shares``."""
    _ = marking.gettext
    known = (
        (State.REVIEWED, marking.mostly_draft, _("Reviewed"), _("a person has compared the translation with the original")),
        (
            State.DRAFT,
            not marking.mostly_draft,
            _("Unreviewed draft"),
            _("a machine made the translation, and nobody has reviewed it"),
        ),
        (State.UNFINISHED, not marking.mostly_draft, _("Unreviewed draft"), _("the translation has been read by nobody else")),
        (
            State.STALE,
            True,
            _("Original"),
            _("there is no current translation; the passage is in the language it was written in"),
        ),
        (
            State.MISSING,
            True,
            _("Original"),
            _("there is no current translation; the passage is in the language it was written in"),
        ),
    )
    occurring = (
        LegendEntry(state, label, meaning) for state, is_used, label, meaning in known if is_used and shares.units.get(state)
    )
    return tuple({entry.label: entry for entry in occurring}.values())


def marked(tokens: Sequence[Token], marking: Marking, own: Language, reproduced: str = "") -> list[Token]:
    """Tokens whose words are set in their language and whose blocks are marked.

    Parameters
    ----------
    tokens:
        Those of a localized document; they are not changed.
    marking:
        The edition's.
    own:
        The language of words that are no unit: the document's.
    reproduced:
        The language in which its words are a source's own; empty where they are ours.
    """
    done: list[Token] = []
    blocks = quoted_blocks(tokens)
    languages = _Languages(marking, own)
    for index, token in enumerate(tokens):
        languages.read(token)
        if token.type != "inline":
            done.append(token)
            continue
        woven, language = token.meta.get("woven"), languages.of(token)
        quoted = blocks.get(index, ())
        is_quoted = language.tag == reproduced or marking.style.are_own_words(quoted, language.tag)
        children = set_words(token.children or (), language, marking.style, is_quoted=is_quoted)
        if woven is not None and done:
            children = _mark_block(done, children, woven, marking)
        done.append(token.copy(children=children, meta={**token.meta, "language": language, QUOTED: quoted}))
    return done


class _Languages:
    """The language of each passage. A note that is written in its paragraph (``^[…]``) is no unit, and in that one's language."""

    def __init__(self, marking: Marking, own: Language) -> None:
        self._style = marking.style
        self._document = self._own = own
        self._calling: dict[int, Language] = {}

    def read(self, token: Token) -> None:
        """Look at the next token of the document."""
        if token.type == "footnote_open":
            self._own = self._calling.get(int(token.meta["id"]), self._document)
        for child in token.children or ():
            if child.type == "footnote_ref":
                self._calling.setdefault(int(child.meta["id"]), self.of(token))

    def of(self, token: Token) -> Language:
        """The language of an ``inline`` token."""
        woven: WovenUnit | None = token.meta.get("woven")
        return self._style.language(woven.language) if woven else self._own


def _mark_block(done: list[Token], children: list[Token], woven: WovenUnit, marking: Marking) -> list[Token]:
    """Mark the block that the last of ``done`` opens; gives its children with their label."""
    opening = done[-1]
    attributes = marking.attributes(woven)
    if not attributes:
        return children
    text = "" if opening.type == _FIGURE else marking.label(woven, short=opening.type in _CELLS)
    labelled = [*children, *_label(text, woven.state, marking.edition)] if text else children
    if opening.hidden or opening.nesting != 1:
        # The paragraph of a tight list has no tag of its own to carry the mark.
        return [Token("span_open", "span", 1, attrs=dict(attributes)), *labelled, Token("span_close", "span", -1)]
    joined = {name: str(value) for name, value in opening.attrs.items()}
    given = joined.pop("class", "")
    done[-1] = opening.copy(attrs={**joined, **attributes, "class": f"{given} {attributes['class']}".strip()})
    return labelled


def _label(text: str, state: State, edition: Language) -> list[Token]:
    attributes = {"class": f"mark mark-{state}", "lang": edition.tag, "dir": edition.direction}
    return [
        Token("text", "", 0, content=" "),
        Token("mark_open", "small", 1, attrs={**attributes}),
        Token("mark_text", "", 0, content=set_text(f"[{text}]", edition)),
        Token("mark_close", "small", -1),
    ]
