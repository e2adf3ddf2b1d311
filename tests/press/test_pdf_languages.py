"""A screen reader is told each change of language: ``/Lang`` in the structure tree (ISO 32000-1, 14.9.2)."""

import dataclasses
import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pytest
from books import page
from pypdf import PdfReader

from dossier.model.records import Profile
from dossier.press.pdf import render

TAGGED = (Profile.SCREEN, Profile.ARCHIVE)


@dataclass(frozen=True)
class Element:
    """A structure element: its type, the language it names itself, the one in force, and the marks that lie directly in it."""

    kind: str
    told: str | None
    language: str
    marks: tuple[tuple[int, int], ...]


def tree(data: bytes) -> list[Element]:
    """All structure elements of a PDF, parents first."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {one.obj.objgen: number for number, one in enumerate(pdf.pages)}
        return list(_elements(pdf.Root.StructTreeRoot.K, str(pdf.Root.Lang), pages))


def _elements(node: pikepdf.Object, language: str, pages: dict[tuple[int, int], int]) -> Iterator[Element]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _elements(child, language, pages)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        told = str(node.Lang) if "/Lang" in node else None
        found = node.get("/K", pikepdf.Array())
        kids = list(found) if isinstance(found, pikepdf.Array) else [found]
        marks = tuple(_mark(node, kid, pages) for kid in kids if isinstance(kid, int) or kid.get("/Type") == "/MCR")
        yield Element(str(node.S), told, told or language, marks)
        for kid in kids:
            if not isinstance(kid, int):
                yield from _elements(kid, told or language, pages)


def _mark(node: pikepdf.Object, kid: pikepdf.Object | int, pages: dict[tuple[int, int], int]) -> tuple[int, int]:
    """The page and the number of a piece of content, which may be on another page than where its element begins."""
    if isinstance(kid, int):
        return pages[node.Pg.objgen], kid
    return pages[kid.get("/Pg", node.get("/Pg")).objgen], int(kid.MCID)


def told(body: str, language: str = "fa", profile: Profile = Profile.SCREEN) -> list[tuple[str, str]]:
    """The elements that name a language: their types and what they name."""
    found = tree(render(page(body, language), profile).data)
    return [(element.kind, element.told) for element in found if element.told is not None]


@pytest.mark.parametrize("profile", TAGGED)
def test_blocks_and_runs_name_their_language(profile: Profile) -> None:
    body = (
        '<p>متن <span lang="en">words</span> و <bdi lang="fr" dir="ltr">mots</bdi> و <em lang="de">Wort</em></p>'
        '<blockquote lang="en"><p>A quotation.</p></blockquote><p lang="ar">كلمة</p>'
    )
    assert told(body, profile=profile) == [
        ("/Span", "en"),
        ("/Span", "fr"),
        ("/Span", "de"),
        ("/BlockQuote", "en"),
        ("/P", "ar"),
    ]


@pytest.mark.parametrize("profile", TAGGED)
@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_language_of_the_document_is_told_once(profile: Profile, language: str) -> None:
    body = f'<p>x <em>y</em> <span lang="{language}">z</span></p><ul><li lang="{language.upper()}">q</li></ul>'
    result = render(page(body, language), profile)
    with pikepdf.open(io.BytesIO(result.data)) as pdf:
        assert str(pdf.Root.Lang) == language
    assert [element for element in tree(result.data) if element.told is not None] == []


def test_a_language_within_another_and_back() -> None:
    body = '<div lang="en"><p>1 <i lang="fr">deux <b lang="en">three</b></i> <u lang="en">four</u></p><p lang="fa">پنج</p></div>'
    assert told(body) == [("/Div", "en"), ("/Span", "fr"), ("/Span", "en"), ("/P", "fa")]


def test_a_body_in_another_language_than_the_document() -> None:
    bundle = page("<p>eins</p><p lang='fa'>دو</p><p lang='en'>three</p>", "fa")
    html = bundle.html.replace("<body>", "<body lang='de'>")
    found = tree(render(dataclasses.replace(bundle, html=html)).data)
    assert [(element.kind, element.told) for element in found if element.told] == [("/P", "de"), ("/P", "en")]


def test_elements_that_pdf_does_not_know_become_something_that_can_have_a_language() -> None:
    body = '<aside lang="en">x</aside><figure lang="fr"><figcaption>y</figcaption></figure><p><q lang="en">z</q></p>'
    assert told(body) == [("/P", "en"), ("/Div", "fr"), ("/Quote", "en")]


def test_lists_tables_and_definitions() -> None:
    body = (
        '<ul><li>یک</li><li lang="en">two<ul><li>three</li><li lang="fr">quatre</li></ul></li></ul>'
        '<table lang="fr"><tr><th lang="en">a</th><td>b</td></tr></table><dl><dt>پنج</dt><dd lang="en">six</dd></dl>'
    )
    assert sorted(set(told(body))) == [("/LBody", "en"), ("/LI", "en"), ("/LI", "fr"), ("/TH", "en"), ("/Table", "fr")]


def test_a_block_that_a_page_break_cuts_is_one_and_names_its_language_once() -> None:
    lines = "<br>".join(f"line {number}" for number in range(80))
    result = render(page(f'<p lang="en">{lines}</p>', "fa"))
    assert [(element.kind, element.told) for element in tree(result.data) if element.told] == [("/P", "en")]
    assert result.pages > 1


def test_what_is_set_aside_from_its_place_keeps_its_language() -> None:
    head = "<style>.footnote { float: footnote }</style>"
    body = (
        '<p>متن<span class="footnote" lang="en">A note.</span></p>'
        '<p lang="fr" style="position: absolute; top: 40mm">Absolu</p><p lang="de" style="float: left">Fluss</p>'
    )
    found = tree(render(page(body, "fa", head)).data)
    assert {element.told for element in found if element.told} == {"en", "fr", "de"}


def test_a_link_in_another_language() -> None:
    assert told('<p>متن <a href="https://example.org/" lang="en">link</a></p>') == [("/Link", "en")]


@pytest.mark.parametrize(("tag", "kept"), [("und-Latn", True), ("zh-Hant-TW", True), ("fa_IR", False), ("", False)])
def test_a_tag_is_passed_on_as_it_is_or_not_at_all(tag: str, kept: bool) -> None:
    """“Undetermined, in Latin letters” is a valid tag (BCP 47, 4.1) and true; a malformed one would make the file invalid."""
    assert [language for _, language in told(f'<p>متن <bdi lang="{tag}">x</bdi></p>')] == [tag] * kept


def test_every_mark_stands_under_the_language_of_its_words() -> None:
    """From the words on the page to the language in force: by the marks in the content stream, not by the order of the tree."""
    body = '<p>متن <bdi lang="en" dir="ltr">English</bdi> و <bdi lang="fr" dir="ltr">français</bdi></p><p lang="en">Again</p>'
    result = render(page(body, "fa"))
    languages = {mark: element.language for element in tree(result.data) for mark in element.marks}
    found = {words.strip(): languages[mark] for mark, words in _marked_words(result.data).items()}
    assert {word: found[word] for word in ("English", "français", "Again")} == {"English": "en", "français": "fr", "Again": "en"}
    assert set(found.values()) == {"fa", "en", "fr"}


def _marked_words(data: bytes) -> dict[tuple[int, int], str]:
    """The words of each marked piece of content, by page and mark."""
    found: dict[tuple[int, int], str] = {}
    for number, one in enumerate(PdfReader(io.BytesIO(data)).pages):
        open_mark: list[int] = []

        def before(operator: bytes, operands: list[object], *_: object, marks: list[int] = open_mark) -> None:
            if operator == b"BDC":
                marks.append(int(operands[1]["/MCID"]))  # type: ignore[index]

        def told(text: str, *_: object, marks: list[int] = open_mark, page: int = number) -> None:
            if marks and text.strip():
                found[page, marks[-1]] = found.get((page, marks[-1]), "") + text

        one.extract_text(visitor_operand_before=before, visitor_text=told)
    return found
