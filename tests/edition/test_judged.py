"""The bundles before the judges: EPUBCheck for the book, a browser for the web page, whatever state the passages are in."""

from pathlib import Path

import pytest
from small_dossier import DOSSIER, SUMMARY, edition, load, localized

from browser import visiting
from dossier.edition.book import epub_bundle
from dossier.edition.environment import Templates
from dossier.edition.pages import web_bundle
from dossier.model.translation import LocalizedDossier, State
from dossier.press.epub import pack
from dossier.press.web import self_contained
from judges import epubcheck

STATES = (State.REVIEWED, State.DRAFT, State.STALE, State.MISSING, State.UNFINISHED)
RAW = '\n<p id="raw">raw<br>line <a href="#raw">here</a></p>\n'


def mixed(language: str) -> LocalizedDossier:
    dossier = load(**{"dossier.toml": DOSSIER + "[markdown]\nraw-html = true\n", "summary": SUMMARY + RAW})
    return localized(dossier, language, lambda msgid: STATES[len(msgid) % len(STATES)])


@pytest.mark.parametrize("language", ["fr", "fa"])
def test_epubcheck_finds_nothing(language: str, templates: Templates, tmp_path: Path) -> None:
    book = tmp_path / "book.epub"
    book.write_bytes(pack(epub_bundle(edition(mixed(language)), templates)))
    assert epubcheck(book) == []


@pytest.mark.parametrize("language", ["fr", "fa"])
def test_a_browser_has_nothing_to_complain_of(language: str, templates: Templates, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(self_contained(web_bundle(edition(mixed(language)), templates)))
    with visiting(page, width=320) as visit:
        assert visit.requests == visit.console == []
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 320
