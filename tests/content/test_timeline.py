"""Timelines: terms are dates of the machine's, not words for a translator; a term that is none is told of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from memory_files import PART, project

from dossier.content.load import load_dossier
from dossier.content.markdown import finish, parse_blocks
from dossier.content.rules.timeline import DATE
from dossier.model.diagnostics import Diagnostic

TIMELINE = """{.timeline}
1988-07/1988-09
: Words with *stress*.

1988-08-17
: Other words.
"""


def types(text: str) -> list[str]:
    return [token.type for token in parse_blocks(text)[0]]


def dates(text: str) -> list[str]:
    return [token.content for token in parse_blocks(text)[0] if token.type == DATE]


def findings(text: str) -> list[Diagnostic]:
    _, found = load_dossier(project({"summary.md": f"{PART}\n{text}"}), "content/demo/dossier.toml")
    return [diagnostic for diagnostic in found if diagnostic.code.id == "C023"]


def test_terms_of_a_timeline_are_dates_and_its_definitions_stay_blocks() -> None:
    blocks, environment = parse_blocks(TIMELINE)
    assert dates(TIMELINE) == ["1988-07/1988-09", "1988-08-17"]
    assert [token.content for token in blocks if token.type == "inline"] == ["Words with *stress*.", "Other words."]
    finished, _ = finish(blocks, environment)
    assert [token.meta["edtf"] for token in finished if token.type == DATE] == ["1988-07/1988-09", "1988-08-17"]
    assert "em_open" in [child.type for token in finished for child in token.children or ()]


def test_a_date_lies_between_its_term_s_tags() -> None:
    found = types(TIMELINE)
    position = found.index(DATE)
    assert found[position - 1 : position + 2] == ["dt_open", DATE, "dt_close"]


@pytest.mark.parametrize("opening", ["", "{.timelines}\n", "{#timeline}\n"])
def test_other_definition_lists_keep_their_terms(opening: str) -> None:
    assert DATE not in types(opening + TIMELINE.removeprefix("{.timeline}\n"))


def test_a_list_inside_a_definition_keeps_its_terms() -> None:
    inner = "{.timeline}\n1988\n: Words.\n\n    Term\n    : Its meaning.\n\n1989\n: More.\n"
    assert dates(inner) == ["1988", "1989"]


@pytest.mark.parametrize("before", ["> ", "- "])
def test_a_timeline_may_stand_in_another_block(before: str) -> None:
    pad = "> " if before == "> " else "  "
    assert dates(f"{before}{{.timeline}}\n{pad}1988\n{pad}: Words.\n") == ["1988"]


@pytest.mark.parametrize(
    "date", ["1988", "1988-07~", "1988-21", "1988-07-28/1988-08-14", "1988/..", "[1988,1989]", "198X", "1988?"]
)
def test_every_form_of_edtf_is_taken(date: str) -> None:
    assert findings(f"{{.timeline}}\n{date}\n: Words.\n") == []


@pytest.mark.parametrize("term", ["Summer 1988", "1988–07", "`1988`", "1988[^a]", "12.8.1988", "1988-13"])
def test_a_term_that_is_no_date_is_told_of_where_it_stands(term: str) -> None:
    (found,) = findings(f"{{.timeline}}\n1988\n: Words.\n\n {term}\n: Others.\n")
    assert str(found.place) == "content/demo/summary.md:12:2"
    assert found.message == f"“{term}” is no EDTF date"
    assert "1988-07/1988-09" in found.advice


def test_the_order_of_the_entries_is_the_author_s() -> None:
    assert findings("{.timeline}\n1990\n: Later.\n\n1988\n: Earlier.\n") == []


@settings(deadline=None)  # the parser of EDTF builds its grammar at its first call
@given(st.lists(st.sampled_from(["1988", "1988-07", "no date", "1988~", "*x*"]), min_size=1, max_size=4))
def test_every_term_is_a_date_or_told_of(terms: list[str]) -> None:
    text = "{.timeline}\n" + "\n".join(f"{term}\n: Words.\n" for term in terms)
    assert dates(text) == terms
    assert len(findings(text)) == sum(term in ("no date", "*x*") for term in terms)
