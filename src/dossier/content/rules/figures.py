"""A paragraph that is one image becomes a figure; the image's title becomes its caption.

``![what is to be seen](map.png "Caption with *emphasis*")``. The alternative text stays what it is: a description for those
who do not see the image. The caption is inline Markdown.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

NAME = "figures"


def add_to(parser: MarkdownIt) -> None:
    """Let ``parser`` turn lone images into figures."""
    parser.core.ruler.after("inline", NAME, _make_figures)


def _make_figures(state: StateCore) -> None:
    made: list[Token] = []
    position = 0
    while position < len(state.tokens):
        if _is_lone_image(state.tokens, position):
            made += _figure(state, *state.tokens[position : position + 3])
            position += 3
        else:
            made.append(state.tokens[position])
            position += 1
    state.tokens = made


def _is_lone_image(tokens: list[Token], position: int) -> bool:
    if tokens[position].type != "paragraph_open" or tokens[position].hidden:
        return False
    children = tokens[position + 1].children or []
    return len(children) == 1 and children[0].type == "image"


def _figure(state: StateCore, opening: Token, inline: Token, closing: Token) -> list[Token]:
    image = (inline.children or [])[0]
    caption = str(image.attrs.pop("title", ""))
    figure = [opening.copy(type="figure_open", tag="figure"), inline]
    if caption:
        figure += _caption(state, caption, inline)
    return [*figure, closing.copy(type="figure_close", tag="figure")]


def _caption(state: StateCore, caption: str, inline: Token) -> list[Token]:
    children: list[Token] = []
    state.md.inline.parse(caption, state.md, state.env, children)
    level = inline.level
    return [
        Token("figcaption_open", "figcaption", 1, level=level, block=True),
        inline.copy(content=caption, children=children, meta=dict(inline.meta)),
        Token("figcaption_close", "figcaption", -1, level=level, block=True),
    ]
