"""A timeline on the page: dates in the reader's language, entries that a style sheet can tell apart, sources among the events."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from small_dossier import DOSSIER, LETTER, SUMMARY, edition, load, localized, original

from dossier.edition.addresses import Form
from dossier.edition.book import epub_bundle
from dossier.edition.environment import Templates
from dossier.edition.footnotes import NotesMode
from dossier.edition.layout import edition_addresses
from dossier.edition.pages import web_bundle
from dossier.edition.render import Setting, render
from dossier.edition.timeline import begins, date_classes, date_markup, dated_sources, ends
from dossier.language.registry import language
from dossier.model.translation import LocalizedDossier, State
from dossier.press.epub import pack
from judges import epubcheck

EVENTS = """
1988-07-01
: The first.

1988-12?
: The second, with a note.[^one]

1990/..
: The third, with a list:

    Word
    : Its meaning.
"""


def source(name: str, issued: str, *, known: str = "text", reproduce: str = "digest") -> str:
    text = (
        LETTER.replace("id: letter", f"id: {name}")
        .replace('"1988-07~/1988-09"', f'"{issued}"')
        .replace("digest\n", f"{reproduce}\n")
    )
    return text.replace('"inferred: it speaks of summer"', f'"{known}"').replace("Letter of an office", f"Document {name}")


def woven(classes: str = ".timeline", tag: str = "en", events: str = EVENTS, **sources: str) -> LocalizedDossier:
    dossier = load(summary=f"{SUMMARY}\n{{{classes}}}{events}", **{f"sources__{name}": text for name, text in sources.items()})
    return original(dossier) if tag == "en" else localized(dossier, tag, lambda _: State.REVIEWED)


def shown(localized_dossier: LocalizedDossier, form: Form = Form.SINGLE) -> html.HtmlElement:
    made = edition(localized_dossier)
    found = dated_sources(made.localized, made.marking)
    setting = Setting(NotesMode.SECTION, edition_addresses(made, form), {}, made.marking, made.messages.gettext, found)
    page = html.fragment_fromstring(str(render(made.localized.parts[0], setting).body), create_parent=True)
    (timeline,) = page.xpath("//dl[contains(@class, 'timeline')]")
    return timeline


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def entries(timeline: html.HtmlElement) -> list[str]:
    return [words(term) for term in timeline.xpath("./div/dt")]


def test_every_entry_is_a_box_with_its_date_and_its_words() -> None:
    timeline = shown(woven())
    assert [child.tag for child in timeline] == ["div", "div", "div"]
    assert [[child.tag for child in event] for event in timeline] == [["dt", "dd"]] * 3
    assert entries(timeline) == ["1 July 1988", "December 1988 (uncertain)", "from 1990, end open"]
    assert "The second, with a note." in words(timeline[1])


def test_a_list_inside_an_entry_stays_a_list() -> None:
    (inner,) = shown(woven())[2].xpath("./dd/dl")
    assert inner.get("class") is None
    assert [child.tag for child in inner] == ["dt", "dd"]


def test_dates_are_in_the_language_and_the_digits_of_the_edition() -> None:
    assert entries(shown(woven(tag="fa")))[:2] == ["۱ ژوئیهٔ ۱۹۸۸", "دسامبر ۱۹۸۸ (نامطمئن)"]
    assert entries(shown(woven(tag="fr")))[0] == "1 juillet 1988"


@pytest.mark.parametrize(
    ("edtf", "classes"),
    [
        ("1988-08-17", "precision-day certainty-known"),
        ("1988-08", "precision-month certainty-known"),
        ("1988", "precision-year certainty-known"),
        ("2004-01-01T10:10:10Z", "precision-day certainty-known"),
        ("1988-07/1988-09", "precision-span certainty-known"),
        ("1988-21", "precision-span certainty-known"),
        ("198X", "precision-span certainty-known"),
        ("1988-XX", "precision-year certainty-known"),
        ("1988-07-XX", "precision-month certainty-known"),
        ("1988-07~", "precision-month certainty-about"),
        ("1988-07~/1988-09", "precision-span certainty-about"),
        ("1988-08-17?", "precision-day certainty-uncertain"),
        ("1988%", "precision-year certainty-uncertain"),
        ("[1988,1989]", "precision-span certainty-uncertain"),
    ],
)
def test_classes_tell_what_kind_of_date_it_is(edtf: str, classes: str) -> None:
    assert date_classes(edtf) == classes


@pytest.mark.parametrize("edtf", ["1988", "1988-08", "1988-08-17"])
def test_time_elements_say_what_html_can_say(edtf: str) -> None:
    assert date_markup(edtf, "", language("en"), str).startswith(f'<time datetime="{edtf}">')


@pytest.mark.parametrize("edtf", ["1988~", "1988-08-17?", "1988-21", "1988/1989", "198X", "0000", "-0100", "1988-XX"])
def test_what_html_cannot_say_is_no_time_element(edtf: str) -> None:
    assert "<time" not in date_markup(edtf, "", language("en"), str)


def test_a_date_that_is_shown_as_it_was_written_keeps_its_order_on_a_persian_page() -> None:
    assert date_markup("-0100-02-03", "", language("fa"), str).count('<bdi dir="ltr">') == 1


def test_sources_stand_before_the_first_event_after_their_date() -> None:
    early, late, never = source("early", "1988-06"), source("late", "1991"), source("never", "1988-12-31")
    timeline = shown(woven(".timeline .with-sources", early=early, late=late, never=never))
    titles = [words(entry.xpath("./dd//a")[0]) if "event-source" in entry.get("class") else "" for entry in timeline]
    # The letter is of July to September 1988, "never" of the last day of a month that an event is dated to.
    assert titles == ["[Document early]", "", "[Letter of an office]", "", "[Document never]", "", "[Document late]"]


def test_a_document_of_a_month_does_not_stand_before_the_events_of_that_month() -> None:
    timeline = shown(woven(".timeline .with-sources", monthly=source("monthly", "1988-07")))
    assert entries(timeline)[:2] == ["1 July 1988", "July 1988"]


def test_the_author_s_order_is_kept_whatever_the_dates() -> None:
    events = "\n1990\n: Later.\n\n1980\n: Earlier.\n"
    assert entries(shown(woven(".timeline .with-sources", events=events))) == [
        "about July 1988 to September 1988 (inferred)",
        "1990",
        "1980",
    ]


def test_a_source_without_a_date_and_a_timeline_without_the_class_have_no_entry() -> None:
    undated = source("undated", "x").replace('issued: "x"\n', "").replace('issued: "text"', "issued: unknown")
    assert len(shown(woven(".timeline .with-sources", undated=undated))) == 4
    assert len(shown(woven())) == 3


def test_a_source_says_what_it_is_and_how_its_date_is_known() -> None:
    named = source("named", "1989", reproduce="not-consulted")
    timeline = shown(woven(".timeline .with-sources", named=named))
    letter, other = timeline.xpath("./div[contains(@class, 'event-source')]")
    assert words(letter.find("dt")) == "about July 1988 to September 1988 (inferred)"
    assert {"date-inferred", "certainty-about", "precision-span"} <= set(letter.get("class").split())
    assert words(letter.find("dd")) == "Source [Letter of an office] · party to the matter"
    assert words(other.find("dd")).endswith("party to the matter · named only; it was not consulted")
    assert "date-inferred" not in other.get("class")


@pytest.mark.parametrize(("form", "address"), [(Form.SINGLE, "#sources_letter"), (Form.FILES, "sources_letter.xhtml")])
def test_a_source_is_linked_where_it_stands_in_the_edition(form: Form, address: str) -> None:
    timeline = shown(woven(".timeline .with-sources"), form)
    assert timeline.xpath("./div[contains(@class, 'event-source')]/dd/a/@href") == [address]


def test_raw_html_in_a_document_leaves_its_timeline_whole(templates: Templates) -> None:
    allowed = DOSSIER + "[markdown]\nraw-html = true\n"
    dossier = load(**{"dossier.toml": allowed, "summary": f"{SUMMARY}\n<b>raw</b>\n\n{{.timeline}}{EVENTS}"})
    page = html.document_fromstring(web_bundle(edition(original(dossier)), templates).html)
    assert page.xpath("//dl/div[contains(@class, 'precision-day')]/dt/time/@datetime") == ["1988-07-01"]


@pytest.mark.parametrize("tag", ["en", "fa"])
def test_epubcheck_finds_nothing_in_a_timeline(tag: str, templates: Templates, tmp_path: Path) -> None:
    book = tmp_path / "book.epub"
    book.write_bytes(pack(epub_bundle(edition(woven(".timeline .with-sources", tag)), templates)))
    assert epubcheck(book) == []


_DATES = st.dates().map(lambda day: day.isoformat())


@settings(deadline=None)  # the parser of EDTF builds its grammar at its first call
@given(_DATES, _DATES)
def test_days_are_ordered_as_the_calendar_orders_them(first: str, second: str) -> None:
    assert begins(first) == ends(first)
    assert (begins(first) < begins(second)) == (first < second)
    assert begins(f"{min(first, second)}/{max(first, second)}") == begins(min(first, second))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [("../1988", (float("-inf"), 0, 0), (1988, 12, 31)), ("1988/..", (1988, 1, 1), (float("inf"), 0, 0))],
)
def test_open_ends_lie_outside_of_all_days(edtf: str, first: object, last: object) -> None:
    assert (begins(edtf), ends(edtf)) == (first, last)
