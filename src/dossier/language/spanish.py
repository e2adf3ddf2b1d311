"""Spanish, as the *Ortografía* of the Real Academia Española (2010) has it: spaces before %, in EE. UU., none inside « »."""

from dossier.language.figures import GROUPS, SHARES, units
from dossier.language.nesting import Quoting
from dossier.language.spaces import GAP, OPEN_GAP, kept_together
from dossier.language.value import Language

_MONTH = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre"
_LABEL = r"arts?|págs?|p|pp|caps?|vols?|figs?|t|párrs?|núms?|apdo|secc|lín"
_WHOLE = "artículos?|páginas?|párrafos?|capítulos?|tomos?|volumen|anexos?|siglos?"
_TITLE = r"Sr(?:a|es|as)?|Srta|Dr(?:a|es|as)?|Dña|D|Prof|Lic|Ing|Excmo|Excma|Mons|Ud|Uds"
_NUMBER = r"(?=\d|[IVXLC]+(?!\w))"
QUOTES = Quoting(("«", "»"), ("“", "”"))

RULES = (
    QUOTES.rule,
    GROUPS,
    units("Mb", "Gb"),
    *SHARES,
    kept_together("dates", rf"(?<![\w/.,])\d\d?{GAP}de{GAP}(?=(?:{_MONTH})(?!\w))"),
    kept_together("numbers behind n.º", rf"(?<!\w)[nN]\.?[ºo°]s?\.?{OPEN_GAP}(?=\d)"),
    kept_together("numbers behind §", rf"§{OPEN_GAP}(?=\d)"),
    kept_together("numbers behind abbreviations", rf"(?<![\w.])(?i:{_LABEL})\.{GAP}{_NUMBER}"),
    kept_together("numbers behind words", rf"(?<!\w)(?i:{_WHOLE}){GAP}{_NUMBER}"),
    kept_together("titles", rf"(?<![\w.])(?:{_TITLE})\.(?:ª)?{GAP}(?=\w)"),
    kept_together("doubled capitals", rf"(?<!\w)[A-Z]{{2}}\.{GAP}(?=[A-Z]{{2}}\.)"),
    kept_together("our era, for example", rf"(?<![\w.])(?:[ad]\.{GAP}(?=C\.)|p\.{GAP}(?=ej\.))"),
)

SPANISH = Language(
    tag="es", direction="ltr", native_name="español", locale="es", rules=RULES, quotes=QUOTES.outer, inner_quotes=QUOTES.inner
)
