"""One PO file with all documents of a language, to be sent to somebody; and PO files as they come back, ours or not.

In ours ``msgctxt`` is the document, and behind a ``|`` the entry's own context where it has one: no document's id has that sign.
Format: GNU gettext manual, "The Format of PO Files".
"""

import re
from collections.abc import Iterator

from dossier.model.diagnostics import Diagnostic
from dossier.model.place import Place
from dossier.model.translation import State
from dossier.translation.comments import references
from dossier.translation.exchange.values import Base, Bundle, Incoming, IncomingFile, Outgoing, OutgoingDocument
from dossier.translation.po import Entry, PoFile, new_po, read_po, write_po
from dossier.translation.po_strings import quoted

_HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: {dossier}\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Dossier: {dossier}\\n"
"""
_FIELD = re.compile(r"^(?P<name>[A-Za-z-]+):[ \t]*(?P<value>.*?)\s*$", re.MULTILINE)
_BASE = re.compile(r"#\.\s*base:(?P<base>.*)")


def write_po_bundle(bundle: Bundle) -> bytes:
    """``bundle`` as one PO file: states are flags and ``#|`` as in our locale files, ``#.`` tells kind, document and base."""
    file = new_po("", _HEADER.format(dossier=bundle.dossier, language=bundle.language.replace("-", "_")))
    for document in bundle.documents:
        file.entries.extend(_entry(file, document, entry) for entry in document.entries)
    return write_po(file)


def read_po_file(data: bytes, path: str) -> tuple[IncomingFile, tuple[Diagnostic, ...]]:
    """The translations in a PO file, ours or another, and warnings.

    Obsolete entries and plural forms are passed over: no text of a dossier has any.

    Raises
    ------
    DossierError
        T001, T002, T008 as :func:`dossier.translation.po.read_po` has them.
    """
    file = read_po(data, path)
    fields = _fields(file)
    dossier = fields.get("x-dossier", "")
    entries = tuple(_incoming(entry, path, dossier) for entry in file.active if not entry.unit.msgid_plural)
    return IncomingFile(path, fields.get("language", ""), entries), file.diagnostics


def bundle_context(document: str, context: str | None) -> str:
    """The ``msgctxt`` of an entry in the bundle."""
    return document if context is None else f"{document}|{context}"


def document_and_context(context: str) -> tuple[str, str | None]:
    """What :func:`bundle_context` made ``context`` of."""
    document, bar, own = context.partition("|")
    return document, own if bar else None


def _entry(file: PoFile, document: OutgoingDocument, outgoing: Outgoing) -> Entry:
    context, msgid = outgoing.unit.key
    entry = file.new_entry((bundle_context(document.id, context), msgid))
    entry.text = outgoing.text
    unit, newline = entry.unit, entry.unit.newline
    unit.othercomments = [f"# {comment}".rstrip() + newline for comment in outgoing.comments]
    base = Base.of(outgoing.text, outgoing.state, outgoing.comments)
    unit.automaticcomments = [f"#. {told}{newline}" for told in (f"{outgoing.kinds} · {document.title}", f"base:{base}")]
    unit.sourcecomments = [f"{line}{newline}" for line in references(outgoing.places)]
    if outgoing.previous is not None:
        unit.prev_msgid = quoted(outgoing.previous, "#| msgid")
    if outgoing.state not in (State.REVIEWED, State.MISSING):
        unit.markfuzzy()
    return entry


def _fields(file: PoFile) -> dict[str, str]:
    header = file.header
    return {found["name"].lower(): found["value"] for found in _FIELD.finditer(header.text)} if header else {}


def _incoming(entry: Entry, path: str, dossier: str) -> Incoming:
    base = next(_bases(entry), None)
    document, context = "", entry.context
    if context is not None and (dossier or base):
        document, context = document_and_context(context)
    return Incoming(
        entry.msgid,
        entry.text,
        entry.state,
        Place(path, entry.line_of("msgid"), 1),
        context,
        dossier,
        document,
        "",
        base,
        entry.previous,
        entry.comments,
    )


def _bases(entry: Entry) -> Iterator[Base]:
    for comment in entry.unit.automaticcomments:
        if (found := _BASE.match(comment.strip())) and (base := Base.parsed(found["base"])):
            yield base
