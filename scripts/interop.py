"""Make the catalogs that the programmes of ``tests/translation/interop/README.md`` were given.

::

    .venv/bin/python scripts/interop.py fr fa --into DIRECTORY

Every state of an entry, and every habit of ours, stands in them once. Run by hand; the tests read what the programmes made.
"""

import argparse
from pathlib import Path

from dossier.content.markdown import parse_blocks
from dossier.model.document import Document, DocumentKind
from dossier.model.records import PartMatter
from dossier.translation.cut import cut
from dossier.translation.memory import Memory
from dossier.translation.merge import merge
from dossier.translation.po import read_po, write_po

INTEROP = Path(__file__).parents[1] / "tests" / "translation" / "interop"

WORDS = {
    "fr": (
        "Ce que disent les documents",
        "Cinq documents parlent d’une seule lettre.",
        "Une machine a traduit cette phrase et personne ne l’a lue.",
        "Quelqu’un a commencé cette phrase",
        "Au moins 3\u202f000 personnes ont été tuées à l’été 1988.",
        "Mai",
        "Pouvoir",
        "Les mêmes mots",
        "Les experts ont écrit que les faits «\u00a0peuvent constituer des crimes contre l’humanité\u00a0»,[^1] et ont "
        "demandé des «\u00a0enquêtes indépendantes sur tous les cas\u00a0»\u202f; voir "
        "[la lettre](https://example.org/a/rather/long/address?with=a&query=too), "
        "**publiée** le 11 décembre 2020, et [le rapport](sources/report.md) qui la `quotes`.",
        "Personne ne sait où sont\u2028toutes les tombes.",
        "Une ligne que son auteur\\\na coupée, et un échappement : \\*sans emphase\\*.",
        "La note compte 12 mots, dont «\u00a0milliers\u00a0».",
        "Un paragraphe qui n’existe plus.",
        "Un paragraphe ancien, à moitié traduit.",
        "%d document",
        "%d documents",
    ),
    "fa": (
        "آنچه سندها می‌گویند",
        "پنج سند از یک نامه سخن می‌گویند.",
        "این جمله را ماشین پیش‌نویس کرده و کسی آن را نخوانده است.",
        "کسی این جمله را آغاز کرده",
        "دست‌کم ۳٬۰۰۰ نفر در تابستان ۱۳۶۷ کشته شدند.",
        "ماه مه",
        "ممکن است",
        "همان واژه‌ها",
        "کارشناسان نوشتند که رویدادها «ممکن است جنایت علیه بشریت باشند»،[^1] و خواستار «تحقیقات مستقل دربارهٔ همهٔ موارد» "
        "شدند؛ [نامه](https://example.org/a/rather/long/address?with=a&query=too) را ببینید که در ۱۱ دسامبر ۲۰۲۰ **منتشر شد**، "
        "و [گزارشی](sources/report.md) را که آن را `quotes`.",
        "هیچ‌کس نمی‌داند همهٔ گورها\u2028کجا هستند.",
        "خطی که نویسنده‌اش\\\nآن را شکسته است، و یک گریز: \\*بی‌تأکید\\*.",
        "این یادداشت ۱۲ واژه دارد که یکی از آنها «هزاران» است.",
        "بندی که دیگر نیست.",
        "بندی کهنه که نیمه‌کاره ترجمه شده است.",
        "%d سند",
        "%d سند",
    ),
}
PLURAL_FORMS = {"fr": "nplurals=2; plural=(n > 1);", "fa": "nplurals=2; plural=(n > 1);"}

CATALOG = r"""# Notes of the translators.
# They stay at the head of the file.
msgid ""
msgstr ""
"Project-Id-Version: demo\n"
"Language: @language@\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: @plural@\n"
"X-House-Style: third edition\n"

# checked against the printed letter
msgid "What the documents say"
msgstr "@0@"

# dossier: ignore T014 - the house style wants this
msgid "Five documents speak of one letter."
msgstr "@1@"

# machine: argos en-@language@ 1.9 model:sha256:ab12 draft:sha256:cd34
#, fuzzy
msgid "A machine drafted this sentence and nobody has read it."
msgstr "@2@"

#, fuzzy
msgid "A person began this sentence and is not done."
msgstr "@3@"

#, fuzzy
#| msgid "At least 3,000 people were killed in the summer of 1988."
msgid "At least 5,000 people were killed in the summer of 1988."
msgstr "@4@"

msgctxt "month"
msgid "May"
msgstr "@5@"

#, fuzzy
#| msgctxt "auxiliary verb"
#| msgid "May"
msgctxt "verb"
msgid "May"
msgstr "@6@"

msgid "Same words"
msgstr "@7@"

@long@

msgid "Nobody knows where all the graves are."
msgstr "@9@"

msgid "A line that has been ended\\\nby its author, and an escape: \\*not emphasised\\*."
msgstr "@10@"

msgid "The note has 12 words, and one of them is “thousands”."
msgstr "@11@"

# the source took this out in its second edition
#~ msgid "A paragraph that is gone."
#~ msgstr "@12@"

#, fuzzy
#~| msgid "An older paragraph that is gone too"
#~ msgid "An old paragraph that is gone too, half translated."
#~ msgstr "@13@"

#, fuzzy
#~ msgid "%d document"
#~ msgid_plural "%d documents"
#~ msgstr[0] "@14@"
#~ msgstr[1] "@15@"
"""


def source() -> Document:
    """The document that the catalogs belong to."""
    text = (INTEROP / "summary.md").read_text(encoding="utf-8")
    blocks, environment = parse_blocks(text, raw_html=False)
    matter = PartMatter.model_validate({"title": "Summary"})
    return Document(
        "summary", "content/demo/summary.md", DocumentKind.PART, "en", matter, (), blocks, environment, 0, text, "sha256:0"
    )


def catalog(language: str) -> bytes:
    """The catalog of ``language``, made by our own merging from the entries above."""
    document = source()
    words = [word.replace("\\", "\\\\").replace("\n", "\\n") for word in WORDS[language]]
    long = next(unit.msgid for unit in cut(document) if unit.msgid.startswith("The experts"))
    text = CATALOG.replace("@long@", f'msgid "{long}"\nmsgstr "{words[8]}"')
    text = text.replace("@language@", language).replace("@plural@", PLURAL_FORMS[language])
    for number in reversed(range(len(words))):
        text = text.replace(f"@{number}@", words[number])
    file = read_po(text.encode(), "demo.po")
    for entry in file.entries:
        if not entry.is_header:
            entry.raw, entry.strings = None, {}  # laid out anew, as an entry that we made
    return write_po(merge(cut(document), file, Memory(()), document.environment).file)


def main() -> None:
    """Write one catalog a language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="+", choices=sorted(WORDS))
    parser.add_argument("--into", type=Path, required=True)
    arguments = parser.parse_args()
    for language in arguments.languages:
        (arguments.into / f"{language}.po").write_bytes(catalog(language))


if __name__ == "__main__":
    main()
