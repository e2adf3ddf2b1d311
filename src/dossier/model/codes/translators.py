"""T040 and above: the translators' loop: sign-off, exchange, safety of people."""

from dossier.model.codes.severities import ERROR, WARNING
from dossier.model.diagnostics import Code

TABLE: tuple[Code, ...] = (
    Code(
        "T040",
        WARNING,
        "Locale file names a person",
        "A header or a comment of the locale file carries somebody's name, an e-mail address, or a path of somebody's machine. It travels "
        "with the file, through version control to everybody and for ever: for people in this field that is a matter of safety. What is "
        "found is not repeated here, since reports are read by others too.",
        "run: dossier scrub (first with --dry-run, to see what it takes out); if the people want to be named, write names = true below "
        "[translators] in dossier.toml",
    ),
    Code(
        "T041",
        WARNING,
        "Locale file tells a time zone",
        "A date in the header of the locale file has another time zone than UTC. It tells where in the world somebody works.",
        "run: dossier scrub, which writes the same time in UTC",
    ),
    Code(
        "T042",
        WARNING,
        "Locale file may name a person",
        "A line in the comment before the header looks like a name and a year, but no address stands beside it, and only a person can "
        "tell. dossier scrub leaves it as it is.",
        "if it is a person's name, delete the line; if the people want to be named, write names = true below [translators] in dossier.toml",
    ),
    Code(
        "T043",
        ERROR,
        "Too little of a translation is reviewed",
        "dossier status was asked to fail where less than this share of the words of a language is reviewed: approved, post-edited, or "
        "translated by a person. Nothing is wrong with the files.",
        "have more of the translation reviewed, or ask for less",
    ),
    Code(
        "T044",
        ERROR,
        "Translation cannot be signed off yet",
        "A sign-off says that a person has read the whole translation of a document beside the original. Passages that are drafts, "
        "unfinished, stale or missing have not been read so, or not since the original changed.",
        "review the passages shown (take the flag fuzzy from each, once it is right), then sign again",
    ),
    Code(
        "T045",
        ERROR,
        "Reviewer's pseudonym cannot be used",
        "What a reviewer goes by is printed in every edition and travels with the project, through version control to everybody. An "
        "e-mail address, or a name that is withheld here, leads to a person: for people in this field that is a matter of safety. It is "
        "short and has no characters that are not seen, so that nobody is taken for somebody else.",
        "choose a pseudonym that tells nothing about the person, such as R1",
    ),
    Code(
        "T046",
        WARNING,
        "Sign-off is void",
        "The original or its translation has changed since a reviewer signed it off, or the document is gone. The sign-off is not shown in "
        "editions any more: it would vouch for words that the reviewer has not read.",
        "read what has changed, and sign again with dossier sign-off",
    ),
    Code(
        "T047",
        ERROR,
        "Imported translation is in conflict with ours",
        "Another tool gave back a translation of this entry, and the one here is another that must not be replaced unread: it is reviewed "
        "and the other is not, or it was changed here since the export, or nobody knows which of the two is newer. Ours stays; everything "
        "else in the file is imported.",
        "put the right words into the entry shown, take its flag fuzzy away, and import again, or leave it at that",
    ),
    Code(
        "T048",
        WARNING,
        "Imported translation has no passage",
        "The text that was translated is no passage of its document any more. A reviewed translation is kept in the locale file as an "
        "obsolete entry; any other is left in the file that was imported.",
        "use what is right of it where the text stands now",
    ),
    Code(
        "T049",
        ERROR,
        "File cannot be imported",
        "The file is not XLIFF 2, PO or TMX as their specifications have them, or is not in a language of the project, or holds what no "
        "translation needs and attackers use: entities, megabytes, ids that are given twice. Nothing of it, and nothing of the files given "
        "with it, is imported.",
        "let the other tool save the file again, as XLIFF 2.0, PO or TMX",
    ),
    Code(
        "T050",
        WARNING,
        "Translation cannot go into a TMX file",
        "The text or its translation holds a control character, which XML 1.0 cannot, and TMX has no way to write. It is left out of the "
        "file; XLIFF and PO can hold it.",
        "take the character out of the text, if nobody needs it; or export as XLIFF",
    ),
    Code(
        "T053",
        ERROR,
        "Change has to be translated",
        "dossier accept keeps translations across a change that does not touch them: a misspelt word, a comma. Where a number, an address, "
        "a note or a citation changed, or much of the text, the translation still says the old one, and would be printed as current.",
        "correct the translation in its locale file and take its flag fuzzy away",
    ),
    Code(
        "T060",
        ERROR,
        "No suggestions for this language",
        "dossier suggest was asked for languages that it has no suggestions for. It knows where Persian wants a zero-width non-joiner, and "
        "nothing else yet.",
        "ask for fa, or for no language: dossier suggest --lang fa",
    ),
)
