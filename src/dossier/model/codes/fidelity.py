"""T011 to T018, T028: whether a translation says what its original says."""

from dossier.model.codes.severities import ERROR, NOTE, WARNING
from dossier.model.diagnostics import Code

TABLE = (
    Code(
        "T011",
        ERROR,
        "Translation changes a number",
        "The figures of the original and of its translation differ. Digits of any script, separators of thousands, words such as “thousand” "
        "and numbers written in words are read alike, and years of the Gregorian and of the solar Hijri calendar. A wrong figure under a true source destroys the dossier’s credit.",
        "write the figures of the original, in the digits of the translation",
    ),
    Code(
        "T012",
        ERROR,
        "Translation changes a date",
        "A day, a month or a year of the original is another one in the translation, or is gone. Dates are compared in whatever way they are written: "
        "names of months, figures, words, and the solar Hijri calendar of Iran.",
        "write the day, the month and the year of the original",
    ),
    Code(
        "T013",
        ERROR,
        "Translation brings in an address",
        "The translation has an address, or something that a reader’s programme could take for one (javascript:, data:, file:), which the original has not. "
        "Nobody vouched for it. For the safety of readers this cannot be silenced.",
        "take the address out, or copy the one of the original",
    ),
    Code(
        "T014",
        WARNING,
        "Translation changes the emphasis",
        "Words are strong, emphasised or struck out in the original only, or in the translation only; or asterisks would be printed as such, because Markdown "
        "does not see emphasis where they stand: the marks have to touch the words, and may not stand between punctuation and a letter. "
        "(Beside Arabic, Hebrew, Chinese, Japanese and Korean letters * and ~ may stand so: **«حقوق بشر»**ها.)",
        "mark the same words as the original does; put the marks inside quotation marks and brackets: «**words**»",
    ),
    Code(
        "T015",
        WARNING,
        "Name or term is not the glossary’s",
        "The original names an entry of glossary.toml, and the translation has none of the forms, abbreviations and variants that the glossary gives it in this language. "
        "Readers should meet one name for one thing.",
        "use the form of the glossary, or add the wording to its variants",
    ),
    Code(
        "T016",
        WARNING,
        "Passage is not translated",
        "The translation is the original, or keeps a long run of its words. Names, code, addresses and quotations do not count.",
        "translate it, or empty msgstr: readers then see the original, marked as such",
    ),
    Code(
        "T017",
        WARNING,
        "Translation is suspiciously short or long",
        "The translation is much shorter or longer than translations into this language are. A sentence may be lost, or may stand twice.",
        "compare it with the original, sentence by sentence",
    ),
    Code(
        "T018",
        NOTE,
        "Negation may be lost",
        "One of the two texts has words of negation, the other has none. This is a hint, no more: much can be said with or without “not”.",
        "read both sentences again",
    ),
    Code(
        "T028",
        WARNING,
        "Silence silences nothing",
        "A translator comment, # dossier: ignore T014, silences a rule for its entry. This one silences a rule that has nothing to say, or names what is no rule. "
        "Errors can be silenced too, but not T013 (addresses) and T026 (invisible characters): they are for the safety of readers.",
        "take the code out of the comment",
    ),
)
