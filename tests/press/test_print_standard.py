"""What a PDF/X-4 says of itself (ISO 15930-7), what it must not carry, and that it is the same file each time."""

import dataclasses
import io
import re
from pathlib import Path

import pikepdf
import pytest
from books import PNG, metadata, page
from print_walker import intent, printed
from processes import output_in_each_world

from dossier.model.bundle import Attachment, OutputIntent
from dossier.model.records import Profile
from dossier.press.colours import for_printing
from dossier.press.pdf import render
from judges import qpdf_check

BODY = (
    '<h1 id="a">One</h1><p>Words <a href="https://example.org/">out</a> <a href="#a">in</a> متن</p>'
    '<img src="images/dot.png" alt="x">'
)
XMP_ID = re.compile(r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def xmp(data: bytes) -> dict[str, object]:
    with opened(data).open_metadata() as packet:
        return {key.replace("{http://www.npes.org/pdfx/ns/id/}", "pdfxid:"): value for key, value in packet.items()}


def test_the_output_intent_is_the_printing_condition():
    pdf = opened(printed(page(BODY)).data)
    (found,) = pdf.Root["/OutputIntents"]
    assert (str(found["/S"]), str(found["/OutputConditionIdentifier"])) == ("/GTS_PDFX", "FOGRA39")
    assert (str(found["/RegistryName"]), str(found["/Info"])) == ("http://www.color.org", "Offset")
    assert found["/DestOutputProfile"].read_bytes() == intent().profile
    assert found["/DestOutputProfile"]["/N"] == 4


def test_a_house_s_own_condition_names_no_registry():
    bundle = page("x")
    pdf = opened(render(bundle, Profile.PRINT, OutputIntent(intent().profile, "House 7")).data)
    (found,) = pdf.Root["/OutputIntents"]
    assert "/RegistryName" not in found
    assert (str(found["/OutputConditionIdentifier"]), str(found["/Info"])) == ("House 7", "House 7")


def test_the_file_says_what_it_is():
    data = printed(page(BODY)).data
    pdf, packet = opened(data), xmp(data)
    assert pdf.pdf_version == "1.6"
    assert packet["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
    assert "pdfxid:GTS_PDFXVersion" not in xmp(render(page(BODY), Profile.PRINT).data)
    assert str(pdf.docinfo["/Trapped"]) == "/False"
    assert str(pdf.docinfo["/Title"]) == metadata().title
    assert "/Filter" not in pdf.Root["/Metadata"]


def test_identifiers_are_there_and_tell_files_apart():
    def identifiers(**changes: object) -> list[str]:
        bundle = page("x")
        other = dataclasses.replace(bundle, metadata=metadata(**changes))  # type: ignore[arg-type]
        data = printed(other).data
        with opened(data).open_metadata() as packet:
            names = ("DocumentID", "InstanceID", "VersionID", "RenditionClass")
            found = [str(packet[f"xmpMM:{name}"]) for name in names]
        assert all(XMP_ID.fullmatch(name) for name in found[:2])
        assert len(bytes(opened(data).trailer["/ID"][0])) == 16
        return found

    one, same, later, other = identifiers(), identifiers(), identifiers(version="2.1"), identifiers(identifier="urn:other")
    assert one == same
    assert one[2:] == ["1", "default"]
    assert later[2] == "2.1"
    assert other[0] != one[0]
    assert other[1] != one[1]


def test_another_condition_is_another_instance():
    data = render(page("x"), Profile.PRINT).data
    house = OutputIntent(intent().profile, "House 7")
    first, second = (for_printing(data, condition, metadata())[0] for condition in (intent(), house))
    with opened(first).open_metadata() as one, opened(second).open_metadata() as other:
        assert one["xmpMM:DocumentID"] == other["xmpMM:DocumentID"]
        assert one["xmpMM:InstanceID"] != other["xmpMM:InstanceID"]


def test_nothing_acts_or_is_attached():
    bundle = dataclasses.replace(page(BODY), attachments=(Attachment("a.png", PNG, "image/png"),))
    # Of the profile that has all this, so that there is something to take out.
    source = pikepdf.open(io.BytesIO(render(bundle).data))
    source.Root["/OpenAction"] = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    source.attachments["x"] = b"attached"
    file = io.BytesIO()
    source.save(file)
    data, _ = for_printing(file.getvalue(), intent(), metadata())
    for kept, there in ((source, True), (opened(data), False)):
        assert any("/Annots" in sheet for sheet in kept.pages) is there
        assert ("/StructTreeRoot" in kept.Root) is there
        assert ("/OpenAction" in kept.Root) is there
        assert ("x" in kept.attachments) is there
    assert b"JavaScript" not in data


def test_every_face_is_embedded():
    pdf = opened(printed(page(BODY)).data)
    faces = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"]
    assert len(faces) >= 2
    assert all({"/FontFile2", "/FontFile3"} & set(face.keys()) for face in faces)


@pytest.mark.parametrize(("language", "direction"), [("fa", "/R2L"), ("en", None)])
def test_the_binding_stays_on_its_side(language: str, direction: str | None):
    pdf = opened(printed(page("x", language)).data)
    assert pdf.Root["/ViewerPreferences"].get("/Direction") == direction
    assert str(pdf.Root["/Lang"]) == language


def test_qpdf_is_content(tmp_path: Path):
    (tmp_path / "x.pdf").write_bytes(printed(page(BODY)).data)
    assert qpdf_check(tmp_path / "x.pdf") == ""


def test_same_bytes_in_every_process(tmp_path: Path):
    code = (
        "import sys\nfrom pathlib import Path\nfrom books import page\nfrom print_walker import printed\n"
        "from dossier.press.fontconfig import use_bundled_faces\nuse_bundled_faces(Path('fc'))\n"
        "body = '<h1 id=a style=\"background:linear-gradient(#f00,#00f)\">Head</h1><p style=color:#0f4c5c>متن <u>x</u>'\n"
        "body += '<img src=images/dot.png alt=d>'\n"
        "body += '<svg width=9 height=9 viewBox=\"0 0 2 2\"><rect width=2 height=2 fill=#a0f /></svg></p>'\n"
        "sys.stdout.buffer.write(printed(page(body * 9, 'fa')).data)"
    )
    first, second = output_in_each_world(code, tmp_path)
    assert first == second
    assert b"%PDF-1.6" in first[:16]
