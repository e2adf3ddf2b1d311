"""``README.txt`` of a deposit: for whoever finds it in fifty years, without this programme."""

from datetime import UTC, datetime

from dossier import __version__
from dossier.model.deposit import DossierRecord, EditionRecord

_TEXT = """\
{title}
{line}

This folder is a deposit of a dossier: its finished editions, and all they were made from. It is a bag after BagIt 1.0
(RFC 8493), packed by dossier {version}.

Editions

{editions}

What is where

  editions/<language>/    the finished files, and a picture of the cover
  project/                the text (Markdown), translations (gettext PO files), records of the sources, quotations.lock
                          and templates, as the editions were built from them
  metadata/               descriptions for catalogues and repositories
  ro-crate-metadata.json  the same as linked data (RO-Crate)
  provenance/             for each edition: digests of what it was made from, steps, versions of tools and typefaces,
                          machines that drafted translations, shares of review
  licences/               of what others made and the editions carry

What is not here: snapshots of the sources, which belong to their publishers. quotations.lock tells by digests and offsets
what quotations were compared with.

How to verify it by hand

In the folder that has bagit.txt:

  sha256sum -c manifest-sha256.txt
  sha256sum -c tagmanifest-sha256.txt

Both must say OK for every file, and there must be no file below data/ that manifest-sha256.txt does not list. The same goes
for sha512sum and the files with sha512 in their names. Any other reader of BagIt does as well.

How to verify it by machine, and build it again

  dossier verify FOLDER

tells in addition whether provenance and files agree and, where the same versions of the tools are installed as
provenance/*.json records, builds everything in data/ again and compares it byte for byte. To build by hand:

  cp -r data/project somewhere
  SOURCE_DATE_EPOCH={moment} dossier -C somewhere build
"""


def readme(record: DossierRecord) -> bytes:
    """The text, in ASCII-compatible UTF-8 with a title that may be in any language."""
    config = record.config
    moment = record.editions[0].metadata.modified
    heading = " ".join(filter(None, (" ".join(config.title.split()), f"(version {config.version})" if config.version else "")))
    day = datetime.fromtimestamp(moment, UTC).date().isoformat()
    editions = "\n".join(_edition(edition) for edition in record.editions)
    text = _TEXT.format(
        title=heading, line="=" * len(heading), version=__version__, editions=f"{editions}\n\n  Dated {day}.", moment=moment
    )
    return text.encode()


def _edition(edition: EditionRecord) -> str:
    metadata = edition.metadata
    return f"  {metadata.language}  {' '.join(metadata.title.split())}\n      {metadata.identifier}"
