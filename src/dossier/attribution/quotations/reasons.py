"""Why a quotation is *verified with changes*, each in a few words for editors."""

from enum import StrEnum

from dossier.attribution.quotations.sense_words import Sense


class Reason(StrEnum):
    """What turned a quotation whose words are in the source into one that is verified with changes."""

    OMITS_PARAGRAPH = "an omission goes beyond a paragraph"
    OMITS_NEGATION = "the omitted words have a negation"
    OMITS_RESTRICTION = "the omitted words have a restriction or a doubt"
    OMITS_NUMBER = "the omitted words have a number"
    INSERTS_NEGATION = "an inserted word is a negation"
    INSERTS_RESTRICTION = "an inserted word is a restriction or a doubt"
    INSERTS_NUMBER = "an inserted word is a number"
    INSERTS_NAME = "an inserted word is a name"
    INSERTS_WORD = "an inserted word may turn the sense"
    REPLACES_WORDS = "inserted words stand in the place of words of the source"
    REORDERS = "the fragments stand in another order in the source"
    JOINS_PARAGRAPHS = "paragraphs of the source are joined"
    CUTS_COMPOUND = "a compound word is cut at its hyphen"


OMITTED = {
    Sense.NEGATION: Reason.OMITS_NEGATION,
    Sense.RESTRICTION: Reason.OMITS_RESTRICTION,
    Sense.NUMBER: Reason.OMITS_NUMBER,
}
"""What is said of leaving out a word; names and unknown words may go."""

INSERTED = {
    Sense.NEGATION: Reason.INSERTS_NEGATION,
    Sense.RESTRICTION: Reason.INSERTS_RESTRICTION,
    Sense.NUMBER: Reason.INSERTS_NUMBER,
    Sense.NAME: Reason.INSERTS_NAME,
    Sense.UNKNOWN: Reason.INSERTS_WORD,
}
"""What is said of putting in a word."""
