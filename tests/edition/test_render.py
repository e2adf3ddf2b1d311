"""Markup: well-formed in every format, ids unique, links that lead somewhere."""

import re
from collections import Counter

import pytest
from lxml import etree, html
from small_dossier import DOSSIER, LETTER, NOTES, SUMMARY, edition, load, localized, original

from dossier.edition.book import epub_bundle
from dossier.edition.environment import Templates
from dossier.edition.pages import print_bundle, web_bundle
from dossier.model.translation import State

XHTML = "{http://www.w3.org/1999/xhtml}"


def web(templates: Templates, **changed: str) -> str:
    return web_bundle(edition(original(load(**changed))), templates).html


def chapters(templates: Templates, **changed: str) -> dict[str, str]:
    bundle = epub_bundle(edition(original(load(**changed))), templates)
    return {chapter.name: chapter.xhtml.decode() for chapter in bundle.chapters} | {"nav.xhtml": bundle.navigation.decode()}


@pytest.mark.parametrize("make", [print_bundle, web_bundle])
def test_ids_are_unique_and_every_inner_link_has_a_target(make: type, templates: Templates) -> None:
    root = html.document_fromstring(make(edition(original(load())), templates).html)
    ids = Counter(root.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    links = [link[1:] for link in root.xpath("//a/@href") if link.startswith("#")]
    assert {"sources_letter", "notes--methods", "summary--what-happened"} <= set(links)
    assert [link for link in links if link not in ids] == []


def test_ids_are_the_same_in_every_language(templates: Templates) -> None:
    def ids(language: str) -> list[str]:
        woven = localized(load(), language, lambda _: State.REVIEWED) if language != "en" else original(load())
        return list(html.document_fromstring(web_bundle(edition(woven), templates).html).xpath("//@id"))

    assert ids("en") == ids("fa") == ids("fr")


def test_every_file_of_the_book_is_well_formed_and_its_links_lead_somewhere(templates: Templates) -> None:
    trees = {name: etree.fromstring(text.encode()) for name, text in chapters(templates).items()}
    targets = set(trees) | {f"{name}#{found}" for name, tree in trees.items() for found in tree.xpath("//@id")}
    for name, tree in trees.items():
        for link in tree.xpath("//*[local-name()='a']/@href"):
            if not link.startswith("http"):
                assert (f"{name}{link}" if link.startswith("#") else link) in targets, (name, link)


def test_notes_float_on_the_page(templates: Templates) -> None:
    page = print_bundle(edition(original(load())), templates).html
    opening = '<span class="footnote" id="summary--fn.1" lang="en" dir="ltr" data-number="1">'
    assert f'{opening}<span class="as-p">The first note' in page
    assert page.count("The first note") == 1
    assert '<a class="note-again" href="#summary--fn.1">1</a>' in page
    assert 'role="doc-endnotes"' not in page


def test_notes_stand_after_the_text_on_the_web(templates: Templates) -> None:
    page = web(templates)
    assert '<a role="doc-noteref" href="#summary--fn.1" id="summary--fnref.1.2">1</a>' in page
    note = page[page.index('<li id="summary--fn.1">') :].split("</li>")[0]
    assert re.findall(r'href="#(summary--fnref[^"]*)"', note) == ["summary--fnref.1", "summary--fnref.1.2"]


def test_notes_are_asides_in_the_book(templates: Templates) -> None:
    chapter = chapters(templates)["summary.xhtml"]
    assert '<a epub:type="noteref" role="doc-noteref" href="#summary--fn.2"' in chapter
    assert '<aside epub:type="footnote" role="doc-footnote" id="summary--fn.2">' in chapter


def test_soft_breaks_are_spaces_and_heads_of_columns_say_so(templates: Templates) -> None:
    page = web(templates, summary=SUMMARY.replace("First words with", "First words\nwith"))
    assert "First words with <em>stress</em>" in page
    assert '<th scope="col">Question</th>' in page
    assert '<th class="align-right" scope="col">Answer</th>' in page


def test_an_empty_corner_of_a_table_heads_nothing(templates: Templates) -> None:
    page = web(templates, summary=SUMMARY.replace("| Question |", "|  |"))
    assert "<td></td>" in page
    assert '<th scope="col"></th>' not in page


def test_images_are_assets_by_digest(templates: Templates) -> None:
    bundle = web_bundle(edition(original(load())), templates)
    (key,) = (key for key in bundle.assets if key.startswith("images/"))
    assert re.fullmatch(r"images/[0-9a-f]{16}\.png", key)
    assert f'<img src="{key}" alt="A grey square" width="40" height="30" />' in bundle.html
    assert "<figcaption>The <em>square</em>" in bundle.html


def test_an_image_that_nobody_shows_is_left_out(templates: Templates) -> None:
    bundle = web_bundle(edition(original(load(summary=SUMMARY.replace("![A grey square]", "[A grey square]")))), templates)
    assert not [key for key in bundle.assets if key.startswith("images/")]


RAW = SUMMARY + (
    '\n<div id="box" onclick="x()" style="color:red">raw <b>bold</b><br>line <a href="#box">here</a> '
    '<a href="javascript:x()">bad</a> <a href="notes.md#methods">good</a><script>alert(1)</script>'
    '<img src="https://evil.example/x.png"><img src="images/grey.png" alt="g"></div>\n'
)


def test_raw_html_is_sanitised_where_it_is_allowed(templates: Templates) -> None:
    allowed = {"summary": RAW, "dossier.toml": DOSSIER + "[markdown]\nraw-html = true\n"}
    page = web(templates, **allowed)
    box = page[page.index('<div id="summary--box">') :].split("</div>")[0]
    assert "raw <b>bold</b><br/>line" in box
    assert '<a href="#summary--box">here</a>' in box
    assert '<a href="#notes--methods">good</a>' in box
    assert "<a>bad</a>" in box
    for bad in ("onclick", "style=", "script", "evil"):
        assert bad not in box
    assert '<img src="images/' in box
    etree.fromstring(chapters(templates, **allowed)["summary.xhtml"].encode())


def test_raw_html_leaves_the_rest_of_the_document_as_it_was(templates: Templates) -> None:
    allowed = {"summary": RAW, "dossier.toml": DOSSIER + "[markdown]\nraw-html = true\n"}
    chapter = chapters(templates, **allowed)["summary.xhtml"]
    assert 'epub:type="noteref"' in chapter
    assert 'href="sources_letter.xhtml"' in chapter
    assert 'href="#summary--fn.1"' in chapter
    assert '<li id="summary--fn.1">' in web(templates, **allowed)


def test_raw_html_is_text_where_it_is_not_allowed(templates: Templates) -> None:
    page = web(templates, summary=RAW)
    assert "&lt;script&gt;" in page
    assert "<script>" not in page


def test_links_to_nowhere_lose_their_address(templates: Templates) -> None:
    assert "<a>gone</a>" in web(templates, summary=SUMMARY + "\n[gone](data.csv)\n")


def test_headings_of_sources_stand_below_their_titles_on_one_page_only(templates: Templates) -> None:
    assert '<h4 id="sources_letter--what-happened"' in web(templates)
    assert '<h2 id="sources_letter--what-happened"' in chapters(templates)["sources_letter.xhtml"]


def test_persian_text_isolates_dates_and_shows_persian_numbers(templates: Templates) -> None:
    persian = load(summary=SUMMARY.replace("The first note", "در 2020-12-09 بود"))
    page = web_bundle(edition(localized(persian, "fa", lambda _: State.REVIEWED)), templates).html
    assert 'در <bdi dir="ltr">2020-12-09</bdi> بود' in page
    assert 'id="summary--fnref.1">۱</a>' in page
    assert '<a href="https://example.org/?a=b&amp;c=d" dir="ltr" class="address">https://example.org/?a=b&amp;c=d</a>' in page


def test_characters_that_xml_forbids_do_not_break_the_book(templates: Templates) -> None:
    text = chapters(templates, summary=SUMMARY + "\n    code with \x0c form feed\n")["summary.xhtml"]
    etree.fromstring(text.encode())
    assert "code with  form feed" in text


def test_what_a_source_record_withholds_is_nowhere(templates: Templates) -> None:
    texts = [web(templates), print_bundle(edition(original(load())), templates).html, *chapters(templates).values()]
    assert "Somebody Secret" in LETTER
    assert not [text for text in texts if "Secret" in text]
    assert "withheld" in texts[0]


def test_a_document_whose_name_begins_with_a_digit_has_a_fit_id(templates: Templates) -> None:
    toml = DOSSIER.replace('"notes.md"', '"1-notes.md"')
    summary = SUMMARY.replace("notes.md", "1-notes.md")
    found = chapters(templates, **{"dossier.toml": toml, "summary": summary, "1-notes.md": NOTES})
    assert 'id="_1-notes"' in found["_1-notes.xhtml"]
