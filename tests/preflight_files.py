"""Two PDFs that are as they should be, one for print and one tagged, to be spoilt in just one way each."""

import hashlib
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from dossier.press.faces import faces

WORDS = "Dossier page head"
MEDIA, BLEED, TRIM = [0, 0, 480, 640], [21, 21, 459, 619], [30, 30, 450, 610]
Spoil = Callable[[Pdf], object]

_XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A dossier</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2020-12-09T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>2020-12-09T00:00:00Z</xmp:ModifyDate>{}
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
_FOR_PRINT = (
    "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><xmp:MetadataDate>2020-12-09T00:00:00Z</xmp:MetadataDate>"
    "<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>"
    "<xmpMM:RenditionClass>default</xmpMM:RenditionClass><pdf:Trapped>False</pdf:Trapped>"
)
_FOR_ARCHIVE = "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"


def profile(device: bytes = b"prtr", space: bytes = b"CMYK") -> bytes:
    """The header of an ICC profile, which is all that is read of it, and an empty table of tags."""
    header = bytearray(132)
    header[:4] = (132).to_bytes(4, "big")
    header[8:12], header[12:16], header[16:20], header[20:24] = b"\x02\x40\x00\x00", device, space, b"Lab "
    header[36:40] = b"acsp"
    return bytes(header)


@cache
def face() -> tuple[bytes, dict[str, int]]:
    """A real font with the letters of :data:`WORDS`, and its glyphs by letter."""
    font = TTFont(next(one.path for one in faces() if one.family == "Public Sans"))
    variations = ["fvar", "gvar", "avar", "HVAR", "MVAR", "STAT"]
    maker = subset.Subsetter(subset.Options(layout_features=[], name_IDs=[], notdef_outline=True, drop_tables=variations))
    maker.populate(text=WORDS)
    maker.subset(font)
    out = BytesIO()
    font.save(out)
    return out.getvalue(), {chr(code): font.getGlyphID(name) for code, name in font.getBestCmap().items()}


def shown(words: str, operators: str = "0 0 0 1 k", x: int = 60, y: int = 500) -> bytes:
    """Content that shows ``words`` at a place."""
    codes = "".join(f"{face()[1][letter]:04x}" for letter in words)
    return f"BT /F0 12 Tf {operators} 1 0 0 1 {x} {y} Tm <{codes}> Tj ET".encode()


def font_of(pdf: Pdf) -> pikepdf.Object:
    program, glyphs = face()
    stream = Stream(pdf, program)
    stream.Length1 = len(program)
    mapping = "\n".join(f"<{glyph:04x}> <{ord(letter):04x}>" for letter, glyph in sorted(glyphs.items()))
    to_unicode = f"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n{len(glyphs)} beginbfchar\n{mapping}\nendbfchar\n"
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/ABCDEF+Test"),
        Flags=4,
        FontBBox=[0, -300, 1000, 1000],
        ItalicAngle=0,
        Ascent=900,
        Descent=-300,
        CapHeight=700,
        StemV=80,
        FontFile2=pdf.make_indirect(stream),
    )
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/ABCDEF+Test"),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        CIDToGIDMap=Name.Identity,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/ABCDEF+Test"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=[pdf.make_indirect(inner)],
            ToUnicode=pdf.make_indirect(Stream(pdf, to_unicode.encode())),
        )
    )


def image_of(
    pdf: Pdf, space: object = Name.DeviceCMYK, bits: int = 8, side: int = 100, data: bytes | None = None
) -> pikepdf.Object:
    """A picture of ``side`` by ``side`` pixels, or of other ``data``."""
    stream = Stream(pdf, bytes(side * side * 4) if data is None else data)
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width = stream.Height = side
    stream.BitsPerComponent, stream.ColorSpace = bits, space
    return pdf.make_indirect(stream)


def form_of(pdf: Pdf, content: bytes, **entries: object) -> pikepdf.Object:
    stream = Stream(pdf, content)
    stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, [0, 0, 480, 640]
    for key, value in entries.items():
        stream[f"/{key}"] = value
    return pdf.make_indirect(stream)


def packet(pdf: Pdf, properties: str) -> None:
    """Write the XMP of the document."""
    stream = Stream(pdf, _XMP.format(properties).encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(stream)


def add(pdf: Pdf, content: bytes, page: int = 0) -> None:
    """Paint ``content`` on a page, behind what is there."""
    pdf.pages[page].contents_add(b"q " + content + b" Q")


def with_resource(pdf: Pdf, kind: str, name: str, value: object) -> None:
    resources = pdf.pages[0].Resources
    if kind not in resources:
        resources[kind] = Dictionary()
    resources[kind][name] = value


@cache
def for_print() -> bytes:
    """Four pages of PDF/X-4: black text, a picture, a shading, a group, a soft mask, a pattern, inline pixels."""
    pdf = Pdf.new()
    font = font_of(pdf)
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0, 0, 1], N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 100, 0], Function=function)
    mask = form_of(pdf, b"1 g 0 0 480 640 re f", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
    tile = Stream(pdf, b"0 0 0 1 k 0 0 5 5 re f")
    tile.update(
        Dictionary(PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 10, 10], XStep=10, YStep=10, Resources=Dictionary())
    )
    form = form_of(pdf, b"q 0.5 0 0 0 k 0 0 20 20 re f Q /Fm0 Do", Group=group)
    form.Resources = Dictionary(XObject=Dictionary(Fm0=form))  # a circle
    resources = Dictionary(
        Font=Dictionary(F0=font),
        XObject=Dictionary(Im0=image_of(pdf), Fm0=form),
        Shading=Dictionary(Sh0=shading),
        Pattern=Dictionary(P0=pdf.make_indirect(tile)),
        ExtGState=Dictionary(Gs0=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask), ca=0.5)),
    )
    for number in range(4):
        pdf.add_blank_page(page_size=(MEDIA[2], MEDIA[3]))
        page = pdf.pages[number]
        page.BleedBox, page.TrimBox, page.Resources, page.Group = Array(BLEED), Array(TRIM), resources, group
        content = (
            shown("Dossier")
            + b" q 24 0 0 24 60 300 cm /Im0 Do Q q /Gs0 gs /Fm0 Do Q q 0 0 9 9 re W n /Sh0 sh Q"
            + b" /Pattern cs /P0 scn 60 60 50 50 re f 0 0 0 1 K 0.5 w 60 200 m 90 200 l S"
            + b" q 3 0 0 3 60 100 cm BI /W 8 /H 8 /BPC 8 /CS /G ID "
            + bytes(64)
            + b"\nEI Q"
        )
        page.Contents = pdf.make_indirect(Stream(pdf, content))
    intent = Stream(pdf, profile())
    intent.N = 4
    pdf.Root.OutputIntents = [
        Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFX,
            OutputConditionIdentifier=String("FOGRA39"),
            DestOutputProfile=pdf.make_indirect(intent),
        )
    ]
    packet(pdf, _FOR_PRINT)
    pdf.docinfo["/Title"] = "A dossier"
    return saved(pdf)


@cache
def tagged() -> bytes:
    """Five pages that claim PDF/A-3a and PDF/UA-1: headings, a table, a note, a figure, a link, an attachment."""
    pdf = Pdf.new()
    pdf.Root.StructTreeRoot = root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
    root.K = document
    resources = Dictionary(Font=Dictionary(F0=font_of(pdf)), XObject=Dictionary(Im0=image_of(pdf, Name.DeviceGray)))
    for number in range(5):
        pdf.add_blank_page(page_size=(480, 640))
        page = pdf.pages[number]
        page.Resources, page.StructParents = resources, number
        content = (
            b"/Artifact BMC " + shown("head", y=620) + b" EMC /H1 <</MCID 0>> BDC " + shown("Dossier", y=500 - number) + b" EMC"
        )
        page.Contents = pdf.make_indirect(Stream(pdf, content))
        element(pdf, "H1", number, contents=[0])
    _first_page(pdf)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("en")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageLabels = Dictionary(Nums=[0, Dictionary(S=Name.D)])
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Dossier", 0))
    attach(pdf)
    packet(pdf, _FOR_ARCHIVE)
    return saved(pdf)


def element(pdf: Pdf, kind: str, page: int, contents: list[object] | None = None, **entries: object) -> pikepdf.Object:
    """Append an element to the document's structure."""
    document = pdf.Root.StructTreeRoot.K
    made = Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=document, Pg=pdf.pages[page].obj, K=Array(contents or []))
    for key, value in entries.items():
        made[f"/{key}"] = value
    document.K.append(pdf.make_indirect(made))
    return document.K[-1]


def _first_page(pdf: Pdf) -> None:
    page = pdf.pages[0]
    page.contents_add(
        b" /TH <</MCID 1>> BDC " + shown("page", y=400) + b" EMC /Note <</MCID 2>> BDC " + shown("page", y=380) + b" EMC"
        b" /Figure <</MCID 3>> BDC q 72 0 0 72 60 200 cm /Im0 Do Q EMC /Link <</MCID 4>> BDC " + shown("page", y=360) + b" EMC"
    )
    link = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=[60, 355, 100, 370],
            Contents=String("a page"),
            StructParent=5,
            A=Dictionary(S=Name.URI, URI=String("https://example.org/")),
        )
    )
    page.Annots, page.Tabs = Array([link]), Name.S
    element(pdf, "TH", 0, [1], A=Dictionary(O=Name.Table, Scope=Name.Column))
    element(pdf, "Note", 0, [2], ID=String("note-1"))
    element(pdf, "Figure", 0, [3], Alt=String("a square"), A=Dictionary(O=Name.Layout, BBox=[60, 200, 132, 272]))
    element(pdf, "Link", 0, [4, Dictionary(Type=Name.OBJR, Obj=link)])


def attach(pdf: Pdf, data: bytes = b"words") -> None:
    """Attach a file as an archive wants it."""
    digest = hashlib.md5(data, usedforsecurity=False).digest()
    stream = Stream(pdf, data)
    stream.Type, stream.Subtype = Name.EmbeddedFile, Name("/text/markdown")
    stream.Params = Dictionary(ModDate=String("D:20201209000000Z"), CheckSum=String(digest), Size=len(data))
    file = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String("a.md"),
            UF=String("a.md"),
            Desc=String("the text"),
            AFRelationship=Name.Source,
            EF=Dictionary(F=pdf.make_indirect(stream)),
        )
    )
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=[String("a.md"), file]))
    pdf.Root.AF = Array([file])


def saved(pdf: Pdf, **options: object) -> bytes:
    out = BytesIO()
    pdf.save(out, **{"deterministic_id": True, "force_version": "1.6", "fix_metadata_version": False, **options})
    return out.getvalue()


def spoilt(data: bytes, spoil: Spoil) -> bytes:
    """``data`` after ``spoil`` has had its way; where that gives bytes, those."""
    with pikepdf.open(BytesIO(data)) as pdf:
        made = spoil(pdf)
        return made if isinstance(made, bytes) else saved(pdf)
