"""Ids of paragraphs: the same in every language and format, unique, and on paper only where asked for."""

import re

from lxml import html
from small_dossier import DOSSIER, SUMMARY, edition, load, localized, original

from dossier.edition.addresses import Form, addresses
from dossier.edition.environment import Templates
from dossier.edition.footnotes import NotesMode
from dossier.edition.images import pictures
from dossier.edition.pages import print_bundle, web_bundle
from dossier.edition.render import Setting, render
from dossier.model.translation import LocalizedDossier, State

HEAD = "---\ntitle: Summary\n---\n\n"
TEXT = (
    HEAD
    + """\
One.[^n]

## Heading

- two
- three

  four
- 1. five

> six

{#own}
seven

| a | b |
|---|---|
| c | d |

![A square](images/grey.png "Caption")

Term
: eight

[^n]: A note.

    - with a list
"""
)


def body(woven: LocalizedDossier, notes: NotesMode = NotesMode.SECTION, anchors: frozenset[str] | None = None) -> str:
    where = addresses((*woven.parts, *woven.sources), Form.SINGLE)
    setting = Setting(notes, where, pictures(woven.dossier.images), edition(woven).marking, lambda text: text, anchors=anchors)
    return str(render(woven.parts[0], setting).body)


def numbered(markup: str) -> dict[str, str]:
    """The words of each numbered paragraph, by number."""
    # A link on the web page shows the number itself.
    markup = re.sub(r'<a class="par" [^>]*>[^<]*</a>', "", markup)
    found = html.fragment_fromstring(markup, create_parent="div").xpath("//*[@data-par]")
    return {one.get("data-par"): "".join(one.xpath(".//text()")).strip() for one in found}


def ids(markup: str) -> list[str]:
    return re.findall(r' id="summary--([^"]*)"', markup)


def test_paragraph_like_blocks_are_counted_in_their_order() -> None:
    # The item with two paragraphs makes its list a loose one.
    assert numbered(body(original(load(summary=TEXT)))) == {
        "1": "One.1", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight",
    }  # fmt: skip


def test_headings_tables_figures_and_terms_are_named_but_not_counted() -> None:
    assert ids(body(original(load(summary=TEXT)))) == [
        "par.1", "fnref.1", "heading", "par.2", "par.3", "par.4", "par.5", "par.6", "own", "table.1", "fig.1", "term.1", "par.8",
    ]  # fmt: skip


def test_an_item_of_a_tight_list_carries_the_id_of_its_paragraph() -> None:
    markup = body(original(load(summary=HEAD + "- a\n- b\n\nTerm\n: c\n")), NotesMode.EPUB)
    assert '<li id="summary--par.1">a</li>' in markup
    assert '<dd id="summary--par.3">c</dd>' in markup


def test_a_second_paragraph_without_a_tag_is_a_span() -> None:
    markup = body(original(load(summary=HEAD + "- a\n  ## h\n  b\n")), NotesMode.EPUB)
    assert '<span id="summary--par.2">b</span>' in markup


def test_ids_are_the_same_in_every_language() -> None:
    dossier = load(summary=TEXT)
    translated = [localized(dossier, tag, lambda _: State.REVIEWED) for tag in ("fr", "fa")]
    not_translated = localized(dossier, "fa", lambda _: State.MISSING)
    found = [ids(body(woven)) for woven in (*translated, not_translated)]
    assert found == [ids(body(original(dossier)))] * 3


ALLOWED = DOSSIER + "[markdown]\nraw-html = true\n"


def test_an_id_that_an_author_wrote_wins_and_counts() -> None:
    assert ids(body(original(load(summary=HEAD + "{#own}\none\n\ntwo\n\n{#list}\n- three\n")))) == [
        "own",
        "par.2",
        "list",
        "par.3",
    ]


def test_an_id_is_never_taken_twice() -> None:
    raw = HEAD + 'one\n\ntwo\n\n<p id="par.2">x</p>\n\n<p id="par.2_">y</p>\n'
    assert ids(body(original(load(**{"summary": raw, "dossier.toml": ALLOWED})))) == ["par.1", "par.2__", "par.2", "par.2_"]


def test_paper_has_ids_only_where_asked_for() -> None:
    woven = original(load(summary=TEXT))
    assert ids(body(woven, NotesMode.PAGE)) == ["fn.1", "heading", "own"]
    asked = frozenset({"summary--par.2", "summary--table.1", "summary--par.8"})
    assert ids(body(woven, NotesMode.PAGE, asked)) == ["fn.1", "heading", "par.2", "own", "table.1", "par.8"]


def test_numbers_are_for_the_web_page_only(templates: Templates) -> None:
    assert "data-par" not in body(original(load(summary=TEXT)), NotesMode.EPUB)
    assert "data-par" not in print_bundle(edition(original(load())), templates).html
    assert 'id="summary--par.1" data-par="1"' in web_bundle(edition(original(load())), templates).html


def test_raw_html_takes_neither_ids_nor_numbers() -> None:
    markup = body(original(load(**{"summary": SUMMARY + "\n<b>x</b>\n", "dossier.toml": ALLOWED})))
    assert "<b>x</b>" in markup
    assert numbered(markup)["1"].startswith("First words")
    assert ids(markup)[0] == "par.1"
