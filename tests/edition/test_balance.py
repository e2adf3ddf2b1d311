"""The page about the sources: it counts what the records say, says what it counted, and gives no weight by number."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from small_dossier import LETTER, edition, load, localized, original

from browser import visiting
from dossier.edition.addresses import Form
from dossier.edition.balance import Balance, balance
from dossier.edition.date_columns import MOST_COLUMNS, column_rule, in_time, is_uncertain
from dossier.edition.environment import Templates, layered, rendered
from dossier.edition.layout import edition_addresses
from dossier.model.translation import State

PAGE = b"""<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>x</title></head><body>
{% import "macros/balance.j2" as sources %}<h1>x</h1>{{ sources.about(balance) }}
{{ sources.bars(rows, "Shares") }}</body></html>"""


def record(name: str, *changes: tuple[str, str]) -> str:
    text = LETTER.replace("id: letter", f"id: {name}").replace("Letter of an office", f"Document {name}")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


KIND = "publisher-kind: party to the matter"
DATE = 'issued: "1988-07~/1988-09"'
NEWS = record(
    "news",
    ('"inferred: it speaks of summer"', "text"),
    (KIND, "publisher-kind: news organisation"),
    (DATE, 'issued: "2020-12-09"'),
    ("language: en", "language: fa"),
)
STATE = record(
    "state", (KIND, "publisher-kind: state"), (DATE, 'issued: "2020-12"'), ("reproduce: digest", "reproduce: not-consulted")
)
PARTY = record(
    "party",
    (DATE, 'issued: "2020-12-31?"'),
    ('"inferred: it speaks of summer"', "text"),
    ("evidence:\n", 'evidence:\n  publisher-kind: "inferred: its wording"\n'),
)
UNDATED = record("undated", (f"{DATE}\n", ""), ('"inferred: it speaks of summer"', "unknown"))


def balanced(language: str = "en", form: Form = Form.SINGLE, **records: str) -> Balance:
    dossier = load(**{f"sources__{name}": text for name, text in records.items()})
    made = edition(original(dossier) if language == "en" else localized(dossier, language, lambda _: State.REVIEWED))
    return balance(made.localized, made.marking, made.messages, edition_addresses(made, form))


def whole(language: str = "en", form: Form = Form.SINGLE) -> Balance:
    return balanced(language, form, news=NEWS, state=STATE, party=PARTY, undated=UNDATED)


def page(found: Balance, templates: Templates) -> str:
    made = edition(original(load()))
    files = layered(templates.files, {"page.j2": PAGE})
    return rendered(files, "page.j2", made.messages, made.language, {"balance": found, "rows": made.review.shares})


def test_what_was_not_consulted_is_counted_apart() -> None:
    found = whole()
    assert (found.total, found.consulted, found.not_consulted) == (5, 4, 1)
    assert "state" not in [bar.label for bar in found.kinds]
    assert [row.number for row in found.rows if not row.consulted] == ["state"]


def test_shares_are_of_what_was_consulted_and_the_largest_comes_first() -> None:
    found = whole()
    assert [(bar.label, bar.share, bar.text) for bar in found.kinds] == [
        ("party to the matter", 0.75, "3"),
        ("news organisation", 0.25, "1"),
    ]
    assert [(bar.label, bar.text) for bar in found.languages] == [("English", "3"), ("Persian", "1")]


def test_the_introduction_says_who_speaks_and_that_number_is_no_measure() -> None:
    assert whole().sentences == (
        "The dossier rests on 4 documents.",
        "Of these, 3 are by a party to the matter.",
        "For 1 of the documents the kind of publisher is not stated but inferred.",
        "Not counted in the figures is 1 more, which is named only and was not consulted.",
        "In the records of all sources, 16 fields are marked as unknown.",
        "The number of sources that agree is no measure of truth.",
    )


def test_a_dossier_of_one_source_is_told_of_in_the_singular() -> None:
    assert balanced().sentences[:2] == ("The dossier rests on 1 document.", "Of these, 1 is by a party to the matter.")


def test_nothing_consulted_makes_no_figure(templates: Templates) -> None:
    only = {"letter": record("letter", ("reproduce: digest", "reproduce: not-consulted"))}
    found = balanced(**only)
    assert found.kinds == found.matrix.rows == ()
    assert '<table class="figures matrix">' not in page(found, templates)


def test_the_matrix_counts_each_consulted_source_once() -> None:
    matrix = whole().matrix
    assert matrix.columns == ("July to September 1988", "December 2020", "date unknown")
    counts = {label: [(cell.given, cell.unsure) for cell in cells] for label, cells in matrix.rows}
    assert counts == {"party to the matter": [(0, 1), (0, 1), (0, 1)], "news organisation": [(0, 0), (1, 0), (0, 0)]}
    assert matrix.unsure


def test_a_row_says_what_was_inferred_and_leads_to_the_source() -> None:
    row = next(row for row in whole(form=Form.FILES).rows if row.number == "party")
    assert (row.kind.words, row.kind.inferred) == ("party to the matter", True)
    assert (row.date.words, row.date.inferred) == ("31 December 2020 (uncertain)", False)
    assert (row.address, row.reproduced) == ("sources_party.xhtml", "summarised, not reproduced")


def test_numbers_and_dates_are_those_of_the_edition() -> None:
    found = whole("fa")
    assert found.kinds[0].text == "۳"
    assert found.matrix.columns[1] == "دسامبر ۲۰۲۰"


def test_the_page_is_well_formed_and_says_in_words_what_it_draws(templates: Templates) -> None:
    text = page(whole(), templates)
    etree.fromstring(text.encode())
    root = html.document_fromstring(text)
    assert all(table.find("caption").text_content().strip() for table in root.iter("table"))
    assert root.xpath("//th[not(@scope)]") == []
    assert root.xpath("//*[@class='dots' and not(@aria-hidden)]") == []
    assert len(root.xpath("//table[contains(@class, 'matrix')]//span[@class='dot']")) == 1
    assert len(root.xpath("//table[contains(@class, 'matrix')]//span[@class='dot hollow']")) == 3
    cells = [" ".join(cell.text_content().split()) for cell in root.xpath("//table[contains(@class, 'matrix')]//td")]
    one = "1 document whose date is inferred or uncertain"
    assert cells == [one, one, one, "none", "1 document", "none"]
    assert root.xpath("//span[@class='bar']/@style")[:2] == ["width:75.0%", "width:25.0%"]


def test_titles_keep_their_language_and_their_state(templates: Templates) -> None:
    text = page(whole(), templates)
    assert 'party to the matter <span class="known">(inferred)</span>' in text
    assert html.document_fromstring(text).xpath("//tr[@class='not-consulted']/th/a/@href") == ["#sources_state"]


def test_bars_take_the_shares_of_a_review_too(templates: Templates) -> None:
    bars = html.document_fromstring(page(whole(), templates)).xpath("//table[caption='Shares']//tr")
    assert [bar.xpath("string(.//span/@style)") for bar in bars] == ["width:100.0%"]


def test_a_narrow_page_does_not_scroll_sideways(templates: Templates, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    style = f"<style>{templates.files['web/style.css'].decode()}</style></head>"
    path.write_text(page(whole(), templates).replace("</head>", style), encoding="utf-8")
    with visiting(path, width=320) as visit:
        assert visit.console == []
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    ("dates", "columns"),
    [
        (["1988-07-14", "1988-07", "1988-07~", "1988-07-XX"], ["1988-07"]),
        (["1988", "1988-07", "1988-21", "1988/1990"], ["1988", "1988/1990", "1988-21", "1988-07"]),
        ([f"{year}-05" for year in range(1988, 1995)] * 2 + ["1988-06"], [str(year) for year in range(1988, 1995)]),
        ([str(year) for year in range(1980, 2000)], ["198X", "199X"]),
        (["", "1988"], ["1988", ""]),
        (["1988", "../1970"], ["../1970", "1988"]),
    ],
)
def test_columns_are_as_fine_as_a_page_can_hold(dates: list[str], columns: list[str]) -> None:
    assert in_time(map(column_rule(dates), dates)) == columns


@settings(deadline=None)
@given(st.lists(st.sampled_from(["", "1988", "1988-07-14", "1988~", "1990-21", "1991/1992", "2001-01?"]), max_size=12))
def test_there_are_never_more_columns_than_a_page_holds(dates: list[str]) -> None:
    assert len({column_rule(dates)(date) for date in dates}) <= MOST_COLUMNS


def test_a_date_that_is_about_or_in_doubt_is_uncertain() -> None:
    assert [is_uncertain(date) for date in ("1988", "1988~", "1988?", "1988-07%", "198X")] == [False, True, True, True, False]
