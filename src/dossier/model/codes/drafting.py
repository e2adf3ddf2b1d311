"""M030 to M039: machine drafts in locale files. M040 to M049: their evaluation."""

from dossier.model.codes.severities import ERROR, NOTE, WARNING
from dossier.model.diagnostics import Code

TABLE: tuple[Code, ...] = (
    Code(
        "M030",
        ERROR,
        "Machine translation is not installed",
        "dossier draft, models and evaluate need packages that a build does not.",
        "install the extra: pip install 'dossier[mt]' (in a checkout: make mt)",
    ),
    Code(
        "M031",
        ERROR,
        "Nothing can be drafted into this language",
        "The dossier is not published in this language, or is written in it.",
        "name one of the languages of dossier.toml",
    ),
    Code(
        "M032",
        WARNING,
        "Passage was left empty",
        "What the machine made of it tripped a guard, also when it was tried again in other ways: numbers are lost, words are repeated, or the like. "
        "Readers see the original. The reason stands in a comment of the entry.",
        "translate the passage by hand",
    ),
    Code(
        "M033",
        NOTE,
        "Something is to be looked at in a draft",
        "A link, an emphasis, a note, a citation or the like stands at the end of the draft, since nobody can tell which words of the translation it belongs to; or "
        "the draft looks doubtful. A comment of the entry says what.",
        "look at it when you correct the draft: a comment of the entry names it",
    ),
    Code(
        "M034",
        NOTE,
        "Memory of drafts was begun anew",
        "What engines made of sentences is kept in build/.drafts.sqlite. The file was damaged, or another programme or version had made it; it was set aside.",
        "nothing; sentences are asked for once more. The file that was set aside may be deleted",
    ),
    Code(
        "M035",
        WARNING,
        "Memory of drafts cannot be used",
        "build/.drafts.sqlite cannot be read or written. Sentences are drafted all the same, but the next run will ask for them again.",
        "see that the folder build/ may be written and that the disk has space",
    ),
    Code(
        "M040",
        ERROR,
        "No reference translations",
        "Nothing in the reference translates a passage of the dossier, or nothing of it was translated or corrected by a person and reviewed. "
        "Drafts, also those that were approved unchanged, are no reference: a machine's words say nothing about themselves.",
        "name a PO, XLIFF or TMX file that has translations of this dossier's passages, reviewed by a person",
    ),
    Code(
        "M041",
        ERROR,
        "No drafts to score",
        "There are reference translations, but no machine's draft of the same passages stands in the locale files as the machine left it.",
        "let an engine draft the passages anew: --engine argos",
    ),
    Code(
        "M042",
        WARNING,
        "Too few passages for small differences",
        "Scores of a few passages are moved by each single one. With fewer than 100, a difference of some points may be chance, also where the "
        "figures behind ± are small.",
        "compare more passages, or read the drafts side by side: --worst 100",
    ),
    Code(
        "M043",
        WARNING,
        "Machines drafted different passages",
        "Each machine's drafts are scored on the passages it drafted, and some passages are harder than others: such scores say nothing about which "
        "machine is better.",
        "let each draft the same passages: --engine NAME --engine NAME",
    ),
)
