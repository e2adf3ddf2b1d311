"""M001 to M009: engines of machine translation. M020 to M029: packages of Argos Translate as an engine reads them."""

from dossier.model.codes.severities import ERROR, WARNING
from dossier.model.diagnostics import Code

TABLE: tuple[Code, ...] = (
    Code(
        "M001",
        ERROR,
        "Engine is not known",
        "Engines of machine translation are found by entry points of the group “dossier.engines”. No installed package has one of this name.",
        "choose one of the engines that are installed, or install the package that brings it",
    ),
    Code(
        "M002",
        ERROR,
        "Engine is not installed",
        "The engine needs packages or a programme that this machine does not have.",
        "install what the message names",
    ),
    Code(
        "M003",
        ERROR,
        "Engine does not know these languages",
        "The engine has no way from the one language into the other.",
        "choose another engine, or give this one what it needs for these languages",
    ),
    Code(
        "M004",
        ERROR,
        "Server of an engine does not answer",
        "The server that translations are asked from cannot be reached, refuses, or answers what is no translation. What came before is kept.",
        "see that the server runs and that --server names it, then run the same command again",
    ),
    Code(
        "M005",
        WARNING,
        "Texts travel unencrypted",
        "The address of the server begins with http:// and leads to another machine. Whoever carries the data can read the texts.",
        "use an https:// address, or a server on this machine",
    ),
    Code(
        "M006",
        ERROR,
        "Programme of an engine fails",
        "The programme that translates ended with an error, or gave back other sentences than it was asked for.",
        "see what it says, then run the same command again: what came before is kept",
    ),
    Code(
        "M007",
        ERROR,
        "Server cannot be asked like this",
        "The engine asks a server of your own. None was named, its address is no http:// or https:// address, or the key would travel unencrypted to another machine.",
        "name the server with --server https://…",
    ),
    Code(
        "M020",
        ERROR,
        "Model cannot be loaded",
        "A package of Argos Translate is there but its model cannot be read: files are missing, damaged, or of another version.",
        "remove the package and install it again: dossier models remove, dossier models install",
    ),
    Code(
        "M021",
        ERROR,
        "Model has another format",
        "The package cuts words by byte-pair encoding (bpe.model), which only the argostranslate library reads.",
        "install the extra: pip install 'dossier[argos]', and choose --engine argostranslate",
    ),
)
