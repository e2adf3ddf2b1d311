"""C: mistakes in dossier.toml, in front matter, in Markdown and in images."""

from cases import (
    ENGLISH_PAGE,
    IMAGE,
    PART,
    PO,
    SOURCE,
    TOML,
    Case,
    added,
    both,
    checked,
    edited,
    linked_outside,
    rewritten,
    written,
)

BEHIND = frozenset({"T006"})  # where the original's words change, its locale files do not know them
SHAPES = "![A square, a circle and a triangle in a row, joined by two lines]"
UTF_8 = "save the file as UTF-8 (in most editors: Save as, encoding UTF-8)"
INSIDE = "copy the file into the project"
NO_LINK = "put a copy of the file in the place of the link"
EDTF = "write 1988, 1988-07, 1988-07-14, 1988-07/1988-09, 1988-21 (spring) or 1988~ (about 1988), and leave out what is not known"


def latin(data: bytes) -> bytes:
    return data.replace(b"Write over it", b"\xc9crivez")


GLOSSARY = "content/demo/glossary.toml"
ENTRY = '[[entries]]\nid = "office"\nkind = "body"\nforms = { en = "The Office" }\n'
ISBN = '\n[[isbn]]\nlanguage = "{}"\noutput = "{}"\nnumber = "{}"\n'
ONE, TWO = "978-1-4028-9462-6", "0-306-40615-2"


CASES = (
    Case("C001", "Latin-1", checked(rewritten(PART, latin)), f"{PART}:6:53", UTF_8),
    Case(
        "C001",
        "UTF-16",
        checked(rewritten(PART, lambda data: data.decode().encode("utf-16"))),
        f"{PART}:1:1",
        f"the file is UTF-16: {UTF_8.replace('the file ', 'it ')}",
    ),
    Case(
        "C001", "Latin-1 in TOML", checked(rewritten(TOML, lambda data: data.replace(b"To try", b"\xc9"))), f"{TOML}:3:13", UTF_8
    ),
    Case(
        "C001",
        "Latin-1 in a template",
        checked(written("templates/web/page.html.j2", b"<p>\n\xd9\xbe\xe9</p>"), *ENGLISH_PAGE),
        "templates/web/page.html.j2:2:2",
        UTF_8,
    ),
    Case(
        "C002",
        "BOM",
        checked(rewritten(PART, lambda data: b"\xef\xbb\xbf" + data)),
        f"{PART}:1:1",
        "save the file as UTF-8 without BOM",
    ),
    Case(
        "C002",
        "BOM in TOML",
        checked(rewritten(TOML, lambda data: b"\xef\xbb\xbf" + data)),
        f"{TOML}:1:1",
        "save the file as UTF-8 without BOM",
    ),
    Case(
        "C002",
        "BOM in PO",
        checked(rewritten(PO, lambda data: b"\xef\xbb\xbf" + data)),
        f"{PO}:1:1",
        "save the file as UTF-8 without BOM",
    ),
    Case(
        "C003",
        "CRLF",
        checked(rewritten(PART, lambda data: data.replace(b"\n", b"\r\n"))),
        f"{PART}:1:4",
        f"convert the file to LF line ends: dos2unix {PART}",
    ),
    Case(
        "C004",
        "empty file",
        checked(written(PART, "")),
        f"{PART}:1:1",
        "write the text, or take the document out of dossier.toml",
    ),
    Case(
        "C004",
        "no text",
        checked(written(PART, "---\ntitle: Introduction\n---\n\n")),
        f"{PART}:3:1",
        "write the text, or take the document out of dossier.toml",
    ),
    Case(
        "C005", "open string", checked(edited(TOML, 'dossier"\n', "dossier\n")), f"{TOML}:2:25", "close it with a quotation mark"
    ),
    Case("C005", "key twice", checked(edited(TOML, "version", "title")), f"{TOML}:9:14", "keep one of the two"),
    Case(
        "C006",
        "open string",
        checked(edited(PART, "Introduction", '"Introduction')),
        f"{PART}:2:8",
        "close it with the same mark",
    ),
    Case(
        "C006", "colon", checked(edited(PART, "Introduction", "Why: a")), f"{PART}:2:11", "put the value between quotation marks"
    ),
    Case(
        "C006",
        "tab",
        checked(edited(PART, "title", "\ttitle")),
        f"{PART}:2:1",
        "indent with spaces, and put a value that begins with @, ` or % between quotation marks",
    ),
    Case("C006", "not closed", checked(edited(PART, "draft\n---\n", "draft\n")), f"{PART}:1:1", "add a line of --- below it"),
    Case(
        "C006",
        "key twice",
        checked(edited(PART, "status", "title")),
        f"{PART}:3:1",
        "keep one of the two; the first is in line 2",
    ),
    Case("C006", "alias", checked(edited(PART, "Introduction", "*x")), f"{PART}:2:8", "write the value out"),
    Case("C007", "in TOML", checked(edited(TOML, 'title = "A small dossier"\n', "")), f"{TOML}:1:1", "add the key “title”"),
    Case("C007", "in a part", checked(edited(PART, "title: Introduction\n", "")), f"{PART}:1:1", "add the key “title”"),
    Case("C008", "in TOML", checked(edited(TOML, "status =", "stauts =")), f"{TOML}:11:1", "did you mean “status”?"),
    Case(
        "C008", "in a source", checked(edited(SOURCE, "rights: This", "rihgts: This")), f"{SOURCE}:8:1", "did you mean “rights”?"
    ),
    Case(
        "C008",
        "nothing near",
        checked(edited(PART, "status", "qqqq")),
        f"{PART}:3:1",
        "take the key out; known here: title, subtitle, language, status",
    ),
    Case("C009", "no such output", checked(edited(TOML, '"pdf"', '"pfd"')), f"{TOML}:14:12", "did you mean “pdf”?"),
    Case("C009", "number", checked(edited(TOML, '"0.1"', "0.1")), f"{TOML}:9:11", "put the value between quotation marks"),
    Case(
        "C009",
        "id and folder",
        checked(edited(TOML, '"demo"', '"demonstration"')),
        f"{TOML}:1:6",
        'write id = "demo", or rename the folder',
    ),
    Case("C010", "no day", checked(edited(TOML, "2026-01-01", "2026-13-01")), f"{TOML}:8:8", "write the day as YYYY-MM-DD"),
    Case("C010", "no EDTF", checked(edited(SOURCE, '"2026-01-01"', "last spring")), f"{SOURCE}:6:9", EDTF),
    Case("C011", "name of a language", checked(edited(TOML, '"fa"]', '"farsi"]')), f"{TOML}:6:26", "did you mean “fa”?"),
    Case(
        "C011",
        "nothing near",
        checked(edited(SOURCE, "language: en", "language: xx")),
        f"{SOURCE}:7:11",
        "use the language's tag: en, fr, fa, ar, zh-Hans",
    ),
    Case(
        "C012",
        "part twice",
        checked(edited(TOML, '["introduction.md"]', '["introduction.md", "introduction.md"]')),
        f"{TOML}:13:29",
        "rename one of the two files",
    ),
    Case(
        "C012",
        "heading twice",
        checked(both(edited(PART, "is made\n", "is made {#x}\n"), edited(PART, "readers see\n", "readers see {#x}\n"))),
        f"{PART}:17:22",
        "rename one of the two",
    ),
    Case(
        "C013",
        "part",
        checked(edited(TOML, "introduction.md", "introducton.md")),
        f"{TOML}:13:10",
        "did you mean “introduction.md”?",
    ),
    Case(
        "C013",
        "image",
        checked(edited(PART, "example.svg", "exmaple.svg")),
        f"{PART}:15:68",
        "did you mean “images/example.svg”?",
        BEHIND,
    ),
    Case("C014", "part above", checked(edited(TOML, "introduction.md", "../../../introduction.md")), f"{TOML}:13:10", INSIDE),
    Case("C014", "part absolute", checked(edited(TOML, "introduction.md", "/etc/introduction.md")), f"{TOML}:13:10", INSIDE),
    Case("C014", "part behind a link", checked(linked_outside(PART)), f"{TOML}:13:10", NO_LINK),
    Case(
        "C014",
        "source behind a link",
        checked(linked_outside("content/demo/sources/other.md")),
        "content/demo/sources/other.md:1:1",
        NO_LINK,
    ),
    Case("C014", "dossier.toml behind a link", checked(linked_outside(TOML)), TOML, NO_LINK),
    Case("C014", "locale file behind a link", checked(linked_outside(PO)), PO, NO_LINK),
    Case(
        "C014",
        "template behind a link",
        checked(linked_outside("templates/web.css"), *ENGLISH_PAGE),
        "templates/web.css",
        NO_LINK,
    ),
    Case("C014", "image above", checked(edited(PART, "images/example.svg", "../../../x.svg")), f"{PART}:15:68", INSIDE, BEHIND),
    Case("C014", "image absolute", checked(edited(PART, "images/example.svg", "/etc/x.svg")), f"{PART}:15:68", INSIDE, BEHIND),
    Case("C014", "image behind a link", checked(linked_outside(IMAGE)), f"{PART}:15:68", NO_LINK),
    Case(
        "C014",
        "image on the web",
        checked(edited(PART, "images/example.svg", "https://example.org/x.svg")),
        f"{PART}:15:68",
        "save the image in the project's folder, and name the file: a build has no network",
        BEHIND,
    ),
    Case(
        "C015",
        "broken SVG",
        checked(edited(IMAGE, "</g>", "")),
        f"{IMAGE}:8:7",
        "export the image again from the programme that made it, as PNG, JPEG or SVG",
    ),
    Case(
        "C015",
        "broken PNG",
        checked(written(IMAGE, b"\x89PNG\r\n\x1a\nbroken")),
        IMAGE,
        "export the image again from the programme that made it, as PNG, JPEG or SVG",
    ),
    Case(
        "C016",
        "no description",
        checked(edited(PART, SHAPES, "![]")),
        f"{PART}:15:5",
        "describe it: ![what is to be seen](images/example.svg)",
        BEHIND,
    ),
    Case(
        "C017",
        "bold in HTML",
        checked(edited(PART, "Write over it", "<b>Write</b> over it")),
        f"{PART}:6:53",
        "write it in Markdown, or allow raw HTML in dossier.toml",
        BEHIND,
    ),
    Case(
        "C018",
        "no front matter",
        checked(written(PART, "# Introduction\n\nText\n")),
        f"{PART}:1:1",
        "begin the file with ---, the keys, and ---",
    ),
    Case(
        "C019",
        "silent about the URL",
        checked(edited(SOURCE, "  URL: unknown\n", "")),
        f"{SOURCE}:12:1",
        "give “URL”, or write under evidence: “URL: unknown”",
    ),
    Case(
        "C020",
        "document",
        checked(edited(PART, "sources/example-source.md", "sources/exmple-source.md")),
        f"{PART}:6:189",
        "did you mean “sources/example-source.md”?",
        BEHIND,
    ),
    Case(
        "C020",
        "heading",
        checked(edited(PART, "Write over it", "[x](#what-raeders-see)")),
        f"{PART}:6:57",
        "did you mean “#what-readers-see”?",
        BEHIND,
    ),
    Case(
        "C020",
        "footnote",
        checked(edited(PART, "it.[^fiction]", "it.[^ficton]")),
        f"{PART}:6:240",
        "did you mean [^fiction]?",
        BEHIND,
    ),
    Case(
        "C021",
        "lost note",
        checked(edited(PART, "it.[^fiction]", "it.")),
        f"{PART}:26:1",
        "refer to it where it belongs: [^fiction], or take it out",
        BEHIND,
    ),
    Case(
        "C007",
        "glossary without the dossier's own language",
        checked(written(GLOSSARY, ENTRY.replace("en =", "fr ="))),
        f"{GLOSSARY}:4:1",
        'write forms = { en = "…" }, as the name stands in your text',
    ),
    Case(
        "C009",
        "kind of a glossary's entry",
        checked(written(GLOSSARY, ENTRY.replace('"body"', '"bdoy"'))),
        f"{GLOSSARY}:3:8",
        "did you mean “body”?",
    ),
    Case(
        "C011",
        "language of a glossary's form",
        checked(written(GLOSSARY, ENTRY.replace("en =", 'en = "The Office", farsi ='))),
        f"{GLOSSARY}:4:30",
        "did you mean “fa”?",
    ),
    Case("C014", "glossary behind a link", checked(linked_outside(GLOSSARY)), GLOSSARY, NO_LINK),
    Case(
        "C022",
        "id twice",
        checked(written(GLOSSARY, ENTRY + ENTRY.replace("The Office", "Another office"))),
        f"{GLOSSARY}:6:6",
        "keep one of the two entries, or give this one an id of its own",
    ),
    Case(
        "C022",
        "form twice",
        checked(written(GLOSSARY, ENTRY + ENTRY.replace('"office"', '"bureau"'))),
        f"{GLOSSARY}:8:16",
        "leave it to one of the two entries: nobody could tell which one a text means",
    ),
    Case(
        "C023",
        "season in words",
        checked(added(PART, "\n{.timeline}\nSummer 1988\n: Words.\n")),
        f"{PART}:29:1",
        EDTF,
        BEHIND,
    ),
    Case(
        "C009",
        "ISBN with a wrong check digit",
        checked(added(TOML, ISBN.format("en", "pdf", "978-1-4028-9462-7"))),
        f"{TOML}:19:10",
        "write the value in the form shown",
    ),
    Case(
        "C027",
        "ISBN of a language",
        checked(added(TOML, ISBN.format("de", "pdf", ONE))),
        f"{TOML}:17:12",
        "the dossier has: en, fr, fa",
    ),
    Case(
        "C027",
        "ISBN of an output",
        checked(added(TOML, ISBN.format("en", "booklet", ONE))),
        f"{TOML}:18:10",
        "the dossier has: pdf, epub, html",
    ),
    Case(
        "C028",
        "ISBN of two formats",
        checked(added(TOML, ISBN.format("en", "pdf", ONE) + ISBN.format("fr", "pdf", ONE.replace("-", "")))),
        f"{TOML}:24:10",
        "keep one of the two entries, or ask the agency for another number",
    ),
    Case(
        "C028",
        "two ISBNs of a format",
        checked(added(TOML, ISBN.format("en", "pdf", ONE) + ISBN.format("en", "pdf", TWO))),
        f"{TOML}:23:10",
        "keep one of the two entries, or ask the agency for another number",
    ),
)
