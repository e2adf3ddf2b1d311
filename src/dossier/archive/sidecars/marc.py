"""MARC 21 for libraries' catalogues, as MARCXML: one record for each edition, in whatever formats it comes.

An electronic resource is described once and its formats are listed in it (“provider-neutral”, PCC 2013). What is not given is
not filled in: there is no agency (040), no place of publication, no heading from an authority file. Words stay in their own
script in the regular fields (Appendix A, model B), so that there are no fields 880.

Source: https://www.loc.gov/marc/bibliographic/. Field numbers are told beside the functions that make them.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from dossier.archive.payload import METADATA, is_translation, original_of, others
from dossier.archive.sidecars.marc_fields import ROOM, Field, field, first_that_fit, taken, written
from dossier.archive.sidecars.marc_languages import marc_language, says_more
from dossier.archive.sidecars.marc_notes import OF_A_SOURCE, notes
from dossier.archive.sidecars.marc_people import ANTECEDENT, people
from dossier.model.deposit import DossierRecord, EditionRecord
from dossier.model.identifiers import bare_isbn
from dossier.model.published import edition_address, file_address
from dossier.model.records import Output

_LEADER = "00000nam a22000003c 4500"
"""New, language material, monograph, Unicode; abbreviated level (3), punctuation left out (c)."""
_NAMES = {Output.EPUB: "EPUB", Output.HTML: "HTML"}
_NO_ROOM = "Not all sources are told here, since a record has no room for them: see sources.csl.json in the deposit."


def marc(record: DossierRecord, edition: EditionRecord) -> tuple[str, bytes]:
    """The path and the bytes of the record of ``edition``."""
    fields = sorted(_that_fit(list(_fields(record, edition))), key=lambda one: one.tag)
    return f"{METADATA}/{edition.metadata.language}/marc.xml", written(_LEADER, fields)


def _that_fit(fields: Sequence[Field]) -> Sequence[Field]:
    """All fields that tell of the dossier, and as many of those of its sources as a record has room for."""
    of_sources = [one for one in fields if _is_of_a_source(one)]
    others = [one for one in fields if not _is_of_a_source(one)]
    if taken(fields) <= ROOM:
        return fields
    others.append(field("500", "  ", a=_NO_ROOM))
    return [*others, *first_that_fit(of_sources, ROOM - taken(others))]


def _is_of_a_source(one: Field) -> bool:
    return one.tag == "786" or one.subfields[:1] == (OF_A_SOURCE,) or ANTECEDENT in one.subfields


def _fields(record: DossierRecord, edition: EditionRecord) -> Iterator[Field]:
    yield from _control(record, edition)
    yield from _numbers(edition)
    yield from _languages(record, edition)
    yield from _title(edition)
    yield from _form(record, edition)
    yield from notes(record, edition)
    yield from people(record, edition)
    yield from _relatives(record, edition)
    yield from _addresses(record, edition)


def _control(record: DossierRecord, edition: EditionRecord) -> Iterator[Field]:
    """001 to 008. There is no 003: nobody's catalogue has given the number; each version has its own, as it has a record."""
    about, is_online = edition.metadata, bool(record.config.base_url)
    moment = datetime.fromtimestamp(about.modified, UTC)
    language = marc_language(about.language) or "|||"
    form = "o" if is_online else "s"
    yield Field("001", text=about.edition_version or about.identifier)
    yield Field("005", text=f"{moment:%Y%m%d%H%M%S}.0")
    yield Field("006", text=f"m     {form}  d |      ")
    yield Field("007", text=("cr" if is_online else "cu") + " |||||||||||")
    # Date entered, date, place unknown, illustrations and all else “not coded”; of other than national agencies (d).
    yield Field("008", text=f"{moment:%y%m%d}s{about.date[:4]}    xx |||||{form}|||||||| ||{language} d")


def _numbers(edition: EditionRecord) -> Iterator[Field]:
    """020 and 024."""
    about = edition.metadata
    for output, number in about.isbn:
        yield field("020", "  ", a=bare_isbn(number), q=_format(Output(output)))
    if about.doi:
        yield field("024", "7 ", a=about.doi, _2="doi")
    yield _identifier(about.identifier)
    if about.edition_version:
        yield field("024", "7 ", a=about.edition_version, q=f"version {about.version}", _2="urn")


def _identifier(identifier: str) -> Field:
    scheme = identifier.partition(":")[0].lower()
    known = {"urn": "urn", "doi": "doi", "http": "uri", "https": "uri", "hdl": "hdl"}.get(scheme, "")
    bare = identifier.partition(":")[2] if known in ("doi", "hdl") else identifier
    return field("024", "7 ", a=bare, _2=known) if known else field("024", "8 ", a=identifier)


def _languages(record: DossierRecord, edition: EditionRecord) -> Iterator[Field]:
    """041: translated from which language; the tag itself where MARC's codes say less, or nothing."""
    own, source = edition.metadata.language, record.config.language
    code, of_source = marc_language(own), marc_language(source)
    if is_translation(record, edition) and code:
        yield field("041", "1 ", a=code, h=of_source)
    if says_more(own):
        yield field("041", "17" if is_translation(record, edition) else "07", a=own, _2="rfc5646")


def _title(edition: EditionRecord) -> Iterator[Field]:
    """245, 250, 264."""
    about = edition.metadata
    yield field("245", "00", a=about.title, b=about.subtitle, c=", ".join(about.creators))
    if about.version:
        yield field("250", "  ", a=f"Version {about.version}")
    yield field("264", " 1", b=about.publisher, c=about.date[:4])


def _form(record: DossierRecord, edition: EditionRecord) -> Iterator[Field]:
    """300, 336 to 338 and 347 (RDA's terms), 490."""
    is_online = bool(record.config.base_url)
    pages = next((file.pages for file in edition.files if file.pages and file.output is not Output.BOOKLET), 0)
    extent = "1 online resource" if is_online else "1 electronic resource"
    yield field("300", "  ", a=f"{extent} ({pages} {'page' if pages == 1 else 'pages'})" if pages else extent)
    yield field("336", "  ", a="text", b="txt", _2="rdacontent")
    yield field("337", "  ", a="computer", b="c", _2="rdamedia")
    carrier = ("online resource", "cr") if is_online else ("unspecified", "zu")
    yield field("338", "  ", a=carrier[0], b=carrier[1], _2="rdacarrier")
    yield field("347", "  ", a="text file", _2="rdaft")
    yield field("347", "  ", *(("b", name) for name in _formats(edition)))
    title, number, issn = edition.metadata.series
    if title:
        yield field("490", "0 ", a=title, x=issn.upper(), v=number)


def _relatives(record: DossierRecord, edition: EditionRecord) -> Iterator[Field]:
    """765 for the original, 767 for its translations, 775 for the editions beside a translation, 780 for what is replaced."""
    original = original_of(record, edition)
    for other in others(record, edition):
        if other is original:
            yield _entry("765", other)
        elif is_translation(record, edition):
            yield _entry("775", other)
        else:
            yield _entry("767", other)
    if edition.metadata.replaces:
        yield field("780", "02", n=f"Version {record.config.replaces}", o=edition.metadata.replaces)


def _entry(tag: str, other: EditionRecord) -> Field:
    about = other.metadata
    language = marc_language(about.language) if tag == "775" else ""
    numbers = (("z", bare_isbn(number)) for _, number in about.isbn)
    return field(tag, "0 ", ("t", about.title), ("e", language), ("o", about.identifier), *numbers)


def _addresses(record: DossierRecord, edition: EditionRecord) -> Iterator[Field]:
    """856, where it is known where the files will lie."""
    config, language = record.config, edition.metadata.language
    if not config.base_url:
        return
    yield field("856", "40", u=edition_address(config, language))
    for file in edition.files:
        if file.output is not None and file.output is not Output.HTML:
            yield field(
                "856",
                "40",
                ("3", _format(file.output)),
                ("u", file_address(config, language, file.output)),
                ("q", file.media_type),
            )


def _formats(edition: EditionRecord) -> Iterable[str]:
    return dict.fromkeys(_NAMES.get(file.output, "PDF") for file in edition.files if file.output is not None)


def _format(output: Output) -> str:
    """How a format is called beside its number: which PDF is meant, where there are several."""
    return _NAMES.get(output) or ("PDF" if output is Output.PDF else f"PDF, {output}")
