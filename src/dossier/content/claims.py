"""``content/<dossier>/claims.toml``: questions, and what each source answers to them. The file is optional."""

from collections.abc import Iterator, Mapping
from glob import escape

from dossier.content.digest import digest_of
from dossier.content.dossier_file import matter_strings
from dossier.content.places import KeyPath, Places
from dossier.content.reading import read_found
from dossier.content.schema import nearest, validate
from dossier.content.text import decode
from dossier.content.toml_file import read_toml
from dossier.model.claims import Answer, Claims
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError, has_errors
from dossier.model.document import Document, DocumentKind
from dossier.model.files import Files
from dossier.model.place import Place
from dossier.model.records import SourceRecord

NAME = "claims.toml"
"""Name of the file in a dossier's folder."""

CLAIMS_ID = "claims"
"""Id of the document that holds its strings."""


def has_claims(files: Files, folder: str) -> bool:
    """Whether the dossier in ``folder`` has the file. Listed, not asked for: a link that leads out is refused aloud."""
    path = f"{folder}/{NAME}"
    return path in files.glob(escape(path))


def read_claims(
    files: Files, folder: str, language: str, sources: Mapping[str, SourceRecord] | None
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """The claims of the dossier in ``folder``; ``None`` where it has none.

    Parameters
    ----------
    files, folder:
        The project, and the dossier's folder in it.
    language:
        The dossier's own language, in which questions and answers are written.
    sources:
        The records of its sources by their ids; ``None`` where they could not all be read: then none is called missing.

    Returns
    -------
    A document of strings, whose ``matter`` is :class:`~dossier.model.claims.Claims`, and findings: warnings about its text
    (C002, C003), A012 and A013.

    Raises
    ------
    DossierError
        With all that is wrong with it: C001, C005, C007 to C009, C011, C012; C014 and S006 where it cannot be read.
    """
    if not has_claims(files, folder):
        return None, ()
    path = f"{folder}/{NAME}"
    data = read_found(files, path)
    text, warnings = decode(data, path)
    values, places = read_toml(text, path)
    try:
        claims = validate(Claims, values, places)
    except DossierError as error:
        raise DossierError((*warnings, *error.diagnostics)) from error
    repeated = tuple(_repeated_ids(claims, places))
    unfounded = tuple(_unfounded(claims, places, sources)) if sources is not None else ()
    findings = (*warnings, *repeated, *unfounded, *_answered_twice(claims, places))
    if has_errors(repeated):
        raise DossierError(findings)
    return _document(claims, places, data, language), findings


def _document(claims: Claims, places: Places, data: bytes, language: str) -> Document:
    return Document(
        id=CLAIMS_ID,
        path=places.file,
        kind=DocumentKind.CLAIMS,
        language=language,
        matter=claims,
        strings=matter_strings(_strings(claims, language), places),
        digest=digest_of(data),
    )


def _strings(claims: Claims, language: str) -> Iterator[tuple[KeyPath, str, str]]:
    """What readers see. Locators are data: the edition sets them."""
    for number, question in enumerate(claims.questions):
        at: KeyPath = ("questions", number)
        yield (*at, "question"), question.question, language
        for index, answer in enumerate(question.answers):
            yield (*at, "answers", index, "answer"), answer.answer, answer.language or language
            yield (*at, "answers", index, "voice"), answer.voice, language


def _repeated_ids(claims: Claims, places: Places) -> Iterator[Diagnostic]:
    seen: dict[str, Place] = {}
    for number, question in enumerate(claims.questions):
        place = places.value(("questions", number, "id"))
        if question.id in seen:
            details = (("first", str(seen[question.id])),)
            mend = "keep one of the two questions, or give this one an id of its own"
            yield Diagnostic(CODES["C012"], f"the id “{question.id}” is used a second time", place, details, mend)
        seen.setdefault(question.id, place)


def _unfounded(claims: Claims, places: Places, sources: Mapping[str, SourceRecord]) -> Iterator[Diagnostic]:
    """A012 for answers of sources that are not there, or that nobody read."""
    for number, index, answer in claims.answers():
        place = places.value(("questions", number, "answers", index, "source"))
        record = sources.get(answer.source)
        if record is None:
            guess = nearest(answer.source, sources)
            mend = f"did you mean “{guess}”?" if guess else "write the id of a source of this dossier"
            yield Diagnostic(CODES["A012"], f"no source has the id “{answer.source}”", place, mend=mend)
        elif not record.was_consulted:
            message = f"the source “{answer.source}” was not consulted, so its answer cannot be known from it"
            mend = f'name the source that tells of it, and write voice = "quoting …", not “{answer.source}” itself'
            yield Diagnostic(CODES["A012"], message, place, mend=mend)


def _answered_twice(claims: Claims, places: Places) -> Iterator[Diagnostic]:
    seen: dict[tuple[int, str, str], Place] = {}
    for number, index, answer in claims.answers():
        place = places.value(("questions", number, "answers", index, "source"))
        first = seen.setdefault(_speaker(number, answer), place)
        if first != place:
            message = f"the source “{answer.source}” answers “{claims.questions[number].id}” a second time, and in the same voice"
            yield Diagnostic(CODES["A013"], message, place, (("first", str(first)),))


def _speaker(question: int, answer: Answer) -> tuple[int, str, str]:
    return question, answer.source, answer.voice.casefold()
