"""T019 to T027: translations that are not well written."""

from cases import PO, Case, checked, edited
from translation_cases import replaced_after

FA = "locales/fa/LC_MESSAGES/demo/introduction.po"
SEE = "Ce que voient les lecteurs"
SEE_FA = "آنچه خوانندگان می‌بینند"
LINE = f"{PO}:110:1"
LINE_FA = f"{FA}:110:1"

CASES: tuple[Case, ...] = (
    Case(
        "T019",
        "bracket left open",
        checked(edited(PO, SEE, "Ce que voient (les lecteurs")),
        LINE,
        "write the other half of the pair, or take this one out",
    ),
    Case("T020", "word twice", checked(edited(PO, SEE, "Ce que voient les les lecteurs")), LINE, "take one of the two out"),
    Case(
        "T021",
        "marks added",
        checked(edited(PO, SEE, "Ce que voient « les lecteurs »")),
        LINE,
        "take the marks away from words that the original does not quote",
    ),
    Case("T022", "two spaces", checked(edited(PO, SEE, "Ce que voient  les lecteurs")), LINE, "leave one of them"),
    Case("T023", "letter of another script", checked(edited(PO, SEE, SEE.replace("que", "qu\u0435"))), LINE, "write it with e"),
    Case(
        "T024",
        "Arabic letter",
        checked(edited(FA, SEE_FA, SEE_FA.replace("ی", "ي", 1))),
        LINE_FA,
        "write ی in its place, or mark Arabic words: […]{lang=ar}",
    ),
    Case("T025", "joiner missing", checked(edited(FA, SEE_FA, SEE_FA.replace("\u200c", " "))), LINE_FA, "write «می‌بینند»"),
    Case(
        "T026",
        "override",
        checked(edited(PO, SEE, "Ce que \u202evoient\u202c les lecteurs")),
        LINE,
        "take it out; a run keeps its own direction between U+2068 and U+2069",
    ),
    Case("T027", "stop lost", checked(replaced_after(PO, 'msgstr "Lancez', "build`.", "build`")), f"{PO}:88:1", "end it with ."),
)
