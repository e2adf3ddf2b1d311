"""What makes a PDF a PDF/X-4 besides its colours and boxes: ISO 15930-7 (PDF/X), ISO 16684-1 (XMP)."""

import hashlib
import uuid

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from dossier.model.bundle import Metadata, OutputIntent

VERSION = "1.6"
_ACTIVE_IN_CATALOG = ("/AA", "/AcroForm", "/AF", "/Collection", "/MarkInfo", "/OpenAction", "/Perms", "/StructTreeRoot", "/URI")
_ACTIVE_IN_PAGES = ("/AA", "/AF", "/Annots", "/StructParents", "/Tabs")
_ACTIVE_NAMES = ("/EmbeddedFiles", "/JavaScript")


def make_quiet(pdf: Pdf) -> None:
    """Take out what acts, answers or is attached: a printing house wants pages."""
    _drop(pdf.Root, _ACTIVE_IN_CATALOG)
    _drop(pdf.Root.get("/Names", Dictionary()), _ACTIVE_NAMES)
    for page in pdf.pages:
        _drop(page.obj, _ACTIVE_IN_PAGES)


def _drop(dictionary: Object, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key in dictionary:
            del dictionary[key]


def claim(pdf: Pdf, intent: OutputIntent, metadata: Metadata, source: bytes) -> None:
    """Say that ``pdf`` is a PDF/X-4 for ``intent``.

    Parameters
    ----------
    source:
        What the file is made from: the same source and intent get the same identifiers, and others get others.
    """
    pdf.Root["/OutputIntents"] = Array([_output_intent(pdf, intent)])
    pdf.docinfo["/Trapped"] = Name("/False")
    digest = hashlib.sha256(source + hashlib.sha256(intent.profile).digest() + intent.condition.encode()).hexdigest()
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"
        xmp["pdf:Trapped"] = "False"
        xmp["xmp:MetadataDate"] = xmp["xmp:ModifyDate"]
        xmp["xmpMM:DocumentID"] = f"uuid:{uuid.uuid5(uuid.NAMESPACE_URL, metadata.identifier)}"
        xmp["xmpMM:InstanceID"] = f"uuid:{uuid.uuid5(uuid.NAMESPACE_URL, metadata.identifier + digest)}"
        xmp["xmpMM:VersionID"] = metadata.version or "1"
        xmp["xmpMM:RenditionClass"] = "default"


def _output_intent(pdf: Pdf, intent: OutputIntent) -> Object:
    profile = pdf.make_stream(intent.profile)
    profile["/N"] = 4
    entry = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(intent.condition),
        Info=String(intent.info or intent.condition),
        DestOutputProfile=profile,
    )
    if intent.registry:
        entry["/RegistryName"] = String(intent.registry)
    return pdf.make_indirect(entry)
