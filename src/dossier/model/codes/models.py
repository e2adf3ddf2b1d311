"""M010 to M019: models of Argos Translate: the package index, downloads, packages."""

from dossier.model.codes.severities import ERROR
from dossier.model.diagnostics import Code

TABLE: tuple[Code, ...] = (
    Code(
        "M010",
        ERROR,
        "Package index or download cannot be reached",
        "Models are fetched from the Argos package index. It does not answer, or breaks off. What was downloaded so far is kept, and the next try goes on from there.",
        "see whether this machine is online and run the same command again; or fetch the package elsewhere and run: dossier models install FILE.argosmodel",
    ),
    Code(
        "M011",
        ERROR,
        "Package index cannot be read",
        "What came from the address of the package index is no index: it is not JSON, or not a list of packages.",
        "see that ARGOS_PACKAGE_INDEX, where it is set, names an Argos package index",
    ),
    Code(
        "M012",
        ERROR,
        "No such model",
        "The package index, or the folder of installed packages, has no model for these languages.",
        "see what there is: dossier models list --available",
    ),
    Code(
        "M013",
        ERROR,
        "Package is damaged",
        "The file is no zip archive, ends too early, or does not have the size or digest that was promised. Nothing was installed.",
        "fetch it again",
    ),
    Code(
        "M014",
        ERROR,
        "Package is not safe",
        "The archive has a file that would be written outside of its folder, a link, or far more data than a model has. Nothing was installed.",
        "do not use this file; fetch the package from where its makers publish it",
    ),
    Code(
        "M015",
        ERROR,
        "Package is not complete",
        "The archive is no package of Argos Translate that could translate: metadata, model or vocabulary are missing or cannot be read. Nothing was installed.",
        "fetch the package from where its makers publish it",
    ),
    Code(
        "M016",
        ERROR,
        "Model is not ours to remove",
        "The package, or the folder it lies in, may not be written by this user: somebody else installed it. It was left as it is.",
        "remove it as the user who installed it",
    ),
    Code(
        "M017",
        ERROR,
        "Address is refused",
        "Models are fetched over https, and over plain http only from this very machine: otherwise anybody on the way could put another file in their place. "
        "An address that begins with https may not lead on to one that does not.",
        "name an address that begins with https in ARGOS_PACKAGE_INDEX; or fetch the package elsewhere and install the file",
    ),
)
