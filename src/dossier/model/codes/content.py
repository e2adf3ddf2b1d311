"""C: content: text, front matter, records, Markdown, images."""

from dossier.model.codes.severities import ERROR, WARNING
from dossier.model.diagnostics import Code

TABLE = (
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
        "from a time before the name was withheld. No edition shows it; the PDF for archives goes without the file.",
        "run: dossier update; then take the name out of the translator's own words, and out of the history of version control",
    ),
    Code(
        "C025",
        ERROR,
        "Withheld name is in an output",
        "A name that the dossier withholds was found in a finished file, where it came by a way that dossier does not know: a template, for "
        "example. The edition is not written.",
        "take it out of templates/, of the templates.po files, and of places in content/ where markup or cells part it",
    ),
    Code(
        "C026",
        WARNING,
        "Kind of publisher has no reason",
        "Whether a publisher is a state, a party to the matter or an academic body is somebody's judgement, which readers can only weigh "
        "where they are told what it rests on.",
        'say under evidence: “publisher-kind: text”, or “publisher-kind: "inferred: REASON"”',
    ),
    Code(
        "C027",
        ERROR,
        "ISBN of nothing",
        "An ISBN is the number of one format of one edition. This one names a language or an output that the dossier does not have, "
        "so that no file would carry it.",
        "correct the language or the output, or add it to languages or outputs",
    ),
    Code(
        "C028",
        ERROR,
        "ISBN stands twice",
        "Every format of every edition has a number of its own (ISO 2108); whoever orders by the number would get the wrong one.",
        "keep one of the two entries, or ask the agency for another number",
    ),
    Code(
        "C029",
        WARNING,
        "Link has no words",
        "A link is known by its words: one without them cannot be seen, and whoever hears the page is told of a link and not where it leads. "
        "Judges of accessible PDF and EPUB count it as a fault.",
        "write words between the brackets: [the letter](https://example.org/)",
    ),
)
