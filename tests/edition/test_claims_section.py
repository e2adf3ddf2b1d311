"""Who says what: a table for each question, in every format; the original below drafts that carry a claim."""

from pathlib import Path

import pytest
from lxml import etree, html
from small_dossier import LETTER, edition, load, localized, original

from browser import visiting
from dossier.edition.addresses import Form
from dossier.edition.book import epub_bundle
from dossier.edition.claims import AnswerRow, ClaimTable, WhoSaysWhat, who_says_what
from dossier.edition.compose import Edition
from dossier.edition.environment import Templates
from dossier.edition.layout import edition_addresses
from dossier.edition.pages import print_bundle, web_bundle
from dossier.model.document import Dossier
from dossier.model.translation import State
from dossier.press.epub import pack
from dossier.press.web import self_contained
from judges import epubcheck

CLAIMS = """\
[[questions]]
id = "victims"
question = "How many people were killed?"

[[questions.answers]]
source = "letter"
locator = "paras. 3–4"
answer = "“over 30,000”"
voice = "quoting a judge"

[[questions.answers]]
source = "paper"
locator = "p. 12, in a caption"
answer = "«۳۰۰۰–۵۰۰۰ نفر»"
language = "fa"

[[questions]]
id = "law"
question = "What is the legal qualification?"
answers = [{ source = "paper", answer = "murder" }]
"""
SUMMARY = """\
---
title: Summary
---

They say [over 30,000]{claim=victims}, or [more]{.x}.[^n]

- An item with [murder]{claim=law #here .y}.

## A heading with [30,000]{claim=victims}

| a |
|---|
| [30,000]{claim=victims} |

![grey](images/grey.png "Of [30,000]{claim=victims}")

A paragraph without claim.

A link: [30,000](notes.md){claim=victims}, and [30,000 [so](notes.md)]{claim=victims}.

[^n]: It was [murder]{claim=law}.
"""


def record(name: str, language: str, reproduce: str = "digest") -> str:
    text = LETTER.replace("id: letter", f"id: {name}").replace("Letter of an office", f"Document {name}")
    return text.replace("language: en", f"language: {language}").replace("reproduce: digest", f"reproduce: {reproduce}")


def dossier(claims: str = CLAIMS, **changes: str) -> Dossier:
    sources = {
        "paper": record("paper", "fa"),
        "silent": record("silent", "fr"),
        "unseen": record("unseen", "en", "not-consulted"),
    }
    files = {f"sources__{name}": text for name, text in sources.items()}
    return load(**{"claims.toml": claims, "summary": SUMMARY, **files, **changes})


def made(language: str = "en", state: State = State.REVIEWED, claims: str = CLAIMS) -> Edition:
    found = dossier(claims)
    # Also the English edition has something to translate: a Persian answer.
    return edition(localized(found, language, lambda _: state))


def section(made: Edition, form: Form = Form.SINGLE) -> WhoSaysWhat:
    found = who_says_what(made.localized, made.marking, made.messages, edition_addresses(made, form))
    assert found is not None
    return found


def table(language: str = "en", state: State = State.REVIEWED) -> ClaimTable:
    return section(made(language, state)).tables[0]


def row(source: str, language: str = "en", state: State = State.REVIEWED) -> AnswerRow:
    return next(row for row in table(language, state).rows if row.source.number == source)


# -- values


def test_answers_stand_in_the_order_of_the_file() -> None:
    tables = section(made()).tables
    assert [(one.anchor, one.question.text) for one in tables] == [
        ("edition-claims--victims", "How many people were killed?"),
        ("edition-claims--law", "What is the legal qualification?"),
    ]
    assert [row.source.number for row in tables[0].rows] == ["letter", "paper"]


def test_a_source_is_introduced_once(templates: Templates) -> None:
    one = '[[questions.answers]]\nsource = "letter"\nanswer = "x"\n\n'
    paper = '[[questions.answers]]\nsource = "paper"'
    again = CLAIMS.replace(paper, one + one + paper)
    first, second = section(made(claims=again)).tables
    assert [row.is_further for row in first.rows] == [False, True, True, False]
    assert [row.is_further for row in second.rows] == [False]
    root = html.document_fromstring(web_bundle(made(claims=again), templates).html)
    (groups, _) = [table.xpath("./tbody") for table in root.xpath("//table[contains(@class, 'answers')]")]
    assert [len(group.xpath("./tr[td/p]")) for group in groups] == [3, 1, 0]
    assert [len(group.xpath("./tr/th[@scope='rowgroup']")) for group in groups] == [1, 1, 0]


def test_a_source_that_gives_no_answer_is_listed_if_it_was_consulted() -> None:
    assert [[source.number for source in one.silent] for one in section(made()).tables] == [["silent"], ["letter", "silent"]]


def test_a_row_says_who_published_the_source_and_when() -> None:
    source = row("letter").source
    assert (source.title.text, source.kind.words, source.date.words) == (
        "[Letter of an office]",
        "party to the matter",
        "about July 1988 to September 1988",
    )
    assert (source.address, source.date.inferred) == ("#sources_letter", True)
    assert section(made(), Form.FILES).tables[0].rows[0].source.address == "sources_letter.xhtml"


def test_locators_are_those_of_the_edition() -> None:
    assert row("letter").locator == "paras.\N{NO-BREAK SPACE}3–4"
    assert row("letter", "fa").locator.endswith('<bdi dir="ltr">۳–۴</bdi>')
    both = section(made(claims=CLAIMS.replace("p. 12, in a caption", "p. 12, note 4"))).tables[0].rows[1]
    assert both.locator == "p.\N{NO-BREAK SPACE}12, n.\N{NO-BREAK SPACE}4"


def test_what_cannot_be_read_as_a_locator_stands_as_written() -> None:
    assert row("paper").locator == 'p.\N{NO-BREAK SPACE}12, <bdi lang="en" dir="ltr">in a caption</bdi>'


def test_an_unreviewed_answer_has_the_original_below_it() -> None:
    for state in (State.DRAFT, State.UNFINISHED):
        found = row("letter", "fr", state)
        assert (found.answer.phrase.text, found.answer.phrase.state) == ("†“over 30,000”†", state)
        assert found.original is not None
        assert (found.original.phrase.text, found.original.phrase.language, found.original.language) == (
            "“over 30,000”",
            "en",
            "anglais",
        )


def test_a_reviewed_answer_without_quotation_stands_alone() -> None:
    assert section(made("fr")).tables[1].rows[0].original is None
    assert section(made("fr", State.DRAFT)).tables[1].rows[0].original is not None


def test_a_reviewed_quotation_is_called_a_translation_and_keeps_the_original() -> None:
    found = row("letter", "fr")
    assert found.is_our_translation
    assert found.original is not None


def test_a_source_in_the_language_of_the_edition_is_not_translated_by_us() -> None:
    assert not row("paper", "fa").is_our_translation
    assert row("paper", "fa").original is None
    own = who_says_what(
        (
            french := edition(
                localized(dossier(CLAIMS.replace('source = "letter"', 'source = "silent"')), "fr", lambda _: State.REVIEWED)
            )
        ).localized,
        french.marking,
        french.messages,
        edition_addresses(french, Form.SINGLE),
    )
    assert own is not None
    assert not own.tables[0].rows[0].is_our_translation


def test_an_answer_in_another_language_than_the_dossiers_is_translated() -> None:
    found = row("paper")
    assert (found.answer.phrase.text, found.answer.phrase.language) == ("†«۳۰۰۰–۵۰۰۰ نفر»†", "en")
    assert found.is_our_translation
    assert found.original is not None
    assert found.original.markup == '«<bdi dir="ltr">۳۰۰۰–۵۰۰۰</bdi>\u00a0نفر»'


def test_a_missing_translation_shows_the_original_once() -> None:
    found = row("letter", "fr", State.MISSING)
    assert (found.answer.phrase.text, found.answer.phrase.language, found.original) == ("“over 30,000”", "en", None)
    assert found.answer.phrase.label


def test_a_draft_of_the_file_says_so() -> None:
    assert section(made()).is_draft
    assert not section(made(claims='status = "reviewed"\n' + CLAIMS)).is_draft


def test_a_dossier_without_claims_has_no_section(templates: Templates) -> None:
    plain = edition(original(load()))
    assert who_says_what(plain.localized, plain.marking, plain.messages, edition_addresses(plain, Form.SINGLE)) is None
    assert "edition-claims" not in web_bundle(plain, templates).html
    assert "edition-claims.xhtml" not in [chapter.name for chapter in epub_bundle(plain, templates).chapters]


# -- pages


def test_the_section_stands_between_parts_and_sources(templates: Templates) -> None:
    questions = ["#edition-claims--victims", "#edition-claims--law"]
    # On paper the questions are seen at a glance, and would send the contents to a second page.
    for bundle, below in ((print_bundle(made(), templates), []), (web_bundle(made(), templates), questions)):
        root = html.document_fromstring(bundle.html)
        order = [one.get("id") for one in root.xpath("//main/section")]
        assert order[:4] == ["summary", "notes", "edition-claims", "edition-sources"]
        listed = root.xpath("//nav[@id='edition-contents']//a/@href")
        at = listed.index("#edition-claims")
        assert listed[at + 1 : at + 2 + len(below)] == [*below, "#edition-sources"]
        assert len(root.xpath("//*[@id='edition-claims--victims']")) == 1


def test_the_book_has_a_file_for_it(templates: Templates) -> None:
    book = epub_bundle(made("fr", State.DRAFT), templates)
    names = [chapter.name for chapter in book.chapters]
    assert names.index("notes.xhtml") + 1 == names.index("edition-claims.xhtml") == names.index("edition-sources.xhtml") - 1
    (entry,) = [entry for entry in book.contents if entry.address == "edition-claims.xhtml"]
    assert [child.address for child in entry.children] == [
        "edition-claims.xhtml#edition-claims--victims",
        "edition-claims.xhtml#edition-claims--law",
    ]
    page = next(chapter.xhtml for chapter in book.chapters if chapter.name == "edition-claims.xhtml")
    assert etree.fromstring(page) is not None
    assert b'href="sources_letter.xhtml"' in page


@pytest.mark.parametrize(("language", "state"), [("fr", State.DRAFT), ("fa", State.REVIEWED), ("fa", State.DRAFT)])
def test_epubcheck_finds_nothing(language: str, state: State, templates: Templates, tmp_path: Path) -> None:
    book = tmp_path / "book.epub"
    book.write_bytes(pack(epub_bundle(made(language, state), templates)))
    assert epubcheck(book) == []


def test_the_table_can_be_read_by_its_heads(templates: Templates) -> None:
    root = html.document_fromstring(web_bundle(made("fr", State.DRAFT), templates).html)
    (first, _) = root.xpath("//table[contains(@class, 'answers')]")
    assert root.get_element_by_id(first.get("aria-labelledby")).tag == "h3"
    assert [one.get("scope") for one in first.iter("th")] == ["col", "col", "rowgroup", "rowgroup"]
    words = " ".join(first.xpath(".//tbody/tr[2]")[0].text_content().split())
    assert "†“over 30,000”†" in words
    assert "anglais] “over 30,000”" in words


# -- marked words


def links(text: str, anchor: str = "summary") -> list[tuple[str, str, str]]:
    root = html.document_fromstring(text)
    found = root.xpath(f"//section[@id='{anchor}']//*[@data-claim]")
    return [(one.tag, one.get("href", ""), one.text_content()) for one in found]


def test_on_screen_marked_words_lead_to_the_answers(templates: Templates) -> None:
    found = links(web_bundle(made(), templates).html)
    assert found[:2] == [("a", "#edition-claims--victims", "over 30,000"), ("a", "#edition-claims--law", "murder")]
    # A link that an author wrote stays what it is; a link can hold no other.
    assert [(tag, address) for tag, address, words in found[-3:]] == [
        ("a", "#notes"),
        ("span", ""),
        ("a", "#edition-claims--law"),
    ]


def test_on_paper_marked_words_are_words(templates: Templates) -> None:
    assert {(tag, address) for tag, address, _ in links(print_bundle(made(), templates).html)} == {("span", ""), ("a", "#notes")}


def test_in_the_book_they_lead_to_another_file(templates: Templates) -> None:
    chapters = {chapter.name: chapter.xhtml.decode() for chapter in epub_bundle(made(), templates).chapters}
    assert 'href="edition-claims.xhtml#edition-claims--victims"' in chapters["summary.xhtml"]


def test_other_attributes_of_marked_words_stay(templates: Templates) -> None:
    root = html.document_fromstring(web_bundle(made(), templates).html)
    (item,) = root.xpath("//*[@data-claim='law' and @id]")
    assert (item.get("id"), item.get("class"), item.get("claim")) == ("summary--here", "y claim", None)
    assert root.xpath("//span[@class='x']")[0].text == "more"


def test_an_unknown_claim_is_no_link(templates: Templates) -> None:
    text = web_bundle(edition(original(load(summary=SUMMARY))), templates).html
    assert {(tag, address) for tag, address, _ in links(text)} == {("span", ""), ("a", "#notes")}


# -- originals


def originals(text: str) -> list[tuple[str, str, str]]:
    found = html.document_fromstring(text).xpath("//section[@id='summary']//*[contains(@class, 'original') and @lang='en']")
    return [(one.tag, one.getparent().tag, " ".join(one.text_content().strip(" ↑").split())) for one in found]


def test_a_draft_that_carries_a_claim_has_the_original_behind_it(templates: Templates) -> None:
    found = originals(web_bundle(made("fr", State.DRAFT), templates).html)
    assert found == [
        ("p", "section", "[Original] They say over 30,000, or more."),
        ("p", "li", "[Original] An item with murder."),
        ("p", "section", "[Original] A heading with 30,000"),
        ("small", "td", "[Original] 30,000"),
        ("small", "figcaption", "[Original] Of 30,000"),
        ("p", "section", "[Original] A link: 30,000, and 30,000 so."),
        ("p", "li", "[Original] It was murder."),
    ]


@pytest.mark.parametrize("state", [State.REVIEWED, State.MISSING, State.STALE])
def test_what_is_reviewed_or_shown_in_the_original_has_none(state: State, templates: Templates) -> None:
    assert originals(web_bundle(made("fr", state), templates).html) == []


def test_an_original_repeats_no_id_and_no_note(templates: Templates) -> None:
    for bundle in (web_bundle(made("fr", State.DRAFT), templates), print_bundle(made("fr", State.DRAFT), templates)):
        ids = html.document_fromstring(bundle.html).xpath("//@id")
        assert len(ids) == len(set(ids))
    assert len(originals(print_bundle(made("fr", State.DRAFT), templates).html)) == 7


def test_a_browser_has_nothing_to_complain_of(templates: Templates, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(self_contained(web_bundle(made("fa", State.DRAFT), templates)))
    with visiting(page, width=320) as visit:
        assert visit.requests == visit.console == []
        wide = "[...document.querySelectorAll('#edition-claims, #summary')].map(one => one.scrollWidth > one.clientWidth)"
        assert visit.page.evaluate(wide) == [False, False]
