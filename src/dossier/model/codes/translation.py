"""T: translation: locale files."""

from dossier.model.codes.severities import ERROR, WARNING
from dossier.model.diagnostics import Code

TABLE = (
    Code(
        "T001",
        ERROR,
        "PO file cannot be read",
        "The locale file breaks the rules of gettext's PO format at the line shown. It is left as it is and nothing is written to it.",
        "mend the line (msgfmt --check FILE tells the same)",
    ),
    Code(
        "T002",
        ERROR,
        "Two entries for the same text",
        "The locale file has the same msgid (and msgctxt) twice; which translation holds is not for a programme to guess. The file is left as it is.",
        "keep one of the two entries (msguniq shows both)",
    ),
    Code(
        "T003",
        ERROR,
        "Translation changes a link",
        "The addresses of the original and of its translation differ. A lost link loses evidence, an added one sends readers to a place nobody vouched for.",
        "copy the address from the original: [words](address)",
    ),
    Code(
        "T004",
        ERROR,
        "Translation changes a footnote",
        "The footnote references of the original and of its translation differ, so a note would be lost or print twice.",
        "copy the references from the original: [^name]",
    ),
    Code(
        "T005",
        ERROR,
        "Translation changes an image or code",
        "Images and code are the same in every language; only words around them are translated.",
        "copy the image's path, or the `code`, from the original",
    ),
    Code(
        "T006",
        WARNING,
        "Locale file is missing or behind",
        "The document has passages that its locale file does not know, so nobody was asked to translate them. They are shown in the original language.",
        "run: dossier update",
    ),
    Code(
        "T007",
        ERROR,
        "Passage is refused by the dossier's policy",
        "The dossier's [policy] refuses editions with passages in this state, and this edition has some.",
        "have them translated or reviewed, or relax [policy] in dossier.toml",
    ),
    Code(
        "T008",
        ERROR,
        "Locale file is in another encoding",
        "Locale files are UTF-8, and their header says so.",
        "save the file as UTF-8 (in Poedit: save it again; with gettext: msgconv --to-code=UTF-8)",
    ),
    Code(
        "T009",
        ERROR,
        "Translation changes a citation",
        "Sources and locators are data: the same in every language, and set in the reader's own words by the style. A lost citation loses "
        "evidence, a changed one sends readers to the wrong passage.",
        "copy the citation from the original: [@id, para. 4]",
    ),
    Code(
        "T010",
        ERROR,
        "Translation changes a claim",
        "Words marked with {claim=id} are held against what the sources answer. A translation marks the same claims; its marked words, and "
        "translated answers, have the figures of the original, in whatever digits.",
        "mark the translated words as the original does: [words]{claim=id}",
    ),
)
