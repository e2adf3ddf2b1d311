"""Titles and initials with names, rulers with their numbers, centuries with their word.

The *Lexique* forbids a line to end between them (« Divisions »). Letters in capitals that are no Roman number, and *Me*, *Mes*
before a small letter (which are pronouns), are left alone.
"""

from dossier.language.spaces import ANY, GAP, kept_together

CAPITAL = r"[^\W\d_a-zß-öø-ÿœ]"
ROMAN = r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
"""A Roman number up to 99; where nothing follows that belongs to the same word."""

_ORDINAL = rf"(?<!\w)(?!Le)(?:[1I](?:er|re|ᵉʳ|ʳᵉ)|(?:\d+|{ROMAN})(?:e|ᵉ|ème))"
_NOT_NUMBERED = r"(?:et|ou|au|à|de|du|des|en|le|la|les|est|a|sur|dans|par|pour|que|qui|puis|mais|siècles?)(?!\w)"

RULES = (
    kept_together("titles", rf"(?<![\w.-])(?:MM?\.|Mmes?|Mlles?|Mgr|Drs?|Prs?){GAP}(?=\w)"),
    kept_together("titles that may be pronouns", rf"(?<!\w)(?:Mes?|Vve|Ste?|Cie){GAP}(?={CAPITAL})"),
    kept_together("excellencies", rf"(?<![\w.])S\.{GAP}(?:E|M|S|A)\.{GAP}(?=\w)"),
    kept_together("initials", rf"(?<![\w.]){CAPITAL}\.(?:-{CAPITAL}\.)?{GAP}(?={CAPITAL})"),
    kept_together("rulers", rf"(?<!\w){CAPITAL}\w+{GAP}(?=(?:{ROMAN}|Ier|Ire)(?![\w’']))"),
    kept_together("centuries", rf"{_ORDINAL}{GAP}(?=siècles?(?!\w)|s\.)"),
    kept_together("ordinals", rf"{_ORDINAL}{GAP}(?!{_NOT_NUMBERED})(?=[a-zà-öø-ÿœ])"),
    kept_together("before our era", rf"(?<!{ANY}){GAP}(?:av|apr)\.{GAP}(?=J\.-C\.)"),
)
