"""PDFs that are large only when they are unfolded, again and again: refused by ``impose``, and given up by ``preflight``."""

import zlib
from io import BytesIO
from itertools import islice

import pikepdf
import pytest

from dossier.press.imposition import ImpositionError, Wish, impose, imposing
from dossier.press.limits import Allowance
from dossier.press.preflight.checking import preflight
from dossier.press.preflight.facts import attachments, fonts, opened, safe, streams, structure
from dossier.press.preflight.facts.opened import content_of
from dossier.press.preflight.facts.packet import packet_of
from preflight_files import add, spoilt, tagged, with_resource
from preflight_spoilers import type_3

RDF = b"http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def same_content(pages: int, size: int, times: int = 2) -> bytes:
    """``pages`` that have the same stream of ``size`` bytes, several times each."""
    pdf = pikepdf.new()
    stream = pikepdf.Stream(pdf, b"")
    stream.write(zlib.compress(b"q Q " * (size // 4)), filter=pikepdf.Name.FlateDecode)
    shared = pdf.make_indirect(stream)
    for _ in range(pages):
        page = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=[0, 0, 300, 400], Contents=pikepdf.Array([shared] * times))
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    made = BytesIO()
    pdf.save(made)
    return made.getvalue()


def test_pages_that_unfold_without_end_are_not_imposed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = same_content(8, 4000)
    assert impose(data, Wish()).pages == 8
    monkeypatch.setattr(imposing, "LARGEST_CONTENT", 50_000)
    with pytest.raises(ImpositionError, match="operators"):
        impose(data, Wish())


def test_a_stream_that_is_refused_is_unfolded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    unfolded: list[int] = []

    def counted(stream: object, most: int) -> bytes:
        unfolded.append(most)
        return content_of(stream, most)

    monkeypatch.setattr(streams, "content_of", counted)
    data = same_content(6, 4000)
    preflight(data)
    assert len(unfolded) == 12
    unfolded.clear()
    monkeypatch.setattr(streams, "LARGEST_CONTENT", 1000)
    assert "X005" in {found.code.id for found in preflight(data)}
    assert len(unfolded) == 1


def test_after_too_many_operators_nothing_more_is_unfolded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "MOST_OPERATORS", 3000)
    unfolded: list[int] = []
    monkeypatch.setattr(streams, "content_of", lambda stream, most: unfolded.append(most) or content_of(stream, most))
    assert "X005" in {found.code.id for found in preflight(same_content(20, 4000, 1))}
    assert len(unfolded) == 2


def test_a_page_of_too_many_streams_is_refused_before_they_are_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imposing, "LARGEST_CONTENT", 50_000)
    monkeypatch.setattr(imposing, "_form", lambda page: pytest.fail("its streams were joined"))
    with pytest.raises(ImpositionError, match="operators"):
        impose(same_content(1, 4000, 100), Wish())


def too_large(data: bytes) -> set[str]:
    return {found.message for found in preflight(data) if found.code.id == "X005"}


def test_the_streams_of_one_page_are_measured_together(monkeypatch: pytest.MonkeyPatch) -> None:
    data = same_content(1, 4000, 3)
    monkeypatch.setattr(streams, "LARGEST_CONTENT", 12_000)
    assert too_large(data) == set()
    monkeypatch.setattr(streams, "LARGEST_CONTENT", 11_000)
    assert too_large(data) == {"the content of a page is too large"}


def with_attachments(number: int, size: int) -> bytes:
    def spoil(pdf: pikepdf.Pdf) -> None:
        for at in range(number):
            stream = pikepdf.Stream(pdf, at.to_bytes(2, "big") + bytes(size - 2))
            stream.Params = pikepdf.Dictionary(CheckSum=pikepdf.String("no digest"))
            file = pikepdf.Dictionary(EF=pikepdf.Dictionary(F=pdf.make_indirect(stream)), UF=pikepdf.String(f"{at}"))
            pdf.Root.AF.append(pdf.make_indirect(file))

    return spoilt(tagged(), spoil)


def test_all_streams_of_a_file_are_measured_together(monkeypatch: pytest.MonkeyPatch) -> None:
    data, unfolded, real = with_attachments(9, 30_000), [], opened._unfolded
    monkeypatch.setattr(opened, "_unfolded", lambda stream: unfolded.append(real(stream)) or unfolded[-1])
    assert too_large(data) == set()
    assert sum(len(one) == 30_000 for one in unfolded) == 9
    unfolded.clear()
    monkeypatch.setattr(opened, "Allowance", lambda: Allowance(100_000))
    assert "the streams of the file are too large together" in too_large(data)
    assert sum(len(one) == 30_000 for one in unfolded) in (3, 4)


def test_what_cannot_be_unfolded_has_cost_as_much_as_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(pdf: pikepdf.Pdf) -> None:
        for file in pdf.Root.AF:
            file.EF.F.write(b"no such data", filter=pikepdf.Name("/NoSuchFilter"))

    data = spoilt(with_attachments(9, 30), broken)
    assert too_large(data) == set()
    monkeypatch.setattr(opened, "Allowance", lambda: Allowance(2 * opened.LARGEST_STREAM))
    assert "the streams of the file are too large together" in too_large(data)


def test_a_file_that_is_attached_again_and_again_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def again(pdf: pikepdf.Pdf) -> None:
        for _ in range(50):
            pdf.Root.AF.append(pdf.Root.AF[0])

    read: list[object] = []
    monkeypatch.setattr(attachments, "content_of", lambda stream, most: read.append(stream) or content_of(stream, most))
    preflight(spoilt(tagged(), again))
    assert len(read) == 1


def test_characters_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert too_large(tagged()) == set()
    monkeypatch.setattr(streams, "MOST_CHARACTERS", 20)
    assert too_large(tagged()) == {"the file has too many characters"}


def mapped(cmap: bytes) -> dict[int, str]:
    """What a ToUnicode of two bytes says."""
    with opened.opened(tagged()) as pdf:
        return fonts._characters_of(pdf.make_stream(cmap), is_wide=True)[1]


def test_a_map_of_characters_is_gone_through_once() -> None:
    """It was searched from each of its beginnings to its end: for minutes."""
    ordinary = b"2 beginbfchar <0001> <0041> <0002> <00420043> endbfchar 1 beginbfrange <0003> <0004> <0061> endbfrange"
    assert mapped(ordinary) == {1: "A", 2: "BC", 3: "a", 4: "b"}
    assert mapped(b"beginbfchar " * 300_000) == {}
    assert mapped(b"endbfchar beginbfchar <0001> <0041> endbfrange beginbfchar <0002> <0042> endbfchar") == {1: "A", 2: "B"}


def test_a_map_of_characters_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    assert mapped(b"beginbfrange <0000> <bfff> <" + b"0041" * 9000 + b"> endbfrange").get(1, "") == "A" * 255 + "B"
    monkeypatch.setattr(fonts, "_MOST_CODES", 1000)
    assert len(mapped(b"beginbfrange" + b"<00000000> <0000bfff> <0041>" * 9 + b"endbfrange")) == 1000


@pytest.mark.parametrize(("inks", "known"), [(32, True), (33, False)])
def test_a_space_of_more_inks_than_there_may_be_is_none(inks: int, known: bool) -> None:
    """Each of 50,000 areas in 90,000 inks was remembered by all of these."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        names = pikepdf.Array([pikepdf.Name(f"/Ink{number}") for number in range(inks)])
        space = pikepdf.Array([pikepdf.Name.DeviceN, names, pikepdf.Name.DeviceCMYK, pikepdf.Dictionary()])
        with_resource(pdf, "/ColorSpace", "/CsX", space)
        add(pdf, b"/CsX cs 0 0 9 9 re f")

    found = {one.message for one in preflight(spoilt(tagged(), spoil)) if one.code.id == "X006"}
    assert (found == set()) == known
    assert known or found == {"there is no colour space “CsX”"}


def test_a_tree_that_doubles_at_each_level_comes_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two nodes that are no objects of their own and have the same kids, forty levels deep: 2⁴⁰ leaves."""
    monkeypatch.setattr(safe, "LONGEST", 1000)
    with pikepdf.new() as pdf:
        kids = pdf.make_indirect(pikepdf.Array([pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), 1]))]))
        for _ in range(40):
            nodes = [pikepdf.Dictionary(Kids=kids), pikepdf.Dictionary(Kids=kids)]
            kids = pdf.make_indirect(pikepdf.Array(nodes))
        assert 0 < len(list(islice(safe.leaves(pikepdf.Dictionary(Kids=kids), "/Names"), 2000))) < 1000
        single = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), 1, pikepdf.String("b"), 2]))
        assert len(list(safe.leaves(single, "/Names"))) == 2


@pytest.mark.parametrize("limit", ["MOST_ELEMENTS", "MOST_CONTENTS"])
def test_a_structure_without_end_is_told(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of elements may share one list of a hundred thousand pieces of content."""
    assert too_large(tagged()) == set()
    monkeypatch.setattr(structure, limit, 3)
    assert too_large(tagged()) == {"the structure of the file is too large"}


def test_after_too_many_operators_no_glyph_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A font of 20,000 drawn glyphs in 2,000 states: each glyph in each state was begun, though no longer read."""
    data = spoilt(
        spoilt(tagged(), type_3(b"0 0 9 9 re f " * 1000)), lambda pdf: add(pdf, b"BT /FX 12 Tf 9 0 0 9 0 0 cm (a) Tj ET")
    )
    read: list[bytes] = []
    monkeypatch.setattr(
        streams.Streams, "bytes_of", lambda self, stream, page: read.append(content_of(stream, 99_999)) or read[-1]
    )
    preflight(data)
    drawn = sum(len(one) > 9000 for one in read)
    read.clear()
    monkeypatch.setattr(streams, "MOST_OPERATORS", 1000)
    preflight(data)
    assert (drawn, sum(len(one) > 9000 for one in read)) == (2, 1)


def test_a_packet_of_too_many_attributes_is_not_parsed() -> None:
    def packet(number: int) -> str:
        attributes = b" ".join(b"a%d='1'" % at for at in range(number))
        description = b"<rdf:Description " + attributes + b"/>"
        with opened.opened(tagged()) as pdf:
            return packet_of(pdf.make_stream(b"<rdf:RDF xmlns:rdf='%s'>%s</rdf:RDF>" % (RDF, description))).problem

    assert packet(100) == ""
    assert packet(20_001) == "it is no XMP in well-formed XML"
