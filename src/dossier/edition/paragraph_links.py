"""Numbers before the paragraphs of the web page, each a link to its paragraph: to be cited, and to be copied as an address.

A number is a link in the text, and not something that only a pointer can call up: whoever uses a keyboard steps from paragraph
to paragraph with it, and a screen reader says “Paragraph 12” before the twelfth.
"""

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from dossier.language.value import Language

NUMBER = "data-par"
"""The attribute that carries a paragraph's number."""


def with_links(
    tokens: Sequence[Token], language: Language, gettext: Callable[[str], str], anchor: Callable[[str], str]
) -> list[Token]:
    """``tokens`` whose numbered blocks begin with a link to themselves.

    Parameters
    ----------
    tokens:
        A document's body; its numbered blocks carry :data:`NUMBER` and an id.
    language, gettext:
        The edition's language, and what translates into it.
    anchor:
        The id that a target of the document has in the edition.
    """
    make = _Links(language, gettext, anchor)
    done: list[Token] = []
    waiting: Token | None = None
    for token in tokens:
        if NUMBER in token.attrs:
            waiting = token
        if token.type == "inline":
            children = list(token.children or ())
            if waiting is not None:
                token = token.copy(children=[*make.link(waiting), *children])
            elif children and NUMBER in children[0].attrs:
                token = token.copy(children=[children[0], *make.link(children[0]), *children[1:]])
            waiting = None
        done.append(token)
    return done


class _Links:
    def __init__(self, language: Language, gettext: Callable[[str], str], anchor: Callable[[str], str]) -> None:
        self._language = language
        self._ = gettext
        self._anchor = anchor

    def link(self, block: Token) -> tuple[Token, Token, Token]:
        """The link to ``block``, in the edition's language whatever the block's is."""
        number = self._language.in_digits(str(block.attrs[NUMBER]))
        attributes = {
            "class": "par",
            "href": f"#{self._anchor(str(block.attrs['id']))}",
            "lang": self._language.tag,
            "aria-label": self._("Paragraph {number}").format(number=number),
        }
        # Token types of their own: the renderer resolves the addresses of links that an author wrote, and this is none.
        opening = Token("par_open", "a", 1, attrs=dict(attributes))
        return opening, Token("mark_text", "", 0, content=number), Token("par_close", "a", -1)
