"""The text of snapshots: every format, in the languages of the field, and nothing that no reader sees."""

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from snapshots import book, page, printed, saved, strict_page, typed

from dossier.extraction.extract import FORMATS, extract, extractor_of
from dossier.press.engine import load_engine
from dossier.press.fontconfig import use_bundled_faces

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EPUB = "application/epub+zip"
PDF = "application/pdf"
XHTML = "application/xhtml+xml"

PERSIAN = "خانواده‌ها می‌گویند که «کشتار» سال ۱۳۶۷ فراموش نمی‌شود."
FRENCH = "L’affaire n’a pas été close : « l’État doit répondre », écrit-elle à Œuvre ouverte."


def text(data: bytes, media_type: str) -> str:
    return extract(data, media_type).text


def as_plain(words: str) -> bytes:
    return words.encode()


def as_page(words: str) -> bytes:
    return page("".join(f"<p>{part}</p>" for part in words.split("\n\n")))


def as_strict_page(words: str) -> bytes:
    return strict_page("".join(f"<p>{part}</p>" for part in words.split("\n\n")))


def as_book(words: str) -> bytes:
    return book({"one.xhtml": as_strict_page(words)}, ["one.xhtml"])


def as_typed(words: str) -> bytes:
    return saved(typed(*words.split("\n\n")))


MAKERS = {
    "text/plain": as_plain,
    "text/markdown": as_plain,
    "text/html": as_page,
    XHTML: as_strict_page,
    EPUB: as_book,
    DOCX: as_typed,
}


@pytest.mark.parametrize("media_type", MAKERS)
@pytest.mark.parametrize("words", [PERSIAN, FRENCH, f"{FRENCH}\n\n{PERSIAN}", "An oﬃcial ﬁle, hyphen-\nated"])
def test_words_come_out_as_they_were_written(media_type: str, words: str) -> None:
    expected = words.replace("\n", " ") if "\n\n" not in words and media_type in ("text/html", XHTML, EPUB) else words
    assert text(MAKERS[media_type](words), media_type) == expected


def test_every_format_has_a_maker_here() -> None:
    assert set(MAKERS) | {PDF} == set(FORMATS)


@pytest.mark.parametrize("media_type", FORMATS)
def test_the_library_and_its_version_are_named(media_type: str) -> None:
    data = printed("<p>Words</p>") if media_type == PDF else MAKERS[media_type]("Words")
    found = extract(data, media_type)
    library, _, rules = found.version.partition("+")
    assert (library, int(rules) >= 1) == (version(found.extractor), True)
    assert (found.extractor, found.version) == extractor_of(media_type)
    assert found.digest == sha256(found.text.encode()).hexdigest()


# Plain text.


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_the_mark_at_the_beginning_tells_the_encoding(encoding: str) -> None:
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    assert text(mark + PERSIAN.encode(encoding), "text/plain") == PERSIAN


def test_the_media_type_may_tell_the_encoding() -> None:
    words = "سلام، نامه رسيد"
    assert text(words.encode("windows-1256"), "text/plain; charset=windows-1256") == words


def test_an_encoding_nobody_tells_is_found() -> None:
    words = (
        "Les familles des victimes demandent depuis des années où sont enterrés leurs proches. Elles ont été menacées, arrêtées, "
        "et même condamnées. L'État n'a jamais répondu à leurs lettres, et la vérité reste cachée. Après trente ans, la mère de "
        "l'un d'eux espère encore qu'une enquête indépendante sera menée et que les responsables seront jugés. "
    )
    assert text((words * 4).encode("windows-1252"), "text/plain") == (words * 4).strip()


def test_of_encodings_that_fit_as_well_the_one_of_the_web_is_taken() -> None:
    words = "Les familles demandent où sont enterrés leurs proches. Elles ont été menacées, arrêtées, l'État n'a jamais répondu."
    assert text(words.encode("windows-1252"), "text/plain") == words


def test_lines_and_paragraphs_of_plain_text() -> None:
    assert text(b"One\r\ntwo  three\r\n \t\r\n\r\nfour\rfive\x0csix\x00\xc2\x85".replace(b"\x00", b"\x07"), "text/plain") == (
        "One\ntwo three\n\nfour\nfive\n\nsix"
    )


def test_lines_that_were_never_folded_are_paragraphs() -> None:
    line = "A paragraph copied from a browser is one line, however long it is. " * 3
    assert text(f"Head\n{line}\n{line}\n".encode(), "text/plain").count("\n\n") == 2
    folded = "A paragraph of a letter is broken\nto fit the page it is written on.\n" * 20
    assert "\n\n" not in text(f"{folded}{line}".encode(), "text/plain")


# HTML and XHTML.


@pytest.mark.parametrize("make", [page, strict_page])
def test_blocks_are_paragraphs_and_the_words_of_a_line_stay_together(make: object) -> None:
    body = (
        "<h1>Title</h1><div>One <em>mor</em>e <a href='x'>link</a>\n   on</div><ul><li>first</li><li>second</li></ul>"
        "<table><tr><td>left</td><td>right</td></tr></table>tail<br/>line<br/><br/>after"
    )
    expected = ["Title", "One more link on", "first", "second", "left", "right", "tail\nline", "after"]
    media_type = "text/html" if make is page else XHTML
    assert text(make(body), media_type).split("\n\n") == expected  # type: ignore[operator]


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>no()</script>",
        "<style>p {}</style>",
        "<template>no</template>",
        "<noscript>no</noscript>",
        "<p hidden='hidden'>no</p>",
        "<span style='color: red; Display : None'>no</span>",
        "<div style='visibility:hidden'><p>no</p></div>",
        "<!-- no -->",
        "<sup><a href='#note-1'>1</a></sup>",
        "<a role='doc-noteref' href='#n'>1</a>",
        "<select><option>no</option></select>",
    ],
)
@pytest.mark.parametrize("media_type", ["text/html", XHTML])
def test_what_no_reader_sees_is_no_text_but_what_follows_is(unseen: str, media_type: str) -> None:
    make = page if media_type == "text/html" else strict_page
    assert " ".join(text(make(f"<p>may amount{unseen} to crimes</p>"), media_type).split()) == "may amount to crimes"


def test_raised_letters_that_call_no_note_are_words() -> None:
    assert text(
        page("<p>le 1<sup>er</sup> août, 10<sup>2</sup>, H<sup><a href='https://x.org'>2</a></sup></p>"), "text/html"
    ) == ("le 1er août, 102, H2")


@pytest.mark.parametrize("media_type", ["text/html", XHTML])
def test_marks_that_the_browser_draws_are_words(media_type: str) -> None:
    make = page if media_type == "text/html" else strict_page
    assert text(make("<p>He said <q>no</q>, twice.</p>"), media_type) == "He said “no”, twice."


def test_code_keeps_its_lines() -> None:
    assert text(page("<pre>one\n  two\n\nthree</pre>"), "text/html") == "one\ntwo\n\nthree"


def test_html_that_says_its_encoding_and_html_that_does_not() -> None:
    assert text(page("<p>élevé</p>", '<meta charset="windows-1252">').decode().encode("cp1252"), "text/html") == "élevé"
    assert text(page(f"<p>{PERSIAN}</p>", ""), "text/html") == PERSIAN
    assert text(page("<p>élevé</p>", "").decode().encode("cp1252"), "text/html") == "élevé"


def test_what_came_with_an_xhtml_page_is_surer_than_what_it_declares() -> None:
    page = strict_page("<p>café</p>").decode().partition("?>")[2].lstrip()
    declared = f'<?xml version="1.0" encoding="iso-8859-1"?>{page}'.encode()
    assert text(declared, XHTML) != "café"
    assert text(declared, f"{XHTML}; charset=utf-8") == "café"


def test_names_of_html_in_xhtml() -> None:
    assert text(strict_page("<p>a&nbsp;b &eacute;t&eacute; &amp; &lt;c&zwnj;d</p>"), XHTML) == "a\xa0b été & <c\u200cd"


# EPUB.


def test_a_book_is_read_in_the_order_of_its_spine() -> None:
    chapters = {
        "b.xhtml": strict_page("<p>second</p>"),
        "a.xhtml": strict_page("<p>first</p>"),
        "c.xhtml": strict_page("<p>no</p>"),
    }
    assert text(book(chapters, ["a.xhtml", "b.xhtml"]), EPUB) == "first\n\nsecond"


def test_the_numbers_of_notes_in_a_book_are_no_words() -> None:
    body = '<p xmlns:epub="http://www.idpf.org/2007/ops">may<a epub:type="noteref" href="n.xhtml">1</a> amount</p>'
    assert text(book({"a.xhtml": strict_page(body)}, ["a.xhtml"]), EPUB) == "may amount"


# DOCX.


def test_tables_are_read_where_they_stand_and_merged_cells_once() -> None:
    document = typed("before")
    table = document.add_table(rows=1, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "left"
    table.cell(0, 2).text = "right"
    document.add_paragraph("after")
    assert text(saved(document), DOCX).split("\n\n") == ["before", "left", "right", "after"]


def test_insertions_stay_deletions_and_hidden_words_go() -> None:
    document = typed("may ")
    paragraph = document.paragraphs[0]._p
    for xml in (
        '<w:ins {0} w:id="1" w:author="x"><w:r><w:t>amount </w:t></w:r></w:ins>',
        '<w:del {0} w:id="2" w:author="x"><w:r><w:delText>not </w:delText></w:r></w:del>',
        "<w:r {0}><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r>",
        "<w:hyperlink {0}><w:r><w:t>to</w:t></w:r></w:hyperlink>",
        "<w:sdt {0}><w:sdtContent><w:r><w:tab/><w:t>crimes</w:t><w:br/><w:t>against</w:t></w:r></w:sdtContent></w:sdt>",
    ):
        paragraph.append(parse_xml(xml.format(nsdecls("w"))))
    assert text(saved(document), DOCX) == "may amount to crimes\nagainst"


def test_notes_follow_the_text() -> None:
    document = typed("Words with a note.")
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:id='2'><w:p><w:r><w:t>The note.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert text(saved(document), DOCX) == "Words with a note.\n\nThe note."


# Markdown.


def test_markdown_without_its_signs() -> None:
    written = (
        "---\ntitle: no\n---\n# Head\n\nOne *mor*e [link](x)[^1]\nline `code`\n\n- item\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n[^1]: Note\n"
    )
    expected = ["Head", "One more link\nline code", "item", "a", "b", "c", "d", "Note"]
    assert text(written.encode(), "text/markdown").split("\n\n") == expected


# PDF.


def test_paragraphs_of_a_pdf_are_told_by_gaps() -> None:
    words = "The experts warned in their letter that past and ongoing violations may amount to crimes."
    one, two = text(printed(f"<p>{words}</p><p>Second.</p>"), PDF).split("\n\n")
    assert (" ".join(one.split()), two) == (words, "Second.")
    assert "\n" in one


def test_paragraphs_of_a_pdf_are_told_by_indents() -> None:
    first = "The experts warned in their letter that past and ongoing violations may amount to crimes."
    body = f"<p>{first}</p><p>{first.replace('The', 'These')}</p>"
    found = text(printed(body, "p { margin: 0; text-indent: 12pt }"), PDF).split("\n\n")
    assert [" ".join(one.split()[:2]) for one in found] == ["The experts", "These experts"]


@pytest.mark.parametrize("hyphen", ["-", "\u2010"])
def test_a_word_parted_at_the_end_of_a_line_keeps_hyphen_and_line_end(hyphen: str) -> None:
    body = f"<p>crimes against human{hyphen}<br>ity</p>"
    assert f"human{hyphen}\nity" in text(printed(body), PDF)


@pytest.mark.parametrize("hyphen", ["-", "\u2010"])
def test_a_soft_hyphen_of_our_own_pages_is_read_as_a_hyphen(hyphen: str, tmp_path: Path) -> None:
    use_bundled_faces(tmp_path)
    load_engine()
    style = f"p {{ width: 36pt; hyphenate-character: '{hyphen}' }}"
    assert "human-\nity" in text(printed("<p>crimes against human&shy;ity</p>", style), PDF)


def test_a_sentence_goes_on_across_pages_past_heads_and_numbers() -> None:
    words = " ".join(f"word{number}" for number in range(500))
    style = '@page { @top-center { content: "A running head" } @bottom-center { content: counter(page) } }'
    found = text(printed(f"<p>{words}</p>", style), PDF)
    assert found.split() == words.split()
    assert "\n\n" not in found


def test_persian_in_a_pdf_comes_in_the_order_it_is_read() -> None:
    words = "متن فارسی در چند سطر نوشته شده است تا آزموده شود"
    found = text(printed(f"<p dir=rtl lang=fa style='font-family: Amiri'>{words}</p>"), PDF)
    assert found.split()[0] == "متن"
    assert found.split()[-1] == "شود"
