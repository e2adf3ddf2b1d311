"""Where pages of the PDF begin in a book: at the right word, never inside of one, and nothing else is touched."""

# ruff: noqa: E501 - a case is one line, so that it is seen what stands where

import re

import pytest
from lxml import etree

from dossier.edition.page_breaks import blocks, with_page_breaks
from dossier.model.bundle import Chapter, Page, PageText

MARK = re.compile(r'<span epub:type="pagebreak" role="doc-pagebreak" id="page-(\d+)" aria-label="([^"]*)"></span>')


def chapter(body: str, name: str = "one.xhtml") -> Chapter:
    head = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>T</title></head>'
    return Chapter(name, "T", f'<?xml version="1.0" encoding="utf-8"?>\n{head}<body>{body}</body></html>'.encode())


def pages(*texts: str | tuple[str, ...]) -> list[PageText]:
    """Pages of blocks; a block that begins with ``…`` is the rest of the one before."""
    found, serial = [], 0
    for number, one in enumerate(texts, start=1):
        listed = []
        for text in (one,) if isinstance(one, str) else one:
            serial += not text.startswith("…")
            listed.append((serial, text.removeprefix("…")))
        found.append(PageText(Page(number, str(number)), tuple(listed)))
    return found


def marked(body: str, *texts: str | tuple[str, ...]) -> str:
    """``body`` with ``|2|`` where page 2 begins."""
    whole = chapter(body)
    (done,), _ = with_page_breaks([whole], pages(*texts))
    etree.fromstring(done.xhtml)
    text = done.xhtml.decode()
    assert MARK.sub("", text).encode() == whole.xhtml
    return MARK.sub(r"|\1|", text).partition("<body>")[2].removesuffix("</body></html>")


@pytest.mark.parametrize(
    ("body", "texts", "expected"),
    [
        ("<p>one two</p><p>three</p>", ("one two", "three"), "|1|<p>one two</p>|2|<p>three</p>"),
        ("<p>one two three</p>", ("one two ", "…three"), "|1|<p>one two |2|three</p>"),
        ("<h1>one</h1><p>two</p>", (("one",), ("two",)), "|1|<h1>one</h1>|2|<p>two</p>"),
        # a word that is parted at the end of a page belongs to the next
        ("<p>one leadership two</p>", ("one leader", "…ship two"), "|1|<p>one |2|leadership two</p>"),
        # nothing is parted that belongs together
        (
            '<p>one <a href="#x">two three</a> four</p>',
            ("one two ", "…three four"),
            '|1|<p>one |2|<a href="#x">two three</a> four</p>',
        ),
        ("<p>one (<a>two three</a>) four</p>", ("one (two", "…three) four"), "|1|<p>one |2|(<a>two three</a>) four</p>"),
        ("<p>one <a><b>two</b> three</a></p>", ("one ", "…two three"), "|1|<p>one |2|<a><b>two</b> three</a></p>"),
        ("<p>12\u202f345 men and</p><p>x</p>", ("12 ", ("…345 men and", "x")), "|1||2|<p>12\u202f345 men and</p><p>x</p>"),
        ("<p>one <em>t</em>wo three</p>", ("one t", "…wo three"), "|1|<p>one <em>|2|t</em>wo three</p>"),
        # where nothing may stand before a block, the mark stands in it
        ("<ul><li>one</li><li>two</li></ul>", ("one", "two"), "<ul><li>|1|one</li><li>|2|two</li></ul>"),
        ("<table><tr><td>a</td></tr><tr><td><b>b</b></td></tr></table>", ("a", "b"), None),
        ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", (("a",), ("b",)), "<dl><div><dt>|1|a</dt><dd>|2|b</dd></div></dl>"),
        (
            "<ul><li>one<ul><li>x</li></ul>two</li></ul>",
            (("one", "x"), "two"),
            "<ul><li>|1|one<ul><li>x</li></ul>|2|two</li></ul>",
        ),
        # what is not in the flow does not count
        (
            '<p>one<sup><a role="doc-noteref" href="#n">1</a></sup> two</p><aside role="doc-footnote"><p>note</p></aside><p>end</p>',
            ("one ", ("…two", "end")),
            '|1|<p>one<sup><a role="doc-noteref" href="#n">1</a></sup> |2|two</p><aside role="doc-footnote"><p>note</p></aside><p>end</p>',
        ),
        ("<p>a &amp; b &lt; c d</p>", ("a & b ", "…< c d"), "|1|<p>a &amp; b |2|&lt; c d</p>"),
        ("<p>می\u200cگوید و رفت</p>", ("می\u200cگوید", "…و رفت"), "|1|<p>می\u200cگوید |2|و رفت</p>"),
        # a page of which nothing stands in the book is left out, and a page begins with what does
        ("<p>one</p><p>two</p>", ("one", "only on paper", ("also only there", "two")), "|1|<p>one</p>|3|<p>two</p>"),
        # blocks that differ: a number stands in the heading on paper, and before it in the book
        (
            "<p>one</p><p>003</p><h1>Title of it</h1>",
            ("one", "003 Title of it"),
            "|1|<p>one</p>|2|<p>003</p><h1>Title of it</h1>",
        ),
        # the same words twice: order tells which
        (
            "<p>no</p><p>yes</p><p>no</p><p>end</p>",
            (("no", "yes"), ("no", "end")),
            "|1|<p>no</p><p>yes</p>|2|<p>no</p><p>end</p>",
        ),
    ],
)
def test_a_page_begins(body: str, texts: tuple[str, ...], expected: str | None) -> None:
    expected = expected or "<table><tr><td>|1|a</td></tr><tr><td>|2|<b>b</b></td></tr></table>"
    assert marked(body, *texts) == expected


def test_contents_are_marked_before_them_and_never_inside() -> None:
    body = "<h1>Contents</h1><nav><ol><li><a>One</a></li><li><a>Two</a></li></ol></nav>"
    assert marked(body, ("Contents", "One"), "Two") == f"|1|{body}"


def test_marks_have_labels_as_printed_and_addresses_by_chapter() -> None:
    labelled = [PageText(Page(1, "۱"), ((1, "one"),)), PageText(Page(2, "۲"), ((2, "two"),))]
    chapters, marks = with_page_breaks([chapter("<p>one</p>"), chapter("<p>two</p>", "two.xhtml")], labelled)
    assert [(mark.page.label, mark.address) for mark in marks] == [("۱", "one.xhtml#page-1"), ("۲", "two.xhtml#page-2")]
    assert MARK.search(chapters[1].xhtml.decode()).groups() == ("2", "۲")


def test_without_pages_nothing_is_touched() -> None:
    whole = chapter("<p>one</p>")
    assert with_page_breaks([whole], []) == ((whole,), ())


def test_blocks_are_read_in_their_order() -> None:
    read = blocks(chapter("<section hidden='hidden'><p>no</p></section><div>a <b>b</b><p>c</p>d</div>").xhtml)
    assert [block.letters for block in read] == ["ab", "c", "d"]
