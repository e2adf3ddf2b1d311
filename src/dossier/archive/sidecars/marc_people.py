"""Who had a part: 700 for persons, 720 for names of which nobody has said whose they are.

No name comes from an authority file. People who had a part in one of the sources are told as such and not as authors of the
dossier: as bibliographic antecedents (MARC's relator ``ant``), with their part in words.
"""

from collections.abc import Iterator
from types import MappingProxyType

from dossier.archive.sidecars.marc_fields import Field, field
from dossier.model.deposit import DossierRecord, EditionRecord
from dossier.model.records import ROLES, Name

ANTECEDENT = ("4", "ant")
"""The subfield that tells people of sources from those of the dossier."""
_PARTS = MappingProxyType({relator: role.replace("-", " ") for role, relator in sorted(ROLES.items(), reverse=True)})
"""What each relator is called; CSL's word for the role."""


def people(record: DossierRecord, edition: EditionRecord) -> Iterator[Field]:
    """The dossier's editors, then those who had a part in its sources."""
    yield from map(_editor, record.config.editors)
    for one in edition.metadata.contributors:
        part = _PARTS.get(one.role, "contributor")
        yield field("720", "  ", ("a", one.name), ("e", f"{part} of a source"), ANTECEDENT)


def _editor(name: Name) -> Field:
    if name.literal or not name.family:
        return field("720", "  ", a=str(name), e="editor", _4="edt")
    heading = ", ".join(filter(None, (name.family, name.given)))
    return field("700", "1 ", a=heading, e="editor", _4="edt")
