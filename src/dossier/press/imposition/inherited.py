"""What a sheet takes over from the file whose pages it carries, and what it no longer is."""

import hashlib
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from dossier.press.imposition.plan import Binding, Layout

if TYPE_CHECKING:
    import pikepdf

_NOT_ANY_MORE = ("pdfaid:part", "pdfaid:conformance", "pdfaid:amd", "pdfaid:rev", "pdfuaid:part", "pdfuaid:rev", "pdfuaid:amd")
_ENTRIES = ("/OutputIntents", "/OCProperties", "/Metadata")


def take_over(source: "pikepdf.Pdf", target: "pikepdf.Pdf", digest: str) -> None:
    """Copy the printing condition, layers, title and other data of the document.

    That the file is PDF/X stays said, since what is drawn, and how it is cut, keeps to it. That it is PDF/A or PDF/UA does not:
    the order of reading and the structure of the pages are gone.

    Parameters
    ----------
    source, target:
        The file that was read, and the one that is made.
    digest:
        Of the source and of what is made of it: the new file has an identifier of its own.
    """
    import pikepdf

    for entry in _ENTRIES:
        if entry in source.Root:
            target.Root[entry] = target.copy_foreign(source.make_indirect(source.Root[entry]))
    if isinstance(source.Root.get("/Lang"), pikepdf.String):
        target.Root.Lang = pikepdf.String(str(source.Root.Lang))
    info = source.trailer.get("/Info")
    if isinstance(info, pikepdf.Dictionary):
        kept = {key: value for key, value in info.items() if isinstance(value, pikepdf.String | pikepdf.Name)}
        target.trailer.Info = target.make_indirect(pikepdf.Dictionary(kept))
    if isinstance(target.Root.get("/Metadata"), pikepdf.Stream):
        _rewrite(target, digest)
    elif "/Metadata" in target.Root:
        del target.Root["/Metadata"]


def _rewrite(target: "pikepdf.Pdf", digest: str) -> None:
    with target.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for key in _NOT_ANY_MORE:
            if key in metadata:
                del metadata[key]
        if "xmpMM:DocumentID" in metadata:
            metadata["xmpMM:DocumentID"] = f"uuid:{uuid5(NAMESPACE_URL, digest)}"


def tell_printers(target: "pikepdf.Pdf", layout: Layout, binding: Binding) -> None:
    """Say how the sheets are to be printed (ISO 32000-2, 12.2): as large as they are, and a booklet on both sides."""
    import pikepdf

    wishes = pikepdf.Dictionary(DisplayDocTitle=True, PrintScaling=pikepdf.Name("/None"))
    if binding is Binding.RIGHT:
        wishes.Direction = pikepdf.Name.R2L
    if layout is Layout.BOOKLET:
        wishes.Duplex = pikepdf.Name.DuplexFlipShortEdge
    target.Root.ViewerPreferences = wishes


def own_binding(source: "pikepdf.Pdf") -> Binding:
    """On which edge the file says that it is bound: left where it says nothing."""
    import pikepdf

    wishes = source.Root.get("/ViewerPreferences")
    direction = wishes.get("/Direction") if isinstance(wishes, pikepdf.Dictionary) else None
    return Binding.RIGHT if direction == pikepdf.Name.R2L else Binding.LEFT


def digest_of(data: bytes, made: str) -> str:
    """A name for what is made of ``data``: the same for the same."""
    return f"{hashlib.sha256(data).hexdigest()} {made}"
