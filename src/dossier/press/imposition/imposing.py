"""Pages of a PDF on larger sheets, as they are: each is drawn as a form XObject (ISO 32000-2, 8.10)."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from dossier.press.imposition import boxes
from dossier.press.imposition.boxes import Box
from dossier.press.imposition.drawing import REGISTRATION, Drawn, side_content
from dossier.press.imposition.errors import ImpositionError, UnreadablePdfError
from dossier.press.imposition.inherited import digest_of, own_binding, take_over, tell_printers
from dossier.press.imposition.plan import PAGES_A_SHEET, Binding, Layout, Side, sides
from dossier.press.imposition.surface import MM, Paper, Surface, surface

if TYPE_CHECKING:
    import pikepdf

LARGEST_STREAM = 1 << 27
"""Bytes of a page's operators, unfolded: 128 MB, a hundred times those of a crowded map."""
LARGEST_CONTENT = 1 << 29
"""Bytes of all pages' operators that have to be unfolded: half a gigabyte, ten books of a thousand pages."""
LARGEST_CREEP = 10.0
"""In millimetres: more than any stack of paper that can be folded."""
_IN_MEMORY = re.compile(r"(?:stream )?<_io\.BytesIO object at 0x[0-9a-f]+>:? ?")
_ALIKE = 1.5  # points, half a millimetre: pages that differ by less are taken for one size


@dataclass(frozen=True, slots=True)
class Wish:
    """How pages are to be imposed.

    Parameters
    ----------
    layout, signature:
        See :func:`dossier.press.imposition.plan.sides`.
    binding:
        ``None`` for what the file says of itself.
    paper:
        The sheet; ``None`` for one that is as large as two pages and their bleed.
    marks:
        Whether to draw where to cut and to fold.
    creep:
        How far the innermost pages of a signature are moved to the fold, in millimetres, 10 at most.

    Raises
    ------
    ValueError
        Where the signature is no multiple of 4, or the creep negative or too large.
    """

    layout: Layout = Layout.BOOKLET
    signature: int = 0
    binding: Binding | None = None
    paper: Paper | None = None
    marks: bool = False
    creep: float = 0

    def __post_init__(self) -> None:
        if self.signature < 0 or self.signature % PAGES_A_SHEET or not 0 <= self.creep <= LARGEST_CREEP:
            raise ValueError(f"no sheets can be folded so: {self}")


@dataclass(frozen=True, slots=True)
class Imposed:
    """The sheets: how many ``pages`` they carry, on how many ``sides``, how many places are ``blank``, and the binding."""

    data: bytes
    pages: int
    sides: int
    blank: int
    binding: Binding


def impose(data: bytes, wish: Wish) -> Imposed:
    """The pages of the PDF ``data`` on sheets.

    Fonts, colours, output intent and metadata stay as they are. Annotations are gone; what they look like on paper is drawn.

    Raises
    ------
    UnreadablePdfError
        Where ``data`` is no PDF, or a broken or an encrypted one.
    ImpositionError
        Where the pages differ in size, or have none, or unfold to more than is worked through, or the paper has no room for the
        marks.
    """
    with _opened(data) as source:
        binding = wish.binding or own_binding(source)
        plan = sides(len(source.pages), wish.layout, wish.signature, binding)
        made, pages = _imposed(source, plan, wish, binding, digest_of(data, repr(wish))), len(source.pages)
    return Imposed(made, pages, len(plan), 2 * len(plan) - pages, binding)


@contextmanager
def _opened(data: bytes) -> Iterator["pikepdf.Pdf"]:
    """The PDF; whatever is found to be wrong with it, then or later, is told as one kind of error."""
    import pikepdf

    broken = (pikepdf.PdfError, AttributeError, KeyError, IndexError, TypeError, ValueError, ArithmeticError, RuntimeError)
    try:
        with _limits(), pikepdf.open(BytesIO(data)) as source:
            if source.is_encrypted:
                raise _encrypted()
            if not source.pages:
                raise UnreadablePdfError("it has no pages")
            yield source
    except pikepdf.PasswordError as error:
        raise _encrypted() from error
    except broken as error:
        raise UnreadablePdfError(f"it is no PDF, or a broken one ({_reason(error)})") from error


@contextmanager
def _limits() -> Iterator[None]:
    """No stream may unfold to more than memory holds. qpdf's limits are those of the process, and are put back."""
    from pikepdf import settings

    before = settings.set_qpdf_limits(
        flate_max_memory=LARGEST_STREAM, run_length_max_memory=LARGEST_STREAM, max_stream_filters=8, doc_max_warnings=1000
    )
    try:
        yield
    finally:
        settings.set_qpdf_limits(**before)  # type: ignore[arg-type]


def _reason(error: Exception) -> str:
    """The first line of what qpdf says, which may quote the file, without its name for bytes in memory."""
    lines = _IN_MEMORY.sub("", str(error)).splitlines()
    return lines[0][:120] if lines else type(error).__name__


def _encrypted() -> UnreadablePdfError:
    return UnreadablePdfError("it is encrypted", "take the encryption away if you may: qpdf --decrypt IN.pdf OUT.pdf")


def _imposed(source: "pikepdf.Pdf", plan: tuple[Side, ...], wish: Wish, binding: Binding, digest: str) -> bytes:
    import pikepdf

    if any("/Annots" in page for page in source.pages):
        source.flatten_annotations("print")
    target = pikepdf.new()
    forms, drawn, bleed = _forms(source, target)
    width, height = drawn[1].trim.width, drawn[1].trim.height
    sheet = surface(width, height, bleed, wish.paper, marks=wish.marks)
    colours = _registration(target) if wish.marks else {}
    for side in plan:
        content = side_content(sheet, side, drawn, wish.creep * MM, marks=wish.marks)
        used = {f"/{drawn[number].name}": forms[number] for number in (side.left, side.right) if number}
        target.pages.append(_page(target, sheet, content, {"/XObject": pikepdf.Dictionary(used), **colours}))
    take_over(source, target, digest)
    tell_printers(target, wish.layout, binding)
    return _written(target, source.pdf_version)


def _forms(source: "pikepdf.Pdf", target: "pikepdf.Pdf") -> tuple[dict[int, "pikepdf.Object"], dict[int, Drawn], float]:
    """Each page as a form, and how it is drawn; and the widest bleed."""
    forms, drawn, widest, unfolded = {}, {}, 0.0, 0
    for number, page in enumerate(source.pages, start=1):
        unfolded = _unfolded(page, number, unfolded)
        form = _form(page)
        trim, bleed = boxes.trim(page, number), boxes.bleed(page, number)
        form.BBox = list(bleed.values)
        drawn[number] = Drawn(f"P{number}", _as_seen(form, trim))
        _refuse_other_size(drawn[1].trim, drawn[number].trim, number)
        widest = max(widest, _beyond(drawn[number].trim, _as_seen(form, bleed)))
        forms[number] = target.copy_foreign(form)
    return forms, drawn, widest


def _form(page: "pikepdf.Page") -> "pikepdf.Object":
    """The page as a form. A content of one stream goes over as it is compressed; several are joined, within qpdf's limits."""
    import pikepdf

    form: pikepdf.Object = page.as_form_xobject()
    content = page.obj.get("/Contents")
    if isinstance(content, pikepdf.Stream):
        filters: Any = content.get("/Filter")
        parameters: Any = content.get("/DecodeParms")
        form.write(content.read_raw_bytes(), filter=filters, decode_parms=parameters)
    return form


def _unfolded(page: "pikepdf.Page", number: int, before: int) -> int:
    """``before`` and the bytes of a content of several streams, which are joined; many pages may have the same ones.

    Raises
    ------
    ImpositionError
        Where that is too much: as soon as it is, and before they are joined.
    """
    import pikepdf

    contents = page.obj.get("/Contents")
    for part in contents if isinstance(contents, pikepdf.Array) else ():
        if isinstance(part, pikepdf.Stream):
            try:
                before += len(part.read_bytes())
            except pikepdf.PdfError as error:
                raise UnreadablePdfError(f"decoding content stream of page {number} fails ({_reason(error)})") from error
        if before > LARGEST_CONTENT:
            raise ImpositionError(f"its pages hold more than {LARGEST_CONTENT >> 20} MB of operators", "print it as it is")
    return before


def _as_seen(form: "pikepdf.Object", box: Box) -> Box:
    """``box`` where the page is turned (``Rotate``) or measured in larger units (``UserUnit``)."""
    import pikepdf

    return boxes.turned(box, pikepdf.Matrix(form.Matrix)) if "/Matrix" in form else box


def _beyond(trim: Box, bleed: Box) -> float:
    return max(trim.left - bleed.left, trim.bottom - bleed.bottom, bleed.right - trim.right, bleed.top - trim.top, 0)


def _refuse_other_size(first: Box, other: Box, number: int) -> None:
    if max(abs(first.width - other.width), abs(first.height - other.height)) > _ALIKE:
        message = f"its pages differ in size: page 1 is {_size(first)}, page {number} {_size(other)}"
        raise ImpositionError(message, "bring all pages to one size first")


def _size(box: Box) -> str:
    return f"{box.width / MM:.0f} × {box.height / MM:.0f} mm"


def _page(target: "pikepdf.Pdf", sheet: Surface, content: bytes, resources: dict[str, "pikepdf.Object"]) -> "pikepdf.Page":
    import pikepdf

    return pikepdf.Page(
        target.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Page,
                MediaBox=list(sheet.media.values),
                BleedBox=list(sheet.bleeding.values),
                TrimBox=list(sheet.spread.values),
                Resources=pikepdf.Dictionary(resources),
                Contents=target.make_stream(content),
            )
        )
    )


def _registration(target: "pikepdf.Pdf") -> dict[str, "pikepdf.Object"]:
    """The colour that is printed with every ink: where knife and fold go, each plate says."""
    import pikepdf

    tints = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    space = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceCMYK, tints])
    return {"/ColorSpace": pikepdf.Dictionary({f"/{REGISTRATION}": target.make_indirect(space)})}


def _written(target: "pikepdf.Pdf", version: str) -> bytes:
    """The bytes, the same each time; object streams only in versions that have them."""
    import pikepdf

    modern = version >= "1.5"
    streams = pikepdf.ObjectStreamMode.generate if modern else pikepdf.ObjectStreamMode.disable
    buffer = BytesIO()
    target.save(
        buffer,
        min_version=version,
        object_stream_mode=streams,
        deterministic_id=True,
        fix_metadata_version=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        preserve_pdfa=False,
    )
    return buffer.getvalue()
