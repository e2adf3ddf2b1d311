"""Imposed sheets, as independent readers see them: PDFium for words and colours, qpdf for the file, pypdf for its boxes."""

import random
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from numbered_pages import BLEED, HEIGHT, WIDTH, colour_at, numbered, read_sides, written

from dossier.press.imposition import Binding, ImpositionError, Layout, Paper, UnreadablePdfError, Wish, impose
from dossier.press.imposition.plan import sides
from judges import qpdf_check

RED, WHITE = (255, 0, 0), (255, 255, 255)
MARGIN = BLEED + 6 * 72 / 25.4  # of sheets with marks: the bleed, a millimetre, and marks five millimetres long
XMP = b"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 pdfxid:GTS_PDFXVersion="PDF/X-4" pdfuaid:part="1" pdfaid:part="3" pdfaid:conformance="A" xmpMM:DocumentID="uuid:0">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A title</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def page_of(data: bytes, side: int = 0) -> Any:
    return pypdf.PdfReader(BytesIO(data)).pages[side]


def sizes(data: bytes) -> set[tuple[float, float]]:
    return {
        (round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in pypdf.PdfReader(BytesIO(data)).pages
    }


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("binding", Binding)
@pytest.mark.parametrize(("pages", "signature"), [(1, 0), (7, 0), (13, 8)])
def test_pages_are_where_the_plan_has_them(layout: Layout, binding: Binding, pages: int, signature: int) -> None:
    signature = signature if layout is Layout.BOOKLET else 0
    made = impose(written(numbered(pages)), Wish(layout, signature, binding))
    plan = sides(pages, layout, signature, binding)
    assert read_sides(made.data) == [(side.left, side.right) for side in plan]
    assert (made.pages, made.sides, made.blank) == (pages, len(plan), 2 * len(plan) - pages)


@pytest.mark.parametrize(("direction", "binding"), [("", Binding.LEFT), ("L2R", Binding.LEFT), ("R2L", Binding.RIGHT)])
def test_the_file_says_on_which_edge_it_is_bound(direction: str, binding: Binding) -> None:
    made = impose(written(numbered(4, direction=direction)), Wish())
    assert made.binding is binding
    assert read_sides(made.data)[0] == ((4, 1) if binding is Binding.LEFT else (1, 4))
    wishes = pypdf.PdfReader(BytesIO(made.data)).trailer["/Root"]["/ViewerPreferences"]
    assert wishes.get("/Direction") == ("/R2L" if binding is Binding.RIGHT else None)
    assert (wishes["/Duplex"], wishes["/PrintScaling"]) == ("/DuplexFlipShortEdge", "/None")


def test_a_wish_for_a_binding_comes_before_what_the_file_says() -> None:
    assert read_sides(impose(written(numbered(4, direction="R2L")), Wish(binding=Binding.LEFT)).data)[0] == (4, 1)


def test_qpdf_finds_nothing(tmp_path: Path) -> None:
    for name, wish in {"a": Wish(), "b": Wish(Layout.TWO_UP), "c": Wish(signature=4, paper=Paper.A4, marks=True)}.items():
        (tmp_path / f"{name}.pdf").write_bytes(impose(written(numbered(9, bleed=BLEED)), wish).data)
        assert qpdf_check(tmp_path / f"{name}.pdf") == ""


def test_a_sheet_is_two_pages_wide_and_their_bleed() -> None:
    page = page_of(impose(written(numbered(4)), Wish()).data)
    assert [float(value) for value in page.mediabox] == [0, 0, 2 * WIDTH, HEIGHT]
    assert page.trimbox == page.bleedbox == page.mediabox
    page = page_of(impose(written(numbered(4, bleed=BLEED)), Wish()).data)
    assert [float(value) for value in page.mediabox] == [0, 0, 2 * WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED]
    assert [float(value) for value in page.trimbox] == [BLEED, BLEED, 2 * WIDTH + BLEED, HEIGHT + BLEED]
    assert page.bleedbox == page.mediabox


def test_with_marks_there_is_a_bleed_outside_and_none_at_the_fold() -> None:
    only_odd = numbered(4, bleed=BLEED, ground="1 0 0 rg")
    for number in (2, 4):
        page = only_odd.pages[number - 1]
        page.Contents = only_odd.make_stream(b"")
    data = impose(written(only_odd), Wish(marks=True)).data
    spine, bottom = MARGIN + WIDTH, MARGIN + HEIGHT / 4
    assert colour_at(data, 0, spine + 1, bottom) == RED, "page 1 reaches to the fold"
    assert colour_at(data, 0, spine - 1, bottom) == WHITE, "and not over its neighbour"
    assert colour_at(data, 0, spine + WIDTH + BLEED - 1, bottom) == RED, "and bleeds on the outside"
    assert colour_at(data, 0, spine + WIDTH / 2, MARGIN - BLEED + 1) == RED, "and below"
    assert colour_at(data, 0, spine + WIDTH + BLEED + 1, bottom) == WHITE
    page = page_of(data)
    assert float(page.bleedbox.left) == pytest.approx(MARGIN - BLEED)
    assert float(page.trimbox.left) == pytest.approx(MARGIN)


def test_marks_say_where_to_fold_and_where_to_cut() -> None:
    data, bare = (impose(written(numbered(4)), Wish(marks=marks, paper=Paper.A3)).data for marks in (True, False))
    across, up = 420 * 72 / 25.4 / 2, (297 * 72 / 25.4 - HEIGHT) / 2
    places = ((across - WIDTH, up - 10), (across + WIDTH, up - 10), (across - WIDTH - 10, up))
    near = [(dx / 4, dy / 4) for dx in range(-3, 4) for dy in range(-3, 4)]
    for x, y in places:
        assert min(sum(colour_at(data, 0, x + dx, y + dy)) for dx, dy in near) < 700
        assert colour_at(bare, 0, x, y) == WHITE
    dashes = [sum(colour_at(data, 0, across, up - 5 - step / 2)) < 700 for step in range(20)]
    assert {True, False} == set(dashes)


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (842, 595)), (Paper.A3, (1191, 842)), (Paper.LETTER, (792, 612))])
def test_pages_are_made_smaller_for_a_sheet_and_never_larger(paper: Paper, size: tuple[int, int]) -> None:
    large = impose(written(numbered(4, size=(595.28, 841.89))), Wish(paper=paper)).data
    assert sizes(large) == {size}
    assert read_sides(large)[0] == (4, 1)
    trim = page_of(large).trimbox
    assert float(trim.width) == pytest.approx(min(size[0], size[1] * 2 * 595.28 / 841.89), abs=1)
    small = page_of(impose(written(numbered(4)), Wish(paper=Paper.A3)).data).trimbox
    assert (float(small.width), float(small.height)) == pytest.approx((2 * WIDTH, HEIGHT))


def test_inner_pages_creep_to_the_fold() -> None:
    data = impose(written(numbered(16, ground="1 0 0 rg")), Wish(creep=2)).data
    crept = 2 * 72 / 25.4
    outer, inner = 0, 6
    assert colour_at(data, outer, 2 * WIDTH - 1, 20) == RED
    assert colour_at(data, inner, 2 * WIDTH - crept + 1.5, 20) == WHITE
    assert colour_at(data, inner, 2 * WIDTH - crept - 1.5, 20) == RED
    assert colour_at(data, inner, crept - 1.5, 20) == WHITE
    assert colour_at(data, inner, WIDTH, 20) == RED


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90])
def test_turned_pages_lie_as_they_are_seen(turn: int) -> None:
    size = (HEIGHT, WIDTH) if turn % 180 else (WIDTH, HEIGHT)
    data = impose(written(numbered(4, size=size, Rotate=turn)), Wish()).data
    assert sizes(data) == {(2 * WIDTH, HEIGHT)}
    assert read_sides(data)[0] == (4, 1)


def test_pages_measured_in_larger_units_are_larger() -> None:
    assert sizes(impose(written(numbered(2, UserUnit=2)), Wish()).data) == {(4 * WIDTH, 2 * HEIGHT)}


def test_the_printing_condition_and_the_title_go_along() -> None:
    pdf = numbered(3, bleed=BLEED)
    profile = pdf.make_stream(b"profile" * 10, N=4)
    intent = pikepdf.Dictionary(S=pikepdf.Name.GTS_PDFX, OutputConditionIdentifier="FOGRA39", DestOutputProfile=profile)
    pdf.Root.OutputIntents = pikepdf.Array([pdf.make_indirect(intent)])
    pdf.Root.Metadata = pdf.make_stream(XMP, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    pdf.Root.Lang = pikepdf.String("fa")
    pdf.trailer.Info = pdf.make_indirect(pikepdf.Dictionary(Title="A title", Trapped=pikepdf.Name("/False")))
    source = written(pdf, min_version="1.6")
    made = pikepdf.open(BytesIO(impose(source, Wish()).data))
    assert made.pdf_version == "1.6"
    (intent,) = made.Root.OutputIntents
    assert str(intent.OutputConditionIdentifier) == "FOGRA39"
    assert intent.DestOutputProfile.read_bytes() == b"profile" * 10
    assert (str(made.docinfo["/Title"]), str(made.docinfo["/Trapped"]), str(made.Root.Lang)) == ("A title", "/False", "fa")
    with made.open_metadata() as metadata:
        assert metadata["dc:title"] == "A title"
        assert metadata["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert not {"pdfaid:part", "pdfaid:conformance", "pdfuaid:part"} & set(metadata), "sheets have no tags"
        identifier = metadata["xmpMM:DocumentID"]
    assert identifier.startswith("uuid:")
    assert identifier != "uuid:0"
    other = pikepdf.open(BytesIO(impose(source, Wish(Layout.TWO_UP)).data)).open_metadata()["xmpMM:DocumentID"]
    assert other != identifier


def test_colours_are_not_touched() -> None:
    data = impose(written(numbered(4, ground="0 0 0 1 k")), Wish()).data
    with pikepdf.open(BytesIO(data)) as made:
        assert b"0 0 0 1 k" in made.pages[0].Resources.XObject["/P1"].read_bytes()


def test_annotations_are_gone_and_what_they_look_like_is_drawn() -> None:
    pdf = numbered(2)
    look = pdf.make_stream(b"1 0 0 rg 0 0 20 20 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 20, 20])
    stamp = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[10, 10, 30, 30], F=4, AP=pikepdf.Dictionary(N=look)
    )
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(stamp), pdf.make_indirect(link)])
    data = impose(written(pdf), Wish(Layout.TWO_UP)).data
    assert "/Annots" not in page_of(data)
    assert colour_at(data, 0, 20, 20) == RED


def test_the_same_file_gives_the_same_bytes() -> None:
    source = written(numbered(9, bleed=BLEED))
    assert impose(source, Wish()).data == impose(source, Wish()).data != impose(source, Wish(signature=4)).data


def test_old_versions_get_no_object_streams() -> None:
    old, new = (impose(written(numbered(2), force_version=version), Wish()).data for version in ("1.4", "1.6"))
    assert (old[:8], new[:8]) == (b"%PDF-1.4", b"%PDF-1.6")
    assert (b"/ObjStm" in old, b"/ObjStm" in new) == (False, True)


# What cannot be imposed


def mixed() -> pikepdf.Pdf:
    pdf = numbered(3)
    pdf.pages[2].MediaBox = [0, 0, WIDTH, HEIGHT + 5]
    return pdf


def with_box(value: object) -> bytes:
    pdf = numbered(2)
    pdf.pages[0].obj.MediaBox = value
    return written(pdf)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (written(mixed()), "differ in size: page 1 is 71 × 106 mm, page 3 71 × 108 mm"),
        (with_box(pikepdf.Array([0, 0, 0, 100])), "no size of a page"),
        (with_box(pikepdf.Array([0, 0, 100000, 100])), "no size of a page"),
    ],
)
def test_pages_of_no_common_size_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(ImpositionError, match=message) as caught:
        impose(data, Wish())
    assert not isinstance(caught.value, UnreadablePdfError)


def test_pages_that_differ_by_a_hair_are_one_size() -> None:
    pdf = numbered(4)
    pdf.pages[2].MediaBox = [0, 0, WIDTH + 1, HEIGHT - 1]
    assert impose(written(pdf), Wish()).sides == 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no PDF"),
        (b"hello", "no PDF"),
        (written(numbered(2))[:150], "no PDF"),
        (written(pikepdf.new()), "no pages"),
        (written(numbered(1), encryption=pikepdf.Encryption(user="secret", owner="secret")), "encrypted"),
        (written(numbered(1), encryption=pikepdf.Encryption(user="", owner="secret")), "encrypted"),
    ],
)
def test_what_is_no_open_pdf_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(UnreadablePdfError, match=message):
        impose(data, Wish())


def test_marks_need_room() -> None:
    with pytest.raises(ImpositionError, match="A4 has no room for marks"):
        impose(written(numbered(2, size=(420, 595))), Wish(paper=Paper.A4, marks=True))


@pytest.mark.parametrize("wish", [{"signature": 6}, {"signature": -4}, {"creep": -1}, {"creep": 11}, {"creep": float("nan")}])
def test_what_no_paper_can_do_is_no_wish(wish: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no sheets"):
        Wish(**wish)


def test_spoilt_files_give_sheets_or_a_clear_error() -> None:
    dice, source = random.Random(8), written(numbered(3, bleed=BLEED), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    ends: list[str] = []
    for _ in range(300):
        spoilt = bytearray(source)
        for _ in range(dice.randint(1, 12)):
            spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
        try:
            ends.append(f"{impose(bytes(spoilt), Wish()).sides} sides")
        except ImpositionError as error:
            ends.append(str(error))
    assert len(set(ends)) > 3
    assert max(map(len, ends)) < 300


def unfolding(size: int, *, in_parts: bool) -> bytes:
    """A page whose operators are ``size`` spaces, folded small."""
    pdf = numbered(1)
    content = pikepdf.Stream(pdf, b"")
    content.write(zlib.compress(b" " * size, 9), filter=pikepdf.Name.FlateDecode)
    pdf.pages[0].Contents = pikepdf.Array([content, pdf.make_stream(b" ")]) if in_parts else content
    return written(pdf)


def test_contents_that_unfold_to_very_much_are_left_folded_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.press.imposition.imposing.LARGEST_STREAM", 1 << 20)
    folded = unfolding(2 << 20, in_parts=False)
    assert len(impose(folded, Wish()).data) < 2 * len(folded)
    assert impose(unfolding(1 << 19, in_parts=True), Wish()).pages == 1
    with pytest.raises(UnreadablePdfError, match="decoding content stream"):
        impose(unfolding(2 << 20, in_parts=True), Wish())
