"""A bundle in one of the formats, as finished files."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.translation.exchange.po_bundle import write_po_bundle
from dossier.translation.exchange.tmx import exported, write_tmx
from dossier.translation.exchange.values import Bundle, Format
from dossier.translation.exchange.xliff_writing import write_xliff


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was made of a bundle: a name for it, its bytes, and what could not go into it."""

    name: str
    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


def written(bundle: Bundle, form: Format) -> Iterator[Written]:
    """The file of ``bundle``; XLIFF has one source language a file, so there may be more of them."""
    name = f"{bundle.dossier}.{bundle.language}"
    if form is Format.PO:
        yield Written(f"{name}.po", write_po_bundle(bundle))
    elif form is Format.TMX:
        units, refused = exported(bundle)
        left_out = tuple(_left_out(one.source, one.document) for one in refused)
        yield Written(f"{name}.tmx", write_tmx(sorted(units), bundle.source), left_out)
    else:
        for source in bundle.sources:
            own = "" if source == bundle.sources[0] else f".from-{source}"
            yield Written(f"{name}{own}.xlf", write_xliff(bundle, source))


def _left_out(source: str, document: str) -> Diagnostic:
    details = (("text", " ".join(source.split())[:100]),)
    return Diagnostic(CODES["T050"], f"a translation in {document} cannot go into TMX, and was left out", None, details)
