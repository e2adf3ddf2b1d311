"""MARC's codes of languages: those of ISO 639-2 for bibliographic use (``fre``, ``per``), which BCP 47 tags do not have.

Source: https://www.loc.gov/standards/iso639-2/. Babel knows such codes as other names of a tag, but not which of them is MARC's.
"""

from types import MappingProxyType

_CODES = """
    aa aar, ab abk, ae ave, af afr, ak aka, am amh, an arg, ar ara, as asm, av ava, ay aym, az aze, ba bak, be bel, bg bul,
    bh bih, bi bis, bm bam, bn ben, bo tib, br bre, bs bos, ca cat, ce che, ch cha, co cos, cr cre, cs cze, cu chu, cv chv,
    cy wel, da dan, de ger, dv div, dz dzo, ee ewe, el gre, en eng, eo epo, es spa, et est, eu baq, fa per, ff ful, fi fin,
    fj fij, fo fao, fr fre, fy fry, ga gle, gd gla, gl glg, gn grn, gu guj, gv glv, ha hau, he heb, hi hin, ho hmo, hr hrv,
    ht hat, hu hun, hy arm, hz her, ia ina, id ind, ie ile, ig ibo, ii iii, ik ipk, io ido, is ice, it ita, iu iku, ja jpn,
    jv jav, ka geo, kg kon, ki kik, kj kua, kk kaz, kl kal, km khm, kn kan, ko kor, kr kau, ks kas, ku kur, kv kom, kw cor,
    ky kir, la lat, lb ltz, lg lug, li lim, ln lin, lo lao, lt lit, lu lub, lv lav, mg mlg, mh mah, mi mao, mk mac, ml mal,
    mn mon, mr mar, ms may, mt mlt, my bur, na nau, nb nob, nd nde, ne nep, ng ndo, nl dut, nn nno, no nor, nr nbl, nv nav,
    ny nya, oc oci, oj oji, om orm, or ori, os oss, pa pan, pi pli, pl pol, ps pus, pt por, qu que, rm roh, rn run, ro rum,
    ru rus, rw kin, sa san, sc srd, sd snd, se sme, sg sag, si sin, sk slo, sl slv, sm smo, sn sna, so som, sq alb, sr srp,
    ss ssw, st sot, su sun, sv swe, sw swa, ta tam, te tel, tg tgk, th tha, ti tir, tk tuk, tl tgl, tn tsn, to ton, tr tur,
    ts tso, tt tat, tw twi, ty tah, ug uig, uk ukr, ur urd, uz uzb, ve ven, vi vie, vo vol, wa wln, wo wol, xh xho, yi yid,
    yo yor, za zha, zh chi, zu zul
"""
_BY_TAG = MappingProxyType({pair.split()[0]: pair.split()[1] for pair in _CODES.split(",")})
_THREE = """
    arn ast bal bas bem bho byn cad ceb cho chr cop doi dsb dua ewo fil frr fur gaa gez gsw haw hsb jbo kaa kab kam kok kpe luo
    mai mas mdf mic mni moh mus myv nds nqo nso nyn osa pap raj sah sat scn shn sid sma smj smn sms syr tig tpi tyv vai wal
    zgh
"""
_OF_THREE = frozenset(_THREE.split())
"""Languages that BCP 47 and MARC call the same, of those that CLDR knows."""
_WITHIN = MappingProxyType(
    {"apc": "ara", "bgn": "bal", "ckb": "kur", "hnj": "hmn", "ltg": "lav", "sdh": "kur", "skr": "lah", "xnr": "doi", "yue": "chi"}
)
"""Languages without a code of their own that ISO 639-3 counts with one that has (https://iso639-3.sil.org/about/scope)."""


def marc_language(tag: str) -> str:
    """The code of the language of the BCP 47 ``tag``, or of the one that it is counted with; empty where MARC has none."""
    language = tag.partition("-")[0]
    return _BY_TAG.get(language) or _WITHIN.get(language) or (language if language in _OF_THREE else "")


def says_more(tag: str) -> bool:
    """Whether the BCP 47 ``tag`` says more than MARC's code: a script, a region, one language of several; or there is no code."""
    return "-" in tag or tag in _WITHIN or not marc_language(tag)
