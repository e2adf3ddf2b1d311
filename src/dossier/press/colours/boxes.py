"""Where a page is cut, how far it is printed beyond, and the marks that show it to whoever cuts."""

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from dossier.press.colours.grounds import BLEED, Box
from dossier.press.colours.palette import numbers
from dossier.press.colours.resources import entry

_MM = 72 / 25.4
_MARGIN = 10 * _MM  # of the sheet around the page
_AWAY, _LONG = 4 * _MM, 5 * _MM  # the marks begin a millimetre beyond the bleed, and have another to the sheet's end
_WIDTH = 0.25


def set_boxes(pdf: Pdf) -> None:
    """Give each page its boxes, 3 mm of bleed and no more, and crop marks outside of it.

    TrimBox is where WeasyPrint has it: the page's size in CSS. There is no ArtBox (ISO 15930-7, 6.6.2 allows one or the other).
    """
    registration = pdf.make_indirect(_registration(pdf))
    drawn: dict[Box, Object] = {}
    for page in pdf.pages:
        left, bottom, right, top = (float(side) for side in page.trimbox.as_list())
        trim = (left, bottom, right, top)
        if trim not in drawn:
            drawn[trim] = _marks(pdf, trim, registration)
        _frame(pdf, page, trim, drawn[trim])


def _frame(pdf: Pdf, page: Page, trim: Box, marks: Object) -> None:
    for name, size in (("/MediaBox", _MARGIN), ("/BleedBox", BLEED), ("/TrimBox", 0)):
        page.obj[name] = Array([round(side, 4) for side in _grown(trim, size)])
    for name in ("/ArtBox", "/CropBox"):
        if name in page.obj:
            del page.obj[name]
    left, bottom, right, top = _grown(trim, BLEED)
    bounds = numbers((left, bottom, right - left, top - bottom))
    before = b"q\n" + bounds + b" re\nW\nn"
    own = page.obj["/Contents"].read_bytes()
    page.obj["/Contents"].write(before + b"\n" + own + b"\nQ\n/dossierMarks Do")
    objects = entry(page.obj["/Resources"], "/XObject")
    key = "/dossierMarks"
    if key in objects and objects[key].objgen != marks.objgen:
        # Pages of another size share the resources: theirs get a dictionary of their own.
        page.obj["/Resources"] = Dictionary(dict(page.obj["/Resources"].items()))
        objects = page.obj["/Resources"]["/XObject"] = Dictionary(dict(objects.items()))
    objects[key] = marks
    page.obj["/Group"] = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK, I=True)


def _grown(box: Box, size: float) -> Box:
    left, bottom, right, top = box
    return left - size, bottom - size, right + size, top + size


def _marks(pdf: Pdf, trim: Box, registration: Object) -> Object:
    left, bottom, right, top = trim
    lines = []
    for x, outwards in ((left, -1), (right, 1)):
        for y, up in ((bottom, -1), (top, 1)):
            lines.append(_line((x + outwards * _AWAY, y), (x + outwards * (_AWAY + _LONG), y)))
            lines.append(_line((x, y + up * _AWAY), (x, y + up * (_AWAY + _LONG))))
    form = pdf.make_stream(b"/All CS\n1 SCN\n" + numbers((_WIDTH,)) + b" w\n" + b"\n".join(lines))
    form["/Type"], form["/Subtype"] = Name.XObject, Name.Form
    form["/BBox"] = Array([round(side, 4) for side in _grown(trim, _MARGIN)])
    form["/Resources"] = Dictionary(ColorSpace=Dictionary(All=registration))
    return form


def _line(start: tuple[float, float], end: tuple[float, float]) -> bytes:
    return numbers(start) + b" m\n" + numbers(end) + b" l\nS"


def _registration(pdf: Pdf) -> Array:
    """The colorant ``All``: the marks are on every plate, spot colours included (ISO 32000-1, 8.6.6.4)."""
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1]), N=1)
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])
