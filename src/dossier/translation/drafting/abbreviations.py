"""Words with a full stop that ends no sentence: whether a sentence may end behind one, by what follows.

One table serves all languages, since texts quote names and sources of others; what is written alike and ends sentences in another
language stands in none of them.
"""

import re


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A word always follows: titles, *for example*, *compare*.
_FOLLOWED = _listed(
    """
    Mr Mrs Ms Messrs Dr Drs Prof Gen Col Maj Capt Cpt Lt Sgt Cmdr Adm Gov Sen Rep Pres Hon Rev Fr St Ste Mt Amb Ayat
    M MM Mme Mmes Mlle Mlles Mgr Me Pr Vve trans
    e.g i.e cf Cf viz vs v c ca env av apr ex p.ex c.-à-d resp
    bzw z.B d.h vgl Vgl Hr Frau Sr Sra Srta Dra D Dña
    ر.ک رک نک
    """
)

# They end no sentence before a number, a letter that counts, or what stands for a reference.
_NUMBERED = _listed(
    """
    no nos n nn para paras par pars art arts p pp pg vol vols t ch chap chaps sec secs sect sects s ss cl reg res doc docs
    fig figs tab tbl app annex ed eds ser pt pts approx op l ll v vv f ff fol fo bk
    jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc
    al alin liv éd réf tél n° nr núm pág págs cap bd
    ص صص ج ش م س ق ف شم
    """
)

# A sentence ends behind them only where the next word is one that often begins a sentence.
_MAY_END = _listed("Inc Co Ltd Corp Bros Jr Sr al Cie Ets Dept Assn Univ Gouv coll trad usw")

# Words that begin sentences and, with a capital, are hardly a name.
_STARTERS = _listed(
    """
    The This That These Those There It Its He She They We You In On At By For From After Before When While But And Yet However
    His Her Their Our No Nobody As Since Such Under With According Although If Some Many Most All Both An A One
    Le La Les Un Une Des Il Elle Ils Elles On Ce Cet Cette Ces Ceci Cela En Dans Sur Par Pour Mais Et Selon Après Avant Nous
    Vous Leur Leurs Son Sa Ses Aucun Aucune Si Comme Depuis Lorsque Quand Toutefois Cependant Ainsi Pourtant
    """
)

_ALL = frozenset(word.casefold() for word in (*_FOLLOWED, *_NUMBERED, *_MAY_END, "etc"))

PASSED_OVER = re.compile(rf"(?:…|\b(?:etc|{'|'.join(sorted(_MAY_END))})\.)(?=\s+(?:{'|'.join(sorted(_STARTERS))})\b)")
"""Ends of sentences that sentencex does not see, for the sake of an abbreviation or an ellipsis."""

_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[-‑]?)+")
_COUNTED = re.compile(r"\d|\N{OBJECT REPLACEMENT CHARACTER}|\[|§|[A-Z]{1,2}\d|[IVXLCDM]+\b|[A-Za-z]\b(?!['’])", re.ASCII)
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def ends_no_sentence(word: str, rest: str) -> bool:
    """Whether the full stop of ``word`` belongs to an abbreviation that goes on in ``rest``, the words behind it."""
    if surely_goes_on(word, rest):
        return True
    if word[:-1] in _MAY_END or _is_initials(word):
        first = _FIRST_WORD.match(rest)
        return not (first and first[0] in _STARTERS)
    return False


def surely_goes_on(word: str, rest: str) -> bool:
    """Whether no sentence at all can end with ``word``, by what follows: a number behind *vol.*, anything behind *Mr.*"""
    bare = word[:-1]
    return bare in _FOLLOWED or (bare.lower() in _NUMBERED and _is_counted(rest))


def may_go_on(word: str) -> bool:
    """Whether the full stop of ``word`` can belong to an abbreviation, so that a sentence ends with it or does not."""
    bare = word[:-1]
    return bare.casefold() in _ALL or "." in bare or _is_initials(word)


def _is_counted(rest: str) -> bool:
    return bool(rest) and (rest[0].isdigit() or _COUNTED.match(rest) is not None)


def _is_initials(word: str) -> bool:
    """Letters with a full stop each: *J.*, *U.N.*, *J.-P.*, *Ph.D.*; two letters alone (*no.*, *it.*) are a word."""
    bare = word[:-1]
    return bare.isalpha() if len(bare) == 1 else "." in bare and _INITIALS.fullmatch(word) is not None
