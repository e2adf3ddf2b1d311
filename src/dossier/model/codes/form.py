"""T019 to T027: whether a translation is well written in its own language."""

from dossier.model.codes.severities import ERROR, WARNING
from dossier.model.diagnostics import Code

_SILENCE = "if it is right as it stands, say so in the entry: # dossier: ignore {}"

TABLE: tuple[Code, ...] = (
    Code(
        "T019",
        WARNING,
        "Bracket has no other half",
        "A bracket of the translation is never closed, closes nothing, or is closed by one of another kind, and those of the original are "
        "paired. In Persian, too, a bracket that opens is typed before what it encloses; it is mirrored when it is shown.",
        "write the other half of the pair, or take the bracket out; " + _SILENCE.format("T019"),
    ),
    Code(
        "T020",
        WARNING,
        "Word stands twice in a row",
        "The same word follows itself, which is mostly a slip of the hand or what a change of wording left behind. Words that the "
        "language says twice (French nous nous, Persian کم کم) and those that the original repeats are left alone.",
        "take one of the two out; " + _SILENCE.format("T020"),
    ),
    Code(
        "T021",
        WARNING,
        "Quotation marks are not right",
        "Readers take what stands between quotation marks for somebody else's words. French sets « » and “ ” inside, Persian «» and “” or "
        "‹› inside, English “ ” and ‘ ’ inside. A mark without its other half, a quotation whose marks were lost, or marks that the "
        "original does not have make it unclear who speaks.",
        "write the marks of the language around the words that the original quotes; " + _SILENCE.format("T021"),
    ),
    Code(
        "T022",
        WARNING,
        "Space is missing or one too many",
        "French sets a space before ; : ! ? » and behind «, and none before a comma or full stop; any kind of space will do, the press makes "
        "it one that does not break. Persian sets none before ، ؛ ؟ . : » or behind «, and one behind ، and ؛. No language has two spaces in "
        "a row, spaces inside brackets, or spaces at the ends that the original does not have.",
        "put the space where the language has it; " + _SILENCE.format("T022"),
    ),
    Code(
        "T023",
        WARNING,
        "Letters or digits of another script",
        "The translation has letters that its language is not written with, and the original does not have them: a Cyrillic or Greek letter "
        "that looks like a Latin one, Latin words in Persian, Persian ones in French, numbers in the digits of another script. Searching "
        "does not find such words, and a screen reader spells them.",
        "write it in the language's own letters and digits, or mark words of another language: [words]{lang=…}; "
        + _SILENCE.format("T023"),
    ),
    Code(
        "T024",
        WARNING,
        "Arabic letter in Persian",
        "Arabic keyboards write ي ك ى ة and ٤ ٥ ٦ where Persian has ی ک ه and ۴ ۵ ۶ (ISIRI 6219). They look alike, or nearly so, but searching, "
        "sorting and the index of names take them for other letters.",
        "write the Persian letter; mark quoted Arabic: [words]{lang=ar}; " + _SILENCE.format("T024"),
    ),
    Code(
        "T025",
        WARNING,
        "Zero-width non-joiner is missing or idle",
        "In Persian the zero-width non-joiner (ZWNJ, U+200C, Shift+Space on a Persian keyboard) holds a prefix or an ending to its word "
        "without joining the letters: می‌شود, کتاب‌ها. A space in its place lets the word break at the end of a line; nothing in its place joins "
        "what is not read together. Doubled, beside a space or at the edge of a word it does nothing, and hides words from searching.",
        "write the joiner where the message says, or take it out; " + _SILENCE.format("T025"),
    ),
    Code(
        "T026",
        ERROR,
        "Something hidden in a translation",
        "A control of direction that is not closed (Unicode Annex 9) reorders what follows it; an override shows letters in another order "
        "than they are stored in, so that readers see what no review of the file shows (CVE-2021-42574). Other characters that nobody sees "
        "break words for searching, or carry a message. Nothing of the kind may be added to what the original has.",
        "take the character out; to keep a run in its own direction, put U+2068 before it and U+2069 behind it",
    ),
    Code(
        "T027",
        WARNING,
        "Sign at the end, or sign of another script",
        "The original ends with a full stop, a question mark or another sign, and the translation ends with none, with another, or with one "
        "that the original does not have: a question that became a statement says something else. Persian has its own signs: ؟ ؛ ،",
        "end the translation as the original ends, in the sign of its script; " + _SILENCE.format("T027"),
    ),
)
