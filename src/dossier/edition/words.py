"""Token passes that set the words of a document: spacing, isolation of foreign runs, plain text of a heading."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from dossier.edition.running_text import element, pieces
from dossier.language.typography import typeset
from dossier.language.value import Language


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


def set_words(children: Sequence[Token], language: Language) -> list[Token]:
    """Inline tokens with their text set as ``language`` asks; code and addresses are left alone."""
    done: list[Token] = []
    in_address = False
    for child in children:
        if child.type in ("link_open", "link_close"):
            in_address = child.type == "link_open" and child.info == "auto"
            done.append(child.copy(attrs={**child.attrs, "dir": "ltr"}) if in_address and language.rtl else child)
        elif child.type == "text" and not in_address:
            done += _text(typeset(child.content, language), language)
        elif child.type == "image":
            done.append(child.copy(children=[_typeset(part, language) for part in child.children or ()]))
        else:
            done.append(child)
    return done


def _typeset(token: Token, language: Language) -> Token:
    return token.copy(content=typeset(token.content, language)) if token.type == "text" else token


def _text(content: str, language: Language) -> Iterator[Token]:
    for piece, run in pieces(content, language):
        text = Token("text", "", 0, content=piece)
        if run is None:
            yield text
        else:
            name, attributes = element(run)
            yield Token(f"{name}_open", name, 1, attrs={**attributes})
            yield text
            yield Token(f"{name}_close", name, -1)
