"""All that a PDF's pages are drawn from, found by way of their resources and converted once each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.press.colours.content import KNOCKING_OUT, OVERPRINTING, Rewriting, is_plain, with_lines_of_text
from dossier.press.colours.grounds import EVERYWHERE, IDENTITY, Box, Matrix, Sheet, multiplied, shared, spanned
from dossier.press.colours.images import UnknownImageError, convert_image
from dossier.press.colours.inks import Inks, lightness
from dossier.press.colours.palette import InkPalette, MaskPalette, Paint, Palette
from dossier.press.colours.shadings import UnknownGradientError, convert_shading, stripes

_MODES = {1: "L", 3: "RGB", 4: "CMYK"}
_ONE_SPACE = ("DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern")


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a stream is shown: on which page, from its space to the page's, and what of the page it can reach."""

    sheet: Sheet
    matrix: Matrix = IDENTITY
    clip: Box = EVERYWHERE


class Conversion:
    """One PDF on its way into the inks of a printing condition.

    Parameters
    ----------
    pdf:
        A PDF that WeasyPrint wrote; it is changed.
    inks:
        The printing condition.
    """

    def __init__(self, pdf: Pdf, inks: Inks) -> None:
        self.pdf = pdf
        self.inks = inks
        self.found: dict[Diagnostic, None] = {}
        self._done: set[tuple[int, int]] = set()
        self._known: dict[tuple[int, int, bool], Resources] = {}
        self._palettes: dict[bool, tuple[Palette, dict[bytes, Paint]]] = {
            False: (InkPalette(inks), {}),
            True: (MaskPalette(inks), {}),
        }

    def convert(self) -> tuple[Diagnostic, ...]:
        """Convert every page and all that it is drawn from; tell what could not be."""
        for number, page in enumerate(self.pdf.pages, start=1):
            trim = [float(side) for side in page.trimbox.as_list()]
            sheet = Sheet(number, (trim[0], trim[1], trim[2], trim[3]))
            page.contents_coalesce()
            around = self.resources(entry(page.obj, "/Resources"), mask=False)
            page.obj["/Contents"].write(self._rewritten(page.obj["/Contents"], around, Shown(sheet)))
        for around in tuple(self._known.values()):
            around.convert_the_rest()
        for around in self._known.values():
            around.forget_spaces()
        return tuple(self.found)

    def resources(self, dictionary: Object, *, mask: bool) -> "Resources":
        """The resources in ``dictionary``: one object for each, since all pages share theirs."""
        key = (*dictionary.objgen, mask)
        if not dictionary.is_indirect:
            return Resources(self, dictionary, mask=mask)
        if key not in self._known:
            self._known[key] = Resources(self, dictionary, mask=mask)
        return self._known[key]

    def is_first(self, thing: Object) -> bool:
        """Whether ``thing`` was not yet met."""
        if not thing.is_indirect:
            return True
        if thing.objgen in self._done:
            return False
        self._done.add(thing.objgen)
        return True

    def convert_stream(self, stream: Object, shown: "Shown", *, mask: bool) -> None:
        """Convert a form, a tiling pattern or a glyph, with the resources it names."""
        around = self.resources(entry(stream, "/Resources"), mask=mask)
        if "/Group" in stream and "/CS" in stream["/Group"]:
            stream["/Group"]["/CS"] = Name(self._palettes[mask][0].group_space)
        stream.write(self._rewritten(stream, around, shown))
        around.convert_the_rest(shown.sheet)
        around.forget_spaces()

    def refuse(self, what: str, sheet: Sheet) -> None:
        """Take down that ``what`` cannot be converted."""
        where = f"page {sheet.number}" if sheet.number else "something that no page shows"
        self.found[Diagnostic(CODES["P010"], f"{where} has {what}")] = None

    def _rewritten(self, stream: Object, around: "Resources", shown: "Shown") -> bytes:
        palette, paints = self._palettes[around.mask]
        data = bytes(stream.read_bytes())
        lines = with_lines_of_text(data).split(b"\n") if is_plain(data) else list(self._parsed(stream, shown.sheet))
        if lines and lines[0].endswith(b" d1"):
            return data  # a glyph without colours of its own (ISO 32000-1, 9.6.5)
        head = lines[:1] if lines and lines[0].endswith(b" d0") else []
        rewriting = Rewriting(palette, around, shown.sheet, shown.matrix, shown.clip, paints)
        return b"\n".join((*head, rewriting.rewritten(lines[len(head) :])))

    def _parsed(self, stream: Object, sheet: Sheet) -> Iterator[bytes]:
        """One operator a line, where the stream is not so already."""
        for instruction in pikepdf.parse_content_stream(stream):
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self.refuse("an image inside a content stream", sheet)
            else:
                yield pikepdf.unparse_content_stream([instruction])


class Resources:
    """The resources of one stream, or of all pages; see :class:`dossier.press.colours.content.Surroundings`."""

    def __init__(self, conversion: Conversion, dictionary: Object, *, mask: bool) -> None:
        self.mask = mask
        self._conversion = conversion
        self._dictionary = dictionary
        self._opacity: dict[bytes, float | None] = {}
        if not mask:
            states = entry(self._dictionary, "/ExtGState")
            states[OVERPRINTING.decode()] = Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)
            states[KNOCKING_OUT.decode()] = Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=0)

    @cached_property
    def _spaces(self) -> dict[bytes, Object]:
        return {name.encode(): value for name, value in self._dictionary.get("/ColorSpace", Dictionary()).items()}

    def space(self, name: bytes) -> str | tuple[bytes, str]:
        """See :class:`~dossier.press.colours.content.Surroundings`."""
        if name[1:].decode("latin-1") in _ONE_SPACE:
            return name[1:].decode()
        found = self._spaces.get(name)
        if isinstance(found, pikepdf.Array) and found[0] == Name.Lab:
            return "Lab"
        if isinstance(found, pikepdf.Array) and found[0] == Name.ICCBased:
            return bytes(found[1].read_bytes()), _MODES.get(int(found[1]["/N"]), "")
        return name.decode("latin-1")

    def opacity(self, name: bytes) -> float | None:
        """See :class:`~dossier.press.colours.content.Surroundings`."""
        if name not in self._opacity:
            state = self._dictionary.get("/ExtGState", Dictionary()).get(name.decode("latin-1"), Dictionary())
            self._opacity[name] = float(state["/ca"]) if "/ca" in state else None
        return self._opacity[name]

    def masks(self, name: bytes) -> bool:
        """See :class:`~dossier.press.colours.content.Surroundings`."""
        states = self._dictionary.get("/ExtGState", Dictionary())
        return isinstance(states.get(name.decode("latin-1"), Dictionary()).get("/SMask"), pikepdf.Dictionary)

    def draw(self, name: bytes, matrix: Matrix, clip: Box, sheet: Sheet) -> bool:
        """See :class:`~dossier.press.colours.content.Surroundings`."""
        thing = self._dictionary.get("/XObject", Dictionary()).get(name.decode("latin-1"))
        if thing is None:
            return False
        if thing.get("/Subtype") == Name.Image:
            self._image(thing, sheet)
            is_stencil = bool(thing.get("/ImageMask", False))
            if not is_stencil:
                sheet.lay(shared(spanned(matrix, ((0, 0), (1, 1))), clip), None)
            return is_stencil
        self._form(thing, Shown(sheet, matrix, clip))
        return False

    def stripes(self, name: bytes) -> list[tuple[Box, float | None]]:
        """See :class:`~dossier.press.colours.content.Surroundings`."""
        shading = self._dictionary.get("/Shading", Dictionary()).get(name.decode("latin-1"), Dictionary())
        found = stripes(shading)
        return [(box, lightness(self._conversion.inks.flat(rgb))) for box, rgb in found] or [(EVERYWHERE, None)]

    def refuse(self, what: str, sheet: Sheet) -> None:
        """See :class:`~dossier.press.colours.content.Surroundings`."""
        self._conversion.refuse(what, sheet)

    def convert_the_rest(self, sheet: Sheet | None = None) -> None:
        """Convert what no operator had to name: gradients, patterns, masks, fonts, and what is never drawn."""
        sheet = sheet or Sheet(0)
        elsewhere = Sheet(sheet.number)
        for thing in _values(self._dictionary, "/XObject"):
            self._image(thing, sheet) if thing.get("/Subtype") == Name.Image else self._form(thing, Shown(elsewhere))
        for shading in _values(self._dictionary, "/Shading"):
            self._shading(shading, sheet)
        for pattern in _values(self._dictionary, "/Pattern"):
            self._pattern(pattern, elsewhere)
        for state in _values(self._dictionary, "/ExtGState"):
            self._mask(state, elsewhere)
        for font in _values(self._dictionary, "/Font"):
            self._font(font, elsewhere)

    def forget_spaces(self) -> None:
        """Take the colour spaces away: nothing names them any more."""
        if "/ColorSpace" in self._dictionary:
            del self._dictionary["/ColorSpace"]

    def _image(self, image: Object, sheet: Sheet) -> None:
        if self._conversion.is_first(image):
            try:
                convert_image(image, self._conversion.inks)
            except UnknownImageError as error:
                self.refuse(f"an image {error}", sheet)

    def _form(self, form: Object, shown: Shown) -> None:
        if self._conversion.is_first(form):
            own = form.get("/Matrix")
            a, b, c, d, e, f = (float(value) for value in own.as_list()) if own is not None else IDENTITY
            matrix = multiplied((a, b, c, d, e, f), shown.matrix)
            left, bottom, right, top = (float(side) for side in form["/BBox"].as_list())
            clip = shared(spanned(matrix, ((left, bottom), (right, top))), shown.clip)
            self._conversion.convert_stream(form, Shown(shown.sheet, matrix, clip), mask=self.mask)

    def _shading(self, shading: Object, sheet: Sheet) -> None:
        if self._conversion.is_first(shading):
            try:
                convert_shading(self._conversion.pdf, shading, self._conversion.inks, mask=self.mask)
            except UnknownGradientError:
                self.refuse("a gradient of an unknown kind", sheet)

    def _pattern(self, pattern: Object, sheet: Sheet) -> None:
        if pattern.get("/PatternType") == 2:
            self._shading(pattern["/Shading"], sheet)
        elif self._conversion.is_first(pattern):
            self._conversion.convert_stream(pattern, Shown(sheet), mask=self.mask)

    def _mask(self, state: Object, sheet: Sheet) -> None:
        mask = state.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary) and self._conversion.is_first(mask["/G"]):
            self._conversion.convert_stream(mask["/G"], Shown(sheet), mask=True)

    def _font(self, font: Object, sheet: Sheet) -> None:
        if font.get("/Subtype") == Name.Type3 and self._conversion.is_first(font):
            for glyph in font["/CharProcs"].values():
                glyph["/Resources"] = entry(font, "/Resources")
                self._conversion.convert_stream(glyph, Shown(sheet), mask=self.mask)


def entry(dictionary: Object, key: str) -> Object:
    """The dictionary under ``key``, which is put there where it is not."""
    if key not in dictionary:
        dictionary[key] = Dictionary()
    return dictionary[key]


def _values(dictionary: Object, key: str) -> Iterator[Object]:
    for _, value in sorted(dictionary.get(key, Dictionary()).items()):
        yield value
