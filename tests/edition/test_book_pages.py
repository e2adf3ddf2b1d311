"""The book of an edition: its pages, its cover, its landmarks, and what it says of its accessibility."""

import re

import pytest
from lxml import etree
from small_dossier import DOSSIER, edition, load, localized, original

from dossier.edition.book import epub_bundle
from dossier.edition.environment import Templates
from dossier.model.bundle import EpubBundle, Page, PageText
from dossier.model.translation import State

EVALUATED = """
[accessibility]
evaluator = "Ada Example"
date = "{date}"
conforms-to = "EPUB Accessibility 1.1 - WCAG 2.1 Level AA"
languages = {languages}
"""
PAGES = (
    PageText(Page(1, "1"), ((1, "Contents"),)),
    PageText(Page(2, "2"), ((2, "Summary"),)),
    PageText(Page(3, "3"), ((3, "What happened"),)),
)
TYPE = "{http://www.idpf.org/2007/ops}type"


def made(templates: Templates, extra: str = "", language: str = "en", **wish: object) -> EpubBundle:
    dossier = load(**{"dossier.toml": DOSSIER + extra})
    woven = original(dossier) if language == "en" else localized(dossier, language, lambda _: State.REVIEWED)
    return epub_bundle(edition(woven), templates, **wish)  # type: ignore[arg-type]


def links(bundle: EpubBundle, kind: str) -> list[tuple[str | None, str]]:
    root = etree.fromstring(bundle.navigation)
    (found,) = [one for one in root.iter("{*}nav") if one.get(TYPE) == kind] or [etree.Element("nav")]
    return [(one.get(TYPE) or one.text, one.get("href")) for one in found.iter("{*}a")]


def test_pages_are_listed_and_marked(templates: Templates) -> None:
    bundle = made(templates, pages=PAGES)
    assert links(bundle, "page-list") == [("1", "nav.xhtml#page-1"), ("2", "summary.xhtml#page-2"), ("3", "summary.xhtml#page-3")]
    everything = b"".join([bundle.navigation, *(chapter.xhtml for chapter in bundle.chapters)])
    assert sorted(re.findall(rb'id="page-(\d)"', everything)) == [b"1", b"2", b"3"]
    assert bundle.paginated == bundle.metadata.identifier


def test_without_a_pdf_there_are_no_pages(templates: Templates) -> None:
    bundle = made(templates)
    assert links(bundle, "page-list") == []
    assert bundle.paginated == ""
    assert not any(b"pagebreak" in chapter.xhtml for chapter in bundle.chapters)


def test_a_cover_has_words_and_a_landmark(templates: Templates) -> None:
    bundle = made(templates, picture="images/cover.png")
    (image,) = etree.fromstring(bundle.chapters[0].xhtml).iter("{*}img")
    assert (image.get("src"), image.get("role"), image.get("alt")) == (
        "images/cover.png",
        "doc-cover",
        "A sample. With a subtitle",
    )
    assert [kind for kind, _ in links(bundle, "landmarks")][:4] == ["cover", "titlepage", "toc", "bodymatter"]
    assert bundle.chapters[bundle.front - 1].name == "edition-cover.xhtml"


@pytest.mark.parametrize(
    ("date", "languages", "claimed"),
    [
        ("2026-11-22", "[]", True),
        ("2026-11-22", '["en"]', True),
        ("2026-11-22", '["fr"]', False),  # another book was evaluated
        ("2026-11-20", "[]", False),  # an older one was
    ],
)
def test_an_evaluation_counts_for_what_was_evaluated(templates: Templates, date: str, languages: str, claimed: bool) -> None:
    bundle = made(templates, EVALUATED.format(date=date, languages=languages))
    assert (bundle.evaluation is not None) == claimed
    assert ("no conformance is claimed" in bundle.summary.conformance) != claimed
    assert ("Ada Example" in bundle.summary.conformance) == claimed


def test_a_summary_is_in_one_language(templates: Templates) -> None:
    summary = made(templates, language="fa").summary
    said = (summary.structure, summary.described, summary.undescribed, summary.pages, summary.conformance)
    persian = [bool(re.search("[\u0600-\u06ff]", sentence)) for sentence in said]
    assert persian == [summary.language == "fa"] * 5
