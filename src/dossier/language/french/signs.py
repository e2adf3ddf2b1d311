"""The spaces before high punctuation: a narrow one before ``; ! ?``, a whole one before the colon.

So in the *Lexique* of the Imprimerie nationale (« Ponctuation »); neither breaks. A space is added where the author wrote none,
but only at the end of a word: in times, ratios, addresses and identifiers something follows the sign at once. Switzerland sets
narrow spaces before all four; Canada (Office québécois de la langue française) none before ``; ! ?`` unless it has narrow ones.
"""

from dossier.language.spaces import ANY, GAP, NARROW, WIDE, kept_together

_EMOTICON = r"(?![:;]-?[()DPp](?!\w))"
_WORD_BEFORE = rf"(?<=[^\s{WIDE}{NARROW};:!?(\[{{«“‘„/\\&=#@<>|~^*_–—-])"
_AFTER_SIGN = rf"(?=\s|{ANY}|[)\]}}»”’\"'…–—]|$)"
_AFTER_HIGH = rf"(?=\s|{ANY}|[)\]}}»”’\"'…–—\N{{OBJECT REPLACEMENT CHARACTER}}]|\.\.\.|$)"

RULES = (
    kept_together("high signs", rf"(?<!{ANY}){GAP}(?=[;!?]){_EMOTICON}", NARROW, over=f" {WIDE}"),
    kept_together("colon", rf"(?<!{ANY}){GAP}(?=:){_EMOTICON}"),
    kept_together("high signs without a space", rf"{_WORD_BEFORE}()(?=[!?]+{_AFTER_HIGH})", NARROW),
    kept_together("semicolon without a space", rf"{_WORD_BEFORE}()(?=;{_AFTER_SIGN}){_EMOTICON}", NARROW),
    kept_together("colon without a space", rf"{_WORD_BEFORE}()(?=:{_AFTER_SIGN}){_EMOTICON}"),
)
