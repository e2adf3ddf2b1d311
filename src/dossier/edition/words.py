"""The words of a document as they are set: spacing, isolation of foreign runs, plain text of a heading.

A passage is set whole, whatever markup divides it. Code and addresses are left alone; of a source's own words (a verified
quotation, a source that is reproduced) only the white space is set, and what needs it is isolated.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token
from markupsafe import Markup, escape

from dossier.edition.house_style import HouseStyle
from dossier.edition.lines import Part, line_of, part, tokens_of
from dossier.edition.quoted_spans import quoted_spans
from dossier.edition.running_text import pieces
from dossier.language.addresses import addresses_in
from dossier.language.line import OBJECT, Line, Span
from dossier.language.runs import runs_in
from dossier.language.typography import typeset_line
from dossier.language.value import Language

_HOUSE = HouseStyle()
_RAW_CODE = re.compile(r"<(/?)(?:code|kbd|samp|pre|tt|var|script|style)\b", re.IGNORECASE)
_MARKUP = re.compile(r"(<(bdi|code|a)\b.*?</\2>|<[^<>]*>)", re.DOTALL)
_ISOLATES = {"ltr": "\N{LEFT-TO-RIGHT ISOLATE}", "rtl": "\N{RIGHT-TO-LEFT ISOLATE}"}
_END_OF_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"


def plain_text(children: Sequence[Token]) -> str:
    """The words of inline tokens without markup, notes and labels: for contents and running heads."""
    return "".join(_plain(children)).strip()


def _plain(children: Sequence[Token]) -> Iterator[str]:
    for child in children:
        if child.type in ("text", "code_inline"):
            yield child.content
        elif child.type in ("softbreak", "hardbreak"):
            yield " "
        elif child.type == "image":
            yield from _plain(child.children or ())


def set_words(
    children: Sequence[Token], language: Language, style: HouseStyle = _HOUSE, *, is_quoted: bool = False
) -> list[Token]:
    """Inline tokens with their words set.

    Parameters
    ----------
    children:
        Those of one passage; they are not changed. Words in a span of another language are set as that one asks.
    language, style:
        The passage's, and the habits of the house.
    is_quoted:
        Whether all of it is a source's own; else its quotations are looked for.
    """
    quoted = _whole(children) if is_quoted else quoted_spans(children, language.tag, style.are_own_words)
    return _Passage(children, quoted, style).between(0, len(children), language)


def set_text(text: str, language: Language, quoted: Iterable[Span] = ()) -> str:
    """Plain text as ``language`` wants it set; addresses in it are left alone, of ``quoted`` spans all but white space."""
    return typeset_line(Line(text, kept=addresses_in(text), quoted=tuple(quoted)), language).text


def set_markup(words: Markup, language: Language) -> Markup:
    """Markup as ``language`` wants it set, with what needs it isolated; nothing is escaped twice.

    Words inside of ``bdi``, links and code are somebody else's, and stay as they are.
    """
    if "<" not in words:
        tokens = [Token("text", "", 0, content=words.unescape())]
    else:
        tokens = [token for position, piece in enumerate(_MARKUP.split(words)) for token in _from_markup(position, piece)]
    return Markup("").join(map(_to_markup, set_words(tokens, language)))


def _from_markup(position: int, piece: str | None) -> Iterator[Token]:
    """A piece of markup: first text, then a tag or an element, then the name of that one, which is read already, and so on."""
    if piece and position % 3 == 0:
        yield Token("text", "", 0, content=Markup(piece).unescape())
    elif piece and position % 3 == 1:
        # An element with its words is an object in the line; a tag is a tag.
        yield Token("markup" if "</" in piece[1:] else "html_inline", "", 0, content=piece)


def _to_markup(token: Token) -> Markup:
    if token.type == "text":
        return escape(token.content)
    if not token.tag:
        return Markup(token.content)
    attributes = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in token.attrs.items())
    return Markup("<{}{}>" if token.nesting == 1 else "</{}>").format(token.tag, attributes)


def in_plain_text(text: str, language: Language) -> str:
    """``text``, typeset, for a line that can have no markup but is printed, such as a running head.

    Runs that keep an order of their own stand between isolates (Unicode Annex 9); in titles that are no print, there are none.
    """
    return "".join(
        f"{_ISOLATES[run.direction]}{piece}{_END_OF_ISOLATE}" if run and run.direction in _ISOLATES else piece
        for piece, run in pieces(text, language)
    )


def _whole(children: Sequence[Token]) -> Mapping[int, list[Span]]:
    return {index: [(0, len(child.content))] for index, child in enumerate(children) if child.type == "text"}


@dataclass(frozen=True, slots=True)
class _Passage:
    children: Sequence[Token]
    quoted: Mapping[int, list[Span]]
    style: HouseStyle

    def between(self, start: int, end: int, language: Language) -> list[Token]:
        """The tokens from ``start`` to ``end``, which are in ``language``, set."""
        parts = list(self._parts(start, end, language))
        line = typeset_line(line_of(parts), language)
        return tokens_of(parts, line, runs_in(line.text, language, self.style.known))

    def _parts(self, start: int, end: int, language: Language) -> Iterator[Part]:
        position = start
        while position < end:
            token, behind = self.children[position], _end_of_group(self.children, position, end, language)
            if behind > position + 1:
                yield Part(tuple(self._group(self.children[position:behind], position, language)), OBJECT)
            elif token.type == "image":
                yield Part((_described(token, language),), OBJECT)
            else:
                yield part(token, self.quoted.get(position, ()))
            position = behind

    def _group(self, group: Sequence[Token], first: int, language: Language) -> Iterator[Token]:
        opening = group[0]
        if _is_address(opening):
            yield opening.copy(attrs={**opening.attrs, "dir": "ltr"}) if language.rtl else opening
            yield from group[1:]
        elif own := self.style.find(str(opening.attrs.get("lang", ""))):
            yield opening
            yield from self.between(first + 1, first + len(group) - 1, own)
            yield group[-1]
        else:
            yield from group


def _end_of_group(children: Sequence[Token], start: int, end: int, language: Language) -> int:
    """Behind what belongs to the token at ``start``: all of an address, of code in raw tags, of words in another language."""
    opening = children[start]
    if _is_address(opening) or opening.attrs.get("lang", language.tag) != language.tag:
        return _balanced(children, start, end, lambda token: token.nesting)
    return _balanced(children, start, end, _raw_depth) if _raw_depth(opening) == 1 else start + 1


def _balanced(children: Sequence[Token], start: int, end: int, adds: Callable[[Token], int]) -> int:
    position, depth = start + 1, adds(children[start])
    while depth > 0 and position < end:
        depth += adds(children[position])
        position += 1
    return position


def _raw_depth(token: Token) -> int:
    found = _RAW_CODE.match(token.content) if token.type == "html_inline" else None
    return 0 if found is None else -1 if found[1] else 1


def _is_address(token: Token) -> bool:
    return token.type == "link_open" and token.info == "auto"


def _described(image: Token, language: Language) -> Token:
    """An image with its description set: plain text, which takes no markup."""
    parts = [part(child) for child in image.children or ()]
    return image.copy(children=tokens_of(parts, typeset_line(line_of(parts), language), ()))
