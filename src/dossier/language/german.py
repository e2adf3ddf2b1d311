"""German, as Duden's rules for text processing and DIN 5008 have it: narrow spaces in “z. B.”, whole ones before % and units."""

from dossier.language.figures import GROUPS, SHARES, units
from dossier.language.nesting import Quoting
from dossier.language.spaces import ANY, GAP, NARROW, OPEN_GAP, kept_together
from dossier.language.value import Language

_MONTH = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_SHORT_MONTH = "Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez"
_LABEL = r"Nrn?|Art|Abs|Abb|Bd|Bde|Kap|S|Ss|Rn|Rz|Ziff|Tab|Anm|Sp|Z|H|lit"
_WHOLE = "Artikel|Absatz|Seite|Seiten|Kapitel|Band|Nummer|Anhang|Anlage|Ziffer|Abbildung|Tabelle|Teil"
_TITLE = r"Dr|Prof|Hr|Hrn|Fr|St|Dipl|Ing|Mag|Gen"
_TOGETHER = r"""
z. B. | z. T. | z. H. | z. Z. | d. h. | d. i. | d. J. | u. a. | u. U. | u. Ä. | u. v. m. | u. a. m. | o. Ä. | o. a. | o. g.
| s. o. | s. u. | i. d. R. | i. A. | i. V. | i. S. | i. e. S. | i. w. S. | m. E. | n. Chr. | v. Chr. | v. a. |
a. a. O. | a. D. | e. V.
"""
_NUMBER = r"(?=\d|[IVXLC]+(?!\w))"
QUOTES = Quoting(("„", "“"), ("‚", "‘"), single=True)


def _abbreviation(parts: list[str]) -> str:
    gap = rf"\.{OPEN_GAP}"
    return gap.join(part.removesuffix(".") for part in parts) + r"\."


_ABBREVIATIONS = [_abbreviation(written.split()) for written in sorted(_TOGETHER.split("|"), key=len, reverse=True)]

RULES = (
    QUOTES.rule,
    GROUPS,
    units("Std.", "Min.", "Sek.", "Mio.", "Mrd."),
    *SHARES,
    kept_together("abbreviations", rf"(?<![\w.])(?<!\.{ANY})(?:{'|'.join(_ABBREVIATIONS)})(?!\w)", NARROW),
    kept_together("dates", rf"(?<![\w/.,])\d\d?\.{GAP}(?=(?:{_MONTH})(?!\w)|(?:{_SHORT_MONTH})\.)"),
    kept_together("centuries", rf"(?<![\w/.,])\d\d?\.{GAP}(?=Jahrhunderts?(?!\w)|Jh\.)"),
    kept_together("numbers behind §", rf"§{OPEN_GAP}(?=\d)"),
    kept_together("numbers behind abbreviations", rf"(?<![\w.])(?:{_LABEL})\.{GAP}{_NUMBER}"),
    kept_together("numbers behind words", rf"(?<!\w)(?:{_WHOLE}){GAP}{_NUMBER}"),
    kept_together("titles", rf"(?<![\w.])(?:{_TITLE})\.{GAP}(?=\w)"),
    kept_together("initials", rf"(?<![\w.])[A-ZÄÖÜ]\.{GAP}(?=[A-ZÄÖÜ])"),
)

GERMAN = Language(
    tag="de", direction="ltr", native_name="Deutsch", locale="de", rules=RULES, quotes=QUOTES.outer, inner_quotes=QUOTES.inner
)
