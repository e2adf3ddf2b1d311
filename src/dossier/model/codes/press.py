"""P: press: pages, templates, themes."""

from dossier.model.codes.severities import ERROR, WARNING
from dossier.model.diagnostics import Code

TABLE = (
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
        "P007",
        ERROR,
        "No profile of a printing condition",
        "A PDF for a printing house is made in the inks of a printing condition, which an ICC profile describes. dossier carries none: "
        "the one it takes where the printing house names no other comes with a package of its own, and is not on this machine as it should be.",
        "install dossier[print], or set pdf.output-profile in dossier.toml to the printing house's profile",
    ),
    Code(
        "P008",
        ERROR,
        "Output profile cannot be used",
        "The file that pdf.output-profile names is not there, or is no ICC profile of version 4 or older that can be read.",
        "ask the printing house for its ICC profile, put the file into the project and name its path",
    ),
    Code(
        "P009",
        ERROR,
        "Output profile is not one of a printing press",
        "Pages for a printing house are converted into cyan, magenta, yellow and black. The profile that pdf.output-profile names is of "
        "another device, of other colours, or cannot be used in the direction of printing.",
        "name a CMYK output profile, such as those for coated or uncoated paper that printing houses give out",
    ),
    Code(
        "P010",
        ERROR,
        "Colour cannot be converted",
        "Every colour and image of a PDF for a printing house is converted into its inks. What the page has is in a form that cannot be, "
        "and left as it is it would print in other colours, or not at all.",
        "write the colour as #rrggbb; save the image anew as PNG or JPEG, in RGB or grey with eight bits a channel",
    ),
    Code(
        "P011",
        WARNING,
        "Something runs off its page",
        "Words, a picture or code reach into the margin of a page of the PDF, or beyond its edge, where they are cut off. Tables are set "
        "smaller and their words parted before that, and pictures are made smaller; this one is wider all the same.",
        "make it narrower: a table of fewer columns, or two tables; a shorter line or word; a style sheet that asks for less",
    ),
    Code(
        "P012",
        WARNING,
        "Table has more columns than its page can hold",
        "The table fits on the page of the PDF only with columns so narrow that words and numbers are parted every few letters. Nobody "
        "reads such a table.",
        "make two tables of it, let rows and columns change places, or choose a larger page",
    ),
)
