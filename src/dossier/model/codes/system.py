"""S: system: files, disk, command line."""

from dossier.model.codes.severities import ERROR
from dossier.model.diagnostics import Code

TABLE = (
    Code(
        "S001",
        ERROR,
        "System library is missing",
        "Pages are set with Pango and HarfBuzz, which come from the operating system, not from Python.",
        "on Debian or Ubuntu, ask the administrator for: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    ),
    Code(
        "S002",
        ERROR,
        "File or folder cannot be written",
        "The programme may not write here. What stood there before is still there.",
        "make the folder writable for you, or work in a copy of the project",
    ),
    Code(
        "S003",
        ERROR,
        "Disk is full",
        "There is no room for the new file. What stood there before is still there.",
        "free some space and run the command again",
    ),
    Code(
        "S004",
        ERROR,
        "No such dossier, language or code",
        "The command line names something that this project does not have.",
        "use one of the names shown",
    ),
    Code(
        "S005",
        ERROR,
        "No project here",
        "A project is a folder with content/<dossier>/dossier.toml.",
        "change into the project's folder, name it with -C DIR, or begin one: dossier init NAME",
    ),
    Code(
        "S006",
        ERROR,
        "File cannot be read or written",
        "The operating system refused, for the reason shown. What stood there before is still there.",
        "see the reason shown",
    ),
    Code(
        "S007",
        ERROR,
        "Folder is in use",
        "dossier init begins a project in a new or empty folder; it never writes over what is there.",
        "choose another name",
    ),
    Code(
        "S008",
        ERROR,
        "SOURCE_DATE_EPOCH is not a number of seconds",
        "The environment variable SOURCE_DATE_EPOCH, where it is set, gives all dates in the outputs: whole seconds since 1970.",
        "set it to a number (date +%s), or unset it: the dossier's own date is used then",
    ),
    Code(
        "S009",
        ERROR,
        "File changed on disk while we worked",
        "Another programme, an editor for example, saved, made or deleted a file after it was read. What that programme wrote stands; "
        "of the files that were to be written together none was.",
        "run the command again",
    ),
    Code(
        "S010",
        ERROR,
        "Somebody's work lies beside its file",
        "A command was killed at the very moment when somebody saved a file that it was replacing, and the file was changed again since. "
        "The saved text is kept under the name shown; nothing is written beside it until a person has looked at it.",
        "compare it with the file it belongs to, take over what is missing there, then delete it",
    ),
    Code(
        "S011",
        ERROR,
        "PDF cannot be read",
        "A file that was named is no PDF, or it is broken or encrypted. dossier neither takes an encryption away nor puts one on.",
        "name a PDF that opens without a password",
    ),
    Code(
        "S012",
        ERROR,
        "Pages cannot be put on common sheets",
        "Pages that lie side by side are of one size, and marks around them need room.",
        "bring the pages to one size, or choose another sheet",
    ),
    Code(
        "S013",
        ERROR,
        "Work on a file took too long, or too much memory",
        "A file that comes from elsewhere is worked on in a process of its own, which is ended after a time, or where it wants more memory than any good file needs. Nothing was written.",
        "if you trust the file, give it more time, or write it anew with qpdf; else do not open it",
    ),
)
