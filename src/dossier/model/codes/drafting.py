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
        "Part of a passage could not be placed",
        "A link, an emphasis, a note, a citation or the like was appended to the draft, since nobody can tell which words of the translation it belongs to.",
        "put it where it belongs; a comment of the entry names it",
    ),
    Code(
        "M040",
        ERROR,
        "No reference translations",
        "Nothing in the reference translates a passage of the dossier, so there is nothing to compare drafts with.",
        "name a PO or TMX file that has translations of this dossier's passages, reviewed by a person",
    ),
)
