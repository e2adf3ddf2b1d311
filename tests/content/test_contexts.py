"""``{context=…}`` tells equal texts apart for translators, and nobody sees it on the page."""

import pytest
from markdown_it.token import Token

from dossier.content.markdown import finish, parse_blocks
from dossier.content.rules.contexts import CONTEXT


def contexts(text: str) -> list[tuple[str | None, str]]:
    blocks, _ = parse_blocks(text)
    return [(token.meta.get(CONTEXT), token.content) for token in blocks if token.type == "inline"]


def attributes(text: str) -> set[str]:
    tokens, _ = finish(*parse_blocks(text))

    def found(tokens: list[Token]) -> set[str]:
        return {name for token in tokens for name in token.attrs} | {
            name for token in tokens if token.children for name in found(token.children)
        }

    return found(tokens)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{context=verb}\nBook\n\nBook\n", [("verb", "Book"), (None, "Book")]),
        ('{context="a b"}\nBook\n', [("a b", "Book")]),
        ("## May {context=month}\n", [("month", "May")]),
        ("## May {context=month #may .x}\n", [("month", "May")]),
        ("[May]{context=month}\n", [("month", "May")]),
        ("[May]{.small context=month}\n", [("month", "[May]{.small}")]),
        ("- [a]{context=q}\n- a\n", [("q", "a"), (None, "a")]),
        ("{context=list}\n1. c\n\n   d\n\ne\n", [("list", "c"), ("list", "d"), (None, "e")]),
        ("{context=outer}\n> a\n>\n> [b]{context=inner}\n", [("outer", "a"), ("inner", "b")]),
        ("| [May]{context=month} | May |\n|---|---|\n| x | y |\n", [("month", "May"), (None, "May"), (None, "x"), (None, "y")]),
        ("{context=cells}\n| a |\n|---|\n| b |\n", [("cells", "a"), ("cells", "b")]),
        ("A [word]{context=month} inside.\n", [(None, "A [word]{context=month} inside.")]),
        ("`[May]{context=month}`\n", [(None, "`[May]{context=month}`")]),
        ("[May]{context=}\n", [(None, "[May]{context=}")]),
    ],
)
def test_a_context_is_taken_off_what_it_belongs_to(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert contexts(text) == expected


@pytest.mark.parametrize("text", ["{context=x}\nBook\n", "## May {context=m}\n", "[May]{context=m}\n", "A [b]{context=c} d.\n"])
def test_no_page_has_it(text: str) -> None:
    assert CONTEXT not in attributes(text)


def test_the_address_of_a_heading_does_not_change_with_it() -> None:
    assert [token.attrs["id"] for token in parse_blocks("## May {context=month}\n")[0] if token.type == "heading_open"] == ["may"]
