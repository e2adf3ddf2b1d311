"""Styles: found by name, read with suspicion, fitted to an edition."""

import re

import pytest
from csl_samples import CONNECTIONS, cited, citing, plain, record, setting, sources

from dossier.attribution.csl import find_style, pandoc, set_citations, style_names
from dossier.attribution.csl.style import UnusableError, fitted
from dossier.language.registry import language
from dossier.model.citation import Cite, Locator, SourceRef
from dossier.model.diagnostics import DossierError
from dossier.model.place import Place

INFO = "<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>"
PLACE = Place("content/demo/dossier.toml", 3, 1)


def style(layout: str, before: str = "", kind: str = "note") -> bytes:
    """A small style."""
    return (
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="{kind}" version="1.0">{INFO}{before}'
        f'<citation><layout delimiter="; " suffix=".">{layout}</layout></citation></style>'
    ).encode()


def test_styles_are_found_by_name() -> None:
    assert len(style_names()) > 2000
    assert list(style_names()) == sorted(style_names())
    for name in ("chicago-notes-bibliography", "chicago-author-date.csl"):
        found = find_style(name)
        assert found is not None
        assert b"Chicago Manual of Style 18th edition" in found


def test_a_dependent_style_is_its_parent() -> None:
    assert find_style("nature-chemistry") == find_style("nature")
    assert find_style("nature") is not None


@pytest.mark.parametrize(
    "name", ["no-such-style", "", "../styles/apa", "/etc/passwd", "dependent/nature-chemistry", "apa\n", "АРА"]
)
def test_other_names_find_nothing(name: str) -> None:
    assert find_style(name) is None


def test_a_project_may_hand_over_a_dependent_style() -> None:
    dependent = (
        f'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">{INFO}'
        '<link href="http://www.zotero.org/styles/chicago-author-date" rel="independent-parent"/></style>'
    )
    assert not setting("en", dependent.encode()).in_notes


BOMB = '<!DOCTYPE style [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
LOOP = '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'
GROWTH = "".join(f'<macro name="m{n}">{f"<text macro={chr(34)}m{n + 1}{chr(34)}/>" * 10}</macro>' for n in range(12))
TEXT = '<text variable="title"/>'


@pytest.mark.parametrize(
    ("bytes_", "why"),
    [
        (b"", "not well-formed"),
        (b"\x00\xff\xfe", "not well-formed"),
        (b"not XML", "not well-formed"),
        (b"<style/>", "no CSL style"),
        (style(TEXT, kind="other"), "no CSL style"),
        (style(TEXT).replace(b"citation", b"bibliography"), "nothing about citations"),
        (BOMB.encode() + style("&c;"), "document type"),
        (style(TEXT, LOOP), "calls itself"),
        (style('<text macro="m0"/>', GROWTH), "grow without measure"),
        (style(TEXT) + b" " * 4_000_001, "larger"),
        (b"<a>" * 100_000, "not well-formed"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_style_is_refused(bytes_: bytes, why: str) -> None:
    with pytest.raises(UnusableError, match=why):
        fitted(bytes_, language("en"))
    with pytest.raises(DossierError) as raised:
        set_citations({}, (), bytes_, language("en"), {}, place=PLACE)
    (found,) = raised.value.diagnostics
    assert (found.code.id, found.place) == ("A003", PLACE)


@pytest.mark.parametrize("layout", ['<text macro="missing"/>', "<nonsense/>", '<choose><if position="never"/></choose>', "&#1;"])
def test_a_style_that_the_processor_gives_up_on_is_an_error_not_a_crash(layout: str) -> None:
    outcome = "set"
    try:
        setting("en", style(layout))
    except DossierError as error:
        outcome = error.diagnostics[0].code.id
    assert outcome in ("set", "A003", "A004")


def test_what_the_processor_says_is_passed_on() -> None:
    with pytest.raises(DossierError) as raised:
        set_citations(
            {"d": [citing(Cite("book"))]},
            sources(),
            style("<nonsense/>"),
            language("en"),
            {},
            place=PLACE,
        )
    (found,) = raised.value.diagnostics
    assert (found.code.id, found.place) == ("A004", PLACE)
    assert "nonsense" in dict(found.details)["says"]


def test_a_processor_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "SECONDS", 0.001)
    with pytest.raises(DossierError) as raised:
        setting("en", "chicago-author-date")
    assert raised.value.diagnostics[0].code.id == "A004"


def test_without_a_citation_the_processor_is_not_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc.subprocess, "run", None)
    found = setting("fa", "chicago-notes-bibliography", {"summary": [], "notes": []})
    assert found.texts == {"summary": (), "notes": ()}
    assert (found.in_notes, found.bibliography) == (True, ())


def test_no_note_refers_to_the_note_before() -> None:
    layout = '<choose><if position="ibid"><text value="IBID"/></if><else-if position="subsequent"><text value="AGAIN"/></else-if>'
    layout += '<else><text value="FIRST"/></else></choose>'
    book = citing(Cite("book"))
    found = setting("en", style(layout), {"a": [book, book, citing(Cite("report")), book], "b": [book]})
    assert [plain(text) for text in found.texts["a"]] == ["FIRST^book.", "AGAIN^book.", "FIRST^report.", "AGAIN^book."]
    assert [plain(text) for text in found.texts["b"]] == ["FIRST^book."]


def test_no_note_refers_to_another_by_number() -> None:
    layout = '<group delimiter=", "><text variable="title"/><group delimiter=" "><text value="see note"/>'
    layout += '<text variable="first-reference-note-number"/></group></group>'
    book = citing(Cite("book"))
    found = setting("en", style(layout), {"a": [book, book]})
    assert {plain(text) for text in found.texts["a"]} == {"The Invention of Silence^book."}


def test_citations_keep_their_order() -> None:
    ordered = style(TEXT).replace(b"<citation>", b'<citation><sort><key variable="title"/></sort>')
    found = setting("en", ordered, {"a": [citing(Cite("book"), Cite("article", quotes_previous=True))]})
    assert plain(found.texts["a"][0]) == "The Invention of Silence^book, as quoted in Evidence and the Sea^article."


@pytest.mark.parametrize(
    ("label", "en", "fr", "fa"),
    [
        ("page", "p.~4", "p.~4", "ص ۴"),
        ("paragraph", "para.~4", "§~4", "بند ۴"),
        ("section", "sec.~4", "sect.~4", "بخش ۴"),
        ("chapter", "chap.~4", "chap.~4", "فصل ۴"),
        ("note", "n.~4", "n.~4", "یادداشت ۴"),
        ("line", "l.~4", "l.~4", "سطر ۴"),
        ("volume", "vol.~4", "vol.~4", "ج ۴"),
        ("figure", "fig.~4", "fig.~4", "شکل ۴"),
        ("folio", "fol.~4", "fᵒ~4", "برگ ۴"),
        ("column", "col.~4", "col.~4", "ستون ۴"),
        ("part", "pt.~4", "part.~4", "پارهٔ ۴"),
        ("verse", "v.~4", "v.~4", "بیت ۴"),
        ("book", "bk.~4", "liv.~4", "کتاب ۴"),
        ("table", "table 4", "tableau~4", "جدول ۴"),
        ("appendix", "app.~4", "annexe~4", "پیوست ۴"),
    ],
)
def test_labels_of_locators_in_each_language(label: str, en: str, fr: str, fa: str) -> None:
    layout = '<group delimiter=", "><text variable="title"/><group delimiter=" "><label variable="locator" form="short"/>'
    layout += '<text variable="locator"/></group></group>'
    citation = citing(Cite("book", locator=Locator(label, "4")))
    for tag, words in (("en", en), ("fr", fr), ("fa", fa)):
        text = plain(setting(tag, style(layout), {"a": [citation]}).texts["a"][0])
        assert text.endswith(f"{', ' if tag != 'fa' else '، '}{words}^book.")


@pytest.mark.parametrize("value", ["4(a)", "[4]", "{4", "iv–vi", "4; 7", "A/75/12", "12a", "xqpagexq"])
def test_locators_are_data(value: str) -> None:
    text = plain(
        setting("en", "chicago-author-date", {"a": [citing(Cite("book", locator=Locator("section", value)))]}).texts["a"][0]
    )
    assert re.fullmatch(rf"\(Smith 2018, secs?\.[ ~]{re.escape(value)}\^book\)", text)


@pytest.mark.parametrize("tag", ["en", "fr", "fa"])
@pytest.mark.parametrize("prefix", ["see", "see also", "cf."])
def test_common_prefixes_are_translated(tag: str, prefix: str) -> None:
    text = plain(setting(tag, "chicago-author-date", {"a": [citing(Cite("persian", prefix))]}).texts["a"][0])
    assert text.startswith(f"({CONNECTIONS[tag][prefix]} ")


def test_other_prefixes_stay() -> None:
    text = plain(setting("fr", "chicago-author-date", {"a": [citing(Cite("book", "seen in"))]}).texts["a"][0])
    assert text == "(seen in Smith 2018^book)"


def test_numeric_ranges_keep_all_references() -> None:
    citation = citing(*(Cite(name) for name in ("book", "article", "report", "web")))
    fragment = setting("en", "ieee", {"a": [citation]}).texts["a"][0]
    assert sorted(part.source for part in fragment if isinstance(part, SourceRef)) == sorted(citation.sources)


def test_addresses_that_are_no_web_addresses_are_no_links() -> None:
    text = record("a", type="book", title="[x](javascript:alert(1)) <b>", author=[{"literal": "javascript:alert(1)"}])
    found = setting("en", "chicago-notes-bibliography", {"d": [citing(Cite("a", "<i>", "javascript:x"))]}, [cited(text)])
    assert all("<a " not in str(part) and "<b" not in str(part) for part in found.texts["d"][0])
