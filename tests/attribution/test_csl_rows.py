"""What is set right in what the processor gives back."""

import pytest
from csl_samples import plain

from dossier.attribution.csl.ast import Node, words
from dossier.attribution.csl.runs import Run, row_of
from dossier.attribution.csl.tidy import capitalized, tidied
from dossier.attribution.csl.xhtml import fragment
from dossier.language.registry import language
from dossier.model.citation import SourceRef

ENGLISH = language("en")


def link(address: str, text: str) -> Node:
    return {"t": "Link", "c": [["", [], []], words(text), [address, ""]]}


def set_row(*inlines: Node, cited: tuple[str, ...] = ()) -> str:
    return plain(fragment(tidied(row_of(inlines), cited), ENGLISH))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "#x", ""])
def test_only_web_addresses_are_links(address: str) -> None:
    assert set_row(link(address, "words")) == "words"


def test_web_addresses_are_links() -> None:
    assert set_row(link('https://example.org/?a=1&b="2"', "words")).startswith(
        '<a href="https://example.org/?a=1&b=&#34;2&#34;">'
    )


def test_a_cite_that_a_range_swallowed_is_still_referred_to() -> None:
    row = (*words("["), link("#ref-a", "1"), *words("–"), link("#ref-c", "3"), *words("]"))
    assert set_row(*row, cited=("a", "b", "c")) == "[1^a–3^c^b]"


def test_a_cite_that_is_linked_twice_is_referred_to_once_at_its_end() -> None:
    assert set_row(link("#ref-a", "Smith"), *words(" "), link("#ref-a", "2018"), cited=("a",)) == "Smith 2018^a"


def test_a_source_cited_twice_is_referred_to_twice() -> None:
    assert set_row(link("#ref-a", "1"), *words(", "), link("#ref-a", "2"), cited=("a", "a")) == "1^a, 2^a"


@pytest.mark.parametrize(("before", "after", "found"), [("What?", ".", "What?^a"), ("Inc.", ".", "Inc.^a"), ("x", ".", "x^a.")])
def test_one_full_stop_also_across_a_reference(before: str, after: str, found: str) -> None:
    assert set_row(link("#ref-a", before), *words(after), cited=("a",)) == found


def test_a_capital_at_the_beginning() -> None:
    assert capitalized([SourceRef("a"), Run(""), Run(" see")]) == [SourceRef("a"), Run(""), Run(" See")]
    assert capitalized([SourceRef("a")]) == [SourceRef("a")]


def test_styles_become_elements() -> None:
    inner: Node = {"t": "SmallCaps", "c": words("x")}
    markup = "".join(str(part) for part in fragment(row_of([{"t": "Emph", "c": [{"t": "Strong", "c": [inner]}]}]), ENGLISH))
    assert markup == '<strong><span style="font-variant: small-caps"><em>x</em></span></strong>'


def test_what_is_upright_inside_of_slanted() -> None:
    upright: Node = {"t": "Span", "c": [["", ["nodecor"], []], words("b")]}
    assert set_row({"t": "Emph", "c": [*words("a"), upright, *words("c")]}) == "*a*b*c*"
