"""The structure of the web page: headings, landmarks, languages, addresses, numbers of paragraphs."""

import json
import re
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5
from small_dossier import DOSSIER, SUMMARY, edition, load, localized, original

from dossier.edition.environment import Templates
from dossier.edition.linked_data import linked_data
from dossier.edition.pages import print_bundle, web_bundle
from dossier.model.translation import State
from dossier.press.web import self_contained

BASE = 'base-url = "https://example.org/dossiers/"\n'
WITHDRAWN = '[withdrawn]\ndate = "2027-01-01"\nreason = "An error."\n'
LANGUAGES = ("en", "fr", "fa")


def pressed(templates: Templates, language: str = "en", more: str = "", **changed: str) -> Element:
    """The finished page, parsed."""
    dossier = load(**{"dossier.toml": DOSSIER + more, **changed})
    woven = original(dossier) if language == "en" else localized(dossier, language, lambda _: State.DRAFT)
    data = self_contained(web_bundle(edition(woven), templates))
    root: Element = tinyhtml5.parse(data.decode(), namespace_html_elements=False)
    return root


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def levels(root: Element) -> list[int]:
    return [int(element.tag[1]) for element in root.iter() if re.fullmatch("h[1-6]", str(element.tag))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_first_heading_and_no_level_left_out(templates: Templates, language: str) -> None:
    found = levels(pressed(templates, language))
    assert found.count(1) == 1
    assert found[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(found)), found


def test_headings_stand_below_what_they_belong_to(templates: Templates) -> None:
    root = pressed(templates)
    headings = {words(element): element.tag for element in root.find(".//main").iter() if re.fullmatch("h[1-6]", element.tag)}
    assert headings["Summary"] == headings["Sources"] == "h2"
    assert headings["Methods"] == "h3"
    assert headings["A detail"] == "h4"
    assert headings["letter [Letter of an office]"] == "h3"
    assert headings["What happened"] == "h4"  # of the source; the summary's own came before it


def test_paper_keeps_its_first_headings(templates: Templates) -> None:
    html = print_bundle(edition(original(load())), templates).html
    assert re.search(r"<h1[^>]*>Summary", html)
    assert re.search(r"<h2[^>]*>What happened", html)


@pytest.mark.parametrize("more", ["", WITHDRAWN])
def test_everything_stands_in_a_landmark(templates: Templates, more: str) -> None:
    body = pressed(templates, more=more).find("body")
    tags = [child.tag for child in body]
    assert [tag for tag in tags if tag != "aside"] == ["a", "header", "nav", "main", "footer"]
    assert ("aside" in tags) == bool(more)
    assert body[0].get("href") == f"#{body.find('main').get('id')}"
    named = [nav.get("aria-label") for nav in body.iter("nav")]
    assert all(named)
    assert len(set(named)) == len(named)


def test_languages_are_told_in_themselves(templates: Templates) -> None:
    root = pressed(templates, "fr")
    switch = [(li.get("lang"), li.get("dir"), words(li)) for li in root.iterfind(".//nav[@class='languages']//li")]
    assert switch == [("en", "ltr", "English"), ("fr", "ltr", "français"), ("fa", "rtl", "فارسی")]
    links = {a.get("hreflang"): a.get("href") for a in root.iterfind(".//nav[@class='languages']//a")}
    assert links == {"en": "../en/sample.html", "fa": "../fa/sample.html"}
    assert words(root.find(".//*[@aria-current='page']")) == "français"


def test_downloads_say_type_and_language(templates: Templates) -> None:
    found = [
        (a.get("href"), a.get("type"), a.get("hreflang"))
        for a in pressed(templates, "fa").iterfind(".//ul[@class='downloads']//a")
    ]
    assert found == [("sample.pdf", "application/pdf", "fa"), ("sample.epub", "application/epub+zip", "fa")]


def test_downloads_for_reading_stand_first(templates: Templates) -> None:
    outputs = 'outputs = ["print", "epub", "archive", "html"]\n'
    links = pressed(templates, "fa", outputs).iterfind(".//ul[@class='downloads']//a")
    assert [link.get("href") for link in links] == ["sample.epub", "sample.print.pdf", "sample.archive.pdf"]


def test_a_published_page_knows_its_addresses(templates: Templates) -> None:
    root = pressed(templates, "fa", BASE)
    page = "https://example.org/dossiers/sample"
    assert [link.get("href") for link in root.iterfind(".//link[@rel='canonical']")] == [f"{page}/fa/sample.html"]
    alternates = {link.get("hreflang"): link.get("href") for link in root.iterfind(".//link[@rel='alternate']")}
    assert set(alternates) == {*LANGUAGES, "x-default"}
    assert alternates["x-default"] == alternates["en"] == f"{page}/en/sample.html"
    graph = {meta.get("property"): meta.get("content") for meta in root.iter("meta") if meta.get("property")}
    assert graph["og:url"] == f"{page}/fa/sample.html"
    assert graph["og:title"] == "†A sample†"
    assert graph["og:description"] == "†What it is about.†"
    assert graph["og:locale"] == "fa_IR"
    assert graph["og:image"].startswith(f"{page}/fa/")


def test_a_page_without_an_address_claims_none(templates: Templates) -> None:
    root = pressed(templates)
    assert [link.get("rel") for link in root.iter("link")] == ["icon"]
    assert not {"og:url", "og:image"} & {meta.get("property") for meta in root.iter("meta")}


def test_linked_data_comes_through_the_press_as_it_was(templates: Templates) -> None:
    evil = {"dossier.toml": DOSSIER.replace('title = "A sample"', 'title = "</script><img src=x> & more"')}
    dossier = load(**evil)
    root = pressed(templates, **evil)
    (script,) = root.iter("script")
    assert (script.get("type"), script.get("src")) == ("application/ld+json", None)
    assert json.loads(script.text) == linked_data(edition(original(dossier)))
    assert root.find(".//img[@src='x']") is None


@pytest.mark.parametrize("language", ["en", "fa"])
def test_numbers_of_paragraphs_lead_to_their_paragraphs(templates: Templates, language: str) -> None:
    root = pressed(templates, language)
    parents = {child: parent for parent in root.iter() for child in parent}
    numbers = list(root.iterfind(".//a[@class='par']"))
    assert len(numbers) == len(root.findall(".//*[@data-par]")) > 5
    for link in numbers:
        block = parents[link]
        assert link.get("href") == f"#{block.get('id')}"
        assert block.find("a") is link
        assert (block.text or "") == ""
        assert words(link) in link.get("aria-label")
    shown = [words(link) for link in numbers][:3]
    assert shown == (["1", "2", "3"] if language == "en" else ["۱", "۲", "۳"])


def test_other_formats_have_no_numbers_in_their_text(templates: Templates) -> None:
    assert 'class="par"' not in print_bundle(edition(original(load())), templates).html


@pytest.mark.parametrize("more", ["", "[markdown]\nraw-html = true\n"])
def test_tables_can_be_scrolled_by_keyboard(templates: Templates, more: str) -> None:
    raw = '\n<div tabindex="7">raw</div>\n' if more else ""
    root = pressed(templates, more=more, summary=SUMMARY + raw)
    (table,) = root.iterfind(".//main//section[@id='summary']//div[@class='table']")
    assert (table.get("tabindex"), table.get("role")) == ("0", "group")
    assert table.get("aria-label")
    assert {element.get("tabindex") for element in root.iter() if element.get("tabindex")} == {"0"}


def test_a_withdrawn_dossier_says_so_at_the_top_and_on_every_sheet(templates: Templates) -> None:
    aside = pressed(templates, more=WITHDRAWN).find(".//aside")
    assert aside.find("p[@role='note']") is not None
    assert "1 January 2027" in words(aside)


def test_every_link_inside_the_page_has_its_target(templates: Templates) -> None:
    root = pressed(templates, "fa", WITHDRAWN)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {a.get("href")[1:] for a in root.iter("a") if (a.get("href") or "").startswith("#")} <= set(ids)
