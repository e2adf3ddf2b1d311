"""PDF: metadata, page map, profiles, diagnostics, determinism."""

import dataclasses
import io
from pathlib import Path

import lxml.etree
import pikepdf
import pytest
from books import SVG, metadata, page
from processes import output_in_each_world
from pypdf import PdfReader

from dossier.model.bundle import Asset, Attachment, HtmlBundle, Page, PdfResult
from dossier.model.records import Profile
from dossier.press.pdf import PROFILES, lay_out, render, write
from dossier.press.toolchain import pdf_toolchain
from judges import pdf_fonts, pdf_text, qpdf_check

BUNDLED = ("Literata", "Amiri", "JetBrains-Mono")
UA_PART = "{http://www.aiim.org/pdfua/ns/id/}part"
TWO_PAGES = '<h1 id="one">One</h1><p id="p">Text</p><h1 id="two" style="break-before: page">Two</h1>'


def opened(result: PdfResult) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(result.data))


def codes(result: PdfResult) -> list[str]:
    return [found.code.id for found in result.diagnostics]


def test_every_profile_has_its_file():
    assert set(PROFILES) == set(Profile)


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("language", ["en", "fa"])
def test_qpdf_is_content(profile: Profile, language: str, tmp_path: Path):
    body = TWO_PAGES + '<p>متن فارسی <img src="images/dot.png" alt="dot"><a href="https://example.org/">x</a></p>'
    result = render(page(body, language), profile)
    (tmp_path / "out.pdf").write_bytes(result.data)
    assert qpdf_check(tmp_path / "out.pdf") == ""
    assert result.pages == 2
    assert result.diagnostics == ()


def test_information_comes_from_the_metadata():
    pdf = opened(render(page("x")))
    info = pdf.docinfo
    assert str(info["/Title"]) == "A letter & its answer"
    assert str(info["/Author"]) == "Ada Example, Ben Example"
    assert str(info["/Subject"]) == "A short description"
    assert str(info["/Keywords"]) == "human rights, letters"
    assert str(info["/Creator"]).startswith("dossier ")
    assert str(info["/CreationDate"]) == str(info["/ModDate"]) == "D:20201209000000Z"
    assert str(info["/Review"]) == "draft"
    for name, version in pdf_toolchain():
        assert f"{name} {version}" in str(info["/Toolchain"])


def test_xmp_has_dublin_core_and_claims_pdf_ua_alone():
    with opened(render(page("x"))).open_metadata() as xmp:
        assert xmp["dc:title"] == "A letter & its answer"
        assert xmp["dc:publisher"] == {"Example Press"}
        assert xmp["dc:rights"] == "CC BY 4.0"
        assert xmp["dc:language"] == {"en"}
        assert xmp["dc:identifier"] == "urn:dossier:test:en"
        assert xmp["dc:source"] == "Letter, 1988; Answer, 2020"
        assert xmp["dc:date"] == ["2020-12-09"]
        assert xmp[UA_PART] == "1"
        assert xmp.pdfa_status == ""


def test_xmp_tells_the_language_of_title_and_rights():
    pdf = opened(render(HtmlBundle("<title>t</title>x", dataclasses.replace(metadata(), language="fa"))))
    written = lxml.etree.fromstring(pdf.Root.Metadata.read_bytes().strip())
    for term in ("title", "rights"):
        told = written.findall(f".//{{http://purl.org/dc/elements/1.1/}}{term}//{{*}}li")
        assert [one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in told] == ["x-default", "fa"]
        assert len({one.text for one in told}) == 1


def test_print_claims_nothing():
    with opened(render(page("x"), Profile.PRINT)).open_metadata() as xmp:
        assert UA_PART not in xmp
        assert xmp.pdfa_status == ""


def test_archive_claims_pdf_a_3a_and_pdf_ua_1_in_the_packet():
    with opened(render(page("x"), Profile.ARCHIVE)).open_metadata() as xmp:
        assert xmp.pdfa_status == "3A"
        assert xmp[UA_PART] == "1"


@pytest.mark.parametrize("profile", [Profile.SCREEN, Profile.ARCHIVE])
def test_a_file_with_an_image_that_has_no_words_does_not_call_itself_pdf_ua(profile: Profile):
    result = render(page('<img src="images/dot.png">'), profile)
    assert codes(result) == ["C016"]
    with opened(result).open_metadata() as xmp:
        assert UA_PART not in xmp


def test_xmp_tells_what_the_edition_is_a_version_of():
    about = dataclasses.replace(metadata(), work="urn:uuid:1", replaces="urn:uuid:2", series=("Letters", "3", ""), version="0.3")
    pdf = opened(render(HtmlBundle("<title>t</title>x", about), Profile.ARCHIVE))
    with pdf.open_metadata() as xmp:
        assert xmp["dc:relation"] == {"urn:uuid:1", "urn:uuid:2", "Letters"}
    assert str(pdf.docinfo["/Version"]) == "0.3"


def test_archive_images_are_not_interpolated():
    pdf = opened(render(page('<img src="images/dot.png" alt="dot" style="width: 5cm">'), Profile.ARCHIVE))
    images = [image for sheet in pdf.pages for image in sheet.get_images().values()]
    assert images
    assert not any(image.get("/Interpolate", False) for image in images)


@pytest.mark.parametrize(("profile", "tagged"), [(Profile.SCREEN, True), (Profile.PRINT, False), (Profile.ARCHIVE, True)])
def test_tags(profile: Profile, tagged: bool):
    assert ("/StructTreeRoot" in opened(render(page("<p>x</p>"), profile)).Root) is tagged


def test_screen_has_links_and_bookmarks_and_print_has_no_links():
    body = TWO_PAGES + '<p><a href="https://example.org/">out</a> <a href="#one">in</a></p>'
    screen, press = opened(render(page(body))), opened(render(page(body), Profile.PRINT))
    assert [item.title for item in screen.open_outline().root] == ["One", "Two"]
    assert len(screen.pages[1]["/Annots"]) == 2
    assert not any("/Annots" in sheet for sheet in press.pages)


def test_print_has_bleed_around_the_trim():
    pdf = opened(render(page("x"), Profile.PRINT))
    sheet = pdf.pages[0]
    trim, media = [float(side) for side in sheet["/TrimBox"]], [float(side) for side in sheet["/MediaBox"]]
    assert [round(side) for side in (trim[2] - trim[0], trim[3] - trim[1])] == [420, 595]
    assert media[0] < trim[0] < trim[2] < media[2]


@pytest.mark.parametrize(
    ("language", "profile", "direction"),
    [
        ("fa", Profile.PRINT, "/R2L"),
        ("fa", Profile.ARCHIVE, "/R2L"),
        ("fa", Profile.SCREEN, None),
        ("en", Profile.ARCHIVE, None),
    ],
)
def test_viewer_shows_the_title_and_printers_bind_on_the_right_side(language: str, profile: Profile, direction: str | None):
    pdf = opened(render(page("x", language), profile))
    root = pdf.Root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] is True
    assert root["/ViewerPreferences"].get("/Direction") == direction
    assert str(root["/Lang"]) == language


def test_page_map_gives_the_first_page_of_each_anchor():
    result = render(page(TWO_PAGES + '<p id="one">again</p>'))
    assert result.page_map == {"one": Page(1, "1"), "p": Page(1, "1"), "two": Page(2, "2")}


def test_page_map_labels_are_in_the_language_s_digits():
    assert render(page(TWO_PAGES, "fa")).page_map["two"] == Page(2, "۲")


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="gone.png" alt="x">',
        '<img src="https://example.org/gone.png" alt="x">',
        '<p style="background: url(gone.png)">x</p>',
        '<a href="gone.html">x</a>',
        '<svg viewBox="0 0 1 1" role="img"><title>t</title><image href="gone.png" width="1" height="1"/></svg>',
    ],
)
def test_what_was_not_handed_over_is_p002(markup: str):
    result = render(page(markup))
    assert codes(result) == ["P002"]
    assert "gone" in result.diagnostics[0].message


def test_sheets_that_were_not_handed_over_are_p002():
    head = '<link rel="stylesheet" href="gone.css"><style>@import "https://example.org/more.css";</style>'
    result = render(page("x", head=head))
    assert codes(result) == ["P002", "P002"]


def test_svg_cannot_reach_outside():
    reaching = SVG.replace(b"<circle", b'<image href="file:///etc/hostname" width="1" height="1"/><circle')
    result = render(page('<img src="images/s.svg" alt="s">', **{"images/s.svg": Asset(reaching, "image/svg+xml")}))
    assert codes(result) == ["P002"]


def test_link_into_the_bundle_is_no_link_to_an_invented_address():
    pdf = opened(render(page('<p><a href="notes.html">x</a></p>')))
    assert b"bundle.invalid" not in pdf.pages[0].obj.unparse()
    assert "/Annots" not in pdf.pages[0]


def test_unknown_style_is_p005():
    result = render(page('<p style="colour: red">x</p>'))
    assert codes(result) == ["P005"]
    assert "colour" in result.diagnostics[0].message


def test_broken_image_is_c015():
    result = render(page('<img src="images/b.png" alt="b">', **{"images/b.png": Asset(b"no image", "image/png")}))
    assert codes(result) == ["C015"]
    assert "images/b.png" in result.diagnostics[0].message


def test_link_to_nowhere_is_c020():
    assert codes(render(page('<a href="#nowhere">x</a>'))) == ["C020"]


def test_image_without_words_is_c016():
    assert codes(render(page('<img src="images/dot.png">'))) == ["C016"]


def test_letter_without_glyph_is_p001_and_no_face_of_the_machine_slips_in(tmp_path: Path):
    mono = "<code style='font-family: monospace'>x</code>"
    result = render(page(f"<p>Literata 🧿 漢 متن {mono}</p><p style='font-family: DejaVu Sans, sans-serif'>x 🧿</p>"))
    assert codes(result) == ["P001", "P001"]
    assert [char for found in result.diagnostics for char in "🧿漢" if char in found.message] == ["🧿", "漢"]
    (tmp_path / "out.pdf").write_bytes(result.data)
    found = pdf_fonts(tmp_path / "out.pdf")
    assert found
    assert all(name.startswith(BUNDLED) for name in found), found


def test_text_layer_has_the_words(tmp_path: Path):
    (tmp_path / "out.pdf").write_bytes(render(page("<p>Efficient café — سلام</p>")).data)
    text = pdf_text(tmp_path / "out.pdf")
    assert "Efficient café" in text
    assert "سلام" in text


def test_author_and_dates_of_the_html_do_not_override_the_metadata():
    head = '<meta name="dcterms.modified" content="1999-01-01"><meta name="author" content="X">'
    pdf = opened(render(page("x", head=head)))
    info = pdf.docinfo
    assert "1999" not in str(info["/ModDate"])
    assert str(info["/Author"]) == "Ada Example, Ben Example"


def test_absent_metadata_leaves_no_empty_entries():
    empty = dict.fromkeys(("subtitle", "description", "publisher", "rights", "review"), "")
    bare = dataclasses.replace(metadata(), creators=(), subjects=(), sources=(), **empty)
    pdf = opened(render(HtmlBundle("<title>t</title>x", bare)))
    info = pdf.docinfo
    assert {"/Author", "/Subject", "/Keywords", "/Review", "/Subtitle"}.isdisjoint(info.keys())


@pytest.mark.parametrize("profile", Profile)
def test_same_bytes_in_every_process(profile: Profile, tmp_path: Path):
    code = (
        "import sys\nfrom pathlib import Path\nfrom books import page\n"
        "from dossier.model.records import Profile\nfrom dossier.press.fontconfig import use_bundled_faces\n"
        "from dossier.press.pdf import render\nuse_bundled_faces(Path('fc'))\n"
        "body = '<h1 id=a>Héading</h1><p>Text <i>it</i> <b>b</b> متن فارسی <code>x</code> 漢<img src=images/dot.png alt=d></p>'\n"
        f"sys.stdout.buffer.write(render(page(body * 30, 'fa'), Profile({profile.value!r})).data)"
    )
    first, second = output_in_each_world(code, tmp_path)
    assert first == second
    assert first.startswith(b"%PDF-")


PRINTED = "<style>@page { @bottom-center { content: counter(page, %s) } }</style>"


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize(("language", "style"), [("en", "decimal"), ("fa", "persian")])
def test_a_viewer_shows_the_page_numbers_that_are_printed(language: str, style: str, profile: Profile):
    body = "".join(f"<p style='break-after: page'>{chr(65 + number)}</p>" for number in range(12))
    result = render(page(body, language, PRINTED % style), profile)
    shown = [sheet.label for sheet in opened(result).pages]
    printed = [sheet.extract_text().split()[-1].strip("\u200e\u200f\u061c") for sheet in PdfReader(io.BytesIO(result.data)).pages]
    assert shown == printed
    assert shown[-1] == ("۱۲" if language == "fa" else "12")


def test_a_page_of_the_markup_attaches_nothing():
    """Only the bundle does, and only to profiles that carry it: WeasyPrint would date such files by the clock."""
    marked = '<link rel="attachment" href="images/dot.png">'
    for profile in Profile:
        result = render(page('<a rel="attachment" href="images/dot.png">x</a>', head=marked), profile)
        assert len(opened(result).attachments) == 0
        assert codes(result) == ["P002"]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_one_layout_gives_the_same_bytes_whatever_it_was_written_as_before(language: str):
    attachments = (Attachment("letter.md", b"# Letter\n", "text/markdown", "Source", "The letter"),)
    body = TWO_PAGES + '<p>Héading متن فارسی <code>x</code> <img src="images/dot.png" alt="dot"><a href="#one">x</a></p>'
    bundle = dataclasses.replace(page(body, language), attachments=attachments)
    pages = lay_out(bundle)
    order = (Profile.ARCHIVE, Profile.SCREEN, Profile.ARCHIVE, Profile.SCREEN)
    written = [write(pages, profile, bundle.attachments) for profile in order]
    archive, screen = (render(bundle, profile) for profile in order[:2])
    assert written == [archive, screen, archive, screen]
    assert archive.data != screen.data


def test_pages_laid_out_for_screens_are_no_pages_for_printers():
    """Those have bleed and crop marks, and another style."""
    pages = lay_out(page(TWO_PAGES))
    with pytest.raises(ValueError, match="another profile"):
        write(pages, Profile.PRINT)
