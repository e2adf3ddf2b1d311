"""What numbers something, with its number: *n° 5*, *art. 3*, *chapitre IV*.

The *Lexique* writes *no*, *art.*, *p.* and so on with a no-break space and forbids a line to end there (« Abréviations »,
« Divisions »). A space is added behind n°, f° and § only: in *p.12* and *fig.2* the writer may have meant a name of a file.
"""

from dossier.language.spaces import GAP, OPEN_GAP, kept_together

_SHORT = "art|p|pp|al|chap|ch|vol|t|fig|tabl|tab|par|paras|l|ll|sect|ann|num|f|ff|n|r|v|col|cf|note|pl|éd|liv|suppl|doc|rés|part"
_WHOLE = (
    "articles?|pages?|paragraphes?|alinéas?|chapitres?|tomes?|volumes?|figures?|tableaux?|annexes?|appendices?|"
    "numéros?|notes?|lignes?|sections?|titres?|points?|parties?|résolutions?"
)
_NUMBER = r"(?=\d|(?:[IVXLC]+|Ier|Ire)(?!\w))"

RULES = (
    kept_together("numbers behind n° and f°", rf"(?<!\w)[nNf](?:[°º]s?|ᵒˢ?){OPEN_GAP}(?=\d)"),
    kept_together("numbers behind no", rf"(?<!\w)[nN]os?{GAP}(?=\d)"),
    kept_together("numbers behind §", rf"§{OPEN_GAP}(?=\d)"),
    kept_together("numbers behind abbreviations", rf"(?<![\w.])(?i:{_SHORT})\.{GAP}{_NUMBER}"),
    kept_together("numbers behind words", rf"(?<!\w)(?i:{_WHOLE}){GAP}{_NUMBER}"),
)
