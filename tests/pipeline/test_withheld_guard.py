"""The last look at finished files finds a withheld name in every place that a file has, and nothing where there is none."""

import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from dossier.model.bundle import Artifact
from dossier.model.place import Place
from dossier.model.withheld import Withheld
from dossier.pipeline.withheld import found_in_outputs
from workshop import REPOSITORY, Workshop

NAMES = (
    Withheld("Maristela Quillwater", "", Place("dossier.toml", 7, 13)),
    Withheld("ماهرخ گلپوش", "", Place("dossier.toml", 7, 30)),
)
LATIN, PERSIAN = "Maristela Quillwater", "ماهرخ گلپوش"


def found(path: str, data: bytes) -> list[str]:
    return [dict(one.details)["where"] for one in found_in_outputs([Artifact(path, data)], NAMES)]


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{LATIN}</p>",
        "<p>MARISTELA <b>Quill</b>water</p>",
        '<a href="https://example.org/Maristela%20Quillwater">x</a>',
        '<img alt="Maristela&#160;Quillwater">',
        "<!-- Quillwater, Maristela -->",
        "<p>ماهرخ\u200cگلپوش</p>",
        "<p>مـاهرخ گلپوشی</p>",
        '<img src="data:image/svg+xml;base64,PHN2Zz5NYXJpc3RlbGEgUXVpbGx3YXRlcjwvc3ZnPg==">',
    ],
)
def test_in_a_page(page: str) -> None:
    assert len(found("a.html", page.encode())) == 1


def test_what_is_no_name_is_not_found() -> None:
    page = (
        "<p>Maristela</p><p>Quillwater</p> <i>[name withheld]</i> <img src='data:font/woff2;base64,TWFyaXN0ZWxhUXVpbGx3YXRlcg=='>"
    )
    assert found("a.html", page.encode()) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.xhtml", f"<p>{LATIN}</p>"), ("Maristela-Quillwater.png", ""), ("a.opf", f"<dc:title>{PERSIAN}</dc:title>")],
)
def test_in_a_book(name: str, text: str) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(name, text)
    assert len(found("a.epub", out.getvalue())) == 1


def _pdf(change: object, **options: object) -> bytes:
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        change(pdf)  # type: ignore[operator]
        pdf.save(out, **options)  # type: ignore[arg-type]
    return out.getvalue()


def _words(pdf: pikepdf.Pdf) -> None:
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
    # Split, so that only who reads the page finds it.
    pdf.pages[0].Contents = pdf.make_stream(b"BT /F1 12 Tf 50 500 Td [(Marist) 1 (ela Qui) 1 (llwater)] TJ ET")


def _title(text: str) -> object:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Title"] = text

    return change


def _bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(LATIN, 0))


def _attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = PERSIAN.encode()


def _xmp(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = PERSIAN


def _alternative(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(Alt=pikepdf.String(PERSIAN)))


@pytest.mark.parametrize("change", [_words, _title(LATIN), _title(PERSIAN), _bookmark, _attachment, _xmp, _alternative])
@pytest.mark.parametrize("mode", [pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate])
def test_in_a_pdf(change: object, mode: pikepdf.ObjectStreamMode) -> None:
    assert len(found("a.pdf", _pdf(change, object_stream_mode=mode, compress_streams=True))) == 1
    assert found("a.pdf", _pdf(lambda pdf: None, object_stream_mode=mode)) == []


def test_a_file_s_own_name_is_looked_at() -> None:
    (one,) = found_in_outputs([Artifact("build/maristela-quillwater/en/x.png", b"")], NAMES)
    assert (one.code.id, str(one.place)) == ("C025", "dossier.toml:7:13")
    assert "Quillwater" not in one.message


def test_nothing_is_looked_for_where_nothing_is_withheld() -> None:
    assert found_in_outputs([Artifact("a.pdf", b"no PDF")], ()) == ()


def test_a_name_in_a_template_is_found_whatever_face_sets_it(tmp_path: Path) -> None:
    """The text of Persian sans faces cannot be read back from a PDF: the page that it was set from is searched as well."""
    workshop = Workshop.demo(tmp_path / "demo")
    toml = "content/demo/dossier.toml"
    workshop.edit(toml, 'status = "draft"', f'status = "draft"\nwithhold = ["{PERSIAN}"]')
    cover = (REPOSITORY / "templates/print/cover-page.html.j2").read_text(encoding="utf-8")
    workshop.write("templates/print/cover-page.html.j2", cover.replace("<h1", f'<p class="kind" lang="fa">{PERSIAN}</p><h1', 1))
    run = workshop.run("build", "--lang", "fa", "--output", "pdf")
    assert (run.exit_code, run.codes) == (1, {"C025"})
    assert not workshop.built().keys() & {"demo/fa/demo.pdf", "demo/fa/demo.png"}
