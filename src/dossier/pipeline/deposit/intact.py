"""Whether a bag is whole and unchanged: manifests against files, by our own reading and by the Library of Congress's."""

from collections.abc import Iterator, Mapping

from dossier.archive.bag import (
    ALGORITHMS,
    DECLARATION,
    INFO,
    PAYLOAD,
    TAG_FILES,
    TAG_MANIFESTS,
    Digests,
    colliding,
    is_portable,
    read_info,
    read_manifest,
    tag_files,
)
from dossier.archive.judging import judged_by_bagit
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.place import Place
from dossier.pipeline.deposit.reading import BagOnDisk

_FETCH = "fetch.txt"


def faults_of(bag: BagOnDisk) -> tuple[Diagnostic, ...]:
    """What is missing, added, changed or out of order in ``bag``; nothing where it is as it was packed."""
    unsafe = (*bag.diagnostics, *_unsafe(bag))
    if unsafe:
        return unsafe  # not shown to a library that follows links and addresses
    found = tuple(_found(bag))
    if found:
        return found  # nor is what nobody has checked
    told = judged_by_bagit(bag.folder)
    message = "bagit does not take the bag for valid"
    return (Diagnostic(CODES["D011"], message, Place("bagit.txt"), (("bagit", told),)),) if told else ()


def _unsafe(bag: BagOnDisk) -> Iterator[Diagnostic]:
    if _FETCH in bag.files:
        message = "fetch.txt asks for files from elsewhere: a deposit has all that belongs to it"
        yield Diagnostic(CODES["D007"], message, Place(_FETCH))
    for path in bag.files:
        if not is_portable(path):
            yield Diagnostic(CODES["D007"], "its name has signs that no deposit has", Place(path))
    for path, other in colliding(bag.files).items():
        yield Diagnostic(CODES["D007"], f"its name is that of “{other}” to some systems", Place(path))


def _found(bag: BagOnDisk) -> Iterator[Diagnostic]:
    if "bagit.txt" in bag.files and bag.read("bagit.txt") != DECLARATION:
        mend = "dossier did not pack it: let a reader of BagIt judge it that knows other bags, such as bagit.py --validate"
        yield Diagnostic(CODES["D006"], "bagit.txt does not declare BagIt 1.0 in UTF-8", Place("bagit.txt"), mend=mend)
        return
    missing = [name for name in (*TAG_FILES, *TAG_MANIFESTS) if name not in bag.files]
    found = dict.fromkeys(_missing(name) for name in missing) | _against_manifests(bag)
    yield from found or _out_of_form(bag)


def _against_manifests(bag: BagOnDisk) -> dict[Diagnostic, None]:
    """Every file against every manifest; each is told once."""
    payload = _payload(bag)
    tags = {path: one for path, one in bag.files.items() if path in TAG_FILES}
    found: dict[Diagnostic, None] = {}
    for name, length in ALGORITHMS:
        for manifest, files in ((f"manifest-{name}.txt", payload), (f"tagmanifest-{name}.txt", tags)):
            if manifest in bag.files:
                listed, faults = read_manifest(bag.read(manifest), length)
                found |= dict.fromkeys(Diagnostic(CODES["D011"], fault, Place(manifest, line)) for line, fault in faults)
                found |= dict.fromkeys(_compared(listed, files, name))
    extra = set(bag.files) - set(payload) - {*TAG_FILES, *TAG_MANIFESTS}
    return found | dict.fromkeys(_added(path) for path in sorted(extra))


def _payload(bag: BagOnDisk) -> dict[str, Digests]:
    return {path: one for path, one in bag.files.items() if path.startswith(PAYLOAD)}


def _compared(listed: Mapping[str, str], files: Mapping[str, Digests], algorithm: str) -> Iterator[Diagnostic]:
    for path in sorted({*listed, *files}):
        if path not in files:
            yield _missing(path)
        elif path not in listed:
            yield _added(path)
        elif files[path].by_name[algorithm] != listed[path]:
            yield Diagnostic(CODES["D010"], "the file is not what was packed: its digest is another", Place(path))


def _missing(path: str) -> Diagnostic:
    return Diagnostic(CODES["D008"], "the file is not there", Place(path))


def _added(path: str) -> Diagnostic:
    return Diagnostic(CODES["D009"], "the file is in no manifest: it was not packed", Place(path))


def _out_of_form(bag: BagOnDisk) -> Iterator[Diagnostic]:
    """Tag manifests are listed nowhere: they are held to the very bytes that these files give."""
    info = tuple((label, value) for label, value in read_info(bag.read(INFO)) if label != "Payload-Oxum")
    for path, data in tag_files(_payload(bag), info).items():
        if bag.read(path) != data:
            yield Diagnostic(CODES["D011"], "the file is not in the form in which deposits are written", Place(path))
