"""T: mistakes in locale files."""

from collections.abc import Callable

from cases import PO, STRINGS, TOML, Case, added, checked, edited, rewritten, written

from workshop import Workshop

SEE = 'msgstr "Ce que voient les lecteurs"'
TWICE = "keep one of the two entries (msguniq shows both)"


def replaced_after(path: str, before: str, old: str, new: str) -> Callable[[Workshop], None]:
    """Replace the first ``old`` that follows ``before``."""

    def spoil(workshop: Workshop) -> None:
        head, middle, tail = workshop.read(path).partition(before)
        assert old in tail
        workshop.write(path, head + middle + tail.replace(old, new, 1))

    return spoil


def delete_po(workshop: Workshop) -> None:
    (workshop.root / PO).unlink()


def reviewed_but_one(workshop: Workshop) -> None:
    """Every French entry read by a person, but for one."""
    workshop.write(TOML, workshop.read(TOML) + '\n[policy]\ndraft = "refuse"\n')
    for path in sorted((workshop.root / "locales/fr").rglob("*.po")):
        text = path.read_text(encoding="utf-8").replace("#, fuzzy\n", "")
        path.write_text(text.replace('msgid "What readers see"', '#, fuzzy\nmsgid "What readers see"'), encoding="utf-8")


CASES = (
    Case("T001", "open string", checked(edited(PO, SEE, SEE[:-1])), f"{PO}:110:8", 'end the line with a quotation mark: "'),
    Case(
        "T001",
        "quotation mark in the text",
        checked(edited(PO, "voient les", '"voient" les')),
        f"{PO}:110:17",
        r"write a quotation mark inside the text as \", and nothing behind the last one",
    ),
    Case(
        "T001",
        "no keyword of PO",
        checked(edited(PO, SEE, SEE.replace("msgstr", "mgstr"))),
        f"{PO}:110:1",
        "begin the line with #, msgctxt, msgid, msgstr or a quotation mark",
    ),
    Case(
        "T001",
        "no msgstr",
        checked(edited(PO, SEE, SEE.removeprefix("msgstr "))),
        f"{PO}:109:1",
        'write msgstr before the translation; if there is none yet: msgstr ""',
    ),
    Case(
        "T001",
        "placeholder lost in a template's string",
        checked(
            written(STRINGS, 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "%(n)s"\nmsgstr "x"\n')
        ),
        f"{STRINGS}:5:1",
        "copy the placeholders from the msgid as they are",
    ),
    Case("T002", "msgid twice", checked(added(PO, '\nmsgid "draft"\nmsgstr "brouillon"\n')), f"{PO}:215:1", TWICE),
    Case(
        "T002",
        "msgid twice told by update",
        checked(added(PO, '\n# x\nmsgid "draft"\nmsgstr ""\n'), "update"),
        f"{PO}:216:1",
        TWICE,
    ),
    Case(
        "T002",
        "template's string twice",
        checked(written(STRINGS, 'msgid "x"\nmsgstr "a"\n\nmsgid "x"\nmsgstr "b"\n')),
        f"{STRINGS}:4:1",
        TWICE,
    ),
    Case(
        "T003",
        "link broken",
        checked(replaced_after(PO, 'msgstr ""\n"Ce', "(sources/", "(source/")),
        f"{PO}:31:1",
        "write it as in the original: [words](sources/example-source.md)",
    ),
    Case(
        "T004",
        "footnote lost",
        checked(replaced_after(PO, 'msgstr ""\n"Ce', "[^fiction]", "")),
        f"{PO}:31:1",
        "copy it from the original: [^fiction]",
    ),
    Case(
        "T005",
        "code changed",
        checked(edited(PO, "Lancez `dossier build`", "Lancez `dossier construire`")),
        f"{PO}:88:1",
        "write it as in the original: `dossier build`",
    ),
    Case(
        "T005",
        "image changed",
        checked(edited(PO, 'example.svg \\"Le', 'exemple.svg \\"Le')),
        f"{PO}:99:1",
        "write it as in the original: ![description](images/example.svg)",
    ),
    Case("T006", "no locale file", checked(delete_po), "content/demo/introduction.md:2:8", "run: dossier update"),
    Case("T006", "empty locale file", checked(written(PO, "")), "content/demo/introduction.md:2:8", "run: dossier update"),
    Case(
        "T006",
        "heading changed",
        checked(edited("content/demo/introduction.md", "readers see", "all readers see"), "check", "--lang", "fr"),
        "content/demo/introduction.md:17:4",
        "run: dossier update",
    ),
    Case(
        "T007",
        "draft refused",
        checked(reviewed_but_one, "check", "--lang", "fr"),
        f"{PO}:102:1",
        "have them translated or reviewed, or relax [policy] in dossier.toml",
    ),
    Case(
        "T008",
        "Latin-1",
        checked(rewritten(PO, lambda data: data.replace("État".encode(), b"\xc9tat"))),
        f"{PO}:119:9",
        "save the file as UTF-8 (in Poedit: save it again; with gettext: msgconv --to-code=UTF-8)",
    ),
    Case("T008", "header", checked(edited(PO, "UTF-8", "ISO-8859-1")), f"{PO}:8:28", "write charset=UTF-8 in the header"),
)
