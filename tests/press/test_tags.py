"""What a screen reader is told of a page: each claim holds of ours, and not of what bare WeasyPrint writes of the same page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from books import metadata
from tag_pages import BODIES, WHOLE, html
from tagged import Node, Tagged, written_by_bare_weasyprint

from dossier.model.bundle import HtmlBundle
from dossier.model.records import Profile
from dossier.press.pdf import render
from judges import verapdf


@dataclass(frozen=True)
class Both:
    """One page, as we write it and as WeasyPrint does."""

    ours: Tagged
    bare: Tagged


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    pages = {name: html(body) for name, body in BODIES.items()}
    return written_by_bare_weasyprint({**pages, **WHOLE}, tmp_path_factory.mktemp("bare"))


@pytest.fixture(scope="module")
def written(bare: Mapping[str, Path]) -> Mapping[str, Both]:
    return {name: Both(Tagged(ours(html(body))), Tagged(bare[name].read_bytes())) for name, body in BODIES.items()}


def ours(text: str, language: str = "en", profile: Profile = Profile.SCREEN) -> bytes:
    result = render(HtmlBundle(text, metadata(language)), profile)
    assert result.diagnostics == ()
    return result.data


# -- what is asked of a tree, and what the answer must be


def outline(*kinds: str) -> Callable[[Tagged], list[str]]:
    return lambda pdf: [node.outline() for node in pdf.root.all(*kinds)]


def document(pdf: Tagged) -> str:
    return pdf.root.outline()


def count(*kinds: str) -> Callable[[Tagged], int]:
    return lambda pdf: len(pdf.root.all(*kinds))


def attribute(name: str, *kinds: str) -> Callable[[Tagged], list[object]]:
    return lambda pdf: [node.attributes.get(name) for node in pdf.root.all(*kinds)]


def heads(pdf: Tagged) -> set[tuple[str, str]]:
    """What running heads and page numbers are, by their words."""
    told = [
        (mark if isinstance(mark, str) else "content", properties)
        for mark, properties, words in pdf.pieces()
        if "Running" in words
    ]
    return set(told)


def foot_is_in_the_tree(pdf: Tagged) -> bool:
    marks = {mark for node in pdf.root.walk() for mark in node.marks}
    return any(mark in marks for mark, _, words in pdf.pieces() if words.strip() in ("1", "2", "3"))


def ids(pdf: Tagged) -> list[str | None]:
    return [node.entries.get("ID") for node in pdf.root.all("Note")]  # type: ignore[misc]


def called(pdf: Tagged) -> list[bool]:
    """Whether each call of a note is a link that leads to its note."""
    calls = [link for reference in pdf.root.all("Reference") for link in reference.all("Link")]
    return [str(link.annotations[0].Dest) == f"n{number}" for number, link in enumerate(calls, start=1)]


def shown_once(words: str) -> Callable[[Tagged], tuple[int, int]]:
    """How many pieces with ``words`` are content, and how many artifacts."""

    def asked(pdf: Tagged) -> tuple[int, int]:
        found = [mark == "artifact" for mark, _, text in pdf.pieces() if words in text]
        return found.count(False), found.count(True)

    return asked


def leaders(pdf: Tagged) -> set[object]:
    """What rows of dots are."""
    return {mark if mark == "artifact" else "content" for mark, _, words in pdf.pieces() if set(words) == {"."}}


def pages_of_row_nine(pdf: Tagged) -> list[int]:
    return [len({page for node in row.walk() for page, _ in node.marks}) for row in pdf.root.all("TR") if is_ninth(row)]


def is_ninth(row: Node) -> bool:
    return any(len(cell.marks) > 5 for cell in row.walk())


def sizes(pdf: Tagged) -> list[tuple[int, int]]:
    """Width and height of each figure in points: 40 mm are 113.4 pt, 40 CSS pixels are 30 pt."""
    boxes = [node.attributes["BBox"] for node in pdf.root.all("Figure")]
    return [(round(box[2] - box[0]), round(box[3] - box[1])) for box in boxes]  # type: ignore[index]


def first_figure_is_at_the_top(pdf: Tagged) -> bool:
    box = pdf.root.all("Figure")[0].attributes["BBox"]
    return bool(float(pdf.pdf.pages[0].MediaBox[3]) - box[3] < 80)  # type: ignore[index]


def alternatives(pdf: Tagged) -> list[object]:
    return [node.entries.get("Alt") for node in pdf.root.all("Figure")]


def contents_of_links(pdf: Tagged) -> list[str]:
    return [str(annotation.Contents) for node in pdf.root.all("Link") for annotation in node.annotations][:2]


def annotations_beyond_links(pdf: Tagged) -> int:
    """Annotations on pages that are not in a ``Link``."""
    tagged = {annotation.objgen for node in pdf.root.all("Link") for annotation in node.annotations}
    return sum(annotation.objgen not in tagged for page in pdf.pdf.pages for annotation in page.get("/Annots", []))


def levels(pdf: Tagged) -> list[str]:
    return [node.kind for node in pdf.root.walk() if node.kind in ("H1", "H2", "H3", "H4", "H5", "H6")]


def scopes(pdf: Tagged) -> set[tuple[str, object]]:
    return {
        (part.kind, cell.attributes.get("Scope")) for part in pdf.root.all("THead", "TBody", "TFoot") for cell in part.all("TH")
    }


def headers(pdf: Tagged) -> list[list[str]]:
    """The words of the headers that each data cell names."""
    words = {node.entries["ID"]: pdf.text(node).strip() for node in pdf.root.all("TH") if "ID" in node.entries}
    return [[words[name] for name in cell.attributes.get("Headers", ())] for cell in pdf.root.all("TD")]  # type: ignore[attr-defined]


HEADERS = [["Answer", "Source A"], ["Place", "Source A"], ["Answer", "Source B"], ["Place", "Source B"], ["Answer", "Source B"]]
EXPANSIONS = "United Nations"

CLAIMS: Mapping[str, tuple[str, Callable[[Tagged], object], object]] = {
    "a running head is an artifact, and says which": (
        "paragraph",
        heads,
        {("artifact", "/Header /Pagination")},
    ),
    "a paragraph that page breaks cut is one": ("paragraph", document, "Document(P P)"),
    "a note is a Note with an ID of its own": ("notes", ids, ["note-1", "note-2", "note-3", "note-4"]),
    "a note is read where the paragraph ends, behind a heading, within a cell": (
        "notes",
        document,
        "Document(H1(Reference(Link)) Note(Lbl) P(Reference(Link) Reference(Link) Note(Lbl) Note(Lbl)) "
        "Table(TBody(TR(TH TD(Reference(Link) Note(Lbl))))))",
    ),
    "a call is a reference that leads to its note": ("notes", called, [True] * 4),
    "a table that page breaks cut is one, and so are its parts": ("tables", count("Table", "THead", "TBody", "TFoot"), 4),
    "a row that a page break cuts is one": ("tables", pages_of_row_nine, [4]),
    "the head of a table is read once": ("tables", shown_once("Values"), (1, 5)),
    "headers head columns or rows": ("tables", scopes, {("THead", "Column"), ("TBody", "Row"), ("TFoot", "Row")}),
    "cells below the header of a group of rows name it": ("groups", headers, HEADERS),
    "a list holds items, an item a label and a body": (
        "lists",
        outline("Document"),
        [
            "Document(L(LI(Lbl LBody(L(LI(Lbl LBody)))) LI(Lbl LBody)) L(LI(Lbl LBody)) L(LI(Lbl LBody)) L(LI(LBody)) "
            "L(LI(Lbl(Span Span) LBody(P P)) LI(Lbl LBody)) L(LI(Lbl LBody) LI(Lbl LBody)))"
        ],
    ),
    "a list tells how it counts": (
        "lists",
        attribute("ListNumbering", "L"),
        ["Disc", "Circle", "Decimal", "LowerRoman", "None", "None", "None"],
    ),
    "no level of heading is left out": ("headings", levels, ["H1", "H2", "H2", "H2", "H3", "H1"]),
    "the place of a figure is in points": ("figures", sizes, [(113, 57), (6, 6), (30, 15), (30, 15)]),
    "the place of a figure is counted from below": ("figures", first_figure_is_at_the_top, True),
    "a figure has its alternative, a decoration is none": ("figures", alternatives, ["A dot", "small", "A shape", "A label"]),
    "a figure and its caption belong together": (
        "figures",
        document,
        "Document(Div(Figure Caption) P(Figure) Figure Figure)",
    ),
    "a link says what it is": ("links", contents_of_links, ["The example", ("a link of many lines " * 8).strip()]),
    "a link is one, however many boxes and lines it has": ("links", outline("P"), ["P(Link(Code) Link)", "P"]),
    "all links are tagged as such, those of boxes in links once": (
        "links",
        lambda pdf: (annotations_beyond_links(pdf), len(pdf.pdf.pages[0].Annots) == 1 + lines(pdf)),
        (0, True),
    ),
    "contents and index are called so": (
        "contents",
        document,
        "Document(Sect(H1 TOC(TOCI(Lbl Reference(Link) TOC(TOCI(Lbl Reference(Link))))) Sect(H2 L(LI(Lbl LBody)))) "
        "H1 H2 Index(H1 L(LI(Lbl LBody))))",
    ),
    "leaders of contents are no words": ("contents", leaders, {"artifact"}),
    "quotations, code and short forms are called so, and loose lines stand in paragraphs": (
        "words",
        document,
        "Document(BlockQuote(P) P(Quote Code Span) P P P)",
    ),
    "a short form tells its long one": (
        "words",
        lambda pdf: [node.entries.get("E") for node in pdf.root.all("Span")],
        [EXPANSIONS],
    ),
    "hidden words are an artifact": ("decorations", shown_once("hidden"), (0, 1)),
    "what is on every page is read once": ("decorations", document, "Document(P P P P)"),
}


def lines(pdf: Tagged) -> int:
    return len(pdf.root.all("Link")[-1].annotations)


@pytest.mark.parametrize("claim", CLAIMS)
def test_ours_keeps_what_bare_weasyprint_does_not(claim: str, written: Mapping[str, Both]) -> None:
    name, asked, answer = CLAIMS[claim]
    assert asked(written[name].ours) == answer
    assert answered(asked, written[name].bare) != answer


def answered(asked: Callable[[Tagged], object], pdf: Tagged) -> object:
    """What is found, or that the tree has not even what was asked of."""
    try:
        return asked(pdf)
    except (LookupError, AttributeError) as error:
        return error


# -- laws of every tree


def test_all_content_is_someones_or_an_artifact(written: Mapping[str, Both]) -> None:
    for name, both in written.items():
        pieces = both.ours.pieces()
        marks = {mark for node in both.ours.root.walk() for mark in node.marks}
        assert {mark for mark, _, _ in pieces} - marks <= {"artifact"}, name
        assert any(isinstance(mark, tuple) for mark, _, _ in pieces), name


def test_each_piece_leads_back_to_the_element_that_holds_it(written: Mapping[str, Both]) -> None:
    for name, both in written.items():
        assert list(wrong_ways(both.ours.pdf)) == [], name


def wrong_ways(pdf: pikepdf.Pdf) -> list[object]:
    """Pieces, and annotations, whose entry in the parent tree is another than the element they are in (ISO 32000-1, 14.7.4.4)."""
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    back = {int(key): value for key, value in zip(nums[::2], nums[1::2], strict=True)}
    keys = [int(key) for key in nums[::2]]
    wrong: list[object] = [pair for pair in pairwise(keys) if pair[0] >= pair[1]]

    def visit(node: pikepdf.Object) -> None:
        kids = node.get("/K")
        for kid in [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                found = back[int(node.Pg.StructParents)][kid]
            elif kid.get("/Type") == "/MCR":
                holder = kid.Stm if "/Stm" in kid else kid.Pg if "/Pg" in kid else node.Pg
                found = back[int(holder.StructParents)][int(kid.MCID)]
            elif kid.get("/Type") == "/OBJR":
                found = back[int(kid.Obj.StructParent)]
            else:
                assert kid.P.objgen == node.objgen
                visit(kid)
                continue
            if found.objgen != node.objgen:
                wrong.append(kid)

    visit(pdf.Root.StructTreeRoot.K)
    return wrong


def test_words_in_a_transparent_group_are_found_in_its_stream(written: Mapping[str, Both]) -> None:
    """Bare WeasyPrint numbers them as the page's, where a reader finds nothing by that number."""

    def streams(node: pikepdf.Object) -> list[pikepdf.Object]:
        kids = node.get("/K")
        many = [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        found = [kid.Stm for kid in many if not isinstance(kid, int) and kid.get("/Type") == "/MCR" and "/Stm" in kid]
        return found + [one for kid in many if not isinstance(kid, int) and "/S" in kid for one in streams(kid)]

    root = written["decorations"].ours.pdf.Root.StructTreeRoot
    assert [b"/MCID 0" in stream.read_bytes() for stream in streams(root.K)] == [True, True]
    (document,) = written["decorations"].bare.pdf.Root.StructTreeRoot.K
    assert streams(document) == []


def test_names_of_elements_are_in_their_tree(written: Mapping[str, Both]) -> None:
    root = written["notes"].ours.pdf.Root.StructTreeRoot
    names = [str(name) for name in root.IDTree.Names[::2]]
    assert names == sorted(names) == ["note-1", "note-2", "note-3", "note-4"]


# -- the judge


@pytest.fixture(scope="module")
def files(bare: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Small pages and large ones as ``archive`` and ``screen``, the same as WeasyPrint writes them, and one that lacks words."""
    folder = tmp_path_factory.mktemp("judged")
    data = {f"{name}-archive": ours(text, name[-2:], Profile.ARCHIVE) for name, text in WHOLE.items()}
    data |= {f"{name}-screen": ours(text, name[-2:]) for name, text in WHOLE.items()}
    for name, written in data.items():
        (folder / f"{name}.pdf").write_bytes(written)
    found = {name: folder / f"{name}.pdf" for name in data}
    return {**found, **{f"bare-{name}": bare[name] for name in WHOLE}}


def test_verapdf_agrees_that_it_is_pdf_ua_1(files: Mapping[str, Path]) -> None:
    found = verapdf(*files.values(), flavour="ua1")
    broken = {name: bool(found[path.name]) for name, path in files.items()}
    assert broken == {name: name.startswith("bare") for name in files}, found


def test_verapdf_agrees_that_the_archive_is_pdf_a_3a(files: Mapping[str, Path]) -> None:
    archives = {name: path for name, path in files.items() if name.endswith(("archive", "screen"))}
    found = verapdf(*archives.values(), flavour="3a")
    assert {name: bool(found[path.name]) for name, path in archives.items()} == {
        name: name.endswith("screen") for name in archives
    }
