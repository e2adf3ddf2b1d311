"""D: deposits and their proof."""

from dossier.model.codes.severities import ERROR, NOTE, WARNING
from dossier.model.diagnostics import Code

_RESTORE = "take the deposit from another copy: this one is not what was packed"
_TABLE_OF_NAMES = "write the file's name with letters, digits, space and ( ) - . _ , only, and differ by more than capitals"

TABLE: tuple[Code, ...] = (
    Code(
        "D001",
        ERROR,
        "Withheld name would go into a deposit",
        "A deposit is for ever and for everybody. dossier takes withheld names out of documents and out of its own words in locale files; "
        "what translators wrote, comments, templates and their strings are for people to see to. Nothing was written.",
        "take the name out of the file shown; in locale files run dossier update first",
    ),
    Code(
        "D002",
        ERROR,
        "Deposit may name a translator",
        "Names, addresses and time zones of translators are taken out of the locale files of a deposit. This line looks like a name and a "
        "year, and only a person can tell. Nothing was written.",
        "delete the line if it is a person's name, or write the year alone; if the people want to be named, write names = true below "
        "[translators] in dossier.toml",
    ),
    Code(
        "D003",
        ERROR,
        "Another deposit has this name",
        "A deposit is called after the dossier and its version. There is one already whose files are others; it was left as it is.",
        "give the dossier a new version, or replace the deposit: --replace",
    ),
    Code(
        "D004",
        WARNING,
        "Quotations are known better here than in the deposit",
        "Snapshots of sources belong to their publishers and do not go along; quotations.lock tells in their place what was found. The "
        "editions of a deposit say of their quotations what can be known from the deposit alone.",
        "run dossier quotations --record with the snapshots, then make the deposit again",
    ),
    Code(
        "D005",
        ERROR,
        "File name does not travel",
        'Archives copy deposits between systems. Some take : * ? " < > | \\ for something else, see no difference between capitals and '
        "small letters, take aux and nul for devices, or read % as the beginning of a code, as BagIt itself does.",
        _TABLE_OF_NAMES,
    ),
    Code(
        "D006",
        ERROR,
        "No deposit here",
        "A deposit is a folder with bagit.txt in it, which declares BagIt 1.0, and of a size that can be looked through.",
        "name the folder that has bagit.txt in it",
    ),
    Code(
        "D007",
        ERROR,
        "Deposit holds what leads out of it",
        "Symbolic links, devices, addresses to fetch from, names that lead elsewhere or are one file to some systems have no place in "
        "a deposit. Nothing of it was followed, and nothing else was looked at.",
        "do not use this copy unless you know who changed it; a deposit of dossier has plain files only",
    ),
    Code("D008", ERROR, "File of the deposit is missing", "A manifest lists the file, and it is not there.", _RESTORE),
    Code(
        "D009",
        ERROR,
        "File was added to the deposit",
        "No manifest lists the file. It was not there when the deposit was packed.",
        "take the file away if you know where it comes from, else take the deposit from another copy",
    ),
    Code(
        "D010",
        ERROR,
        "File of the deposit was changed",
        "Its digest is not the one in the manifest: bits of it were lost, or somebody changed it.",
        _RESTORE,
    ),
    Code(
        "D011",
        ERROR,
        "Manifest is out of order",
        "A manifest or another file of the bag itself is not as dossier writes it, or bagit, the reader of the Library of Congress, refuses "
        "the bag.",
        _RESTORE,
    ),
    Code(
        "D012",
        ERROR,
        "Provenance does not fit",
        "provenance/<lang>.json tells from which files, with which digests, an edition was made. It is missing, cannot be read, or tells "
        "something else than the files.",
        "do not rely on this copy: its manifests agree with it, so somebody changed it on purpose, or another programme made it",
    ),
    Code(
        "D013",
        ERROR,
        "Quotations of the deposit do not stand",
        "Quotations are checked once more, against what the dossier reproduces of its sources and against quotations.lock, as they lie in the "
        "deposit. What comes out is not what its editions say.",
        "do not rely on this copy: its manifests agree with it, so somebody changed it on purpose",
    ),
    Code(
        "D014",
        ERROR,
        "Edition has another identifier",
        "Provenance names the edition's identifier, which PDF, EPUB and web page have in their metadata. This file does not.",
        "do not rely on this copy: its manifests agree with it, so somebody changed it on purpose",
    ),
    Code(
        "D015",
        NOTE,
        "Deposit was not built again",
        "The files are as they were packed. Whether they come out of their own sources can be told only by building them again, with the "
        "same versions of all tools.",
        "to build it again, install the versions that provenance/*.json names and run dossier verify there",
    ),
    Code(
        "D016",
        ERROR,
        "Deposit cannot be built again here",
        "It was asked for with --require-rebuild, and versions of the tools are others than those that provenance names.",
        "install the versions shown, or leave --require-rebuild away",
    ),
    Code(
        "D017",
        ERROR,
        "Deposit does not come out of its own sources",
        "It was built again from the project in it, with the same versions of all tools, and something else came out, or nothing in time. Either a file was "
        "changed together with all digests of it, or the machine makes other bytes: then other deposits will show it too.",
        "do not rely on this copy; compare the file with another one, and tell the makers of dossier if both are the same",
    ),
)
