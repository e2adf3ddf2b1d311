"""Descriptions of a dossier for catalogues and repositories: one format a file, one line in ``PER_EDITION``."""

from collections.abc import Callable, Mapping, Sequence

from dossier.archive.payload import METADATA
from dossier.archive.sidecars.csl_item import csl_item
from dossier.archive.sidecars.dublin_core import dublin_core
from dossier.archive.sidecars.marc import marc
from dossier.archive.sidecars.ro_crate import ro_crate
from dossier.model.deposit import DossierRecord, EditionRecord, FileRecord

PER_EDITION: tuple[Callable[[DossierRecord, EditionRecord], tuple[str, bytes]], ...] = (dublin_core, marc, csl_item)
"""Each describes one edition: the path of a file in the payload, and its bytes. A new format is one more entry."""


def sidecars(record: DossierRecord, csl: Mapping[str, bytes], beside: Sequence[FileRecord] = ()) -> Mapping[str, bytes]:
    """The files that describe the payload of a deposit, by their paths in it, sorted.

    Parameters
    ----------
    record:
        The dossier and its editions, whose files lie in the payload as ``editions/<lang>/FILE``.
    csl:
        The records of the sources as CSL-JSON, by language of the edition: they become ``metadata/<lang>/sources.csl.json``.
    beside:
        The other files of the payload with their paths in it (``project/…``, ``provenance/…``): the RO-Crate lists them too.
    """
    made = dict(describe(record, edition) for edition in record.editions for describe in PER_EDITION)
    sources = {f"{METADATA}/{language}/sources.csl.json": data for language, data in csl.items()}
    crate = dict([ro_crate(record, {**made, **sources}, beside)])
    return dict(sorted({**made, **sources, **crate}.items()))
