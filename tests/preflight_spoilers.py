"""Ways to spoil a good PDF."""

from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from preflight_files import (
    Spoil,
    add,
    element,
    font_of,
    form_of,
    image_of,
    profile,
    saved,
    shown,
    with_resource,
)

_RED = b"1 0 0 rg 60 60 20 20 re f"


def painted(content: bytes) -> Spoil:
    return lambda pdf: add(pdf, content)


def replaced(old: bytes, new: bytes) -> Spoil:
    """Bytes of the saved file, nothing compressed."""

    def spoil(pdf: Pdf) -> bytes:
        data = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
        assert old in data
        return data.replace(old, new)

    return spoil


def rewritten(old: str, new: str) -> Spoil:
    """The packet of XMP."""

    def spoil(pdf: Pdf) -> None:
        text = pdf.Root.Metadata.read_bytes().decode()
        assert old in text
        pdf.Root.Metadata.write(text.replace(old, new).encode())

    return spoil


def on_page(**entries: object) -> Spoil:
    """Entries of the first page; ``None`` takes one away."""

    def spoil(pdf: Pdf) -> None:
        for key, value in entries.items():
            if value is None:
                del pdf.pages[0].obj[f"/{key}"]
            else:
                pdf.pages[0].obj[f"/{key}"] = value

    return spoil


def in_catalogue(**entries: object) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        for key, value in entries.items():
            if value is None:
                del pdf.Root[f"/{key}"]
            else:
                pdf.Root[f"/{key}"] = value

    return spoil


def picture(**options: object) -> Spoil:
    """A picture of 24 points on the first page."""

    def spoil(pdf: Pdf) -> None:
        with_resource(pdf, "/XObject", "/ImX", image_of(pdf, **options))
        add(pdf, b"24 0 0 24 100 100 cm /ImX Do")

    return spoil


def with_state(content: bytes = b"/GsX gs", **entries: object) -> Spoil:
    """Parameters of the graphics state, and what is painted in it."""

    def spoil(pdf: Pdf) -> None:
        with_resource(pdf, "/ExtGState", "/GsX", Dictionary(**entries))
        add(pdf, content)

    return spoil


def with_space(space: Callable[[Pdf], object], content: bytes = b"/CsX cs 0 0 0 sc 60 60 5 5 re f") -> Spoil:
    def spoil(pdf: Pdf) -> None:
        with_resource(pdf, "/ColorSpace", "/CsX", space(pdf))
        add(pdf, content)

    return spoil


def with_form(content: bytes, **entries: object) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        with_resource(pdf, "/XObject", "/FmX", form_of(pdf, content, **entries))
        add(pdf, b"/FmX Do")

    return spoil


def with_intent(**entries: object) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        pdf.Root.OutputIntents[0].update(Dictionary(**entries))

    return spoil


def with_profile(data: bytes, components: int = 4) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        stream = Stream(pdf, data)
        stream.N = components
        pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_indirect(stream)

    return spoil


def without_profile(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents[0].DestOutputProfile


def two_intents(pdf: Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.make_indirect(pdf.Root.OutputIntents[0]))


def another_font(pdf: Pdf, change: Callable[[pikepdf.Object], object], *, content: bytes | None = None) -> None:
    font = font_of(pdf)
    change(font)
    with_resource(pdf, "/Font", "/FX", font)
    text = content or shown("head", y=300).replace(b"/F0", b"/FX")
    add(pdf, text)


def not_embedded(pdf: Pdf) -> None:
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    with_resource(pdf, "/Font", "/FX", pdf.make_indirect(helvetica))
    add(pdf, b"BT /FX 12 Tf 0 0 0 1 k 60 60 Td (x) Tj ET")


def type_3(glyph: bytes) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=[0, 0, 10, 10],
            FontMatrix=[0.1, 0, 0, 0.1, 0, 0],
            CharProcs=Dictionary(a=pdf.make_indirect(Stream(pdf, glyph))),
            Encoding=Dictionary(Differences=[97, Name.a]),
            FirstChar=97,
            LastChar=97,
            Widths=[10],
            Resources=Dictionary(),
        )
        with_resource(pdf, "/Font", "/FX", pdf.make_indirect(font))
        add(pdf, b"BT /FX 12 Tf 0 0 0 1 k 60 60 Td (a) Tj ET")

    return spoil


def annotated(subtype: str, rectangle: list[int]) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        pdf.pages[0].Annots = Array([pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=rectangle))])

    return spoil


def shaded(pdf: Pdf) -> None:
    shading = pdf.pages[0].Resources.Shading.Sh0
    with_resource(pdf, "/Shading", "/ShX", Dictionary({**dict(shading.items()), "/ColorSpace": Name.DeviceRGB}))
    add(pdf, b"/ShX sh")


def tiled(pdf: Pdf) -> None:
    tile = Stream(pdf, b"1 0 0 rg 0 0 5 5 re f")
    tile.update(Dictionary(PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 9, 9], XStep=9, YStep=9, Resources=Dictionary()))
    with_resource(pdf, "/Pattern", "/PX", pdf.make_indirect(tile))
    add(pdf, b"/Pattern cs /PX scn 60 60 50 50 re f")


def soft_mask(pdf: Pdf) -> None:
    mask = form_of(pdf, b"1 1 1 rg 0 0 9 9 re f", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
    with_state(SMask=Dictionary(S=Name.Luminosity, G=mask))(pdf)


def spot(pdf: Pdf) -> Array:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 0, 0], N=1)
    return Array([Name.Separation, Name("/Gold"), Name.DeviceCMYK, function])


def icc_rgb(pdf: Pdf) -> Array:
    stream = Stream(pdf, profile(b"mntr", b"RGB "))
    stream.N = 3
    return Array([Name.ICCBased, pdf.make_indirect(stream)])


def default_rgb(pdf: Pdf) -> None:
    with_resource(pdf, "/ColorSpace", "/DefaultRGB", icc_rgb(pdf))
    add(pdf, _RED)


def layered(**configuration: object) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("draft")))
        pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(Order=[layer], **configuration))

    return spoil


def script(pdf: Pdf) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=[String("x"), action]))


def encrypted(owner: str, user: str) -> Spoil:
    return lambda pdf: saved(
        pdf, encryption=pikepdf.Encryption(owner=owner, user=user, R=4), deterministic_id=False, static_id=True
    )


def element_changed(kind: str, **entries: object) -> Spoil:
    """Entries of the first element of a type; ``None`` takes one away."""

    def spoil(pdf: Pdf) -> None:
        found = next(one for one in pdf.Root.StructTreeRoot.K.K if f"/{kind}" == one.S)
        for key, value in entries.items():
            if value is None:
                del found[f"/{key}"]
            else:
                found[f"/{key}"] = value

    return spoil


def link_changed(**entries: object) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        for key, value in entries.items():
            if value is None:
                del pdf.pages[0].Annots[0][f"/{key}"]
            else:
                pdf.pages[0].Annots[0][f"/{key}"] = value

    return spoil


def without_objr(pdf: Pdf) -> None:
    link = next(one for one in pdf.Root.StructTreeRoot.K.K if one.S == "/Link")
    link.K = Array([4])


def page_added(pdf: Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def running_head(pdf: Pdf) -> None:
    for number in range(3):
        add(pdf, b"/P <</MCID 9>> BDC " + shown("page head", y=30) + b" EMC", number)
        element(pdf, "P", number, [9])


def foreign_words(pdf: Pdf) -> None:
    """The letters of the font are said to be Persian ones."""

    def persian(font: pikepdf.Object) -> None:
        text = font.ToUnicode.read_bytes().replace(b"> <006", b"> <062")
        font.ToUnicode = pdf.make_indirect(Stream(pdf, text))

    text = shown("head", y=300).replace(b"/F0", b"/FX")
    another_font(pdf, persian, content=b"/P <</MCID 9>> BDC " + text + b" EMC")
    element(pdf, "P", 0, [9])


def without_characters(pdf: Pdf) -> None:
    def bare(font: pikepdf.Object) -> None:
        del font["/ToUnicode"]

    text = shown("head", y=300).replace(b"/F0", b"/FX")
    another_font(pdf, bare, content=b"/P <</MCID 9>> BDC " + text + b" EMC")
    element(pdf, "P", 0, [9])


def attachment_changed(pdf: Pdf) -> None:
    del pdf.Root.AF[0].AFRelationship


def attachment_overwritten(pdf: Pdf) -> None:
    pdf.Root.AF[0].EF.F.Params.CheckSum = String(b"0123456789abcdef")


def stream_elsewhere(pdf: Pdf) -> None:
    with_resource(pdf, "/XObject", "/FmX", form_of(pdf, b"", OPI=Dictionary()))
    add(pdf, b"/FmX Do")


def broken(pdf: Pdf) -> bytes:
    data = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return data.replace(b"startxref\n", b"startxref\n9")
